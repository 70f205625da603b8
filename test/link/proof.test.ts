import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { credentials } from '../../sandbox/slack/world.ts';
import { enterCode, linkIn, questionIn, signInBy, startTown, type Town } from '../support/app.ts';
import { createBrowser, titleOf } from '../support/linking.ts';

/** Luis is the attacker: he asks for a link and sends it to Ana, who has a KallyAI account. */
let town: Town;
const people = () => town.slack.people;

async function linkOf(userId: string) {
  const { slack } = town;
  const before = slack.ephemerals(userId).length;
  await slack.as(userId).types(slack.channels.general, '/kally login');
  return slack.until(() => {
    const said = slack.ephemerals(userId);
    return said.length > before && said.findLast((it) => linkIn(it, 'KallyAI'));
  });
}

async function isConnected(userId: string) {
  const { slack } = town;
  const before = slack.ephemerals(userId).length;
  await slack.as(userId).types(slack.channels.general, '/kally status');
  const said = await slack.until(() => slack.ephemerals(userId)[before]);
  return !/No KallyAI account|No hay ninguna cuenta/.test(said.text);
}

const browser = () => createBrowser(town.publicUrl, town.publicUrl);

describe('with a code, where Sign in with Slack is not set up', () => {
  beforeAll(async () => {
    town = await startTown();
  });
  afterAll(() => town?.stop());
  beforeEach(() => town.slack.reload(people().luis.id));

  test('a person who finishes somebody else’s link in good faith gives nothing away', async () => {
    await signInBy(town, await linkOf(people().luis.id), 'ana');
    expect(await isConnected(people().luis.id)).toBe(false);
    expect(await isConnected(people().ana.id)).toBe(false);
  });

  test('a code cannot be guessed: five wrong ones discard the sign-in', async () => {
    const { code } = await signInBy(town, await linkOf(people().luis.id), 'ana');
    const wrong = code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
    const answers = [];
    for (let tries = 0; tries < 5; tries++) {
      answers.push(Object.values((await enterCode(town, wrong)).errors ?? {}).join());
      town.slack.reload(people().luis.id);
    }
    expect(answers.slice(0, 4).every((answer) => answer.includes('Esas no son las cifras'))).toBe(true);
    expect(answers[4]).toContain('ya no sirve');
    const question = questionIn(town.slack)?.question;
    if (!question) throw new Error('the question is gone');
    await town.slack.as(people().luis.id).clicks(question, 'Escribir el código');
    const notice = await town.slack.until(() => town.slack.modal(people().luis.id));
    expect(JSON.stringify(notice.blocks)).toContain('ya no sirve');
    expect(await isConnected(people().luis.id)).toBe(false);
  });

  test('the attacker’s own browser, open at the same link, does not show the code', async () => {
    const message = await linkOf(people().luis.id);
    const attacker = browser();
    await attacker.open(linkIn(message, 'Conectar') ?? '');
    await signInBy(town, message, 'ana');
    const page = await attacker.open('/link/code');
    expect(page.text).not.toContain('class="code"');
    expect(titleOf(page)).toBe('Este enlace ya se ha usado');
  });

  test('“This is not me” on the page, and “It was not me” in Slack, discard the sign-in', async () => {
    const first = await signInBy(town, await linkOf(people().luis.id), 'ana');
    const ticket = /name="ticket" value="([^"]+)"/.exec((await first.browser.open('/link/code')).text)?.[1];
    const foreign = await first.browser.post('/link/code', { ticket: 'x' });
    expect(titleOf(foreign)).toBe('Ese clic no venía de nuestra página');
    const { slack } = town;
    const { userId, question } = questionIn(slack) ?? { userId: '', question: { channelId: '', ts: '' } };
    const left = await first.browser.post('/link/code', { ticket: ticket ?? '' });
    expect(left.location).toContain('/link/cancelled');
    await slack.until(() => questionIn(slack)?.question.ts !== question.ts);

    const second = await signInBy(town, await linkOf(people().luis.id), 'ana');
    const asked = await slack.until(() => questionIn(slack)?.question);
    await slack.as(userId).clicks(asked, 'Escribir el código');
    await slack.until(() => slack.modal(userId)?.submit);
    await slack.as(userId).clicks(asked, 'No he sido yo');
    await slack.until(() => questionIn(slack)?.question.ts !== asked.ts);
    await slack.as(userId).fills({ code: second.code });
    expect(Object.values((await slack.as(userId).submits()).errors ?? {}).join()).toContain('ya no sirve');
    expect(await isConnected(userId)).toBe(false);
  });

  test('the person themselves is connected by the code, also when it is typed with a space', async () => {
    const { code } = await signInBy(town, await linkOf(people().ana.id), 'ana');
    expect(code).toMatch(/^\d{3} \d{3}$/);
    expect(await enterCode(town, code)).toMatchObject({ closed: true });
  });
});

