import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBy, startTown, type Town } from '../support/app.ts';
import { ask } from '../support/ask.ts';
import { dumpOf } from '../support/database.ts';
import { sends } from '../support/modal.ts';
import { connectTo } from '../support/postgres-client.ts';

let town: Town;
beforeEach(async () => {
  town = await startTown({ kally: { speed: 20 } });
  await connectBy(town, await ask(town, ana(), 'login'));
});
afterEach(() => town?.stop());

const ana = () => town.slack.people.ana.id;
const luis = () => town.slack.people.luis.id;
const cardSaying = (words: string) =>
  town.slack.until(() =>
    town.slack.messages(town.slack.channels.dinner).find(({ text }) => text.includes(words)),
  );

async function call(text: string) {
  const { slack } = town;
  await slack.as(ana()).types(slack.channels.dinner, `/kally ${text}`);
  await slack.until(() => slack.modal(ana())?.submit);
  await slack.as(ana()).fills({ 'Name to give': 'Zenobia Quill' });
  expect(await sends(slack.as(ana()))).toMatchObject({ closed: true });
}

/** Every id by which a call of theirs is known: ours, KallyAI's, of the form, of each message. */
async function tracesOfCalls(userId: string): Promise<string[]> {
  const client = await connectTo(town.database.url);
  const { rows } = await client.query<{ trace: string | null }>(
    `select unnest(array[c.id::text, c.submission_id, c.kally_call_id, p.ts, p.digest]) as trace
     from calls c left join posts p on p.call_id = c.id where c.user_id = $1`,
    [userId],
  );
  await client.end();
  return [...new Set(rows.flatMap(({ trace }) => trace || []))];
}

/** The jobs of calls that still run when they are forgotten go a moment later. */
async function leftWithout(traces: string[]) {
  const found = async () => {
    const dump = await dumpOf(town.database.url);
    return traces.filter((trace) => dump.includes(trace));
  };
  await expect.poll(found, { timeout: 30_000, interval: 500 }).toEqual([]);
}

/** A question is answered in its own place. */
const answeredIn = (ts: string, words: string) =>
  town.slack.until(() => town.slack.ephemerals(ana()).find((it) => it.ts === ts && it.text.includes(words)));

/** On other replicas, people of another workspace, without a pause. */
async function whileOthersAreForgotten(play: () => Promise<void>) {
  const client = await connectTo(town.database.url);
  const word = JSON.stringify({ kind: 'forgotten', workspaceId: 'T0ELSEWHERE' });
  let isOver = false;
  const forgetting = (async () => {
    while (!isOver) await client.query('select pg_notify($1, $2)', ['kally_changes', word]);
  })();
  await play().finally(() => {
    isOver = true;
  });
  await forgetting;
  await client.end();
}

describe('/kally logout', () => {
  test('forgets the tokens at once, and says so when there are none', async () => {
    expect((await ask(town, ana(), 'logout')).text).toContain('is disconnected');
    expect((await ask(town, ana(), 'logout')).text).toContain('No KallyAI account is connected');
    expect((await ask(town, ana(), 'usage')).text).toContain('Connect it once');
    expect(await dumpOf(town.database.url)).not.toContain('sandbox-access');
  });

  test('asks first while a call is under way', async () => {
    await call('+1 415 555 0108 ask whether they repair bikes');
    await cardSaying('On the phone');
    const question = await ask(town, ana(), 'logout');
    expect(question.text).toBe(
      'One of your calls is still under way. Without your account, Kally cannot learn how it ends. Disconnect your KallyAI account all the same?',
    );
    await town.slack.as(ana()).clicks(question, 'Stay connected');
    await answeredIn(question.ts, 'Nothing was changed');
    const again = await ask(town, ana(), 'logout');
    await town.slack.as(ana()).clicks(again, 'Disconnect account');
    await answeredIn(again.ts, 'is disconnected');
    // Whose account is missing is nobody's business in a channel.
    await cardSaying('cannot be asked about this call right now');
  });
});

