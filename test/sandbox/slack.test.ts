import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, type BlockAction, LogLevel, type SlackViewAction } from '@slack/bolt';
import { Pool } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patched } from '../../sandbox/slack/changes.ts';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import { type SlackSandbox, startSlackSandbox } from '../../sandbox/slack/server.ts';
import type { ActAnswer, SandboxState, TopicChange } from '../../sandbox/slack/wire.ts';

const manifest: Manifest = {
  display_information: { name: 'Parrot', description: 'Repeats things' },
  features: {
    app_home: { home_tab_enabled: true },
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
        'app_mentions:read',
        'im:history',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['message.im', 'app_home_opened', 'app_mention', 'app_uninstalled'] },
  },
};

async function* changesIn({ body }: Response): AsyncGenerator<TopicChange & { length: number }> {
  let rest = '';
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (rest + text).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events)
      yield { ...(JSON.parse(event.replace('data: ', '')) as TopicChange), length: event.length };
  }
}

let slack: SlackSandbox;
let app: App;
let nowMs: number;
const errors: Error[] = [];

async function startParrot(transport: 'http' | 'socket', more: Partial<Manifest> = {}) {
  slack = await startSlackSandbox({ manifest: { ...manifest, ...more }, now: () => nowMs });
  app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    ...(transport === 'socket' ? { socketMode: true, appToken: slack.appToken } : {}),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
    // Or it asks auth.test in the background, and some tests are over sooner.
    tokenVerificationEnabled: false,
  });
  app.error(async (error) => void errors.push(error));
  const server = (await app.start(0)) as Server;
  if (transport === 'socket') return slack.until(() => slack.connections() === 1);
  const { port } = server.address() as AddressInfo;
  return slack.connectApp(`http://127.0.0.1:${port}/slack/events`);
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

function form(initial: string, metadata = '') {
  return {
    type: 'modal' as const,
    callback_id: 'form',
    private_metadata: metadata,
    title: plain('Repeat'),
    submit: plain('Say it'),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'kind',
        label: plain('Kind'),
        dispatch_action: true,
        element: {
          type: 'static_select' as const,
          action_id: 'kind',
          options: [option('Plain'), option('Loud')],
        },
      },
      {
        type: 'input' as const,
        block_id: 'words',
        label: plain('Words'),
        element: { type: 'plain_text_input' as const, action_id: 'words', initial_value: initial },
      },
    ],
  };
}

/** `/parrot` opens a form; what is typed there is posted with a button under it and a reply. */
function teachParrot() {
  app.command('/parrot', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form(command.text, command.channel_id) });
  });
  app.action({ type: 'block_actions', action_id: 'kind' }, async ({ ack, client, body }) => {
    await ack();
    if (!body.view) return;
    const view = form('not what was typed', body.view.private_metadata);
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
  app.view('form', async ({ ack, client, view }) => {
    const words = view.state.values.words?.words?.value ?? '';
    if (words.length < 3) return ack({ response_action: 'errors', errors: { words: 'Too short' } });
    await ack();
    const channel = view.private_metadata;
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: words } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'again', text: plain('Again'), value: words }],
      },
    ];
    const { ts = '' } = await client.chat.postMessage({ channel, text: words, blocks });
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'in thread' });
    await client.filesUploadV2({
      channel_id: channel,
      thread_ts: ts,
      content: 'squawk',
      filename: 'words.txt',
    });
  });
  app.action<BlockAction>('again', async ({ ack, client, body, respond }) => {
    await ack();
    const { channel, message } = body;
    await client.chat.update({ channel: channel?.id ?? '', ts: String(message?.ts), text: 'changed' });
    await respond({ text: 'only you', response_type: 'ephemeral', replace_original: false });
  });
}

/** Opens `view` for Ana by a command. */
async function open(view: object) {
  app.command('/parrot', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: view as never });
  });
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, '/parrot');
  await slack.until(() => slack.modal(ana.id));
  return ana;
}

