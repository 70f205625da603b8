import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Person } from '../../src/domain/person.ts';
import type { AskCode } from '../../src/domain/plan.ts';
import { printAudit } from '../../src/operator/audit.ts';
import { sealedCalls } from '../../src/store/calls.ts';
import { createSealing } from '../../src/store/sealing.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { ask, withPlainSpaces } from '../support/ask.ts';
import { type Doer, deliveryTo } from '../support/deliveries.ts';
import { modalOf } from '../support/modal.ts';

/** Ana is an admin, Luis a member, Noor a guest. */
let town: Town;
let store: Store;
beforeAll(async () => {
  town = await startTown();
  const { databaseUrl = '', keys } = readConfig(town.environment);
  store = createStore({ databaseUrl, keys, onError: () => {} });
});
afterAll(async () => {
  await store.close();
  await town.stop();
});

afterEach(async () => {
  for (const { id } of [town.slack.people.ana, town.slack.people.luis]) town.slack.reload(id);
});

const ana = () => town.slack.people.ana.id;
const luis = () => town.slack.people.luis.id;
const noor = () => town.slack.people.noor.id;
const shown = (userId: string) => withPlainSpaces(JSON.stringify(town.slack.modal(userId)?.blocks ?? []));
const showing = (userId: string, words: string) =>
  town.slack.until(() => shown(userId).includes(words), { timeoutMs: 15_000 });

async function administer(userId = ana()) {
  await town.slack.as(userId).types(town.slack.channels.dinner, '/kally admin');
  await showing(userId, 'are calls kept');
  return modalOf(town, userId);
}

type Given = { phone?: string; accepted?: AskCode[]; refusal?: string };

async function call(
  requester: Person,
  confirmedAt: number,
  { phone = '+14155550101', accepted, refusal }: Given = {},
) {
  const request = {
    phone,
    task: 'Ask for the violet umbrella',
    category: 'clinic' as const,
    callLanguage: 'en' as const,
    language: 'en' as const,
    timeZone: 'Europe/London',
    businessName: 'Umbrella Palace',
    name: 'Zenobia Quill',
  };
  const written = { id: randomUUID(), requester, request, channelId: requester.userId, confirmedAt };
  const confirmed = { ...written, ...(accepted && { accepted }) };
  const made = await store.calls.confirm(confirmed, randomUUID(), async () => {});
  if (refusal) await store.calls.move(made, 'refused', { refusal: { code: refusal }, endedAt: confirmedAt });
}

/** So many calls at once as no story makes, each sealed for its row. */
async function manyCalls(userId: string, count: number) {
  const { keys } = readConfig(town.environment);
  const sealing = createSealing(keys);
  const rows = Array.from({ length: count }, (_, index) => {
    const id = randomUUID();
    const request = {
      phone: '+14155550177',
      task: 'Ask when they open',
      category: 'general',
      callLanguage: 'en',
      language: 'en',
    };
    const { sealed } = sealing.seal({ ...request, timeZone: 'UTC' }, sealedCalls.rowName(id));
    return { id, sealed: Buffer.from(sealed).toString('hex'), confirmed_at: index };
  });
  const client = new pg.Client({ connectionString: town.database.url });
  await client.connect();
  await client.query(
    `insert into calls (id, workspace_id, user_id, submission_id, channel_id, sealed, key_id, stage, confirmed_at, updated_at)
     select id, $2, $3, id, $3, decode(sealed, 'hex'), $4, 'unknown', timestamptz '2026-06-01' + confirmed_at * interval '1 second', now()
     from json_to_recordset($1) as given(id uuid, sealed text, confirmed_at int)`,
    [JSON.stringify(rows), town.slack.teamId, userId, keys[0]?.id],
  );
  await client.end();
}

const secret = /violet|umbrella|Umbrella|Zenobia|Quill|4155550101|415 555/;