describe('/kally forget', () => {
  test('leaves nothing about the person in the database, and touches nothing of others', async () => {
    await connectBy(town, await ask(town, luis(), 'conectar'), 'luis');
    await call('+1 415 555 0101 ask for the violet umbrella');
    const card = await cardSaying('Asked by');
    await town.slack.until(() => town.slack.thread(card.channelId, card.ts).length >= 1);
    await ask(town, ana(), 'login');
    const question = await ask(town, ana(), 'forget');
    expect(question.text).toContain('• 1 call, with what was asked and how it ended');
    expect(question.text).toContain('Messages that are already in Slack stay there');
    const traces = await tracesOfCalls(ana());
    expect(traces.length).toBeGreaterThanOrEqual(6);
    const before = await dumpOf(town.database.url);
    expect([ana(), ...traces].filter((trace) => !before.includes(trace))).toEqual([]);
    await town.slack.as(ana()).clicks(question, 'Forget me');
    await answeredIn(question.ts, 'has forgotten everything');
    await leftWithout([...traces, ana(), card.ts, town.slack.channels.anaAndKally]);
    expect(await dumpOf(town.database.url)).toContain(luis());
    expect((await ask(town, luis(), 'estado')).text).toContain('está conectada');
    expect((await ask(town, ana(), 'status')).text).toContain('No KallyAI account is connected');
  });

  test('stops calls under way, and no card says "calling" forever', async () => {
    await call('+1 415 555 0108 ask whether they repair bikes');
    const card = await cardSaying('On the phone');
    const question = await ask(town, ana(), 'forget');
    expect(question.text).toContain('One of your calls is still under way');
    const traces = await tracesOfCalls(ana());
    await town.slack.as(ana()).clicks(question, 'Forget me');
    const closed = await cardSaying('Kally has forgotten this call');
    expect(closed.ts).toBe(card.ts);
    expect(closed.text).not.toContain('Zenobia');
    await town.slack.until(() => town.kallyai.calls().every(({ over }) => over));
    await leftWithout([...traces, ana()]);
  });

  test('a call that cannot be stopped does not come back to Slack', async () => {
    await town.stop();
    town = await startTown({ kally: { api: 'v1', speed: 10 } });
    await connectBy(town, await ask(town, ana(), 'login'));
    await call('+1 415 555 0125 ask whether they repair bikes');
    await cardSaying('On the phone');
    const question = await ask(town, ana(), 'olvidar');
    await town.slack.as(ana()).clicks(question, 'Forget me');
    await cardSaying('Kally has forgotten this call');
    await town.slack.until(() => town.kallyai.calls().every(({ over }) => over));
    await town.slack.until(() => town.logged.some((line) => line.includes('its run ends')));
    const posted = [town.slack.channels.dinner, town.slack.channels.anaAndKally].flatMap((channelId) =>
      town.slack
        .messages(channelId)
        .filter(({ text }) => /Call to|by KallyAI, an AI|here is the result/i.test(text)),
    );
    expect(posted).toEqual([]);
  });

  test('somebody else’s never ends a call, however often and at whatever moment it comes', async () => {
    const { slack, kallyai } = town;
    // One is under way from the beginning, so that each word of it makes the app look.
    await call('+1 415 555 0108 ask whether they repair bikes');
    await cardSaying('On the phone');
    await whileOthersAreForgotten(async () => {
      for (let calls = 1; calls <= 4; calls++) {
        await call('+1 415 555 0100 ask whether they repair bikes');
        await slack.until(() => kallyai.rings()['+14155550100'] === calls);
      }
    });
    expect(town.logged.filter((line) => line.includes('its run ends'))).toEqual([]);
  });

  test('in Spanish, for somebody about whom nothing is kept', async () => {
    const question = await ask(town, luis(), 'olvidar');
    expect(question.text).toContain('Kally borra lo que guarda de ti');
    await town.slack.as(luis()).clicks(question, 'Borrar mis datos');
    await town.slack.until(() =>
      town.slack.ephemerals(luis()).some(({ text }) => text.includes('ha borrado todo')),
    );
    // A click acts for whoever pressed it, and for nobody else.
    expect((await ask(town, ana(), 'status')).text).toContain('has been connected');
  });
});
