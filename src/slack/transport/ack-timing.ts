import type { App, Receiver } from '@slack/bolt';
import { afterOtherAcks } from './after-other-acks.ts';
import { duringDelivery } from './deadline.ts';

export type CountAck = (kind: string, seconds: number) => void;

/** Slack's type of a delivery; a slash command has none. */
const kinds = new Set([
  'event_callback',
  'block_actions',
  'block_suggestion',
  'view_submission',
  'view_closed',
  'shortcut',
  'message_action',
]);

/**
 * A receiver that measures how long each delivery waited for its acknowledgement, and records its arrival for all its work. What a listener
 * does after its acknowledgement waits for those of other deliveries.
 */
export function timingDeliveries(receiver: Receiver, count: CountAck): Receiver {
  // Other properties that Bolt reads from a receiver, such as its installer, stay.
  return Object.assign(Object.create(receiver) as Receiver, {
    init(app: App) {
      const processEvent: App['processEvent'] = ({ ack, ...event }) => {
        const startedAt = performance.now();
        const counted: typeof ack = async (...answer) => {
          await ack(...answer);
          count(kindOf(event.body), (performance.now() - startedAt) / 1000);
          await afterOtherAcks();
        };
        return duringDelivery(() => app.processEvent({ ...event, ack: counted }));
      };
      // A receiver uses nothing else of an app.
      receiver.init({ processEvent } as App);
    },
  });
}

function kindOf({ type, command }: { type?: string; command?: string }): string {
  if (command !== undefined) return 'command';
  return type !== undefined && kinds.has(type) ? type : 'other';
}