describe('with Sign in with Slack', () => {
  beforeAll(async () => {
    const { clientId, clientSecret } = credentials;
    town = await startTown({ env: { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } });
  });
  afterAll(() => town?.stop());

  const inSlack = async (visitor: ReturnType<typeof browser>, location: string, userId: string) => {
    const body = new URLSearchParams({ user: userId });
    const answer = await fetch(location, { method: 'POST', body, redirect: 'manual' });
    return visitor.open(answer.headers.get('location') ?? '');
  };

  test('the person’s own browser goes on to KallyAI and is connected by the click', async () => {
    const visitor = browser();
    const button = linkIn(await linkOf(people().ana.id), 'KallyAI') ?? '';
    const start = await visitor.open(button);
    expect(start.location).toContain(
      `${town.slack.url}/openid/connect/authorize?response_type=code&scope=openid`,
    );
    const proven = await inSlack(visitor, start.location, people().ana.id);
    expect(proven).toMatchObject({ status: 303 });
    const onwards = await visitor.open(proven.location);
    expect(onwards.location).toContain('/v1/auth/authorize');
    const back = await visitor.open(await visitor.signInAt(onwards.location, 'ana'));
    const asked = await visitor.open(back.location);
    const ticket = /name="ticket" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const done = await visitor.post('/link/confirm', { ticket, choice: 'connect' });
    expect(done.location).toMatch(/^\/link\/done\?l=en&attempt=[\w-]+$/);
    expect(await isConnected(people().ana.id)).toBe(true);
    const replayed = await visitor.open(start.location.replace(/.*state=/, '/link/slack?code=x&state='));
    expect(replayed.status).toBe(400);
  });

  test('somebody else’s browser is stopped before KallyAI is even asked', async () => {
    const visitor = browser();
    const start = await visitor.open(linkIn(await linkOf(people().luis.id), 'KallyAI') ?? '');
    const page = await inSlack(visitor, start.location, people().ana.id);
    expect(page.status).toBe(403);
    expect(titleOf(page)).toBe('Este enlace es para otra persona');
    expect(titleOf(await visitor.open('/link/callback?code=x&state=y'))).toBe(
      'No hemos podido comprobar que eres tú',
    );
    expect(titleOf(await visitor.open('/link/confirm'))).not.toContain('¿Conectar');
  });

  test('an answer of Slack’s that was fetched in another browser proves nothing', async () => {
    const message = await linkOf(people().luis.id);
    const [attacker, victim] = [browser(), browser()];
    const mine = await attacker.open(linkIn(message, 'KallyAI') ?? '');
    await victim.open(linkIn(message, 'KallyAI') ?? '');
    const body = new URLSearchParams({ user: people().luis.id });
    const answer = await fetch(mine.location, { method: 'POST', body, redirect: 'manual' });
    const page = await victim.open(answer.headers.get('location') ?? '');
    expect(titleOf(page)).toBe('Esta respuesta es de otro inicio de sesión');
  });

  test('a refusal at Slack, a code that Slack rejects, and Slack away', async () => {
    const visitor = browser();
    const { location } = await visitor.open(linkIn(await linkOf(people().ana.id), 'KallyAI') ?? '');
    expect(titleOf(await inSlack(visitor, location, ''))).toBe('We could not see that it is you');
    const state = new URL(location).searchParams.get('state') ?? '';
    const forged = await visitor.open(`/link/slack?code=forged&state=${state}`);
    expect(titleOf(forged)).toBe('We could not see that it is you');
    town.slack.fault({ method: 'openid.connect.token', kind: '500' });
    const away = await visitor.open(`/link/slack?code=forged&state=${state}`);
    expect(away.status).toBe(502);
    expect(titleOf(away)).toBe('Slack does not answer');
  });
});
