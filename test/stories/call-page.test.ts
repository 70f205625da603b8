import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { credentials } from '../../sandbox/slack/world.ts';
import { connect, linkIn, startTown, type Town } from '../support/app.ts';
import { answerTo, ask, withPlainSpaces } from '../support/ask.ts';
import { createBrowser, titleOf } from '../support/linking.ts';
import { sends } from '../support/modal.ts';

let town: Town;
type Name = 'ana' | 'luis' | 'noor';
const idOf = (name: Name) => town.slack.people[name].id;
const personOf = (name: Name) => ({ workspaceId: town.slack.teamId, userId: idOf(name) });
const browser = () => createBrowser(town.publicUrl, town.publicUrl);
const textOf = ({ text }: { text: string }) =>
  withPlainSpaces(text.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, '\n'));

/** Ana's call to a number that is answered; its card, with the transcript in the thread. */
async function anasCall(phone: string, place: 'dinner' | 'reception' | 'anaAndKally', asked: string) {
  const { slack } = town;
  const channelId = slack.channels[place];
  await slack.as(idOf('ana')).types(channelId, `/kally ${phone} ${asked}`);
  await slack.until(() => slack.modal(idOf('ana'))?.submit);
  await slack.as(idOf('ana')).fills({ 'Name of the business': 'Pedal & Sons' });
  expect(await sends(slack.as(idOf('ana')))).toMatchObject({ closed: true });
  return slack.until(() =>
    slack
      .messages(channelId)
      .find(({ isBot, text, replies }) => isBot && text.includes('Pedal') && replies.length > 0),
  );
}

async function linkFor(name: Name, card: WireMessage) {
  const details = name === 'luis' ? 'Detalles' : 'Details';
  const told = await answerTo(town, idOf(name), () =>
    town.slack
      .as(idOf(name))
      .clicks(card, 'call_menu', { value: 'Details' })
      .catch(() => town.slack.as(idOf(name)).clicks(card, 'call_menu', { value: details })),
  );
  return linkIn(told, name === 'luis' ? 'Abrir la página' : 'Open the page') ?? '';
}

/** Opens a link in a browser of its own, which goes where it is sent. */
async function open(link: string, visitor = browser()) {
  const entered = await visitor.open(link);
  const page = entered.status === 303 ? await visitor.open(entered.location) : entered;
  return { visitor, entered, page, again: () => visitor.open(new URL(link).pathname) };
}

