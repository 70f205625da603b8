import type { SocketModeReceiver } from '@slack/bolt';
import { isRecord } from './payload-schemas.ts';
import type { TellUnheard } from './reject-malformed.ts';

/** Slack's messages about the connection itself. */
const ofConnection = new Set<unknown>(['hello', 'disconnect']);
const delivery = 'delivery';

type Client = SocketModeReceiver['client'];

/**
 * Keeps frames from the socket's client that would end the process. The client reads the inner event of each frame unchecked, and emits
 * event names that the frame chose, including its own (https://github.com/slackapi/node-slack-sdk/issues/2167). All deliveries go to Bolt
 * under one name.
 */
export function guardSocket(client: Client, tell: TellUnheard): void {
  const heard = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const frame = isBinary ? undefined : parseFrame(data);
    if (!isRecord(frame) || !isReadable(frame)) return tell('unreadable', { kind: 'not an envelope' });
    const safe = ofConnection.has(frame.type) ? frame : { ...frame, type: delivery };
    for (const hear of heard) hear.call(client, JSON.stringify(safe), false);
  });
}

/** A frame that cannot be acknowledged is no envelope. */
function isReadable({ type, envelope_id }: Record<string, unknown>): boolean {
  return ofConnection.has(type) || typeof envelope_id === 'string';
}

function parseFrame(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
