import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Person } from '../../src/domain/person.ts';
import { printAudit } from '../../src/operator/audit.ts';
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

async function call(requester: Person, confirmedAt: number) {
  const request = {
    phone: '+14155550101',
    task: 'Ask for the violet umbrella',
    category: 'clinic' as const,
    callLanguage: 'en' as const,
    language: 'en' as const,
    timeZone: 'Europe/London',
    businessName: 'Umbrella Palace',
    name: 'Zenobia Quill',
  };
  const written = { id: randomUUID(), requester, request, channelId: requester.userId, confirmedAt };
  await store.calls.confirm(written, randomUUID(), async () => {});
}

const secret = /violet|umbrella|Umbrella|Zenobia|Quill|4155550101|415 555/;

describe('who called whom', () => {
  const texts = (userId: string) => [
    ...shown(userId).matchAll(/\*([^*]+)\* · <@(\w+)> · ([^\\]+)\\n([^"]+)"/g),
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
    expect(csv.trimEnd().split('\r\n')).toEqual([header, ...rows.toReversed()]);
    expect(rows).toHaveLength(32);
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
      for (const name of ['open_admin', 'open_audit', 'newer_audit', 'older_audit', 'audit_file']) {
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
