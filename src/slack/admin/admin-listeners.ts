import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit.ts';
import { retentionDaysRange } from '../../domain/retention.ts';
import type { AuditPlace } from '../../store/audit.ts';
import { type Interaction, onAction, onClick, onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { sendFile } from '../send/private-file.ts';
import { type ModalView, sentence } from '../ui/blocks.ts';
import { formatsIn } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView, noticeView } from '../ui/notices.ts';
import { isAdminOfAll } from '../workspace/admins.ts';
import {
  adminView,
  auditFile,
  auditPageSize,
  auditView,
  readPlace,
  retentionSavedView,
} from './admin-view.ts';
import { adminWords } from './words.ts';

const { min, max } = retentionDaysRange;
const retentionSchema = z.coerce.number().int().min(min).max(max);

/** A file of a few MiB. */
const auditFileMax = 50_000;

export async function openAdmin(i: Interaction): Promise<void> {
  await openModal(i, prepare(i));
}

async function prepare({ deps, person, client, profile }: Interaction): Promise<Ready> {
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

/** *Show calls*: over the form, which stays as it was filled. */
export const openAudit = onClick(async (i) => {
  const view = momentView(i.languageSoFar());
  const pushed = await i.client.views.push({ trigger_id: i.triggerId, view });
  await showToAdmin(i, pushed.view?.id, () => pageView(i));
});

/** *Newer calls*, *Older calls*. */
export const turnAuditPage = onAction(async (i, { action, body }) => {
  const value = 'value' in action ? action.value : undefined;
  await showToAdmin(i, body.view?.id, () => pageView(i, readPlace(action.action_id, value)));
});

/** All of it, to the admin alone. */
export const sendAuditFile = onAction(async (i, { body }) => {
  await showToAdmin(i, body.view?.id, async () => pageView(i, undefined, await sendAudit(i)));
});

/** Re-checks admin rights each time: an open view must not outlive them. */
async function showToAdmin(
  { person, client, profile }: Interaction,
  viewId: string | undefined,
  show: () => Promise<ModalView>,
): Promise<void> {
  if (!viewId) return;
  const { language } = await profile();
  const { notAdmin, auditTitle } = adminWords[language];
  await answerInView({ client, viewId, language }, async () =>
    (await isAdminOfAll(person, client)) ? show() : noticeView(language, notAdmin, auditTitle),
  );
}

async function pageView(
  { deps, person: { workspaceId, userId }, profile }: Interaction,
  place?: AuditPlace,
  said?: string,
): Promise<ModalView> {
  const page = await deps.store.auditPage(workspaceId, auditPageSize, place);
  deps.log.info({ workspaceId, userId, calls: page.entries.length }, 'an admin looked at who called whom');
  return auditView(await profile(), page, said);
}

/** Answers what to say of it. */
async function sendAudit(i: Interaction): Promise<string> {
  const { deps, person } = i;
  const { workspaceId, userId } = person;
  const { language, timeZone } = await i.profile();
  const words = adminWords[language];
  const entries: AuditEntry[] = [];
  for await (const entry of deps.store.auditEntries({ workspaceId }, { newestFirst: true }))
    if (entries.push(entry) > auditFileMax) break;
  const sent = entries.slice(0, auditFileMax);
  deps.log.info({ workspaceId, userId, calls: sent.length }, 'an admin took who called whom as a file');
  const file = auditFile(language, sent, deps.clock.now());
  const told = await sendFile(i, { ...file, said: words.fileSent });
  const { number } = formatsIn(language, timeZone);
  const cut = entries.length > sent.length ? [words.fileCut(number(sent.length))] : [];
  return [...told.map(({ text }) => text), ...cut].join(' ');
}
