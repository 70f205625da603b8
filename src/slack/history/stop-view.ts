import type { Call } from '../../domain/call.ts';
import { standingOf } from '../call/details-view.ts';
import { historyWords } from '../call/history-words.ts';
import { recipientOf } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { cardActionIds, stopOf } from '../card/actions-view.ts';
import { button, type Message, plain, sentence, spokenMax } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { escapeMarkup, messageText, shorten } from '../ui/text.ts';

/** Nobody has so many, and a message has room for fifty blocks. */
const callsMax = 20;

/** The calls of a person that are under way, each with *Stop*. */
export function stopMessage(reader: Reader, calls: Call[]): Message {
  const words = historyWords[reader.language].stop;
  const { actions } = callActionWords[reader.language];
  const { moment } = formatsIn(reader.language, reader.timeZone);
  const shown = calls.slice(0, callsMax).map((call) => {
    const who = recipientOf(call, true);
    const { label, spoken } = actions[stopOf(call)];
    const made = `, ${moment(call.confirmedAt)}`;
    const aloud = shorten(spoken(who), spokenMax - made.length) + made;
    return { call, label, aloud, line: `${who} · ${standingOf(reader, { ours: call }).status}${made}` };
  });
  if (shown.length === 0) return sentence(words.none);
  return {
    text: messageText([words.which, ...shown.map(({ line }) => `• ${escapeMarkup(line)}`)]),
    blocks: [
      { type: 'section', text: plain(words.which) },
      ...shown.map(({ call, label, aloud, line }) => ({
        type: 'section' as const,
        text: plain(line),
        accessory: {
          ...button(cardActionIds.stop, label, call.id),
          style: 'danger' as const,
          accessibility_label: aloud,
        },
      })),
    ],
  };
}
