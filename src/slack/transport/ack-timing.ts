import type { App, Receiver } from '@slack/bolt';
import { duringDelivery } from './deadline.ts';

export type CountAck = (kind: string, seconds: number) => void;

/** How Slack names what it delivers; a slash command comes without a type. */
const kinds = new Set([
  'event_callback',
  'block_actions',
  'block_suggestion',
  'view_submission',
  'view_closed',
  'shortcut',
  'message_action',
]);

/** A receiver that tells how long each delivery waited for its acknowledgement, and has all that is done for it know when it arrived. */
export function timingDeliveries(receiver: Receiver, count: CountAck): Receiver {
  // What Bolt looks for in a receiver beside this, such as its installer, stays as it is.
  return Object.assign(Object.create(receiver) as Receiver, {
    init(app: App) {
      const processEvent: App['processEvent'] = ({ ack, ...event }) => {
        const startedAt = performance.now();
        const counted: typeof ack = async (...answer) => {
          await ack(...answer);
          count(kindOf(event.body), (performance.now() - startedAt) / 1000);
        };
        return duringDelivery(() => app.processEvent({ ...event, ack: counted }));
      };
      // All that a receiver asks of an app.
      receiver.init({ processEvent } as App);
    },
  });
}

function kindOf({ type, command }: { type?: string; command?: string }): string {
  if (command !== undefined) return 'command';
  return type !== undefined && kinds.has(type) ? type : 'other';
}
