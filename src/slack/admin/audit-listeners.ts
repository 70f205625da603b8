import type { CallSearch } from '../../calls/answers.ts';
import { readPhone } from '../../domain/phone.ts';
import type { AuditPlace } from '../../store/audit.ts';
import { type Interaction, onAction, onClick, onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { sendFiles } from '../send/private-file.ts';
import type { ModalView } from '../ui/blocks.ts';
import { formatsIn } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView } from '../ui/notices.ts';
import { uiWords } from '../ui/words.ts';
import { type Cut, callFile, callLines, changeFile, changeLines, filesOf } from './audit-files.ts';
import { auditPageSize, auditView, readAuditForm, readPlace, readSearch } from './audit-view.ts';
import { auditWords } from './audit-words.ts';
import { overviewView } from './overview-view.ts';
import { makerOf, openForAdmin, viewFor } from './rules-listeners.ts';
import { ruleChangesView } from './rules-view.ts';

/** *Show calls*: over the form, which stays as it was filled. */
export const openAudit = onClick(async (i) => {
  const language = i.languageSoFar();
  const pushed = await i.client.views.push({ trigger_id: i.triggerId, view: momentView(language) });
  await answerInView({ client: i.client, viewId: pushed.view?.id ?? '', language }, () => pageView(i, {}));
});

/** *Overview* */
export const openOverview = onAction((i, { body }) =>
  openForAdmin(
    i,
    { body },
    () => i.deps.calls.answers.overview(makerOf(i)),
    (found, reader) => overviewView(reader, found),
  ),
);

/** *Search*, among others by "Who called this number?". */
export const submitAudit = onSubmit(async (i, { view, ack }) => {
  const { country, language } = await i.profile();
  const { typed } = typedInputs(view.state.values);
  const read = typed.phone ? readPhone(typed.phone, country) : undefined;
  if (read && 'fault' in read)
    return ack({ response_action: 'errors', errors: { phone: uiWords[language].faults[read.fault] } });
  await ack({ response_action: 'update', view: momentView(language) });
  const search = { ...readAuditForm(typed), ...(read && { phone: read.phone }) };
  await answerInView({ client: i.client, viewId: view.id, language }, () => pageView(i, search));
});

/** *Newer calls*, *Older calls*. */
export const turnAuditPage = onAction(async (i, { action, body }) => {
  const value = 'value' in action ? action.value : undefined;
  const place = readPlace(action.action_id, value);
  await inView(i, body.view?.id, () => pageView(i, readSearch(body.view?.private_metadata), place));
});

/** All that the search finds, to the admin alone. */
export const sendAuditFile = onAction(async (i, { body }) => {
  const search = readSearch(body.view?.private_metadata);
  await inView(i, body.view?.id, async () => {
    const { timeZone } = await i.profile();
    const found = await i.deps.calls.answers.entries(makerOf(i), search, timeZone);
    if ('denied' in found) return viewFor(i, async () => found, never);
    return pageView(i, search, undefined, await sendCalls(i, found));
  });
});

/** The same of the changes of rules. */
export const sendChangesFile = onAction(async (i, { body }) => {
  await inView(i, body.view?.id, () =>
    viewFor(
      i,
      async () => {
        const found = await i.deps.calls.answers.changes(makerOf(i));
        if ('denied' in found) return found;
        const said = await sendChanges(i, found);
        const page = await i.deps.calls.rules.changes(makerOf(i));
        return 'denied' in page ? page : { page, said };
      },
      ({ page, said }, reader) => ruleChangesView(reader, { ...page, said }),
    ),
  );
});

const never = (): ModalView => {
  throw new Error('somebody who is no admin is shown nothing');
};

async function inView(i: Interaction, viewId: string | undefined, show: () => Promise<ModalView>) {
  if (!viewId) return;
  await answerInView({ client: i.client, viewId, language: i.languageSoFar() }, show);
}

async function pageView(
  i: Interaction,
  search: CallSearch,
  place?: AuditPlace,
  said?: string,
): Promise<ModalView> {
  const { timeZone } = await i.profile();
  const how = { timeZone, size: auditPageSize, place };
  return viewFor(
    i,
    () => i.deps.calls.answers.page(makerOf(i), search, how),
    (page, reader) => auditView(reader, { search, page, said }),
  );
}

type Found<Name extends 'entries' | 'changes'> = Exclude<
  Awaited<ReturnType<Interaction['deps']['calls']['answers'][Name]>>,
  { denied: 'notAdmin' }
>;

/** Answers what to say of it. */
async function sendCalls(i: Interaction, { entries }: Found<'entries'>): Promise<string> {
  const reader = await i.profile();
  const words = auditWords[reader.language];
  const told: Cut = { lines: 0, isCut: false };
  const now = i.deps.clock.now();
  const files = filesOf(callLines(i, reader, entries), { ...callFile(reader), now }, told);
  const said = await sendFiles(i, { comment: words.fileComment, said: words.fileSent }, files);
  const { number } = formatsIn(reader.language, reader.timeZone);
  const cut = told.isCut ? [words.fileCut(number(told.lines))] : [];
  return [...said.map(({ text }) => text), ...cut].join(' ');
}

async function sendChanges(i: Interaction, { changes }: Found<'changes'>): Promise<string> {
  const reader = await i.profile();
  const words = auditWords[reader.language];
  const now = i.deps.clock.now();
  const files = filesOf(
    changeLines(i, reader, changes),
    { ...changeFile(reader), now },
    { lines: 0, isCut: false },
  );
  const said = await sendFiles(i, { comment: words.changesComment, said: words.fileSent }, files);
  return said.map(({ text }) => text).join(' ');
}
