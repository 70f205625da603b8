import type { WireMessage } from '../../sandbox/slack/wire.ts';
import type { Town } from './app.ts';

/** Types `/kally` in #dinner, where everybody is, and answers the private message that comes back. */
export async function ask(town: Town, userId: string, text: string): Promise<WireMessage> {
  const { slack } = town;
  return answerTo(town, userId, () => slack.as(userId).types(slack.channels.dinner, `/kally ${text}`));
}

/** The private message that somebody gets for what they do. */
export async function answerTo(
  { slack }: Town,
  userId: string,
  act: () => Promise<unknown>,
): Promise<WireMessage> {
  const seen = new Set(slack.ephemerals(userId).map(({ ts }) => ts));
  await act();
  const answer = await slack.until(() => slack.ephemerals(userId).find(({ ts }) => !seen.has(ts)));
  return { ...answer, text: withPlainSpaces(answer.text) };
}

/** Intl writes several kinds of space. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}
