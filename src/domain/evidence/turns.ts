// What the order of the lines tells of who spoke.
import type { TranscriptLine } from '../call.ts';
import type { Words } from './phrases.ts';
import { type Line, noise } from './speech.ts';

const longMin = 25;

/** Only a recording says the same long sentence twice. */
export function isRecorded(transcript: readonly TranscriptLine[], at: number): boolean {
  const isOfBusiness = ({ speaker }: TranscriptLine) => speaker === 'business';
  const { text = '' } = transcript[at] ?? {};
  const before = transcript.slice(Math.max(0, at - 2), at).findLast(isOfBusiness);
  const next = transcript.slice(at + 1, at + 3).find(isOfBusiness);
  return text.length >= longMin && (before?.text === text || next?.text === text);
}

const thanksForCalling =
  /^(?:hello |hi |hola )?(?:thank you for calling|gracias por (?:llamar|su llamada|comunicarse))\b/;

/** "Thank you for calling Lakeside. Our counter is open ..." and, without anybody speaking in between, an announcement. */
export function isOfSameRecording(greeting: Line, next: Line): boolean {
  return (
    greeting.by === 'business' &&
    next.by === 'machine' &&
    !noise.test(next.quote) &&
    thanksForCalling.test(greeting.plain) &&
    !greeting.clauses.some(({ isQuestion }) => isQuestion)
  );
}

/**
 * Two talk in turns: of three lines in a row that are labelled as the business's, the one between is the assistant's, unless somebody else
 * in the room was asked.
 */
export function isUnderWrongLabel(
  transcript: readonly TranscriptLine[],
  read: readonly Line[],
  { hold }: Words,
): boolean {
  const at = read.length;
  const isSpoken = (index: number) =>
    transcript[index]?.speaker === 'business' && !noise.test(transcript[index].text.trim());
  return (
    [at - 1, at, at + 1].every(isSpoken) &&
    !isSpoken(at - 2) &&
    !isSpoken(at + 2) &&
    read.at(-1)?.by === 'business' &&
    !hold.test(read.at(-1)?.plain ?? '')
  );
}
