import type { BlockAction, ButtonAction } from '@slack/bolt';
import { isSamePerson } from '../../domain/person.ts';
import type { LinkAttempt } from '../../store/link-attempts.ts';
import { type Interaction, onAction } from '../context.ts';
import { openModal } from '../send/open-modal.ts';
import { noticeView } from '../ui/notices.ts';
import { codeView } from './connect-view.ts';
import { connectWords } from './words.ts';

/** *Connect KallyAI*, which opens the browser. From this click on, Kally can edit the message. */
export const pressConnect = onAction<ButtonAction>(async (i, { action, body }) => {
  await noteWhere(i, action.value, body);
  const attempt = await attemptOf(i, action.value);
  // The browser was quicker than this delivery, or the button was pressed again.
  if (attempt?.held) await i.deps.connecting.askForCode(attempt);
});

/** *Enter the code*, once somebody signed in in the browser. */
export const enterCode = onAction<ButtonAction>(async (i, { action, body }) => {
  await openModal(i, prepareCode(i, action.value));
  await noteWhere(i, action.value, body);
});

async function prepareCode(i: Interaction, attemptId: string | undefined) {
  const [{ language }, attempt] = await Promise.all([i.profile(), attemptOf(i, attemptId)]);
  const isWaiting = attempt?.held && attempt.expiresAt > i.deps.clock.now();
  if (!isWaiting) return { view: noticeView(language, connectWords[language].code.gone) };
  return { view: codeView(language, attempt.id) };
}

/** *It was not me*: discards the tokens of the stranger's browser. */
export const denySignIn = onAction<ButtonAction>(async (i, { action, body }) => {
  const { linkAttempts, links } = i.deps.store;
  await noteWhere(i, action.value, body);
  const attempt = await attemptOf(i, action.value);
  if (!attempt) return;
  const isLetGo = attempt.held && (await linkAttempts.letGo(attempt.id));
  // The code was quicker; `/kally logout` disconnects the account.
  if (!isLetGo && (await links.isConnected(i.person))) return;
  await i.deps.connecting.announceThrownAway(attempt);
});

/** The person's own attempt, by the id that a button or a form carries. */
export async function attemptOf(
  { deps, person }: Interaction,
  attemptId = '',
): Promise<LinkAttempt | undefined> {
  const attempt = await deps.store.linkAttempts.findById(attemptId);
  return attempt && isSamePerson(attempt.person, person) ? attempt : undefined;
}

/** A private message can be replaced only by an address that Slack sends with a click on it. */
export async function noteWhere(i: Interaction, attemptId: string | undefined, body: BlockAction) {
  const attempt = await attemptOf(i, attemptId);
  const direct = attempt?.shown.direct;
  if (!attempt || (direct && body.container.message_ts === direct.ts)) return;
  const { api_app_id: appId, team, response_url: responseUrl, view } = body;
  await i.deps.store.linkAttempts.noteShown(attempt.id, {
    ...(team && { app: { id: appId, teamId: team.id } }),
    ...(responseUrl && { responseUrl }),
    ...(view?.type === 'modal' && { viewId: view.id }),
  });
}
