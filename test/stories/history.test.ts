import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { connectBy, startTown, type Town } from '../support/app.ts';
import { answerTo, ask, withPlainSpaces } from '../support/ask.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown({ kally: { speed: 500 } });
  for (const account of ['ana', 'luis'] as const)
    await connectBy(town, await ask(town, town.slack.people[account].id, 'login'), account);
  for (let number = 1; number <= 10; number++) await callElsewhere({ business_name: `Shop ${number}` });
  await callElsewhere({ respondent_phone: '+14155550123', business_name: 'Talkative' });
  await callElsewhere({ task_category: 'hotel', business_name: 'Undated' });
  await callElsewhere({
    respondent_phone: '+14155550127',
    task_category: 'restaurant',
    business_name: 'Late Table',
    party_size: 4,
    appointment_date: '2030-05-17',
    appointment_time: '20:00',
  });
  await town.slack.until(() => town.kallyai.calls().every(({ over }) => over));
});
afterAll(() => town?.stop());
beforeEach(async () => {
  await town.kallyai.setFault(null);
  for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
});

/** A call that Ana makes with another tool of KallyAI's. */
async function callElsewhere(submission: Record<string, unknown>) {
  const { url } = town.kallyai;
  const { accessToken } = town.kallyai.signIn('ana');
  const answer = await fetch(`${url}/v1/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      timezone: 'America/New_York',
      submission: {
        task_category: 'general',
        task_description: 'Ask whether they repair bikes',
        respondent_phone: '+14155550101',
        ...submission,
      },
    }),
  });
  expect(answer.status).toBe(201);
}

const ana = () => town.slack.people.ana.id;
const luis = () => town.slack.people.luis.id;

const businessesIn = ({ text }: WireMessage) =>
  [...text.matchAll(/^• ([^.]+)\./gm)].map(([, business]) => business);

/** The message that a click has put in the place of another. */
const replaced = ({ ts }: WireMessage, words: string) =>
  town.slack.until(() => town.slack.ephemerals(ana()).find((it) => it.ts === ts && it.text.includes(words)));

/** Chooses in the menu beside a call of the history. */
function choose(history: WireMessage, business: string, deed: string, userId = ana()) {
  const section = history.blocks.find(({ text }) => (text as { text?: string })?.text?.startsWith(business));
  const { accessory, block_id: blockId = '' } = section as {
    accessory?: { options: { text: { text: string }; value: string }[] };
    block_id?: string;
  };
  const value = accessory?.options.find(({ text }) => text.text === deed)?.value ?? '';
  return town.slack.as(userId).clicks(history, { actionId: 'listed_call', blockId }, { value });
}

test('people can page through all calls, including those made elsewhere', async () => {
  const first = await ask(town, ana(), 'history');
  expect(first.text).toContain('Calls 1 to 5 of 13');
  expect(businessesIn(first)).toEqual(['Late Table', 'Undated', 'Talkative', 'Shop 10', 'Shop 9']);
  await town.slack.as(ana()).clicks(first, 'Older calls');
  const second = await replaced(first, 'Calls 6 to 10 of 13');
  await town.slack.as(ana()).clicks(second, 'Older calls');
  const third = await replaced(first, 'Calls 11 to 13 of 13');
  expect(businessesIn(third)).toEqual(['Shop 3', 'Shop 2', 'Shop 1']);
  expect(JSON.stringify(third.blocks)).not.toContain('Older calls');
  await town.slack.as(ana()).clicks(third, 'Newer calls');
  await replaced(first, 'Calls 6 to 10 of 13');
  expect(town.slack.ephemerals(ana())).toHaveLength(1);
});

test('if the next page cannot be read, the page stays and says why below', async () => {
  const first = await ask(town, ana(), 'history');
  await town.kallyai.setFault({ kind: 'down' });
  const trouble = await answerTo(town, ana(), () => town.slack.as(ana()).clicks(first, 'Older calls'));
  expect(trouble.text).toContain('KallyAI cannot be reached right now. Try again in a minute.');
  expect(town.slack.ephemerals(ana()).find(({ ts }) => ts === first.ts)?.text).toBe(first.text);
});

test('details, and from there the transcript', async () => {
  const history = await ask(town, ana(), 'history');
  const details = await answerTo(town, ana(), () => choose(history, 'Late Table', 'Details'));
  expect(details.text).toContain('Call to Late Table. Booked at Late Table for Ana Torres');
  expect(details.text).toContain('People: 4\nDate: Friday, May 17, 2030\nTime: 8:00 PM');
  const transcript = await answerTo(town, ana(), () => town.slack.as(ana()).clicks(details, 'Transcript'));
  expect(transcript.text).toMatch(/^Transcript\n\[0:\d\d\]/);
});

test('a long transcript is a file for this one person', async () => {
  const history = await ask(town, ana(), 'history');
  const before = town.slack.files().length;
  const answer = await answerTo(town, ana(), () => choose(history, 'Talkative', 'Transcript'));
  expect(answer.text).toContain('in a file in your direct messages');
  await town.slack.until(() => town.slack.files().length > before);
  const [sent] = town.slack.messages(town.slack.channels.anaAndKally).slice(-1);
  expect(sent?.text).toBe('Here is the transcript of your call to Talkative.');
  expect(sent?.files).toHaveLength(1);
});

test('a calendar entry that is not what was asked for says so', async () => {
  const history = await ask(town, ana(), 'history');
  const answer = await answerTo(town, ana(), () => choose(history, 'Late Table', 'Add to calendar'));
  expect(answer.text).toBe('The calendar entry is in your direct messages with Kally.');
  const note = town.slack.messages(town.slack.channels.anaAndKally).at(-1);
  expect(withPlainSpaces(note?.text ?? '')).toContain(
    'Please check: the entry begins on Friday, May 17, 2030, 8:30 PM, and Friday, May 17, 2030, 8:00 PM was asked for.',
  );
  const none = await answerTo(town, ana(), () => choose(history, 'Undated', 'Add to calendar'));
  expect(none.text).toBe('KallyAI has no calendar entry for this call.');
});

test('a call made elsewhere can be made again from the form', async () => {
  const history = await ask(town, ana(), 'history');
  await choose(history, 'Late Table', 'Call again');
  const form = await town.slack.until(() => town.slack.modal(ana()));
  expect(JSON.stringify(form.values)).toContain('Late Table');
  expect(JSON.stringify(form.values)).toContain('2030-05-17');
  expect(JSON.stringify(form.values)).toContain('+14155550127');
});

test('call again while KallyAI is away says so', async () => {
  const history = await ask(town, ana(), 'history');
  await town.kallyai.setFault({ kind: 'unavailable' });
  await choose(history, 'Shop 10', 'Call again');
  // Known soon it is a message; known late, the view is open already that waited for it.
  await town.slack.until(() =>
    [town.slack.modal(ana()), town.slack.ephemerals(ana()).at(-1)].some((it) =>
      JSON.stringify(it?.blocks ?? '').includes('trouble of its own'),
    ),
  );
});

test('a person who sends the id of somebody else’s call learns nothing about it', async () => {
  const { slack, kallyai } = town;
  expect((await ask(town, luis(), 'historial')).text).toContain('KallyAI todavía no tiene llamadas tuyas');
  const id = kallyai.calls()[0]?.id ?? '';
  const told = () => slack.messages(slack.channels.luisAndKally).map(({ text }) => text);
  for (const deed of ['details', 'transcript', 'calendar', `details ${id.slice(0, 8)}`]) {
    const before = told().length;
    await forge(deed.includes(' ') ? deed : `${deed} ${id}`);
    await slack.until(() => told().length > before);
    expect(told().at(-1)).toContain('Ninguna llamada tuya tiene ese identificador');
  }
  await ask(town, luis(), 'ayuda');
  await forge(`again ${id}`);
  await slack.until(() => JSON.stringify(slack.modal(luis())?.blocks ?? '').includes('Ninguna llamada tuya'));
});

/** A click of Luis's that no client of his offers, with a value of his choice; the trigger is that of his last command. */
async function forge(value: string) {
  const { slack } = town;
  const { request } = slack.traffic.entries().findLast(({ name }) => name === '/kally') ?? {};
  await slack.deliver({
    kind: 'interactive',
    name: 'block_actions',
    payload: {
      type: 'block_actions',
      team: { id: slack.teamId },
      user: { id: luis(), team_id: slack.teamId },
      api_app_id: slack.appId,
      trigger_id: (request as { trigger_id: string }).trigger_id,
      actions: [{ type: 'button', action_id: 'listed_call_again', block_id: 'b', value, action_ts: '1.0' }],
    },
  });
}