describe('who called whom', () => {
  const texts = (userId: string) => [
    ...shown(userId).matchAll(/\*([^*]+)\* · <@(\w+)> · ([^\\·]+) · ([^\\]+)\\n([^"]+)"/g),
  ];

  test('it says so if nobody called anybody', async () => {
    await administer();
    await town.slack.as(ana()).clicks('modal', 'Show calls');
    await showing(ana(), 'No calls are kept.');
    expect(shown(ana())).not.toContain('CSV');
  });

  test('an admin pages through it and sees nothing of what was asked or said', async () => {
    await connect(town, luis(), 'luis');
    const { slack } = town;
    await slack.as(luis()).types(slack.channels.dinner, '/kally +1 415 555 0101 Ask for the violet umbrella');
    await slack.until(() => slack.modal(luis())?.submit);
    await slack.as(luis()).fills({ '¿A nombre de quién?': 'Zenobia Quill', place: 'me' });
    await slack.as(luis()).submits();
    const done = () =>
      slack
        .messages(slack.channels.luisAndKally)
        .some(({ text, replies }) => /por KallyAI, una IA/.test(text) && replies.length > 0);
    await slack.until(done, { timeoutMs: 20_000 });

    const { teamId } = slack;
    const start = Date.parse('2026-11-01T12:00:00Z');
    for (let minute = 0; minute < 30; minute++)
      await call({ workspaceId: teamId, userId: noor() }, start + minute * 60_000);
    // At the same moment as another, and of another workspace.
    await call({ workspaceId: teamId, userId: noor() }, start);
    await call({ workspaceId: 'T0ELSEWHERE', userId: 'U0STRANGER' }, start);

    await administer();
    await slack.as(ana()).clicks('modal', 'Show calls');
    await showing(ana(), 'Older calls');
    const first = texts(ana());
    expect(first).toHaveLength(15);
    expect(first[0]?.slice(2)).toEqual([
      luis(),
      '+1 ••• 101',
      'only for them',
      expect.stringMatching(/^(Arranged|They answered: read the transcript)\. · .*sec/),
    ]);
    const second = await turn('Older calls');
    const third = await turn('Older calls');
    expect([second.length, third.length]).toEqual([15, 2]);
    const seen = [...first, ...second, ...third].map(([all]) => all);
    expect(shown(ana())).not.toContain('Older calls');
    expect(third.map(([, when]) => when)).toEqual(Array(2).fill('Nov 1, 2026, 7:00 AM'));
    expect((await turn('Newer calls')).map(([all]) => all)).toEqual(second.map(([all]) => all));
    expect((await turn('Newer calls')).map(([all]) => all)).toEqual(first.map(([all]) => all));
    expect(shown(ana())).not.toContain('Newer calls');
    expect(seen.join()).not.toMatch(secret);
    expect(seen.join()).not.toContain('U0STRANGER');

    await slack.as(ana()).clicks('modal', 'Send me all of them as CSV');
    await showing(ana(), 'The file is in your direct messages');
    await slack.until(() => slack.files()[0], { timeoutMs: 15_000 });
    const file = slack.messages(slack.channels.anaAndKally).flatMap(({ files }) => files);
    expect(slack.files()).toHaveLength(1);
    const csv = await (await fetch(new URL(file[0]?.url ?? '', slack.url))).text();
    expect(csv).not.toMatch(secret);
    const lines: string[] = [];
    await printAudit(readConfig(town.environment), { workspaceId: teamId }, (line) => lines.push(line));
    const [header, ...rows] = lines;
    // The operator reads the same on another clock, in English, and without names.
    const plain = (line: string) =>
      line.replace(/\d{4}-\d\d-\d\dT[^,]*/g, 'TIME').replace(/,[^,]*(,[^,]*)$/, '$1');
    expect(csv.trimEnd().split('\r\n').map(plain)).toEqual(
      [header, ...rows.toReversed()].map((line) => plain(line ?? '')),
    );
    expect(csv).toMatch(/^2026-11-01T07:00:00-05:00,.*,private,Noor .*,/m);
    expect(rows).toHaveLength(32);
  });

  test('an admin finds who called a number, and narrows the calls by person, day and outcome', async () => {
    const { teamId: workspaceId } = town.slack;
    const day = Date.parse('2026-10-05T02:00:00Z');
    // The fifth in London, the fourth in New York, where Ana is.
    await call({ workspaceId, userId: luis() }, day, { phone: '+14155550188', refusal: 'do_not_call' });
    await call({ workspaceId, userId: noor() }, day + 3 * 3_600_000, {
      phone: '+14155550188',
      accepted: ['outside_hours'],
    });
    await call({ workspaceId, userId: noor() }, day + 86_400_000, { phone: '+14155550189' });
    await administer();
    await town.slack.as(ana()).clicks('modal', 'Show calls');
    await showing(ana(), 'Older calls');
    const finds = async (fields: Record<string, string>, words: string) => {
      await town.slack.as(ana()).fills(fields);
      await town.slack.as(ana()).submits();
      await showing(ana(), words);
      return texts(ana()).map(([, when, who, number, , came]) => [when, who, number, came]);
    };
    expect(await finds({ phone: '(415) 555-0188' }, '188')).toEqual([
      [
        'Oct 5, 2026, 1:00 AM',
        noor(),
        '+1 ••• 188',
        'Waiting to be placed\\nCalled in spite of: outside calling hours there',
      ],
      ['Oct 4, 2026, 10:00 PM', luis(), '+1 ••• 188', 'Not called · on the do-not-call list'],
    ]);
    // The file has the same as the page.
    const before = town.slack.files().length;
    await town.slack.as(ana()).clicks('modal', 'Send me all of them as CSV');
    await showing(ana(), 'The file is in your direct messages');
    const csv = await (await fetch(new URL(town.slack.files()[before]?.url ?? '', town.slack.url))).text();
    expect(csv.trimEnd().split('\r\n')).toEqual([
      expect.any(String),
      expect.stringMatching(/^2026-10-05T01:00:00-04:00,.*,outside_hours,,,,,private,Noor /),
      expect.stringMatching(/^2026-10-04T22:00:00-04:00,.*,do_not_call,,,,,,private,Luis .*,Not called$/),
    ]);
    expect((await finds({ day: '2026-10-04' }, '10:00 PM')).map(([, who]) => who)).toEqual([luis()]);
    expect(await finds({ person: noor() }, 'No call that is kept matches')).toEqual([]);
    expect(await finds({ day: '', phone: '', outcome: 'refused' }, 'No call that is kept matches')).toEqual(
      [],
    );
    expect(await finds({ person: luis() }, 'Not called')).toHaveLength(1);
    await town.slack.as(ana()).fills({ phone: '12' });
    expect((await town.slack.as(ana()).submits()).errors).toMatchObject({ phone: expect.any(String) });
  });

  test('of ten thousand calls only a batch is in memory, in the list and in the files', async () => {
    await manyCalls(noor(), 11_000);
    const search = { workspaceId: town.slack.teamId, userId: noor() };
    const read = store.auditEntries(search)[Symbol.asyncIterator]();
    for (let entry = 0; entry < 700; entry++) await read.next();
    const client = new pg.Client({ connectionString: town.database.url });
    await client.connect();
    const deleted = `delete from calls where confirmed_at between timestamptz '2026-06-01 00:40' and '2026-06-01 00:50'`;
    expect((await client.query(deleted)).rowCount).toBe(601);
    await client.end();
    let rest = 700;
    while (!(await read.next()).done) rest += 1;
    // What was deleted after the second batch was never read.
    let kept = 0;
    for await (const _ of store.auditEntries(search)) kept += 1;
    expect(rest).toBe(kept);

    const before = town.slack.files().length;
    await administer();
    await town.slack.as(ana()).clicks('modal', 'Show calls');
    await showing(ana(), 'Older calls');
    expect(texts(ana())).toHaveLength(15);
    await town.slack.as(ana()).clicks('modal', 'Send me all of them as CSV');
    await town.slack.until(() => shown(ana()).includes('The file is in your direct messages'), {
      timeoutMs: 30_000,
    });
    expect(town.slack.files()).toHaveLength(before + 2);
  });

  async function turn(button: string) {
    const before = shown(ana());
    await town.slack.as(ana()).clicks('modal', button);
    await town.slack.until(() => shown(ana()) !== before, { timeoutMs: 15_000 });
    return texts(ana());
  }
});

describe('nobody else', () => {
  const wrongPeople = (): Doer[] => [
    { id: luis() },
    { id: noor() },
    { id: 'U0STRANGER', teamId: 'T0ELSEWHERE' },
    { id: ana(), teamId: 'T0ELSEWHERE' },
    // An admin of one workspace of an organisation is none of the organisation.
    { id: ana(), teamId: 'T0FIRST', organisationId: 'E0HARBOR' },
  ];

  test('decides, sees or takes anything', { timeout: 60_000 }, async () => {
    const { slack } = town;
    const before = slack.traffic.entries().at(-1)?.id ?? 0;
    const files = slack.files().length;
    town.logged.length = 0;
    for (const doer of wrongPeople()) {
      const form = {
        channelId: slack.channels.dinner,
        values: { retentionDays: { retentionDays: { value: '1' } } },
      };
      await slack.deliver(deliveryTo('submissions', 'admin_form', doer, form));
      await slack.deliver(
        deliveryTo('submissions', 'audit_form', doer, {
          channelId: slack.channels.dinner,
          viewId: 'V0THEIRS',
          values: { phone: { phone: { type: 'plain_text_input', value: '+14155550101' } } },
        }),
      );
      for (const name of [
        'open_admin',
        'open_audit',
        'newer_audit',
        'older_audit',
        'audit_file',
        'rule_changes_file',
      ]) {
        const delivery = deliveryTo('actions', name, doer, {
          channelId: slack.channels.dinner,
          value: 'csv',
        });
        // In a modal that is open before them, whatever it is.
        await slack.deliver({ ...delivery, payload: { ...delivery.payload, view: { id: 'V0THEIRS' } } });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    for (const workspaceId of [slack.teamId, 'T0ELSEWHERE', 'E0HARBOR'])
      expect(await store.settings.find(workspaceId)).toEqual({});
    expect(slack.files()).toHaveLength(files);
    const entries = () =>
      slack.traffic.entries().filter(({ id, kind }) => id > before && kind !== 'delivery');
    const said = entries();
    expect(JSON.stringify(said)).not.toMatch(/•••|csv/);
    expect(town.logged.filter((line) => /an admin (changed|looked|took)/.test(line))).toEqual([]);
    // What an admin presses there does show it.
    const page = deliveryTo('actions', 'older_audit', { id: ana() }, { channelId: slack.channels.dinner });
    await slack.deliver({ ...page, payload: { ...page.payload, view: { id: 'V0THEIRS' } } });
    await slack.until(() => JSON.stringify(entries()).includes('•••'));
  });

  test('is told so', async () => {
    expect((await ask(town, luis(), 'administrar')).text).toContain(
      'Solo pueden hacerlo los administradores',
    );
    expect((await ask(town, noor(), 'admin')).text).toContain('Only admins and owners');
  });
});

describe('how long calls are kept', () => {
  test('only a number of days from 1 to 365 is accepted', async () => {
    for (const value of ['0', '366', '1.5', '-3', 'many', '1e9', '']) {
      const values = { retentionDays: { retentionDays: { value } } };
      const form = deliveryTo('submissions', 'admin_form', { id: ana() }, { channelId: '', values });
      expect(await town.slack.deliver(form), value).toMatchObject({
        body: { response_action: 'errors', errors: { retentionDays: expect.stringContaining('1 to 365') } },
      });
    }
    expect(await store.settings.find(town.slack.teamId)).toEqual({});
  });

  test('an admin decides, and the log says who', async () => {
    const { values } = await administer();
    expect(values()).toMatchObject({ retentionDays: '30' });
    expect(shown(ana())).toContain('Unless an admin decides otherwise, it is 30 days');
    await town.slack.as(ana()).fills({ retentionDays: '7' });
    await town.slack.as(ana()).submits();
    await showing(ana(), 'deletes calls 7 days after they are over');
    expect(await store.settings.find(town.slack.teamId)).toEqual({ retentionDays: 7 });
    const written = town.logged.find((line) => line.includes('changed how long calls are kept')) ?? '';
    expect(JSON.parse(written)).toMatchObject({ userId: ana(), before: {}, retentionDays: 7 });
    town.slack.reload(ana());
    expect((await administer()).values()).toMatchObject({ retentionDays: '7' });
  });

  test('in Spanish, from the Home tab', async () => {
    await store.preferences.change({ workspaceId: town.slack.teamId, userId: ana() }, () => ({
      language: 'es',
    }));
    const home = (userId: string) => JSON.stringify(town.slack.home(userId)?.blocks ?? '');
    const looks = async (userId: string) => {
      await town.slack.as(userId).opensHome();
      return home(userId);
    };
    // Shown without it while Slack is slow to say who they are, and with it when they look again.
    await expect.poll(() => looks(ana()), { timeout: 30_000, interval: 2_000 }).toContain('Administración');
    await town.slack.as(ana()).clicks('home', 'Administración');
    await showing(ana(), '¿Durante cuántos días se guardan las llamadas?');
    await expect.poll(() => looks(luis()), { timeout: 30_000, interval: 2_000 }).toContain('Preferencias');
    expect(home(luis())).not.toContain('Administración');
  });
});
