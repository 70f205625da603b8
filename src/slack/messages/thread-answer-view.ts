import type { Call } from '../../domain/call.ts';
import type { ThreadQuestion } from '../../domain/thread-question.ts';
import { endedCall, lineText, outcomeLine } from '../call/outcome-line.ts';
import { outcomeWords } from '../call/outcome-words.ts';
import { proofBlocks, proofText } from '../call/proof-view.ts';
import { type Message, plain, sentence } from '../ui/blocks.ts';
import type { Reader } from '../ui/formats.ts';
import { escapeMarkup, messageText } from '../ui/text.ts';

/** The answer to a question below a card: the values asked for, each with the words of the business. */
export function threadAnswerMessage(reader: Reader, call: Call, asked: ThreadQuestion): Message {
  const { answers } = outcomeWords[reader.language];
  if (call.stage !== 'ended') return sentence(answers.notOver);
  const ended = endedCall(call);
  const proof = proofBlocks(reader, ended, asked);
  if (proof.length > 0) return { text: messageText([proofText(reader, ended, asked)]), blocks: proof };
  const line = lineText(outcomeLine(reader, ended));
  const nothing = call.outcome?.evidence ? answers.nothing : answers.unread;
  return {
    text: messageText([nothing, escapeMarkup(line)]),
    blocks: [
      { type: 'section', text: plain(nothing) },
      { type: 'context', elements: [plain(line)] },
    ],
  };
}