describe('by a link from Slack', () => {
  let card: WireMessage;
  let link = '';
  beforeAll(async () => {
    town = await startTown();
    await connect(town, idOf('ana'));
    card = await anasCall('+1 415 555 0101', 'dinner', 'ask whether they repair bikes');
    link = await linkFor('ana', card);
  });
  afterAll(() => town?.stop());
  afterEach(() => town.kallyai.setFault(null));

  test('its requester reads everything, and the address keeps nothing', async () => {
    const { entered, page, visitor, again } = await open(link);
    expect(entered).toMatchObject({ status: 303, text: '', location: new URL(link).pathname });
    expect(titleOf(page)).toBe('Call to Pedal &#38; Sons');
    const text = textOf(page);
    expect(text).toContain('answered: Yes, we do repairs');
    expect(text).toMatch(/Number\s+\+1 415 555 0101/);
    expect(text).toMatch(/Business · 0:\d\d/);
    expect(text).toMatch(/This page is for you alone\..* after \d+:\d\d/);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const cookies = entered.headers.getSetCookie();
    expect(cookies).toEqual([expect.stringMatching(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)]);
    expect(await again()).toMatchObject({ status: 200 });
    const { pathname } = new URL(link);
    const head = await fetch(link, { method: 'HEAD', redirect: 'manual' });
    expect([head.status, await head.text()]).toEqual([303, '']);
    expect((await visitor.post(pathname, {})).headers.get('allow')).toBe('GET');
    expect(town.logged.join('\n')).not.toContain(new URL(link).searchParams.get('k'));
  });

  test('a colleague has a link of their own, and reads what their Slack shows them, in Spanish', async () => {
    const theirs = await linkFor('luis', card);
    const { page } = await open(theirs);
    const text = textOf(page);
    expect(page.text).toContain('<html lang="es">');
    expect(text).toContain('Petición');
    expect(text).toMatch(/Negocio · 0:\d\d/);
    expect(text).not.toMatch(/415\W{0,2}555|Créditos|Identificador/);
    await town.kallyai.setFault({ kind: 'unavailable' });
    // Whose account has trouble is not theirs to know.
    expect(textOf((await open(theirs)).page)).toContain('KallyAI no da ahora la transcripción');
  });

  test('while KallyAI is away, what is kept here is shown, and nothing of the rest', async () => {
    await town.kallyai.setFault({ kind: 'unavailable' });
    const text = textOf((await open(link)).page);
    expect(text).toContain('answered: Yes, we do repairs');
    expect(text).toContain('KallyAI has trouble of its own right now');
    expect(text).not.toMatch(/Business · 0:\d\d/);
  });

  test('nothing opens without the link, with an altered one, or with one to another call', async () => {
    const { pathname, searchParams } = new URL(link);
    const key = searchParams.get('k') ?? '';
    const other = '/calls/00000000-0000-4000-8000-000000000000';
    const middle = Math.floor(key.length / 2);
    const altered = `${key.slice(0, middle)}${key[middle] === 'A' ? 'B' : 'A'}${key.slice(middle + 1)}`;
    const addresses = [
      pathname,
      ...[altered, key.slice(0, -4), key.replace(/^[^.]+/, 'none'), '%', '', '.', 'x'.repeat(9_000)].map(
        (k) => `${pathname}?${new URLSearchParams({ k })}`,
      ),
      `${other}?k=${key}`,
    ];
    for (const address of addresses) {
      const page = await browser().open(address, { 'accept-language': 'es' });
      expect([address, page.status, titleOf(page)]).toEqual([
        address,
        403,
        'Esta página se abre desde Slack',
      ]);
      expect(page.text).not.toContain('Pedal');
    }
    for (const path of ['/calls/', '/calls', `${pathname}/x`, '/calls/1', '/calls/%00', '/calls/%2e%2e'])
      expect([path, (await browser().open(path)).status]).toEqual([path, 404]);
    // What fetches a link for a preview keeps no cookies.
    const preview = await fetch(link);
    expect([preview.status, await preview.text()]).toEqual([403, expect.not.stringContaining('Pedal')]);
  });

  test('the browser that opened it shows no other call', async () => {
    const other = await anasCall('+1 415 555 0104', 'anaAndKally', 'ask whether they rent bikes');
    const theirs = new URL(await linkFor('ana', other)).pathname;
    const { visitor } = await open(link);
    expect(titleOf(await visitor.open(theirs))).toBe('This page opens from Slack');
  });

  test('whoever lost their rights meanwhile reads nothing, whenever the link was made', async () => {
    const inReception = await anasCall('+1 212 555 0142', 'reception', 'ask whether they sell bikes');
    const { page, again } = await open(await linkFor('luis', inReception));
    expect(textOf(page)).toMatch(/Negocio · 0:\d\d/);

    await town.store.preferences.change(personOf('ana'), (kept) => ({ ...kept, transcripts: 'me' }));
    await expect.poll(async () => textOf(await again())).toContain('es solo para quien la pidió');
    expect(textOf(await again())).not.toMatch(/Negocio · 0:\d\d|Lo que dijeron/);
    await town.store.preferences.change(personOf('ana'), (kept) => ({ ...kept, transcripts: 'thread' }));

    const { slack } = town;
    const refused = { kind: 'refused' as const };
    slack.fault({ ...refused, method: 'users.info', error: 'internal_error' });
    expect(titleOf(await again())).toBe('Slack does not answer');
    slack.fault({ ...refused, method: 'conversations.members', error: 'internal_error' });
    expect((await again()).status).toBe(503);
    slack.fault({ ...refused, method: 'users.info', error: 'user_not_found' });
    expect((await again()).status).toBe(404);
    expect((await again()).status).toBe(200);

    expect(await slack.as(idOf('luis')).leaves(slack.channels.reception)).toEqual({ ok: true });
    const left = await again();
    expect([left.status, titleOf(left)]).toEqual([404, 'There is no call here for you']);
  });

  test('nobody can have Slack asked without end', async () => {
    const { visitor } = await open(await linkFor('luis', card));
    const path = new URL(link).pathname;
    const pages = await Promise.all(Array.from({ length: 25 }, () => visitor.open(path)));
    const refused = pages.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a link is over after ten minutes, and says kindly how to get another', async () => {
    const theirs = await linkFor('luis', card);
    const { again } = await open(theirs);
    await town.clock.sleep(10 * 60_000);
    for (const page of [await browser().open(theirs), await again()]) {
      expect([page.status, titleOf(page)]).toEqual([410, 'Este enlace ha caducado']);
      expect(textOf(page)).toContain('Abrir la página');
    }
  });

  test('nothing is left of a call whose requester was forgotten', async () => {
    const { page, again } = await open(await linkFor('ana', card));
    expect(page.status).toBe(200);
    const question = await ask(town, idOf('ana'), 'forget');
    await town.slack.as(idOf('ana')).clicks(question, 'Forget me');
    await expect.poll(async () => (await again()).status).toBe(404);
  });
});

