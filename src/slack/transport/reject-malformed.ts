import {
  type App,
  HTTPModuleFunctions,
  type HTTPReceiver,
  type Receiver,
  type SocketModeReceiver,
} from '@slack/bolt';
import type { Logger } from 'pino';
import { completed, faultsOf, isRecord, kindOf } from './payload-schemas.ts';

/** Why a delivery reached no listener. */
export type UnheardReason = 'rate_limited' | 'unreadable' | 'unknown';
/** Logs and counts a delivery that reached no listener. */
export type TellUnheard = (reason: UnheardReason, what: { kind: string; fields?: string[] }) => void;

/** The delivery is signed, but not as Slack documents it. */
class UnreadableDelivery extends Error {
  override readonly name = 'UnreadableDelivery';
}

/** No listener acknowledged it, and none will. */
class UnheardDelivery extends Error {
  override readonly name = 'UnheardDelivery';
}

const sentences: Record<Exclude<UnheardReason, 'rate_limited'>, string> = {
  unreadable: 'Slack delivered what cannot be read',
  unknown: 'Slack delivered what nobody acknowledged',
};

export function createTellUnheard(log: Logger, count: (reason: UnheardReason) => void): TellUnheard {
  return (reason, what) => {
    count(reason);
    if (reason !== 'rate_limited') log.warn({ reason, ...what }, sentences[reason]);
  };
}

/**
 * A receiver that gives Bolt only deliveries that it can read, because others break it. It answers at once when no listener acknowledges a
 * delivery; Bolt alone would wait for 3 s.
 */
export function rejectMalformed(receiver: Receiver, log: Logger, tell: TellUnheard): Receiver {
  return Object.assign(Object.create(receiver) as Receiver, {
    init(app: App) {
      const processEvent: App['processEvent'] = async ({ body: delivered, ack, ...event }) => {
        const body: unknown = delivered;
        if (isLimitNotice(body)) {
          tell('rate_limited', { kind: 'app_rate_limited' });
          log.warn(
            { workspaceId: body.team_id },
            'Slack holds events of a workspace back: there were too many within an hour',
          );
          return ack();
        }
        const fields = faultsOf(body);
        if (fields || !isRecord(body)) {
          tell('unreadable', { kind: kindOf(body), ...(fields && { fields }) });
          throw new UnreadableDelivery();
        }
        let isAcknowledged = false;
        const noted: typeof ack = async (...answer) => {
          isAcknowledged = true;
          await ack(...answer);
        };
        await app.processEvent({ ...event, body: completed(body), ack: noted });
        if (isAcknowledged) return;
        tell('unknown', { kind: kindOf(body) });
        throw new UnheardDelivery();
      };
      receiver.init({ processEvent } as App);
    },
  });
}

/** https://docs.slack.dev/apis/events-api/#rate_limiting: it has no inner event. */
function isLimitNotice(body: unknown): body is { team_id?: string } {
  return isRecord(body) && body.type === 'app_rate_limited';
}

type HttpHandler = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['processEventErrorHandler']>;
type SocketHandler = NonNullable<
  ConstructorParameters<typeof SocketModeReceiver>[0]['processEventErrorHandler']
>;

export const answerMalformed: HttpHandler = async (failed) => {
  const status = statusFor(failed.error);
  if (!status) return HTTPModuleFunctions.defaultProcessEventErrorHandler(failed);
  if (!failed.response.headersSent) failed.response.writeHead(status).end();
  return true;
};

function statusFor(error: Error): number | undefined {
  if (error instanceof UnreadableDelivery) return 400;
  return error instanceof UnheardDelivery ? 404 : undefined;
}

/**
 * Over a socket there is no refusal: what is not acknowledged comes again, and can be read no better then. Nobody catches what fails
 * after this.
 */
export function acknowledgeMalformed(log: Logger): SocketHandler {
  return async ({ error, event }) => {
    if (error instanceof UnreadableDelivery) {
      await event.ack().catch((err: unknown) => log.warn({ err }, 'an acknowledgement did not reach Slack'));
    } else if (!(error instanceof UnheardDelivery)) log.error({ err: error }, 'Bolt failed on a delivery');
    return false;
  };
}
