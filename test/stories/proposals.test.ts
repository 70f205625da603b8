import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, connectBy, startTown, type Town } from '../support/app.ts';
import { slackbotOf, use } from '../support/assistant.ts';
import { deliveryTo } from '../support/deliveries.ts';
import { modalOf, sends } from '../support/modal.ts';
import { connectTo } from '../support/postgres-client.ts';
import { propose } from '../support/propose.ts';
import { formMemory } from '../support/samples.ts';
import { bringJobsForward } from '../support/set-clock.ts';

let town: Town;
let slackbot: Client;
beforeAll(async () => {
  town = await startTown({ env: { MCP_SERVER: 'on' } });
  await connect(town, ana().id);
  slackbot = await slackbotOf(town);
});
afterAll(async () => {
  await slackbot?.close();
  await town?.stop();
});
beforeEach(() => {
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);
let numbers = 1_000;
const number = () => `+1 415 555 ${numbers++}`;
const ringsOf = (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0;

/** Slackbot proposes it to Ana; answers the proposal's id. */
async function proposes(call: { phone: string; task: string } & Record<string, unknown>): Promise<string> {
  const meta = { user_id: ana().id, team_id: town.slack.teamId };
  const { data } = await use(slackbot, 'prepare_call', { ...call, client_key: `key of ${call.phone}` }, meta);
  return data.proposal_id ?? '';
}

/** What Kally's messages with somebody say of a proposal, once they say so. */
const saying = (words: string, channel = town.slack.channels.anaAndKally) =>
  town.slack.until(() =>
    town.slack.messages(channel).findLast(({ isBot, text }) => isBot && text.includes(words)),
  );

test('a proposed call is told to its person alone, and rings once they confirm it in the form', async () => {
  const phone = number();
  const { dinner } = town.slack.channels;
  const date = new Date(town.clock.now() + 30 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  const what = {
    task: 'Reserve a table for two',
    category: 'restaurant',
    party_size: 2,
    date,
    time: '20:00',
  };
  await proposes({ phone, business_name: 'Luigi’s', ...what, channel_id: dinner });
  const card = await saying('Slackbot suggests this call');
  expect(card.text).toContain(`Phone number: ${phone}`);
  expect(card.text).toContain('What to ask or arrange: Reserve a table for two');
  expect(card.text).toContain('Nobody is called until you confirm it');
  expect(town.slack.messages(dinner)).toEqual([]);

  await ana().clicks(card, 'Review and call');
  await town.slack.until(() => town.slack.modal(ana().id)?.submit);
  const form = await modalOf(town, ana().id);
  expect(form.values()).toMatchObject({
    phone,
    partySize: '2',
    date,
    time: '20:00',
    place: 'here',
  });
  expect(ringsOf(phone)).toBe(0);
  expect(await sends(ana())).toMatchObject({ closed: true });
  await town.slack.until(() => ringsOf(phone) === 1);
  const called = await saying(`You confirmed it. Its card is in <#${dinner}>.`);
  expect(called.ts).toBe(card.ts);
  expect(JSON.stringify(called.blocks)).not.toContain('review_proposal');
});

/** In whatever way Kally answers. */
const told = (words: string) =>
  town.slack.until(() => JSON.stringify(town.slack.traffic.entries()).includes(words));

/** On a screen that does not show yet what became of it. */
const pressesLate = (name: string, value: string) =>
  town.slack.deliver(
    deliveryTo('actions', name, ana(), { value, channelId: town.slack.channels.anaAndKally }),
  );

test('a process that ends before it asked leaves that to the next one, and the person is asked once', async () => {
  const call = { phone: number(), task: 'Ask whether they repair bikes' };
  const asked = () =>
    town.slack
      .messages(town.slack.channels.anaAndKally)
      .filter(({ isBot, text }) => isBot && text.includes(call.phone));
  town.slack.fault({ method: 'chat.postMessage', kind: 'refused', error: 'internal_error' });
  const id = await proposes(call);
  expect(asked()).toHaveLength(0);
  await town.restart();
  // The assistant asks once more, while the job shows it.
  const [again] = await Promise.all([proposes(call), bringJobsForward(town)]);
  await saying(call.phone);
  await bringJobsForward(town);
  expect(again).toBe(id);
  expect(asked()).toHaveLength(1);
});

test('two forms of one proposal are one call', async () => {
  const phone = number();
  const id = await proposes({ phone, task: 'Ask whether they repair bikes' });
  await saying(phone);
  const submit = (viewId: string, task: string) =>
    town.slack.deliver(
      deliveryTo('submissions', 'call_form', ana(), {
        channelId: town.slack.channels.anaAndKally,
        viewId,
        memory: JSON.stringify({ ...formMemory, proposalId: id }),
        values: typed({
          category: { selected_option: { value: 'general' } },
          phone: { value: phone },
          task: { value: task },
          place: { selected_option: { value: 'me' } },
        }),
      }),
    );
  const [one, other] = await Promise.all([
    submit('V1', 'Ask whether they repair bikes'),
    submit('V2', 'Ask whether they repair bikes'),
  ]);
  expect([one, other].map((outcome) => outcome.ok)).toEqual([true, true]);
  await town.slack.until(() => ringsOf(phone) === 1);
  await saying('Its card is here');
  expect(JSON.stringify(await submit('V3', 'Ask something else entirely'))).toContain(
    'sent this form already',
  );
  await pressesLate('review_proposal', id);
  await told('confirmed this suggestion already');
  expect(ringsOf(phone)).toBe(1);
});

test('a discarded proposal calls nobody, not even from a form that was open', async () => {
  const phone = number();
  const id = await proposes({ phone, task: 'Ask whether they repair bikes' });
  const card = await saying(phone);
  await ana().clicks(card, 'Review and call');
  await town.slack.until(() => town.slack.modal(ana().id)?.submit);
  await ana().clicks(card, 'Discard');
  await saying('You discarded it');
  const answer = await ana().submits();
  expect(JSON.stringify(answer)).toContain('was discarded, or has expired');
  await pressesLate('discard_proposal', id);
  expect(ringsOf(phone)).toBe(0);
});

test('a proposal nobody confirms within a day says so, and is over', async () => {
  const phone = number();
  const id = await proposes({ phone, task: 'Ask whether they repair bikes' });
  await saying(phone);
  const client = await connectTo(town.database.url);
  await client.query(`update proposals set expires_at = now() - interval '1 minute' where id = $1`, [id]);
  await client.end();
  await bringJobsForward(town);
  await saying('Nobody confirmed it within a day');
  await pressesLate('review_proposal', id);
  await told('has expired');
});

test('somebody who is not connected connects first, and the call is still that proposal’s', async () => {
  const phone = number();
  const { luisAndKally } = town.slack.channels;
  const draft = { phone, task: 'Pregunta si arreglan bicis', category: 'general' } as const;
  await propose(town, luis().id, draft, {
    language: 'es',
    proposer: { kind: 'workflow', name: '<!channel> *Cena*' },
  });
  const card = await saying('El flujo de trabajo &lt;!channel&gt; *Cena* propone esta llamada', luisAndKally);
  await luis().clicks(card, 'Revisar y llamar');
  const prompt = await town.slack.until(() => town.slack.ephemerals(luis().id).at(-1));
  await connectBy(town, prompt, 'luis');
  await town.slack.until(() => town.slack.modal(luis().id)?.submit);
  expect(await sends(luis())).toMatchObject({ closed: true });
  await town.slack.until(() => ringsOf(phone) === 1);
  await saying('La has confirmado', luisAndKally);
});

test('nobody else can review, confirm or discard it', async () => {
  const phone = number();
  const id = await proposes({ phone, task: 'Ask for the violet umbrella' });
  await saying(phone);
  const before = town.slack.traffic.entries().at(-1)?.id ?? 0;
  const given = { value: id, channelId: town.slack.channels.luisAndKally };
  for (const doer of [luis(), { id: ana().id, teamId: 'T0ELSEWHERE' }])
    for (const name of ['review_proposal', 'discard_proposal'])
      expect(await town.slack.deliver(deliveryTo('actions', name, doer, given))).toMatchObject({ ok: true });
  const values = typed({
    category: { selected_option: { value: 'general' } },
    phone: { value: phone },
    task: { value: 'Ask for the violet umbrella' },
    place: { selected_option: { value: 'me' } },
  });
  const form = {
    channelId: given.channelId,
    memory: JSON.stringify({ ...formMemory, proposalId: id }),
    values,
  };
  const answer = await town.slack.deliver(deliveryTo('submissions', 'call_form', luis(), form));
  expect(JSON.stringify(answer)).toContain('was discarded, or has expired');
  const said = town.slack.traffic.entries().filter((entry) => entry.id > before && entry.kind !== 'delivery');
  expect(JSON.stringify(said)).not.toContain('umbrella');
  expect(await town.store.proposals.find(id)).not.toHaveProperty('settled');
  expect(ringsOf(phone)).toBe(0);
});

const typed = (fields: Record<string, object>) =>
  Object.fromEntries(Object.entries(fields).map(([field, state]) => [field, { [field]: state }]));
