import { z } from 'zod';
import { retentionDaysRange } from '../../domain/retention.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { sentence } from '../ui/blocks.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView, noticeView } from '../ui/notices.ts';
import { isAdminOfAll } from '../workspace/admins.ts';
import { adminView, retentionSavedView } from './admin-view.ts';
import { adminWords } from './words.ts';

const { min, max } = retentionDaysRange;
const retentionSchema = z.coerce.number().int().min(min).max(max);

export async function openAdmin(i: Interaction): Promise<void> {
  await openModal(i, prepareAdmin(i));
}

async function prepareAdmin({ deps, person, client, profile }: Interaction): Promise<Ready> {
  const [reader, isAllowed, settings] = await Promise.all([
    profile(),
    isAdminOfAll(person, client),
    deps.store.settings.find(person.workspaceId),
  ]);
  const { title, notAdmin } = adminWords[reader.language];
  if (!isAllowed) return { view: noticeView(reader.language, notAdmin, title), message: sentence(notAdmin) };
  const standardDays = deps.retentionDays;
  return { view: adminView(reader, { standardDays, retentionDays: standardDays, ...settings }) };
}

export const submitAdmin = onSubmit(async (i, { view, ack }) => {
  const { deps, person, client } = i;
  const language = i.languageSoFar();
  const { retentionFault, title, notAdmin } = adminWords[language];
  const { data: days } = retentionSchema.safeParse(typedInputs(view.state.values).typed.retentionDays);
  if (days === undefined)
    return ack({ response_action: 'errors', errors: { retentionDays: retentionFault } });
  await ack({ response_action: 'update', view: momentView(language) });
  await answerInView({ client, viewId: view.id, language }, async () => {
    const profile = await i.profile();
    if (!(await isAdminOfAll(person, client))) return noticeView(language, notAdmin, title);
    const { workspaceId, userId } = person;
    const before = await deps.store.settings.find(workspaceId);
    await deps.store.settings.save(workspaceId, { retentionDays: days });
    deps.log.info(
      { workspaceId, userId, before, retentionDays: days },
      'an admin changed how long calls are kept',
    );
    return retentionSavedView(profile, days);
  });
});
