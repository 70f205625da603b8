import type { Call } from '../../domain/call.ts';
import { resultOf } from '../../domain/result.ts';
import { standingOf, whomOf } from '../call/details-view.ts';
import { historyWords } from '../call/history-words.ts';
import { emojiCharacter } from '../call/outcome-block.ts';
import { endedCall, outcomeLine, plainResult } from '../call/outcome-line.ts';
import { requesterAsReader } from '../call/place-time.ts';
import { type Message, note, plain } from '../ui/blocks.ts';
import { formatsIn, slackMoment } from '../ui/formats.ts';
import { escapeMarkup, messageText } from '../ui/text.ts';

/** Below the address of a call's page: the business, where the call stands in a word, and when it was made. Nothing of what was asked or said. */
export function callPreviewMessage(call: Call): Message {
  const reader = requesterAsReader(call.request);
  const whom = whomOf(reader, { ours: call }, false);
  const { emoji, status } = statusOf(call);
  const at = call.sentAt ?? call.confirmedAt;
  const moment = slackMoment(at, formatsIn(reader.language, reader.timeZone).moment(at));
  const made = `${historyWords[reader.language].details.made}: ${moment}`;
  return {
    text: messageText([escapeMarkup(`${whom}: ${status}`), made]),
    blocks: [{ type: 'section', text: plain(`${whom}\n${emojiCharacter(emoji)} ${status}`) }, note(made)],
  };
}

function statusOf(call: Call): { emoji: string; status: string } {
  const reader = requesterAsReader(call.request);
  if (call.stage !== 'ended') return standingOf(reader, { ours: call });
  const { emoji } = outcomeLine(reader, endedCall(call));
  return { emoji, status: plainResult(reader.language, resultOf(call)) };
}
