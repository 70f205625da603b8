// The least that an app over Bolt can do: it acknowledges, and opens a view that is always the same.
import { App, HTTPReceiver } from '@slack/bolt';
import { answerAsks } from './asks.ts';

const [port, apiUrl = '', signingSecret = ''] = process.argv.slice(2);
answerAsks({
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() };
  },
});
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({ receiver, token: 'xoxb-bench', clientOptions: { slackApiUrl: apiUrl } });
app.command('/kally', async ({ ack, command, client }) => {
  await ack();
  await client.views.open({
    trigger_id: command.trigger_id,
    view: {
      type: 'modal',
      title: { type: 'plain_text', text: 'Bare' },
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Always the same.' } }],
    },
  });
});
await app.start(Number(port));
process.send?.({ ready: Number(port) });
