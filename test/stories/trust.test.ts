import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterCode, signInBy, startTown, type Town } from '../support/app.ts';
import { dumpOf } from '../support/database.ts';
import { deliveryTo } from '../support/deliveries.ts';
import { signed as signedBySlack } from '../support/signed.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown({ env: { METRICS_ADDRESS: '0' } });
});
afterAll(() => town.stop());

const body = () =>
  new URLSearchParams({
    command: '/kally',
    text: 'help',
    team_id: town.slack.teamId,
    channel_id: town.slack.channels.general,
    user_id: town.slack.people.ana.id,
    trigger_id: '1.2.abc',
    response_url: `${town.slack.url}/nowhere`,
    api_app_id: 'A1',
  }).toString();

function post(headers: Record<string, string>, text = body()) {
  return fetch(`${town.publicUrl}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: text,
  });
}

const signed = (at: number, text = body(), secret = town.slack.signingSecret) =>
  signedBySlack(text, { at, secret });

const now = () => Math.floor(Date.now() / 1000);

test('only recent requests signed by Slack are accepted', async () => {
  const before = town.slack.calls().length;
  const refused = await Promise.all([
    post({}),
    post({ 'x-slack-request-timestamp': String(now()), 'x-slack-signature': 'v0=00' }),
    post(signed(now() - 6 * 60)),
    post(signed(now() + 6 * 60)),
    post(signed(now(), body(), 'another secret of the same kind')),
    post(signed(now()), `${body()}&text=call`),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
  expect(town.slack.calls()).toHaveLength(before);
  expect((await post(signed(now()))).status).toBe(200);
  await town.slack.until(() => town.slack.calls().length > before);
});

test('Slack looks at the certificate without a signature, and nothing else of such a request is heard', async () => {
  const before = town.slack.calls().length;
  const answers = await Promise.all([
    post({}, 'ssl_check=1&token=x'),
    post({}, `ssl_check=1&${body()}`),
    post({ 'content-type': 'application/json' }, '{"ssl_check":"1"}'),
    post({}, 'ssl_check=0'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 401]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', '', '']);
  expect(town.slack.calls()).toHaveLength(before);
});

test('a signed request that cannot be read is refused at once, and leaves a trace without its content', async () => {
  const json = { 'content-type': 'application/json' };
  const form = (payload: string) => new URLSearchParams({ payload }).toString();
  const rows: [Record<string, string>, string][] = [
    ...['null', '1', '"x"', '[]', ' null', 'nul', '{"type":'].map((text): [typeof json, string] => [
      json,
      text,
    ]),
    ...['null', '1', '"x"', '[]', ''].map((payload): [Record<string, string>, string] => [{}, form(payload)]),
    [{}, 'p%61yload=null'],
    [json, JSON.stringify({ type: 'event_callback', team_id: 'T1' })],
    [json, JSON.stringify({ type: 'of_tomorrow', team_id: 'T1' })],
  ];
  for (const [headers, text] of rows) {
    const answer = await post({ ...headers, ...signed(now(), text) }, text);
    expect([text, answer.status]).toEqual([text, 400]);
    expect((await post({ ...headers, ...signed(now(), text, 'another secret') }, text)).status).toBe(401);
  }
  const view = { id: 'V1', private_metadata: 'my diary', state: {} };
  const text = form(JSON.stringify({ type: 'view_submission', user: { id: 'U1' }, view }));
  expect((await post(signed(now(), text), text)).status).toBe(400);
  const [traced = ''] = town.logged.filter((line) => line.includes('view.callback_id'));
  expect(JSON.parse(traced)).toMatchObject({
    level: 'warn',
    kind: 'view_submission',
    fields: expect.any(Array),
  });
  expect(town.logged.join()).not.toContain('my diary');
});

test('Slack’s notice of held-back events is acknowledged, and an operator is warned', async () => {
  const notice = {
    token: 't',
    type: 'app_rate_limited',
    team_id: 'T1',
    minute_rate_limited: 1,
    api_app_id: 'A1',
  };
  const text = JSON.stringify(notice);
  expect((await post({ 'content-type': 'application/json', ...signed(now(), text) }, text)).status).toBe(200);
  expect(town.logged.some((line) => /"level":"warn".*"T1".*holds events/.test(line))).toBe(true);
});

test('a request without a listener is refused at once', async () => {
  const { people, channels } = town.slack;
  const unknown = [
    deliveryTo('actions', 'of_tomorrow', people.ana, { channelId: channels.general }),
    deliveryTo('submissions', 'of_tomorrow', people.ana, { channelId: channels.general }),
  ];
  for (const { payload } of unknown) {
    const text = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const startedAt = performance.now();
    expect((await post(signed(now(), text), text)).status).toBe(404);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
  const { logged } = town;
  expect(logged.some((line) => /"reason":"unknown","kind":"view_submission"/.test(line))).toBe(true);
});

test('fields that other senders leave out are empty, as Slack would send them', async () => {
  const { people, channels } = town.slack;
  const choose = (value: string) => ({ selected_option: { value } });
  const values = {
    language: { language: choose('auto') },
    timeZone: { timeZone: choose('auto') },
    transcripts: { transcripts: choose('thread') },
  };
  const given = { channelId: channels.general, values };
  const { payload } = deliveryTo('submissions', 'preferences', people.noor, given);
  const { private_metadata: _, ...view } = payload.view as Record<string, unknown>;
  const text = new URLSearchParams({ payload: JSON.stringify({ ...payload, view }) }).toString();
  const answer = await post(signed(now(), text), text);
  expect(answer.status).toBe(200);
  const press = deliveryTo('actions', 'share_call', people.noor, { channelId: channels.general, value: 'x' });
  const nowhere = new URLSearchParams({
    payload: JSON.stringify({ ...press.payload, channel: null }),
  }).toString();
  expect((await post(signed(now(), nowhere), nowhere)).status).toBe(200);
  const withoutText = new URLSearchParams(
    [...new URLSearchParams(body())].filter(([name]) => name !== 'text'),
  );
  expect((await post(signed(now(), withoutText.toString()), withoutText.toString())).status).toBe(200);
});

test('a body too large for Slack to have sent is refused', async () => {
  const text = `${body()}&more=${'x'.repeat(2_000_000)}`;
  const answer = await post(signed(now(), text), text).catch(() => ({ status: 413 }));
  expect(answer.status).toBe(413);
});

test('secrets are in no log, in no metric, and not in clear in the database, whatever happens', async () => {
  const { slack, database, logged, environment } = town;
  const { dinner, general, anaAndKally } = slack.channels;
  const ana = slack.as(slack.people.ana.id);
  // What was not made is told in private.
  const cards = () =>
    [dinner, anaAndKally].flatMap((channel) => slack.messages(channel)).filter(({ isBot }) => isBot);
  const called = async (phone: string, words: RegExp) => {
    await ana.types(dinner, `/kally ${phone} Ask for the violet umbrella left behind`);
    await slack.until(() => slack.modal(ana.id)?.submit);
    await ana.fills({ 'Name to give': 'Zenobia Quill', 'Name of the business': 'Umbrella Palace' });
    expect(await ana.submits()).toMatchObject({ closed: true });
    return slack.until(() => cards().findLast(({ text }) => words.test(text)));
  };
  const prompt = await (async () => {
    await ana.types(general, '/kally login');
    return slack.until(() => slack.ephemerals(ana.id).find(({ text }) => text.includes('Connect it once')));
  })();
  const { code } = await signInBy(town, prompt);
  expect(await enterCode(town, code)).toMatchObject({ closed: true });

  await called('+1 415 555 0101', /Asked by/);
  await slack.until(() => cards().some(({ replies }) => replies.length >= 1));
  await called('+1 415 555 0137', /safety rules/);
  const live = await called('+1 415 555 0108', /On the phone since/);
  await ana.clicks(live, { actionId: 'stop_call' });
  await slack.until(() => cards().findLast(({ text }) => /Stopped|Cancelled/.test(text)));
  for (const command of [
    'history',
    'info',
    'transcript',
    'usage',
    'status',
    'export',
    'admin',
    'violet umbrella +14155550101?',
  ]) {
    const before = slack.ephemerals(ana.id).length;
    await ana.types(general, `/kally ${command}`);
    await slack.until(() => slack.ephemerals(ana.id).length > before || slack.modal(ana.id));
    slack.reload(ana.id);
  }
  // What a listener stumbles over is logged, and it stumbles over what somebody typed.
  await slack.deliver(
    deliveryTo('submissions', 'call_form', ana, {
      channelId: general,
      memory: '{"language":"violet umbrella"}',
      values: { task: { task: { value: 'violet umbrella' } } },
    }),
  );

  const secrets = {
    'the number': /4155550(101|137|108)|555[ -]01(01|37|08)/,
    'the task': /violet umbrella/,
    'the name': /Zenobia|Quill/,
    'the business': /Umbrella Palace/,
    'a KallyAI token': /sandbox-(access|refresh)/,
    'the bot token': new RegExp(environment.SLACK_BOT_TOKEN),
    'the signing secret': new RegExp(slack.signingSecret),
    'a nonce': /[?&]n=[\w-]{20}/,
    'the code': new RegExp(`"${code.replace(' ', '')}"|${code}`),
    'a transcript': /How can I help/i,
  };
  const output = logged.join('\n');
  const figures = await (await fetch(`http://127.0.0.1:${metricsPort()}/metrics`)).text();
  const dump = await dumpOf(database.url);
  const found = Object.entries(secrets).flatMap(([name, pattern]) =>
    Object.entries({ log: output, database: dump, figures }).flatMap(([place, text]) =>
      pattern.test(text) ? [`${name} in the ${place}`] : [],
    ),
  );
  expect(found).toEqual([]);
  // The search would prove nothing if there were nothing to search.
  expect(output).toContain('call moved on');
  expect(output).toContain('a request from Slack failed');
  expect(figures).toMatch(/kally_\w+/);
  expect(dump).toContain(slack.people.ana.id);
});

const metricsPort = () =>
  /"port":(\d+)[^}]*the figures are at/.exec(town.logged.join('\n'))?.[1] ?? 'nowhere';

test('who connects is named on the page, though Slack did not say who it is when they asked for the button', async () => {
  const { slack } = town;
  const luis = slack.as(slack.people.luis.id);
  slack.fault({ method: 'users.info', kind: 'slow', delayMs: 1_000 });
  await luis.types(slack.channels.general, '/kally login');
  const prompt = await slack.until(() =>
    slack.ephemerals(luis.id).find(({ text }) => text.includes('Connect it once')),
  );
  const { asked } = await signInBy(town, prompt, 'mia');
  expect(asked.text).toContain('Luis Ortega');
  expect(asked.text).toContain('lang="es"');
});
