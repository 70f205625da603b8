import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';
import { withPlainSpaces } from '../support/ask.ts';
import { connectTo } from '../support/postgres-client.ts';
import { bringJobsForward } from '../support/set-clock.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
  await connect(town, ana().id);
  await connect(town, luis().id, 'luis');
  // Far from midnight there, so that today is one day.
  const there = new Date(town.clock.now()).toLocaleString('en', {
    timeZone: 'America/Los_Angeles',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  await town.clock.sleep(((36 - Number(there)) % 24) * 3_600_000);
});
afterAll(() => town?.stop());

const ana = () => town.slack.as(town.slack.people.ana.id);
const luis = () => town.slack.as(town.slack.people.luis.id);
const ringsOf = (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0;
const rang = (phone: string, times: number) => town.slack.until(() => ringsOf(phone) === times);

async function ask(phone: string, fields: Record<string, string> = {}) {
  await ana().types(town.slack.channels.dinner, `/kally ${phone} ask whether they repair bikes`);
  await town.slack.until(() => town.slack.modal(ana().id)?.submit);
  await ana().fills(fields);
  expect(await ana().submits()).toMatchObject({ closed: true });
}

const cardsOf = (phone: string) =>
  town.slack
    .messages(town.slack.channels.dinner)
    .filter(({ isBot, text }) => isBot && text.includes(phone.slice(-3)));

const cardSaying = (phone: string, words: string | RegExp) =>
  town.slack.until(() => cardsOf(phone).find(({ text }) => withPlainSpaces(text).match(words) !== null));

const told = (person: ReturnType<typeof ana>, words: string) =>
  town.slack.until(() => town.slack.ephemerals(person.id).some(({ text }) => text.includes(words)));

const underWay = () => town.store.calls.underWay({ workspaceId: town.slack.teamId, userId: ana().id });

/** Time goes on to when the one planned call is due, and it leaves. */
async function untilDue() {
  const [planned] = await underWay();
  await town.clock.sleep((planned?.plan?.dueAt ?? 0) - town.clock.now());
  await bringJobsForward(town);
}

test('a line that was busy is tried again on the same card, once however often that is pressed', async () => {
  const phone = '+1 415 555 0167';
  await ask(phone);
  const busy = await cardSaying(phone, 'The line was busy.');
  await luis().clicks(busy, 'Try again in 10 min');
  await told(luis(), 'Eso solo');
  await Promise.all([ana().clicks(busy, 'Try again in 10 min'), ana().clicks(busy, 'In 45 min')]);
  const planned = await cardSaying(phone, 'Kally tries again on');
  expect(planned.text).toContain('Try 2 of at most 3');
  expect(ringsOf(phone)).toBe(1);
  await untilDue();
  await rang(phone, 2);
  await cardSaying(phone, /They .*Try 2 of at most 3/s);
  await town.clock.sleep(3_600_000);
  await bringJobsForward(town);
  expect(ringsOf(phone)).toBe(2);
  expect(cardsOf(phone).map(({ ts }) => ts)).toEqual([busy.ts]);
});

test('nobody there is tried again the next morning, and at most twice', async () => {
  const phone = '+1 415 555 0168';
  await ask(phone);
  await ana().clicks(await cardSaying(phone, 'Nobody answered.'), 'Tomorrow at 9 there');
  await cardSaying(phone, /tries again on .* at 9:00 AM/);
  await untilDue();
  const second = await cardSaying(phone, /Nobody answered.*Try 2 of at most 3/s);
  expect(JSON.stringify(second.blocks)).not.toContain('In 45 min');
  await ana().clicks(second, 'Tomorrow at 9 there');
  await cardSaying(phone, /tries again on .* at 9:00 AM/);
  await untilDue();
  await rang(phone, 3);
  const third = await cardSaying(phone, 'Try 3 of at most 3');
  expect(JSON.stringify(third.blocks)).not.toContain('Tomorrow at 9');
});

/** As if its process had died after it wrote the further try: the run of the first call comes once more, and must end. */
async function firstRunAgain() {
  const client = await connectTo(town.database.url);
  try {
    await client.query(
      `insert into pgboss.job select (jsonb_populate_record(j,
         jsonb_build_object('id', gen_random_uuid(), 'state', 'created', 'start_after', now(), 'completed_on', null))).*
       from pgboss.job j join calls c on j.data->>'callId' = c.id::text
       where j.name = 'calls' and j.state = 'completed' and j.data->>'errand' = 'call'
         and exists (select from calls next where next.submission_id = 'attempt:' || c.id::text)`,
    );
    const left = `select count(*)::int from pgboss.job where name = 'calls' and state <= 'active' and start_after <= now()`;
    await expect.poll(async () => (await client.query<{ count: number }>(left)).rows[0]?.count).toBe(0);
  } finally {
    await client.end();
  }
}

const byItself = {
  'If nobody answers, or the line is busy': 'Try up to 2 more times, until 6 PM there the next day',
};

test('what was agreed to on the form goes on by itself, within its bounds', async () => {
  const phone = '+1 415 555 0103';
  await ask(phone, byItself);
  const planned = await cardSaying(phone, /tries again on .*Try 2 of at most 3/s);
  const [second] = await underWay();
  await firstRunAgain();
  expect((second?.plan?.dueAt ?? 0) - town.clock.now()).toBeLessThanOrEqual(45 * 60_000);
  await untilDue();
  await rang(phone, 2);
  // Twice on one day is enough.
  await cardSaying(phone, /tries again on .* at 12:00 AM.*Try 3 of at most 3/s);
  await untilDue();
  await rang(phone, 3);
  await cardSaying(phone, /Nobody answered.*Try 3 of at most 3/s);
  expect(await underWay()).toEqual([]);
  expect(cardsOf(phone).map(({ ts }) => ts)).toEqual([planned.ts]);
});

test('a number that was called twice today rests until tomorrow, and Cancel ends the trying', async () => {
  const phone = '+1 415 555 0102';
  await ask(phone);
  const one = await cardSaying(phone, 'The line was busy.');
  await ask(phone, byItself);
  await ana().clicks(await cardSaying(phone, /tries again on .* at 12:00 AM/), 'Cancel');
  await cardSaying(phone, 'Cancelled before anybody’s phone rang');
  await ana().clicks(one, 'Try again in 10 min');
  await told(ana(), 'twice a day and four times a week');
  await ana().clicks(one, 'Tomorrow at 9 there');
  await ana().clicks(await cardSaying(phone, /tries again on .* at 9:00 AM/), 'Cancel');
  await town.slack.until(() => cardsOf(phone).every(({ text }) => text.includes('Cancelled before')));
  await town.clock.sleep(24 * 3_600_000);
  await bringJobsForward(town);
  expect(ringsOf(phone)).toBe(2);
});

test('the card says why Kally does not try again by itself, where that was agreed to', async () => {
  await ask('+1 415 555 0104', byItself);
  await cardSaying('0104', 'Kally does not try again by itself: it went to voicemail.');
  const phone = '+1 415 555 0102';
  await ask(phone);
  await expect.poll(underWay).toEqual([]);
  await ask(phone, byItself);
  await cardSaying(phone, 'this number has had as many calls as it may');
});
