import type { KnownCall } from '../../calls/known-call.ts';
import type { TranscriptLine } from '../../domain/call.ts';
import { KallyRefusal } from '../../kally/errors.ts';
import { type AskerInPlace, accessOf } from '../errors/explain.ts';
import { historyWords } from '../history/words.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
import { maxPages, noTranscriptMessage, transcriptFile, transcriptPages } from './thread-view.ts';

/** The transcript of a call for one person alone; a long one goes as a file into their direct messages. */
export async function tellTranscript(asker: AskerInPlace, known: KnownCall): Promise<Message[]> {
  const { profile } = asker;
  const words = historyWords[profile.language].transcript;
  const id = known.theirs?.id ?? known.ours?.kallyCallId;
  if (id === undefined) return [sentence(known.ours?.stage === 'refused' ? words.notMade : words.notYet)];
  const lines = await linesOf(asker, id);
  if (lines === 'not_allowed') return [noTranscriptMessage(profile, 'not_allowed')];
  if (lines.length === 0) return [sentence(isSilent(known) ? words.none : words.notYet)];
  const pages = transcriptPages(profile, lines);
  if (pages.length <= maxPages) return pages;
  const comment = words.of(escapeMarkup(whomOf(profile, known)));
  return sendFile(asker, { ...transcriptFile(profile, lines), comment, said: words.file });
}

async function linesOf({ kit, person }: AskerInPlace, id: string): Promise<TranscriptLine[] | 'not_allowed'> {
  try {
    return await kit.kally.getTranscript({ ...accessOf(kit, person), id });
  } catch (error) {
    if (!(error instanceof KallyRefusal)) throw error;
    if (error.code === 'transcript_not_found') return [];
    if (error.status === 403) return 'not_allowed';
    throw error;
  }
}

function isSilent({ ours, theirs }: KnownCall): boolean {
  return ['busy', 'no_answer', 'cancelled'].includes(theirs?.status ?? ours?.status ?? '');
}
