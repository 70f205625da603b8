import type { KnownCall } from '../../calls/known-call.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
import { historyWords } from './history-words.ts';
import { maxPages, noTranscriptMessage, transcriptFile, transcriptPages } from './thread-view.ts';

/** The transcript of a call for one person alone; a long one goes as a file into their direct messages. */
export async function tellTranscript(i: Interaction, known: KnownCall): Promise<Message[]> {
  const [profile, lines] = await Promise.all([i.profile(), i.deps.calls.transcript(i.actor, known)]);
  const words = historyWords[profile.language].transcript;
  if (lines === 'not_allowed') return [noTranscriptMessage(profile, 'not_allowed')];
  if (lines === 'not_made') return [sentence(words.notMade)];
  if (lines === 'not_yet') return [sentence(words.notYet)];
  if (lines === 'none') return [sentence(words.none)];
  const pages = transcriptPages(profile, lines);
  if (pages.length <= maxPages) return pages;
  const comment = words.of(escapeMarkup(whomOf(profile, known)));
  return sendFile(i, { ...transcriptFile(profile, lines), comment, said: words.file });
}
