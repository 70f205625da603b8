import { NotConnected } from '../../domain/not-connected.ts';
import { KallyAnswerUnreadable, KallyRefusal, KallyUnreachable } from '../../kally/errors.ts';
import { connectWords } from '../connect/words.ts';
import { linkButton, type Message, section } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { isPlainId } from '../ui/text.ts';
import { isKnownRefusal, refusalOf } from './refusals.ts';
import { kallyErrorWords } from './words.ts';

type Trouble = { text: string; link?: { label: string; url: string } };

/** Why KallyAI did not answer a request, and what to do: one sentence each. `undefined` for other errors. */
export function kallyTroubleOf(reader: Reader, error: unknown): Trouble | undefined {
  const kally = kallyErrorWords[reader.language];
  if (error instanceof NotConnected) return { text: connectWords[reader.language].statusNotConnected };
  if (error instanceof KallyUnreachable || isImpatience(error)) return { text: kally.away };
  if (error instanceof KallyAnswerUnreadable)
    return { text: isOutage(error.status) ? kally.troubled : kally.unreadable };
  if (!(error instanceof KallyRefusal)) return undefined;
  const trouble = troubleOfRefusal(reader, error);
  if (!error.correlationId || !isPlainId(error.correlationId)) return trouble;
  return { ...trouble, text: `${trouble.text} ${kally.reference(`\`${error.correlationId}\``)}` };
}

function troubleOfRefusal({ language, timeZone }: Reader, error: KallyRefusal): Trouble {
  const kally = kallyErrorWords[language];
  const { status, code, retryAfterSeconds } = error;
  if (status === 401) return { text: kally.rejected };
  if (code === 'forbidden') return { text: kally.forbidden };
  if (isOutage(status)) return { text: kally.troubled };
  if (status === 429) {
    const wait = formatsIn(language, timeZone).duration(retryAfterSeconds || 60);
    return { text: kally.limited(wait) };
  }
  if (!isKnownRefusal(code)) return { text: kally.refused };
  const { sentence, link } = refusalOf(error, language);
  return { text: sentence, ...(link && { link }) };
}

export function kallyTroubleMessage({ text, link }: Trouble): Message {
  const blocks = [section(text)];
  if (!link) return { text, blocks };
  return { text, blocks: [...blocks, { type: 'actions', elements: [linkButton(link.label, link.url)] }] };
}

function isOutage(status: number | undefined): boolean {
  return status !== undefined && status >= 500;
}

/** A person's patience ended between two tries. */
function isImpatience(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