describe('with Sign in with Slack', () => {
  let link = '';
  beforeAll(async () => {
    const { clientId, clientSecret } = credentials;
    town = await startTown({ env: { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } });
    await connect(town, idOf('ana'));
    const card = await anasCall('+1 415 555 0101', 'reception', 'ask whether they repair bikes');
    link = await linkFor('ana', card);
  });
  afterAll(() => town?.stop());

  async function signsIn(name: Name | '', visitor = browser()) {
    const sent = await visitor.open(link);
    const body = new URLSearchParams({ user: name && idOf(name) });
    const answer = await fetch(sent.location, { method: 'POST', body, redirect: 'manual' });
    const back = answer.headers.get('location') ?? '';
    const entered = await visitor.open(back);
    const page = entered.status === 303 ? await visitor.open(entered.location) : entered;
    return { visitor, back, page };
  }

  test('the address carries nothing, and shows each person what is theirs', async () => {
    expect(link).toMatch(/\/calls\/[0-9a-f-]{36}$/);
    const { page, visitor } = await signsIn('ana');
    expect(titleOf(page)).toBe('Call to Pedal &#38; Sons');
    expect(textOf(page)).toContain('Its address shows to others only what they may see themselves');
    expect((await visitor.open(link)).status).toBe(200);
    expect(textOf((await signsIn('luis')).page)).toContain('Petición');
    // Noor is not in that channel.
    expect((await signsIn('noor')).page.status).toBe(404);
  });

  test('an answer of Slack’s that another browser fetched signs nobody in', async () => {
    const { back } = await signsIn('ana');
    const victim = browser();
    await victim.open(link);
    const page = await victim.open(back);
    expect([page.status, titleOf(page)]).toEqual([400, 'Please stay in one browser']);
    expect((await victim.open(link)).status).toBe(302);
  });

  test('a refusal at Slack and Slack away are told, with a way to try again', async () => {
    const { page } = await signsIn('');
    expect(titleOf(page)).toBe('We could not see who you are');
    expect(page.text).toContain(`href="${new URL(link).pathname}"`);
    town.slack.fault({ method: 'openid.connect.token', kind: '500' });
    expect((await signsIn('ana')).page.status).toBe(502);
  });
});

test('a link gets a preview where everybody sees the card, with nothing of what was asked or said', async () => {
  town = await startTown({ fronts: ['previews'] });
  await connect(town, idOf('ana'));
  const { slack } = town;
  const { dinner, travel, anaAndKally } = slack.channels;
  const link = await linkFor(
    'ana',
    await anasCall('+1 415 555 0101', 'dinner', 'ask whether they repair violet bikes'),
  );
  const own = await linkFor('ana', await anasCall('+1 212 555 0142', 'anaAndKally', 'ask for violet bells'));
  const { pathname } = new URL(link);
  const posted = async (channelId: string, text: string) => {
    await slack.as(idOf('luis')).types(channelId, text);
    return slack.messages(channelId).findLast(({ userId }) => userId === idOf('luis'));
  };
  await posted(travel, `${town.publicUrl}${pathname}`);
  await posted(dinner, `${town.publicUrl}${new URL(own).pathname} and ${town.publicUrl}/calls/x`);
  const shown = await posted(dinner, `See ${town.publicUrl}${pathname} and ${town.publicUrl}/link/start`);
  const [preview] = await slack.until(
    () => slack.messages(dinner).find(({ ts, previews }) => ts === shown?.ts && previews)?.previews,
  );
  expect(preview?.url).toBe(`${town.publicUrl}${pathname}`);
  const said = JSON.stringify(preview?.blocks);
  expect(said).toContain('Pedal & Sons');
  expect(said).toMatch(/: read the transcript\..*Made: /);
  expect(said).not.toMatch(/violet|repairs|415\W{0,2}555/);
  // Not in another channel, and not of a call whose card is for Ana alone.
  expect(slack.calls('chat.unfurl')).toHaveLength(1);
  expect(slack.messages(anaAndKally).filter(({ previews }) => previews)).toEqual([]);
  await town.stop();
});

test('without an address for browsers there is no page, and no word of one', async () => {
  town = await startTown({ mode: 'socket', env: { PUBLIC_URL: '' } });
  await connect(town, idOf('ana'));
  const card = await anasCall('+1 415 555 0101', 'dinner', 'ask whether they repair bikes');
  expect(await linkFor('ana', card)).toBe('');
  const id = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(card.blocks))?.[1];
  expect((await fetch(`${town.publicUrl}/calls/${id}`)).status).toBe(404);
  await town.stop();
});
