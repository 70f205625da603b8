import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn, startTown, type Town } from '../support/app.ts';
import { codeOf, createBrowser, ticketOf } from '../support/linking.ts';
import { modalOf, valuesIn } from '../support/modal.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

test('the first minute: six clicks from the first /kally to a confirmed call, and on to the transcript', async () => {
  const { slack, kallyai, publicUrl } = town;
  const { dinner, anaAndKally } = slack.channels;
  const ana = slack.as(slack.people.ana.id);
  let clicks = 0;
  const clicking = <T>(act: Promise<T>): Promise<T> => {
    clicks += 1;
    return act;
  };
  const prompt = () => slack.ephemerals(ana.id, dinner).at(-1);
  const direct = () => slack.messages(anaAndKally).at(-1);

  // Not connected yet: a private message with one button, and nothing of what was typed is lost.
  await ana.types(dinner, '/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  const asked = await slack.until(prompt);
  expect(asked.text).toContain('What you asked for is kept.');

  // In the browser: the account, and the click on our page.
  const browser = createBrowser(publicUrl, publicUrl);
  await clicking(ana.clicks(asked, 'Connect KallyAI'));
  const start = await browser.open(linkIn(asked, 'Connect KallyAI') ?? '');
  const callback = await browser.open(await clicking(browser.signInAt(start.location, 'ana')));
  const page = await browser.open(callback.location);
  expect(page.text).toContain('Ana Torres');
  expect(page.text).toContain('Harbor');
  const pressed = await clicking(
    browser.post('/link/confirm', { ticket: ticketOf(page), choice: 'connect' }),
  );
  const shown = await browser.open(pressed.location);
  expect(shown.text).toContain('slack://app?team=T000000001&#38;id=A0KALLY001&#38;tab=messages');

  // Where the button was, Kally asks for the code; so it does in its own messages and on the Home tab.
  const waiting = await slack.until(() => linkIn(prompt() ?? asked, 'KallyAI') === undefined && prompt());
  expect(waiting.ts).toBe(asked.ts);
  for (const message of [waiting, direct()])
    expect(message?.text).toContain('Almost there. Type the six digits that your browser shows.');
  await ana.opensHome('messages');
  await ana.opensHome();
  const home = await slack.until(() => slack.home(ana.id));
  expect(JSON.stringify(home.blocks)).toContain('enter_code');
  expect(JSON.stringify(home.blocks)).not.toContain('connect_account');
  await clicking(ana.clicks(waiting, 'Enter the code'));
  const modal = await slack.until(() => slack.modal(ana.id));
  await ana.fills({ 'The six digits in your browser': codeOf(shown) });
  expect(await clicking(ana.submits())).toMatchObject({ closed: false });

  // What asked for the code is the form now, with what was asked for.
  const form = await modalOf(town, ana.id);
  expect(form.modal().id).toBe(modal.id);
  expect(valuesIn(form.modal().values)).toMatchObject({
    phone: '+1 415 555 0101',
    partySize: '4',
    time: '20:00',
    name: 'Ana Torres',
    place: 'here',
  });
  for (const message of [
    await slack.until(() => prompt()?.text.includes('is connected') && prompt()),
    await slack.until(() => direct()?.text.includes('is connected') && direct()),
  ])
    expect(message?.text).toContain('Your KallyAI account is connected. You can go on where you stopped.');
  await ana.fills({ 'Name of the business': "Luigi's" });
  expect(await clicking(ana.submits())).toMatchObject({ closed: true });
  expect(clicks).toBeLessThanOrEqual(6);

  // No used button is left, and the messages lead to the card. Nobody was greeted in between.
  for (const message of [
    await slack.until(() => prompt()?.text.includes('Your call is in') && prompt()),
    await slack.until(() => direct()?.text.includes('Your call is in') && direct()),
  ]) {
    expect(message?.text).toBe(`Your KallyAI account is connected. Your call is in <#${dinner}>.`);
    expect(JSON.stringify(message?.blocks)).not.toContain('button');
  }
  expect(slack.messages(anaAndKally)).toHaveLength(1);

  const card = await slack.until(() => slack.messages(dinner).find(({ text }) => text.includes("Luigi's")));
  const done = await slack.until(() =>
    slack.messages(dinner).find(({ ts, text }) => ts === card.ts && text.includes('Asked by')),
  );
  expect(slack.messages(dinner).filter(({ isBot }) => isBot)).toHaveLength(1);
  expect(done.text).toMatch(
    /^Luigi's\. Table for four people reserved at Luigi's for Ana Torres: .*8:00\sPM\. Confirmation number: \d{4}/,
  );
  expect(done.text).toMatch(/\nAsked by Ana Torres: “.*” · 1 min \d+ secs? · by KallyAI, an AI$/);
  expect(done.text).not.toMatch(/415\W{0,2}555/);

  const [transcript, ...more] = await slack.until(() => {
    const replies = slack.thread(dinner, card.ts);
    return replies.length >= 1 && replies;
  });
  expect(more).toEqual([]);
  expect(transcript?.text).toMatch(/Time: 8:00\sPM\b.* \(“/);
  expect(transcript?.text).toMatch(/\[0:\d\d\] Kally: /);
  expect(transcript?.text).toContain('Business: ');
  expect(kallyai.rings()).toEqual({ '+14155550101': 1 });
});

test('from anywhere, the modal with the button becomes the modal for the code, and then the form', async () => {
  const { slack, publicUrl } = town;
  const luis = slack.as(slack.people.luis.id);
  await luis.usesShortcut('Make a phone call');
  const asking = await slack.until(() => slack.modal(luis.id));
  expect(asking.title).toBe('Conectar KallyAI');
  expect(JSON.stringify(asking.blocks)).not.toContain('queda guardado');
  await luis.clicks('modal', 'Conectar KallyAI');
  const browser = createBrowser(publicUrl, publicUrl);
  const start = await browser.open(linkIn(asking, 'Conectar KallyAI') ?? '');
  const callback = await browser.open(await browser.signInAt(start.location, 'luis'));
  const page = await browser.open(callback.location);
  const pressed = await browser.post('/link/confirm', { ticket: ticketOf(page), choice: 'connect' });
  await slack.until(() => slack.modal(luis.id)?.submit);
  expect(slack.modal(luis.id)?.id).toBe(asking.id);
  await luis.fills({ 'Las seis cifras de tu navegador': codeOf(await browser.open(pressed.location)) });
  await luis.submits();
  const said = () => slack.messages(slack.channels.luisAndKally).at(-1)?.text;
  await slack.until(() => said()?.includes('está conectada'));
  expect(slack.modal(luis.id)).toMatchObject({ id: asking.id, callbackId: 'call_form' });

  // The card goes to a channel, and Luis is told where, in place of the button.
  await luis.fills({
    'Número de teléfono': '+34 910 000 001',
    '¿Qué quieres que Kally pregunte o gestione?': 'Preguntar si abren el domingo',
    '¿Dónde se publica el resultado?': 'other',
  });
  await slack.until(() => JSON.stringify(slack.modal(luis.id)?.blocks).includes('otherChannel'));
  await luis.fills({ '¿En qué canal?': '#travel' });
  expect(await luis.submits()).toMatchObject({ closed: true });
  await slack.until(() => said()?.includes(`Tu llamada está en <#${slack.channels.travel}>.`));
});
