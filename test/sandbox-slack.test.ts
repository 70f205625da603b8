import { App, type BlockAction, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Manifest } from '../sandbox/slack/manifest.ts';
import { type SlackSandbox, startSlackSandbox } from '../sandbox/slack/server.ts';

const manifest: Manifest = {
  display_information: { name: 'Parrot', description: 'Repeats things' },
  features: {
    slash_commands: [{ command: '/parrot', description: 'Repeat', usage_hint: '[text]' }],
    shortcuts: [
      { name: 'Repeat something', type: 'global', callback_id: 'repeat' },
      { name: 'Repeat this', type: 'message', callback_id: 'repeat_this' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'chat:write.public',
        'channels:read',
        'groups:read',
        'im:write',
        'users:read',
        'files:write',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['message.im', 'app_home_opened', 'app_mention', 'app_uninstalled'] },
  },
};

let slack: SlackSandbox;
let app: App;
let nowMs: number;

async function startParrot(transport: 'http' | 'socket') {
  slack = await startSlackSandbox({ manifest, now: () => nowMs });
  app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    ...(transport === 'socket' ? { socketMode: true, appToken: slack.appToken } : {}),
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  teach(app);
  if (transport === 'socket') {
    await app.start();
    await slack.until(() => slack.connections() === 1);
    return;
  }
  const server = await app.start(0);
  slack.connectApp(
    `http://127.0.0.1:${(server as import('node:http').Server & { address(): { port: number } }).address().port}/slack/events`,
  );
}

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

function form(initial: string, metadata = '') {
  return {
    type: 'modal' as const,
    callback_id: 'form',
    private_metadata: metadata,
    title: text('Repeat'),
    submit: text('Say it'),
    notify_on_close: true,
    blocks: [
      {
        type: 'input' as const,
        block_id: 'kind',
        label: text('Kind'),
        dispatch_action: true,
        element: {
          type: 'static_select' as const,
          action_id: 'kind',
          options: ['plain', 'loud'].map((value) => ({ text: text(value), value })),
        },
      },
      {
        type: 'input' as const,
        block_id: 'words',
        label: text('Words'),
        element: { type: 'plain_text_input' as const, action_id: 'words', initial_value: initial },
      },
    ],
  };
}

function teach(parrot: App) {
  parrot.command('/parrot', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form(command.text, command.channel_id) });
  });
  parrot.action('kind', async ({ ack, client, body }) => {
    await ack();
    const { view } = body as BlockAction;
    if (view)
      await client.views.update({
        view_id: view.id,
        hash: view.hash,
        view: form('ignored', view.private_metadata),
      });
  });
  parrot.view('form', async ({ ack, client, view }) => {
    const words = view.state.values.words?.words?.value ?? '';
    if (words.length < 3) return ack({ response_action: 'errors', errors: { words: 'Too short' } });
    await ack();
    const posted = await client.chat.postMessage({
      channel: view.private_metadata,
      text: words,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: words } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'again', text: text('Again'), value: words }],
        },
      ],
    });
    await client.chat.postMessage({
      channel: view.private_metadata,
      thread_ts: posted.ts as string,
      text: 'in thread',
    });
    return undefined;
  });
  parrot.action('again', async ({ ack, client, body, respond }) => {
    await ack();
    const { channel, message } = body as BlockAction;
    await client.chat.update({ channel: channel?.id ?? '', ts: message?.ts, text: 'changed' });
    await respond({ text: 'only you', response_type: 'ephemeral', replace_original: false });
  });
}

beforeEach(() => {
  nowMs = Date.now();
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  beforeEach(() => startParrot(transport));

  test('a command opens a form, the form posts a message, its button edits it', async () => {
    const ana = slack.as(slack.people.ana.id);
    const { dinner } = slack.channels;

    expect(await ana.types(dinner, '/parrot hi')).toEqual({ ok: true });
    const opened = await slack.until(() => slack.modal(ana.id));
    expect(opened).toMatchObject({ title: 'Repeat', values: { words: { words: { value: 'hi' } } } });

    await ana.fills({ Kind: 'loud' });
    await slack.until(() => slack.calls('views.update')[0]?.status);
    expect(await ana.submits()).toEqual({ ok: false, errors: { words: 'Too short' }, closed: false });
    await ana.fills({ Words: 'hello there' });
    expect(await ana.submits()).toEqual({ ok: true, closed: true });
    expect(slack.modal(ana.id)).toBeUndefined();

    const message = await slack.until(() => slack.messages(dinner).find((one) => one.replies.length === 1));
    expect(message).toMatchObject({ text: 'hello there', isBot: true });
    expect(slack.thread(dinner, message.ts)[0]?.text).toBe('in thread');

    expect(await ana.clicks(message, 'Again')).toEqual({ ok: true });
    await slack.until(() => slack.messages(dinner)[0]?.text === 'changed');
    const [whisper] = await slack.until(
      () => slack.ephemerals(ana.id).length > 0 && slack.ephemerals(ana.id),
    );
    expect(whisper).toMatchObject({ text: 'only you', isEphemeral: true });
    slack.reload(ana.id);
    expect(slack.ephemerals(ana.id)).toEqual([]);
  });
});
