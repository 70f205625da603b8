import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { assistantWith, connectAssistant, slackbotOf, tokenFor, use } from '../support/assistant.ts';
import { sends } from '../support/modal.ts';
import { signed } from '../support/signed.ts';

let town: Town;
let assistant: Client;
beforeAll(async () => {
  town = await startTown({ env: { MCP_SERVER: 'on' } });
  await connect(town, ana().id);
  assistant = await assistantWith(town, await connectAssistant(town, ana().id));
});
afterAll(async () => {
  await assistant?.close();
  await town?.stop();
});
beforeEach(() => {
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);
let numbers = 2_000;
const number = () => `+1 415 555 ${numbers++}`;
const ringsOf = (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0;

const saying = (words: string, channel = town.slack.channels.anaAndKally) =>
  town.slack.until(() =>
    town.slack.messages(channel).findLast(({ isBot, text }) => isBot && text.includes(words)),
  );

const wish = (phone: string, key = `wish ${phone}`) => ({
  phone,
  task: 'Ask whether they repair bikes',
  client_key: key,
});

test('the tools say honestly what they do, and that none of them dials', async () => {
  const { tools } = await assistant.listTools();
  const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
  expect(hints).toEqual({
    prepare_call: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    list_calls: { readOnlyHint: true, openWorldHint: false },
    get_call: { readOnlyHint: true, openWorldHint: false },
    get_transcript: { readOnlyHint: true, openWorldHint: false },
    stop_call: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  });
  expect(assistant.getInstructions()).toContain('No tool calls anybody');
});

test('an assistant proposes, the person confirms, and the assistant reads how it went', async () => {
  const phone = number();
  const asked = await use(assistant, 'prepare_call', { ...wish(phone), business_name: 'Velo & Co' });
  expect(asked.text).toContain('Nobody has been called yet');
  expect(asked.data).toMatchObject({
    status: 'waiting_for_confirmation',
    message_url: expect.stringContaining('/archives/'),
  });
  const again = await use(assistant, 'prepare_call', { ...wish(phone), business_name: 'Velo & Co' });
  expect(again.data).toEqual(asked.data);
  const other = await use(assistant, 'prepare_call', { ...wish(phone), task: 'Ask something else entirely' });
  expect(other).toMatchObject({ isError: true, text: expect.stringContaining('another request') });
  const card = await saying('Desk assistant, which you connected, suggests this call');
  const cards = town.slack
    .messages(town.slack.channels.anaAndKally)
    .filter(({ text }) => text.includes('Velo &amp; Co'));
  expect(cards).toHaveLength(1);
  expect(ringsOf(phone)).toBe(0);
  const { proposal_id } = asked.data;
  expect((await use(assistant, 'get_call', { call_id: proposal_id })).data.proposal?.status).toBe(
    'waiting_for_confirmation',
  );

  await ana().clicks(card, 'Review and call');
  await town.slack.until(() => town.slack.modal(ana().id)?.submit);
  expect(await sends(ana())).toMatchObject({ closed: true });
  await town.slack.until(() => ringsOf(phone) === 1);
  await saying('Its card is here');
  await expect
    .poll(async () => (await use(assistant, 'get_call', { call_id: proposal_id })).data.call?.state)
    .toBe('ended');
  const found = await use(assistant, 'get_call', { call_id: proposal_id });
  expect(found.data).toMatchObject({
    call: { business: 'Velo & Co', phone, task: 'Ask whether they repair bikes' },
    proposal: { status: 'confirmed' },
  });
  const call_id = found.data.call?.call_id ?? '';
  const spoken = await use(assistant, 'get_transcript', { call_id });
  expect(spoken.data.lines?.length).toBeGreaterThan(2);
  const listed = await use(assistant, 'list_calls', { limit: 5 });
  expect(listed.data.calls?.[0]).toMatchObject({ call_id, business: 'Velo & Co', state: 'ended' });
  const stopped = await use(assistant, 'stop_call', { call_id });
  expect(stopped.data).toEqual({ result: 'already_ended' });
  expect(ringsOf(phone)).toBe(1);
});

test('what cannot be called is refused by field, in the sentences of the form', async () => {
  const premium = await use(assistant, 'prepare_call', wish('+34 803 123 456'));
  expect(premium).toMatchObject({ isError: true, text: expect.stringContaining('phone: ') });
  const past = {
    ...wish(number()),
    category: 'restaurant',
    date: '2020-01-01',
    time: '20:00',
    party_size: 2,
  };
  expect((await use(assistant, 'prepare_call', past)).text).toMatch(/^date: .*passed/m);
  const card = { ...wish(number()), task: 'Pay with the card 4242 4242 4242 4242 please' };
  expect((await use(assistant, 'prepare_call', card)).text).toContain('payment card');
  const elsewhere = { ...wish(number()), channel_id: town.slack.channels.board };
  expect((await use(assistant, 'prepare_call', elsewhere)).text).toContain('cannot post there');
  expect((await use(assistant, 'prepare_call', { ...wish(number()), task: 'short' })).isError).toBe(true);
  expect((await use(assistant, 'get_call', { call_id: 'nothing-like-it' })).text).toContain(
    'No call of yours',
  );
});

describe('Slackbot', () => {
  let slackbot: Client;
  beforeAll(async () => {
    slackbot = await slackbotOf(town);
  });
  afterAll(() => slackbot?.close());

  test('acts for the person whom Slack names, and gets blocks', async () => {
    const phone = number();
    const meta = { user_id: luis().id, team_id: town.slack.teamId };
    const asked = await use(slackbot, 'prepare_call', wish(phone), meta);
    expect(asked.blocks[0]?.type).toBe('rich_text');
    const card = await saying('Slackbot propone esta llamada', town.slack.channels.luisAndKally);
    await luis().clicks(card, 'Descartar');
    await saying('La has descartado', town.slack.channels.luisAndKally);
    const { data } = await use(slackbot, 'get_call', { call_id: asked.data.proposal_id }, meta);
    expect(data.proposal?.status).toBe('discarded');
    expect(ringsOf(phone)).toBe(0);
    // He has no account, and is told so.
    expect(await use(slackbot, 'list_calls', {}, meta)).toMatchObject({ isError: true });
  });

  test.each([
    ['nobody', undefined],
    ['somebody elsewhere', { user_id: 'U0STRANGER', team_id: 'T0ELSEWHERE' }],
    ['nonsense', { user_id: '<!channel>', team_id: 'T1' }],
  ])('does nothing for %s', async (_, meta) => {
    const answer = await use(slackbot, 'prepare_call', wish(number()), meta);
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('did not say for whom') });
  });
});

