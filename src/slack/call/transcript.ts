import type { KnownCall } from '../../calls/known-call.ts';
import type { NoTranscript } from '../../calls/read-call.ts';
import type { Language } from '../../domain/language.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { escapeMarkup } from '../ui/text.ts';
import { whomOf } from './details-view.ts';
import { historyWords } from './history-words.ts';
import { maxPages, transcriptFile, transcriptPages } from './thread-view.ts';
import { threadWords } from './thread-words.ts';

/** The transcript of a call for one person alone; a long one goes as a file into their direct messages. */
export async function tellTranscript(i: Interaction, known: KnownCall): Promise<Message[]> {
  const [profile, lines] = await Promise.all([i.profile(), i.deps.calls.transcript(i.actor, known)]);
  if (typeof lines === 'string') return [sentence(noTranscriptText(profile.language, lines))];
  const words = historyWords[profile.language].transcript;
  const pages = transcriptPages(profile, lines);
  if (pages.length <= maxPages) return pages;
  const comment = words.of(escapeMarkup(whomOf(profile, known)));
  return sendFile(i, { ...transcriptFile(profile, lines), comment, said: words.file });
}

/** Why somebody who asks for the transcript of one call gets none. */
export function noTranscriptText(language: Language, why: NoTranscript): string {
  const { transcript } = historyWords[language];
  const sentences: Record<NoTranscript, string> = {
    not_made: transcript.notMade,
    not_yet: transcript.notYet,
    none: transcript.none,
    not_allowed: threadWords[language].notAllowed,
  };
  return sentences[why];
}
