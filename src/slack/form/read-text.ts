import { readFreeText, readMessage } from '../../domain/free-text.ts';
import type { Interaction } from '../context.ts';
import { late, within } from '../transport/deadline.ts';
import { readingOf } from '../workspace/profiles.ts';

/** A form does not wait longer for the businesses that somebody could choose: without them it only has to be typed in. */
const businessesPatienceMs = 600;

/** What `asked` answers, or what is known without it if the database is slow or away. */
export async function unlessSlow<T>(asked: Promise<T>, otherwise: () => T): Promise<T> {
  const answer = await within(
    businessesPatienceMs,
    asked.catch(() => late),
  );
  return answer === late ? otherwise() : (answer as T);
}

/** Reads what somebody typed for Kally. */
export async function readText({ deps, actor, profile }: Interaction, text: string) {
  const reading = readingOf(await profile(), deps.clock.now());
  return unlessSlow(deps.calls.readText(actor, text, reading), () => readFreeText(text, reading));
}

/** Reads a message that somebody wrote for people. */
export async function readTextOfMessage(
  { deps, actor, profile }: Interaction,
  text: string,
  writtenAt: number,
) {
  const reading = readingOf(await profile(), deps.clock.now());
  return unlessSlow(deps.calls.readMessage(actor, text, writtenAt, reading), () =>
    readMessage(text, writtenAt, reading),
  );
}