describe('the endpoint', () => {
  const asked = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  let token = '';
  beforeAll(async () => {
    token = await tokenFor(town, ana().id);
  });
  const send = async (headers: Record<string, string>, body = asked, method = 'POST') => {
    const accept = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
    const answer = await fetch(new URL('/mcp', town.publicUrl), {
      method,
      headers: { ...accept, ...headers },
      ...(method === 'POST' && { body }),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const bearer = () => ({ authorization: `Bearer ${token}` });

  test('asks for a token or for Slack’s signature, and says nothing before', async () => {
    const { status, text, headers } = await send({});
    expect({ status, text }).toEqual({ status: 401, text: '' });
    expect(headers.get('www-authenticate')).toContain('Bearer');
    const wrong: Record<string, string>[] = [
      { authorization: 'Bearer kally_mcp_' },
      { authorization: `Bearer ${token.slice(0, -1)}_` },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${token}`, ...signed(`${asked} `) },
      signed(asked, { secret: 'not the secret' }),
      signed(asked, { at: Math.floor(Date.now() / 1000) - 400 }),
      signed(asked, { at: Math.floor(Date.now() / 1000) + 4_000 }),
      { ...signed(asked), 'x-slack-request-timestamp': 'NaN' },
    ];
    for (const headers of wrong)
      expect(await send(headers), JSON.stringify(headers)).toMatchObject({ status: 401 });
    expect((await send(bearer())).text).toContain('prepare_call');
    expect((await send(signed(asked))).text).toContain('prepare_call');
  });

  test('takes nothing else than what the protocol sends', async () => {
    expect(await send({ ...bearer(), origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await send({ ...bearer(), 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await send(bearer(), 'x'.repeat(200_000))).toMatchObject({ status: 413 });
    expect(await send(bearer(), '', 'GET')).toMatchObject({ status: 405 });
    expect(await send(bearer(), '', 'DELETE')).toMatchObject({ status: 405 });
    for (const body of ['', '{', '[]', 'null', '1', '{"jsonrpc":"2.0"}'])
      expect((await send(bearer(), body)).status, body).toBeGreaterThanOrEqual(400);
  });

  test.each(['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'])(
    'serves clients of %s',
    async (version) => {
      const client = new Client(
        { name: 'test', version: '1' },
        version > '2026' ? { versionNegotiation: { mode: { pin: version } } } : {},
      );
      if (version > '2026') {
        await client.connect(
          new StreamableHTTPClientTransport(new URL('/mcp', town.publicUrl), {
            requestInit: { headers: bearer() },
          }),
        );
        expect((await client.listTools()).tools).toHaveLength(5);
        expect((await use(client, 'list_calls', {})).isError).toBe(false);
        await expect(client.listen({ toolsListChanged: true })).rejects.toThrow('limit');
        return client.close();
      }
      const hello = {
        protocolVersion: version,
        capabilities: {},
        clientInfo: { name: 'test', version: '1' },
      };
      const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: hello });
      expect((await send(bearer(), initialize)).text).toContain(`"protocolVersion":"${version}"`);
      const listed = await send({ ...bearer(), 'mcp-protocol-version': version });
      expect(listed.text).toContain('prepare_call');
    },
  );

  test('keeps tokens out of the log', () => {
    expect(town.logged.join('\n')).not.toMatch(/kally_mcp_[\w-]{20}/);
  });
});

describe('somebody else’s assistant', () => {
  test('sees, stops and learns nothing of Ana’s', async () => {
    const phone = number();
    const secret = {
      ...wish(phone),
      task: 'Ask for the violet umbrella left behind',
      business_name: 'Violet',
    };
    const meta = { user_id: ana().id, team_id: town.slack.teamId };
    const slackbot = await slackbotOf(town);
    const { data } = await use(slackbot, 'prepare_call', secret, meta);
    await slackbot.close();
    await connect(town, luis().id, 'luis');
    const theirs = await assistantWith(town, await connectAssistant(town, luis().id));
    const { calls = [] } = (await use(assistant, 'list_calls', {})).data;
    const ids = [data.proposal_id, ...calls.map((call) => call.call_id)];
    expect(ids.length).toBeGreaterThan(1);
    for (const call_id of ids)
      for (const tool of ['get_call', 'get_transcript', 'stop_call']) {
        const answer = await use(theirs, tool, { call_id });
        expect(answer, tool).toMatchObject({ isError: true });
        expect(answer.text).not.toMatch(/violet|Velo/i);
      }
    expect((await use(theirs, 'list_calls', {})).text).not.toMatch(/violet|Velo/i);
    await theirs.close();
  });

  test('does only what its token allows, and nothing once it is disconnected', async () => {
    const reader = await assistantWith(
      town,
      await connectAssistant(town, luis().id, { name: 'Reader', scopes: ['read'] }),
    );
    const refused = await use(reader, 'prepare_call', wish(number()));
    expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('propose') });
    await luis().clicks('home', { actionId: 'open_assistants' });
    await town.slack.until(() => JSON.stringify(town.slack.modal(luis().id) ?? '').includes('Reader'));
    await luis().clicks('modal', { actionId: 'disconnect_assistant' });
    await expect(use(reader, 'list_calls', {})).rejects.toThrow();
    await reader.close();
  });
});

test('nobody is shown more than they can look through', async () => {
  const some = await Promise.all(
    Array.from({ length: 14 }, () => use(assistant, 'prepare_call', wish(number()))),
  );
  expect(some.filter(({ isError }) => !isError)).toHaveLength(9);
  expect(some.find(({ isError }) => isError)?.text).toContain('Too many calls wait');
  const cards = town.slack
    .messages(town.slack.channels.anaAndKally)
    .filter(({ blocks }) => JSON.stringify(blocks).includes('discard_proposal'));
  expect(cards).toHaveLength(10);
});