/** The error code of a Web API call that must fail. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: { data?: { error: string } }) => reason,
  );
  return error?.data?.error ?? 'it was accepted';
}

beforeEach(() => {
  nowMs = Date.now();
  errors.length = 0;
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  beforeEach(() => startParrot(transport));

  test('a command, its form, the message, its thread, its file and its button', async () => {
    teachParrot();
    const ana = slack.as(slack.people.ana.id);
    const { reception } = slack.channels;

    expect(await ana.types(reception, '/parrot hi')).toEqual({ ok: true });
    const opened = await slack.until(() => slack.modal(ana.id));
    expect(opened).toMatchObject({ title: 'Repeat', values: { words: { words: { value: 'hi' } } } });

    await ana.fills({ Kind: 'Loud' });
    await slack.until(() => slack.calls('views.update')[0]?.status);
    expect(await ana.submits()).toEqual({ ok: false, errors: { words: 'Too short' }, closed: false });
    await ana.fills({ Words: 'hello there' });
    expect(await ana.submits()).toEqual({ ok: true, closed: true });
    expect(slack.modal(ana.id)).toBeUndefined();

    const message = await slack.until(() =>
      slack.messages(reception).find((one) => one.replies.length === 2),
    );
    expect(message).toMatchObject({ text: 'hello there', isBot: true });
    const [reply, upload] = slack.thread(reception, message.ts);
    expect(reply?.text).toBe('in thread');
    expect(upload?.files).toMatchObject([{ name: 'words.txt', size: 6, preview: 'squawk' }]);
    const bytes = await fetch(slack.url + upload?.files[0]?.url);
    expect(await bytes.text()).toBe('squawk');

    expect(await ana.clicks(message, 'Again')).toEqual({ ok: true });
    await slack.until(() => slack.messages(reception)[0]?.text === 'changed');
    const [whisper] = await slack.until(
      () => slack.ephemerals(ana.id).length > 0 && slack.ephemerals(ana.id),
    );
    expect(whisper).toMatchObject({ text: 'only you', isEphemeral: true });
    slack.reload(ana.id);
    expect(slack.ephemerals(ana.id)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('an app that acknowledges too late makes Slack complain', async () => {
    const held: (() => Promise<void>)[] = [];
    app.command('/parrot', async ({ ack }) => void held.push(ack));
    const ana = slack.as(slack.people.ana.id);
    const notice = '/parrot failed with the error "operation_timeout"';
    expect(await ana.types(slack.channels.dinner, '/parrot')).toEqual({ ok: false, notice });
    expect(ana.lastNotice()).toBe(notice);
    await held[0]?.().catch(() => undefined);
  });

  test('an event reaches the app', async () => {
    const heard: unknown[] = [];
    app.event('app_home_opened', async ({ event, client }) => {
      heard.push(event.tab);
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    app.message(async ({ message }) => void heard.push('text' in message ? message.text : message.subtype));
    const luis = slack.as(slack.people.luis.id);
    await luis.opensHome();
    await luis.types(slack.channels.luisAndKally, 'hola');
    await slack.until(() => slack.home(luis.id));
    await slack.until(() => heard.length === 2);
    expect(heard).toEqual(['home', 'hola']);
  });
});

test('a busy hour is no reason to refuse anybody', async () => {
  await startParrot('http');
  // Slack's client would take most of the time.
  const pool = new Pool(slack.url, { connections: 20 });
  const ask = async () => {
    const headers = { authorization: `Bearer ${slack.botToken}` };
    const { body } = await pool.request({ method: 'POST', path: '/api/auth.test', headers });
    return (await body.json()) as { ok: boolean };
  };
  for (let asked = 0; asked < 5_200; asked += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, ask));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  }
  await pool.close();
});

describe('Socket Mode', () => {
  test('the client reconnects when Slack asks it to', async () => {
    await startParrot('socket');
    slack.refreshConnections();
    await slack.until(() => slack.calls('apps.connections.open').length === 2 && slack.connections() === 1);
    app.command('/parrot', async ({ ack }) => ack('still here'));
    const ana = slack.as(slack.people.ana.id);
    await vi.waitUntil(async () => (await ana.types(slack.channels.dinner, '/parrot')).ok);
    expect(slack.ephemerals(ana.id).at(-1)?.text).toBe('still here');
  });

  test('opening a connection needs the app-level token', async () => {
    await startParrot('socket');
    expect(await refusalOf(app.client.apps.connections.open({ token: slack.botToken }))).toBe(
      'not_allowed_token_type',
    );
    expect(await refusalOf(app.client.apps.connections.open({ token: 'xapp-other' }))).toBe('invalid_auth');
  });
});

describe('commands', () => {
  beforeEach(() => startParrot('http'));

  test('the ack may carry the answer, for the person or for all', async () => {
    app.command('/parrot', async ({ ack, command }) =>
      ack({
        text: `You said ${command.text}`,
        response_type: command.text === 'all' ? 'in_channel' : 'ephemeral',
      }),
    );
    const ana = slack.as(slack.people.ana.id);
    await ana.types(slack.channels.dinner, '/parrot me');
    expect(slack.ephemerals(ana.id)).toMatchObject([{ text: 'You said me' }]);
    await ana.types(slack.channels.anaAndLuis, '/parrot all');
    expect(slack.messages(slack.channels.anaAndLuis)).toMatchObject([{ text: 'You said all', isBot: true }]);
  });

  test('in a thread, or not of the app, they do not work', async () => {
    const ana = slack.as(slack.people.ana.id);
    const { dinner } = slack.channels;
    expect((await ana.types(dinner, '/parrot', { threadTs: '1.1' })).notice).toContain(
      'not supported in threads',
    );
    expect((await ana.types(dinner, '/owl')).notice).toContain('/owl is not a valid command');
  });

  test('an app that answers 500 is named', async () => {
    app.command('/parrot', async () => {
      throw new Error('before the ack');
    });
    slack.connectApp(`${slack.url}/nothing-here`);
    const answer = await slack.as(slack.people.ana.id).types(slack.channels.dinner, '/parrot');
    expect(answer.notice).toBe('/parrot failed with the error "dispatch_failed"');
  });
});

describe('trigger ids', () => {
  beforeEach(() => startParrot('http'));

  test('live 3 seconds and work once', async () => {
    const refusals: string[] = [];
    app.command('/parrot', async ({ ack, client, command }) => {
      await ack();
      if (command.text === 'late') nowMs += 3_000;
      const view = form('x');
      refusals.push(await refusalOf(client.views.open({ trigger_id: command.trigger_id, view })));
      refusals.push(await refusalOf(client.views.open({ trigger_id: command.trigger_id, view })));
    });
    const ana = slack.as(slack.people.ana.id);
    await ana.types(slack.channels.dinner, '/parrot');
    await slack.until(() => refusals.length === 2);
    await ana.types(slack.channels.dinner, '/parrot late');
    await slack.until(() => refusals.length === 4);
    expect(refusals).toEqual([
      'it was accepted',
      'exchanged_trigger_id',
      'expired_trigger_id',
      'expired_trigger_id',
    ]);
  });

  test('that do not exist are refused', async () => {
    expect(await refusalOf(app.client.views.open({ trigger_id: '1.2.3', view: form('x') }))).toBe(
      'invalid_trigger_id',
    );
  });
});

describe('response_url', () => {
  let responseUrl: string;
  beforeEach(async () => {
    await startParrot('http');
    app.command('/parrot', async ({ ack, command }) => {
      await ack();
      responseUrl = command.response_url;
    });
    await slack.as(slack.people.ana.id).types(slack.channels.board, '/parrot');
    await slack.until(() => responseUrl);
  });

  async function respond(body: object) {
    const response = await fetch(responseUrl, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  test('works five times, in a private channel without the bot too', async () => {
    for (let use = 1; use <= 5; use += 1) {
      expect(await respond({ text: `${use}`, response_type: 'in_channel' })).toEqual({
        status: 200,
        body: { ok: true },
      });
    }
    expect(await respond({ text: '6' })).toEqual({ status: 404, body: { ok: false, error: 'used_url' } });
    expect(slack.messages(slack.channels.board).map((one) => one.text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('fails as it is told to, without being used up', async () => {
    slack.fault({ method: 'response_url', kind: '429', times: 5 });
    for (let use = 1; use <= 5; use += 1) expect((await respond({ text: 'no' })).status).toBe(429);
    expect((await respond({ text: 'yes' })).status).toBe(200);
  });

  test('works 30 minutes', async () => {
    nowMs += 30 * 60_000 - 1;
    expect((await respond({ text: 'in time' })).status).toBe(200);
    nowMs += 1;
    expect(await respond({ text: 'late' })).toEqual({
      status: 404,
      body: { ok: false, error: 'expired_url' },
    });
  });

  test('of a button replaces and deletes the message it came from', async () => {
    const ana = slack.as(slack.people.ana.id);
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'press', text: plain('Press') }] },
    ];
    await app.client.chat.postEphemeral({
      channel: slack.channels.reception,
      user: ana.id,
      text: 'first',
      blocks,
    });
    app.action<BlockAction>('press', async ({ ack, body }) => {
      await ack();
      responseUrl = body.response_url;
      expect(body).toMatchObject({ container: { is_ephemeral: true } });
      expect(body.message).toBeUndefined();
    });
    const [message] = slack.ephemerals(ana.id);
    if (!message) throw new Error('no ephemeral message');
    await ana.clicks(message, 'Press');
    await respond({ text: 'second', replace_original: true });
    expect(slack.ephemerals(ana.id)).toMatchObject([{ ts: message.ts, text: 'second' }]);
    await respond({ delete_original: true });
    expect(slack.ephemerals(ana.id)).toEqual([]);
  });
});

describe('the Web API', () => {
  beforeEach(() => startParrot('http'));

  test('asks for the scopes of the manifest', async () => {
    const answer = await app.client.team.info().catch((error) => error.data);
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', needed: 'team:read' });
    expect(answer.provided).toContain('chat:write.public');
    expect(await refusalOf(app.client.conversations.history({ channel: slack.channels.dinner }))).not.toBe(
      'it was accepted',
    );
    expect(await refusalOf(app.client.auth.test({ token: 'xoxb-other' }))).toBe('invalid_auth');
    expect(await app.client.auth.test()).toMatchObject({ user_id: slack.botUserId, team_id: slack.teamId });
  });

  test('keeps the bot out of where it is no member', async () => {
    const { board, anaAndLuis, dinner, reception } = slack.channels;
    const post = (channel: string) => refusalOf(app.client.chat.postMessage({ channel, text: 'hi' }));
    expect(await post(board)).toBe('channel_not_found');
    expect(await post(anaAndLuis)).toBe('channel_not_found');
    expect(await post('C0NOWHERE1')).toBe('channel_not_found');
    expect(await post(dinner)).toBe('it was accepted');
    expect(await post(reception)).toBe('it was accepted');
    expect(await post(slack.people.noor.id)).toBe('it was accepted');
    expect(slack.messages(slack.channels.noorAndKally)).toMatchObject([{ text: 'hi' }]);
    const info = (channel: string) => refusalOf(app.client.conversations.info({ channel }));
    expect(await info(board)).toBe('channel_not_found');
    expect(await app.client.conversations.info({ channel: dinner })).toMatchObject({
      channel: { is_member: false },
    });
    const upload = app.client.filesUploadV2({ channel_id: dinner, content: 'x', filename: 'x.txt' });
    expect(await refusalOf(upload)).toBe('not_in_channel');
  });

  test('without chat:write.public a public channel needs an invitation', async () => {
    await app.stop();
    await slack.stop();
    await startParrot('http', { oauth_config: { scopes: { bot: ['chat:write'] } } });
    const post = app.client.chat.postMessage({ channel: slack.channels.dinner, text: 'hi' });
    expect(await refusalOf(post)).toBe('not_in_channel');
  });

  test('opens the direct message with a person', async () => {
    const { channel } = await app.client.conversations.open({ users: slack.people.noor.id });
    expect(channel?.id).toBe(slack.channels.noorAndKally);
    await app.client.filesUploadV2({ channel_id: channel?.id ?? '', content: 'x', filename: 'x.txt' });
    expect(slack.files()).toMatchObject([{ name: 'x.txt', preview: 'x' }]);
  });

  test('whispers only to members', async () => {
    const { reception, general } = slack.channels;
    const whisper = (user: string, channel: string = reception) =>
      refusalOf(app.client.chat.postEphemeral({ channel, user, text: 'psst' }));
    expect(await whisper(slack.people.noor.id)).toBe('user_not_in_channel');
    expect(await whisper(slack.people.luis.id)).toBe('it was accepted');
    expect(slack.messages(reception)).toEqual([]);
    expect(await whisper(slack.people.luis.id, general)).toBe('not_in_channel');
  });

  test('says what is wrong with blocks', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    const answer = await app.client.chat
      .postMessage({ channel: slack.channels.dinner, text: 'hi', blocks })
      .catch((error) => error.data);
    expect(answer.error).toBe('invalid_blocks');
    expect(answer.response_metadata.messages).toEqual([
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
    const wide = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2900) },
    }));
    const post = app.client.chat.postMessage({ channel: slack.channels.dinner, text: 'hi', blocks: wide });
    expect(await refusalOf(post)).toBe('msg_blocks_too_long');
  });

  test('knows where people live', async () => {
    const { user } = await app.client.users.info({ user: slack.people.luis.id, include_locale: true });
    expect(user).toMatchObject({ tz: 'Europe/Madrid', locale: 'es-ES', is_bot: false });
    expect([3600, 7200]).toContain(user?.tz_offset);
    expect(await app.client.users.info({ user: slack.people.noor.id })).toMatchObject({
      user: { is_restricted: true },
    });
  });

  test('fails as it is told to', async () => {
    const post = () => app.client.chat.postMessage({ channel: slack.channels.dinner, text: 'hi' });
    slack.fault({ method: 'chat.postMessage', kind: '500' });
    await expect(post()).rejects.toThrow();
    slack.fault({ method: '*', kind: 'lost' });
    await expect(post()).rejects.toThrow();
    expect(slack.messages(slack.channels.dinner)).toHaveLength(1);
    slack.fault({ method: 'chat.postMessage', kind: '429', retryAfterSeconds: 7 });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    await post();
    expect(slack.messages(slack.channels.dinner)).toHaveLength(2);
  });

  test('logs the requests, and no token', async () => {
    await app.client.chat.postMessage({ channel: slack.channels.dinner, text: 'hi' });
    const [call] = slack.calls('chat.postMessage');
    expect(call).toMatchObject({
      kind: 'web-api',
      status: 200,
      request: { text: 'hi' },
      answer: { ok: true },
    });
    expect(JSON.stringify(slack.traffic.entries())).not.toContain(slack.botToken);
  });
});

describe('modals', () => {
  beforeEach(() => startParrot('http'));

  test('bring the values of every input in Slack’s shapes', async () => {
    const input = (id: string, element: object) => ({
      type: 'input',
      block_id: id,
      optional: true,
      label: plain(id),
      element: { action_id: id, ...element },
    });
    const ana = await open({
      ...form(''),
      blocks: [
        input('text', { type: 'plain_text_input' }),
        input('number', { type: 'number_input', is_decimal_allowed: false }),
        input('email', { type: 'email_text_input' }),
        input('url', { type: 'url_text_input' }),
        input('menu', { type: 'static_select', options: [option('One'), option('Two')] }),
        input('place', { type: 'conversations_select', default_to_current_conversation: true }),
        input('who', { type: 'users_select' }),
        input('date', { type: 'datepicker', initial_date: '2026-12-24' }),
        input('time', { type: 'timepicker' }),
        input('moment', { type: 'datetimepicker' }),
        input('radio', { type: 'radio_buttons', options: [option('One'), option('Two')] }),
        input('boxes', { type: 'checkboxes', options: [option('One'), option('Two')] }),
        input('untouched', { type: 'plain_text_input' }),
      ],
    });
    let values: SlackViewAction['view']['state']['values'] = {};
    app.view('form', async ({ ack, view }) => {
      values = view.state.values;
      await ack();
    });
    await ana.fills({
      text: 'a',
      number: '3',
      email: 'a@b.co',
      url: 'https://example.com',
      menu: 'Two',
      who: 'Luis Ortega',
      time: '19:30',
      moment: 1_800_000_000,
      radio: 'one',
      boxes: ['One', 'Two'],
    });
    expect(await ana.submits()).toMatchObject({ ok: true });
    const one = { text: plain('One'), value: 'one' };
    const two = { text: plain('Two'), value: 'two' };
    expect(values).toEqual({
      text: { text: { type: 'plain_text_input', value: 'a' } },
      number: { number: { type: 'number_input', value: '3' } },
      email: { email: { type: 'email_text_input', value: 'a@b.co' } },
      url: { url: { type: 'url_text_input', value: 'https://example.com' } },
      menu: { menu: { type: 'static_select', selected_option: two } },
      place: { place: { type: 'conversations_select', selected_conversation: slack.channels.dinner } },
      who: { who: { type: 'users_select', selected_user: slack.people.luis.id } },
      date: { date: { type: 'datepicker', selected_date: '2026-12-24' } },
      time: { time: { type: 'timepicker', selected_time: '19:30' } },
      moment: { moment: { type: 'datetimepicker', selected_date_time: 1_800_000_000 } },
      radio: { radio: { type: 'radio_buttons', selected_option: one } },
      boxes: { boxes: { type: 'checkboxes', selected_options: [one, two] } },
      untouched: { untouched: { type: 'plain_text_input', value: null } },
    });
  });

  test('are not sent while something required is missing', async () => {
    const ana = await open(form(''));
    const missing = 'Please complete this required field.';
    expect(await ana.submits()).toEqual({
      ok: false,
      closed: false,
      errors: { kind: missing, words: missing },
    });
  });

  test('keep what was typed across an update as long as both ids stay', async () => {
    const ana = await open(form('old'));
    await ana.fills({ Words: 'typed' });
    const { id = '', hash = '' } = slack.modal(ana.id) ?? {};
    await app.client.views.update({ view_id: id, hash, view: form('new') });
    expect(slack.modal(ana.id)?.values.words?.words?.value).toBe('typed');
    expect(await refusalOf(app.client.views.update({ view_id: id, hash, view: form('x') }))).toBe(
      'hash_conflict',
    );

    const renamed = form('new');
    renamed.blocks[1] = { ...renamed.blocks[1], block_id: 'words-2' } as never;
    await app.client.views.update({ view_id: id, view: renamed });
    expect(slack.modal(ana.id)?.values['words-2']?.words?.value).toBe('new');
  });

  test('stack up to three, and say when they are closed', async () => {
    const closed: string[] = [];
    const page = (title: string) => ({
      type: 'modal' as const,
      callback_id: title,
      notify_on_close: true,
      title: plain(title),
      blocks: [
        { type: 'actions', elements: [{ type: 'button', action_id: 'deeper', text: plain('Deeper') }] },
      ],
    });
    const refusals: string[] = [];
    app.action<BlockAction>('deeper', async ({ ack, client, body }) => {
      await ack();
      refusals.push(await refusalOf(client.views.push({ trigger_id: body.trigger_id, view: page('next') })));
    });
    app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, view }) => {
      closed.push(view.callback_id);
      await ack();
    });
    const ana = await open(page('first'));
    for (let depth = 1; depth <= 3; depth += 1) {
      await ana.clicks('modal', 'Deeper');
      await slack.until(() => refusals.length === depth);
    }
    expect(refusals).toEqual(['it was accepted', 'it was accepted', 'push_limit_reached']);
    await ana.closes();
    expect(closed).toEqual(['next']);
    await ana.clicks('modal', 'Deeper');
    await slack.until(() => refusals.length === 4);
    expect(refusals.at(-1)).toBe('it was accepted');
    await ana.closes({ all: true });
    expect(closed).toHaveLength(4);
    expect(slack.modal(ana.id)).toBeUndefined();
  });

  test('obey the answer to a submission', async () => {
    const ana = await open(form('words'));
    app.action('kind', async ({ ack }) => ack());
    const answers = [
      { response_action: 'update', view: form('a second page') },
      { response_action: 'push', view: { ...form('deeper'), blocks: [] } },
      { response_action: 'errors', errors: { 'no-such-block': 'x' } },
      { response_action: 'clear' },
    ];
    app.view('form', async ({ ack }) => ack(answers.shift() as never));
    await ana.fills({ Kind: 'Plain' });
    expect(await ana.submits()).toEqual({ ok: true, closed: false });
    expect(slack.modal(ana.id)?.values.words?.words?.value).toBe('words');
    await ana.submits();
    expect(slack.stateFor(ana.id).modals).toHaveLength(2);
    expect((await ana.submits()).notice).toBe('We had some trouble connecting. Try again?');
    expect(await ana.submits()).toEqual({ ok: true, closed: true });
    expect(slack.modal(ana.id)).toBeUndefined();
  });

  test('load the options of an external menu', async () => {
    const element = { type: 'external_select', action_id: 'bird', min_query_length: 2 };
    const block = { type: 'input', block_id: 'bird', label: plain('Bird'), element };
    const ana = await open({ ...form(''), blocks: [block] });
    app.options('bird', async ({ ack, options }) => ack({ options: [option(`${options.value}bird`)] }));
    expect(await ana.loadsOptions('modal', 'Bird', 'b')).toEqual({ ok: true, options: [] });
    expect((await ana.loadsOptions('modal', 'Bird', 'black')).options).toEqual([option('blackbird')]);
    await ana.fills({ Bird: 'blackbird' });
    expect(slack.modal(ana.id)?.values.bird?.bird?.selected_option).toEqual(option('blackbird'));
  });

  test('say so when the app is late', async () => {
    const ana = await open({ ...form('words'), blocks: form('words').blocks.slice(1) });
    app.view('form', async () => sleep(1));
    const answer = await ana.submits();
    expect(answer).toEqual({
      ok: false,
      closed: false,
      notice: 'We had some trouble connecting. Try again?',
    });
    expect(slack.modal(ana.id)?.values.words?.words?.value).toBe('words');
  });
});

describe('shortcuts, mentions and events', () => {
  beforeEach(() => startParrot('http'));

  test('a global shortcut and one on a message', async () => {
    const used: unknown[] = [];
    app.shortcut('repeat', async ({ ack, shortcut }) => {
      await ack();
      used.push(shortcut.type, 'response_url' in shortcut);
    });
    app.shortcut({ type: 'message_action', callback_id: 'repeat_this' }, async ({ ack, shortcut }) => {
      await ack();
      used.push(shortcut.message.text, shortcut.channel.name);
    });
    const ana = slack.as(slack.people.ana.id);
    await ana.types(slack.channels.anaAndLuis, 'ring them on 555 0100');
    const [message] = slack.messages(slack.channels.anaAndLuis);
    if (!message) throw new Error('no message');
    await ana.usesShortcut('Repeat something');
    await ana.usesMessageShortcut('repeat_this', message);
    expect(used).toEqual(['shortcut', false, 'ring them on 555 0100', 'directmessage']);
  });

  test('an event that fails comes again', async () => {
    const tries: unknown[] = [];
    const flaky = createServer((request, response) => {
      tries.push(request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']);
      response.writeHead(tries.length > 2 ? 200 : 500).end();
    });
    flaky.listen(0, '127.0.0.1');
    await once(flaky, 'listening');
    slack.connectApp(`http://127.0.0.1:${(flaky.address() as AddressInfo).port}`);
    await slack.as(slack.people.ana.id).types(slack.channels.reception, '@Parrot hello');
    await slack.until(() => tries.length === 4);
    expect(tries).toEqual([undefined, undefined, '1', 'http_error']);
    flaky.close();
    const [delivery] = slack.traffic.entries().filter((entry) => entry.name === 'app_mention');
    expect(delivery?.request).toMatchObject({ event: { text: `<@${slack.botUserId}> hello` } });
  });

  test('an uninstalled app has no token left', async () => {
    const uninstalled = vi.fn(async () => undefined);
    app.event('app_uninstalled', uninstalled);
    await slack.uninstall();
    await vi.waitUntil(() => uninstalled.mock.calls.length === 1);
    expect(await refusalOf(app.client.auth.test())).toBe('account_inactive');
  });
});

describe('who is let in', () => {
  beforeEach(() => startParrot('http'));

  test('an app must refuse what Slack did not sign', async () => {
    const ack = vi.fn();
    app.command('/parrot', ack);
    const delivery = {
      kind: 'slash_commands',
      name: '/parrot',
      payload: { command: '/parrot', text: 'x' },
    } as const;
    for (const forgery of ['unsigned', 'stale', 'wrong-secret'] as const) {
      expect((await slack.deliverForged(delivery, forgery)).status).toBe(401);
    }
    expect(ack).not.toHaveBeenCalled();
    expect(await slack.verifyUrl()).toMatchObject({ ok: true, body: { challenge: expect.any(String) } });
  });

  test('the page acts through HTTP, a foreign page does not', async () => {
    const act = (headers: Record<string, string>) =>
      fetch(`${slack.url}/sandbox/act`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          as: slack.people.ana.id,
          act: { do: 'type', channelId: slack.channels.dinner, text: 'hi' },
        }),
      });
    expect((await act({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await (await act({ origin: slack.url })).json()) as ActAnswer).toEqual({ ok: true });
    const state = (await (
      await fetch(`${slack.url}/sandbox/state?as=${slack.people.noor.id}`)
    ).json()) as SandboxState;
    expect(state.me.realName).toBe('Noor Haddad');
    // A guest sees no channel but their own.
    expect(state.channels.map((one) => one.name)).toEqual(['dinner', 'Parrot']);
    expect(state.channels[0]?.messages).toMatchObject([{ text: 'hi', userId: slack.people.ana.id }]);
    expect(state.commands).toEqual([{ command: '/parrot', description: 'Repeat', usageHint: '[text]' }]);
  });

  test('the page is told what it sees, and from then on what changed', async () => {
    const { ana } = slack.people;
    const topic = `client/${ana.id}`;
    const response = await fetch(`${slack.url}/sandbox/events?watch=no-such&watch=${topic}`);
    const changes = changesIn(response);
    const next = async () => (await changes.next()).value as TopicChange & { length: number };
    const [none, all] = [await next(), await next()];
    expect([none, all]).toMatchObject([{ topic: 'no-such', patch: { set: null } }, { topic }]);
    await slack.as(ana.id).types(slack.channels.dinner, 'The soup of the day');
    const change = await next();
    expect(change.length).toBeLessThan(all.length / 4);
    const seen = patched(patched(undefined, all.patch), change.patch);
    expect(seen).toEqual(JSON.parse(JSON.stringify(slack.stateFor(ana.id))));
    await changes.return(undefined);
  });

  test('"Add to Slack" ends with a token that works', async () => {
    const redirect = 'http://127.0.0.1:9/slack/oauth_redirect';
    const query = new URLSearchParams({
      client_id: slack.clientId,
      scope: 'chat:write,chat:write.public',
      redirect_uri: redirect,
      state: 's t',
    });
    const page = await fetch(`${slack.url}/oauth/v2/authorize?${query}`);
    const html = await page.text();
    const hidden = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const fields = new Map(hidden.map(([name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
    fields.set('user_id', slack.people.ana.id);
    const chosen = await fetch(`${slack.url}/oauth/v2/authorize/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([...fields]),
    });
    const back = await fetch(chosen.headers.get('location') ?? '', { redirect: 'manual' });
    const arrived = new URL(back.headers.get('location') ?? '');
    expect(arrived.origin + arrived.pathname).toBe(redirect);
    expect(arrived.searchParams.get('state')).toBe('s t');

    const exchange = { client_id: slack.clientId, client_secret: slack.clientSecret, redirect_uri: redirect };
    const code = arrived.searchParams.get('code') ?? '';
    const { access_token: token = '', authed_user: user } = await app.client.oauth.v2.access({
      ...exchange,
      code,
    });
    expect(user?.id).toBe(slack.people.ana.id);
    const post = app.client.chat.postMessage({ token, channel: slack.channels.dinner, text: 'installed' });
    expect(await refusalOf(post)).toBe('it was accepted');
    const foreign = new URLSearchParams({
      ...Object.fromEntries(query),
      redirect_uri: 'https://evil.example',
    });
    expect((await fetch(`${slack.url}/oauth/v2/authorize?${foreign}`)).status).toBe(400);
  });
});
