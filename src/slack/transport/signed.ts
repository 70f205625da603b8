import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';

/** How far ahead a request's time may be; Bolt allows it to be as old. */
const clockToleranceSeconds = 5 * 60;

/** Whether a request is of the future: it could be sent again until then. */
export function isAhead(headers: IncomingHttpHeaders, nowMs: number): boolean {
  return Number(headers['x-slack-request-timestamp']) > nowMs / 1000 + clockToleranceSeconds;
}

/** Whether Slack signed these bytes within the last minutes. */
export function isSignedBySlack(
  signingSecret: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  nowMs: number,
): boolean {
  const signature = headers['x-slack-signature'];
  const at = Number(headers['x-slack-request-timestamp']);
  if (typeof signature !== 'string' || !Number.isInteger(at) || isAhead(headers, nowMs)) return false;
  return isValidSlackRequest({
    signingSecret,
    body: body.toString('utf8'),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': at },
    nowMilliseconds: nowMs,
  });
}
