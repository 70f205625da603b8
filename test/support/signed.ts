import { createHmac } from 'node:crypto';
import { credentials } from '../../sandbox/slack/world.ts';

const now = () => Math.floor(Date.now() / 1000);

/** The headers with which Slack signs a request of this body. */
export function signed(body: string, { at = now(), secret = credentials.signingSecret } = {}) {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}
