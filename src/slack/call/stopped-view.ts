import type { Call } from '../../domain/call.ts';
import type { Message } from '../ui/blocks.ts';
import { escapeMarkup } from '../ui/text.ts';
import { recipientOf } from './standing.ts';
import { callActionWords } from './words.ts';

/** For the requester, whose call an admin stopped. */
export function stoppedByMessage(call: Call, adminId: string): Message {
  const words = callActionWords[call.request.language];
  const what = words.stoppedBy(recipientOf(call, true));
  return {
    text: `<@${adminId}> ${escapeMarkup(what)}`,
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: adminId },
              { type: 'text', text: ` ${what}` },
            ],
          },
        ],
      },
    ],
  };
}
