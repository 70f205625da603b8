import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit.ts';
import { retentionDaysRange } from '../../domain/retention.ts';
import type { AuditPlace } from '../../store/audit.ts';
import { askerIn } from '../asker-in.ts';
import type { Command } from '../command.ts';
import { type Kit, personIn } from '../context.ts';
import type { AskerInPlace } from '../errors/explain.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openView, type Ready, type Trigger } from '../send/open-modal.ts';
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

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;

const { min, max } = retentionDaysRange;
const retentionSchema = z.coerce.number().int().min(min).max(max);

/** A file of a few MiB. */
const auditFileMax = 50_000;

export const admin: Command = async ({ kit, ...asked }) => {
  await openAdmin(kit, asked);
  return [];
};

export async function openAdmin(kit: Kit, asked: Trigger): Promise<void> {
  await openView(kit, asked, prepare(kit, asked));
}

async function prepare(kit: Kit, { person, client }: Trigger): Promise<Ready> {
  const [profile, isAllowed, settings] = await Promise.all([
    kit.profiles.of(person, client),
    isAdminOfAll(person, client),
    kit.store.settings.find(person.workspaceId),
  ]);
  const { title, notAdmin } = adminWords[profile.language];
  if (!isAllowed) return { view: noticeView(profile.language, notAdmin, title), message: sentence(notAdmin) };
  const standardDays = kit.retentionDays;
  return { view: adminView(profile, { standardDays, retentionDays: standardDays, ...settings }) };
}

export function submitAdmin(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const language = kit.profiles.languageOf(person);
    const { retentionFault, title, notAdmin } = adminWords[language];
    const { data: days } = retentionSchema.safeParse(typedInputs(view.state.values).typed.retentionDays);
    if (days === undefined)
      return ack({ response_action: 'errors', errors: { retentionDays: retentionFault } });
    await ack({ response_action: 'update', view: momentView(language) });
    await answerInView({ client, viewId: view.id, language }, async () => {
      const profile = await kit.profiles.of(person, client);
      if (!(await isAdminOfAll(person, client))) return noticeView(language, notAdmin, title);
      const { workspaceId, userId } = person;
      const before = await kit.store.settings.find(workspaceId);
      await kit.store.settings.save(workspaceId, { retentionDays: days });
      kit.log.info(
        { workspaceId, userId, before, retentionDays: days },
        'an admin changed how long calls are kept',
      );
      return retentionSavedView(profile, days);
    });
  };
}

/** *Show calls*: over the form, which stays as it was filled. */
export function openAudit(kit: Kit): ButtonClick {
  return async ({ ack, ...click }) => {
    await ack();
    const { body, client } = click;
    const language = kit.profiles.languageOf(personIn(click.context, body.user.id));
    const { view } = await client.views.push({ trigger_id: body.trigger_id, view: momentView(language) });
    const asker = await askerIn(kit, click);
    await showToAdmin(asker, view?.id, () => pageView(asker));
  };
}

/** *Newer calls*, *Older calls*. */
export function turnAuditPage(kit: Kit): ButtonClick {
  return async ({ ack, action, ...click }) => {
    await ack();
    const asker = await askerIn(kit, click);
    await showToAdmin(asker, click.body.view?.id, () =>
      pageView(asker, readPlace(action.action_id, action.value)),
    );
  };
}

/** All of it, to the admin alone. */
export function sendAuditFile(kit: Kit): ButtonClick {
  return async ({ ack, ...click }) => {
    await ack();
    const asker = await askerIn(kit, click);
    await showToAdmin(asker, click.body.view?.id, async () =>
      pageView(asker, undefined, await sendAudit(asker)),
    );
  };
}

/** Whoever is no admin any more sees nothing more, in whatever is still open before them. */
async function showToAdmin(
  { person, client, profile: { language } }: AskerInPlace,
  viewId: string | undefined,
  show: () => Promise<ModalView>,
): Promise<void> {
  if (!viewId) return;
  const { notAdmin, auditTitle } = adminWords[language];
  await answerInView({ client, viewId, language }, async () =>
    (await isAdminOfAll(person, client)) ? show() : noticeView(language, notAdmin, auditTitle),
  );
}

async function pageView(
  { kit, person: { workspaceId, userId }, profile }: AskerInPlace,
  place?: AuditPlace,
  said?: string,
): Promise<ModalView> {
  const page = await kit.store.auditPage(workspaceId, auditPageSize, place);
  kit.log.info({ workspaceId, userId, calls: page.entries.length }, 'an admin looked at who called whom');
  return auditView(profile, page, said);
}

/** Answers what to say of it. */
async function sendAudit(asker: AskerInPlace): Promise<string> {
  const { kit, person, profile } = asker;
  const { workspaceId, userId } = person;
  const words = adminWords[profile.language];
  const entries: AuditEntry[] = [];
  for await (const entry of kit.store.auditEntries({ workspaceId }, { newestFirst: true }))
    if (entries.push(entry) > auditFileMax) break;
  const sent = entries.slice(0, auditFileMax);
  kit.log.info({ workspaceId, userId, calls: sent.length }, 'an admin took who called whom as a file');
  const file = auditFile(profile.language, sent, kit.clock.now());
  const told = await sendFile(asker, { ...file, said: words.fileSent });
  const { number } = formatsIn(profile.language, profile.timeZone);
  const cut = entries.length > sent.length ? [words.fileCut(number(sent.length))] : [];
  return [...told.map(({ text }) => text), ...cut].join(' ');
}
