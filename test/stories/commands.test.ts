import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { connectBy, linkIn, startTown, type Town } from '../support/app.ts';
import { ask } from '../support/ask.ts';

/** What KallyAI's command-line tool does by options, row by row, on the same account; in both versions of the API. */
describe.each(['v1', 'v2'] as const)('with KallyAI %s', (api) => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ kally: { speed: 200, api } });
    for (const account of ['ana', 'luis', 'noor'] as const)
      await connectBy(town, await ask(town, town.slack.people[account].id, 'login'), account);
    await call(town, '+1 415 555 0101 ask whether they repair bikes', 'Asked by', "Luigi's");
  });
  afterAll(() => town?.stop());
  beforeEach(() => town.slack.clearFaults());

  const ana = (text: string) => ask(town, town.slack.people.ana.id, text);
  const luis = (text: string) => ask(town, town.slack.people.luis.id, text);
  const noor = (text: string) => ask(town, town.slack.people.noor.id, text);

  test('--usage', async () => {
    const { text, blocks } = await ana('usage');
    expect(text).toMatch(/Minutes: [\d.]+ of 210 left/);
    // What ends first stands first.
    expect(text).toMatch(/Calls: 26 of 60 left\n(Credits: .+\n)?Minutes/);
    expect(text).toMatch(/Period: \w+ 1 – \w+ 1, \d{4}/);
    expect(text).toContain('Plan: Plus');
    expect(text.includes('Credits:')).toBe(api === 'v2');
    expect(JSON.stringify(blocks)).toContain('███');
    expect(text).not.toContain('█');
  });

  test('--usage in Spanish, and with nothing left', async () => {
    const said = await luis('uso');
    expect(said.text).toContain('Tu consumo en KallyAI');
    expect(said.text).toContain('Minutos: quedan 165 de 210\n');
    const { text, blocks } = await noor('usage');
    expect(text).toContain('Minutes: 0 of 10 left\n');
    expect(text).toContain('KallyAI refuses calls');
    expect(linkIn({ blocks }, 'See plans')).toBe('https://kallyai.com/pricing');
  });

  test('--subscription', async () => {
    const { text, blocks } = await ana('subscription');
    expect(text).toMatch(
      /^Your KallyAI subscription\nPlan: Plus\nBilled: monthly\nMinutes included: 210\nStatus: active\nRenews on: \w+ 1, \d{4}$/,
    );
    expect(linkIn({ blocks }, 'Manage subscription')).toBe('https://kallyai.com/app/subscription');
    const none = await noor('suscripcion');
    expect(none.text).toContain('You have no KallyAI subscription');
    expect(linkIn(none, 'See plans')).toBe('https://kallyai.com/pricing');
  });

  test('--billing: a private button, and the address nowhere in words', async () => {
    const message = await luis('facturación');
    expect(message.isEphemeral).toBe(true);
    expect(linkIn(message, 'Abrir la facturación')).toContain('billing.stripe.com/p/session/sandbox_luis');
    expect(message.text).toContain('solo tuyo');
    expect(message.text).not.toContain('stripe');
  });

  test('--history', async () => {
    const { text, blocks } = await ana('history');
    expect(text).toMatch(
      /^Your calls\.\n• Luigi's\. Luigi's answered: Yes, we do repairs\. .+ Ask whether they repair bikes\. · <http[^|]+\|Open>$/,
    );
    expect(JSON.stringify(blocks)).toMatch(/<https?:[^|]+\|Open>/);
    expect((await luis('historial')).text).toBe(
      'Tus llamadas. KallyAI todavía no tiene llamadas tuyas. Escribe `/kally` para hacer una.',
    );
  });

  test('--call-info ID, by either id, by the beginning of it, and without one', async () => {
    const id = town.kallyai.calls()[0]?.id ?? '';
    const whole = await ana(`info ${id}`);
    expect(whole.text).toContain("Call to Luigi's. Luigi's answered: Yes, we do repairs");
    expect(whole.text).toContain('Number: +1 415 555 0101');
    expect(whole.text).toContain(`KallyAI’s id: ${id}`);
    expect(whole.text).toContain('Highlights:');
    expect(whole.text.includes('Credits used: ')).toBe(api === 'v2');
    for (const typed of [id.slice(0, 8), '', `\`${id}\``])
      expect((await ana(`info ${typed}`)).text).toBe(whole.text);
    expect((await ana('info abc')).text).toContain('at least the first 8 characters');
    expect((await ana('info 00000000-0000-4000-8000-000000000000')).text).toContain('No call of yours');
  });

  test('nobody sees the call of another person, by whatever id', async () => {
    const id = town.kallyai.calls()[0]?.id ?? '';
    for (const typed of [id, id.slice(0, 8)]) {
      expect((await luis(`detalles ${typed}`)).text).toContain(
        'Ninguna llamada tuya tiene ese identificador',
      );
      expect((await luis(`transcripción ${typed}`)).text).toContain('Ninguna llamada tuya');
    }
    expect((await luis('info')).text).toContain('Todavía no has hecho ninguna llamada');
  });

  test('--transcript ID', async () => {
    const id = town.kallyai.calls()[0]?.id ?? '';
    const { text, isEphemeral } = await ana(`transcript ${id}`);
    expect(isEphemeral).toBe(true);
    expect(text).toMatch(/^Transcript\n\[0:\d\d\] Business: .+\n\[0:\d\d\] Kally: /);
    expect((await ana('transcripcion')).text).toBe(text);
  });

  test('--auth-status', async () => {
    expect((await ana('--auth-status')).text).toMatch(
      /^Your KallyAI account has been connected since .+\. There is nothing to do\./,
    );
    expect((await luis('estado')).text).toContain('Tu cuenta de KallyAI está conectada desde');
  });

  test('--help, in the language of the person', async () => {
    const help = await ana('help');
    expect(help.text).toContain('`/kally stop` stops a call of yours that is under way');
    expect(help.text.match(/\/kally/g)).toHaveLength(5);
    expect((await luis('help')).text).toContain('`/kally historial`');
    const { slack } = town;
    await slack.as(slack.people.ana.id).clicks(help, 'All commands');
    const all = await slack.until(() => slack.modal(slack.people.ana.id));
    expect(JSON.stringify(all.blocks)).toContain('`/kally transcript [id]` shows what was said in it');
    await slack.as(slack.people.ana.id).closes();
  });

  test('words that people try first are understood', async () => {
    expect((await ana('cost')).text).toContain('Your KallyAI usage');
    expect((await ana('list')).text).toContain('Your calls');
    expect((await ana('stop')).text).toBe('None of your calls is under way.');
    expect((await luis('cancelar')).text).toBe('No tienes ninguna llamada en curso.');
    const { slack } = town;
    const asker = slack.as(slack.people.ana.id);
    await asker.types(slack.channels.dinner, '/kally remind me to call mom');
    const form = await slack.until(() => slack.modal(asker.id));
    expect(form.callbackId).toBe('call_form');
    await asker.closes();
  });

  test.for([
    ['histry', '/kally history'],
    ['Historail', '/kally historial'],
    ['transcrpit 7b0c1c1e', '/kally transcript'],
    ['usage please', '/kally usage'],
    ['suscrpcion', '/kally suscripción'],
  ])('%s is not understood, and %s is suggested', async ([typed, meant]) => {
    expect((await ana(typed ?? '')).text).toContain(`Did you mean \`${meant}\`?`);
  });

  test('text unlike any command gets no suggestion', async () => {
    const { text } = await ana('umbrella');
    expect(text).toContain('did not understand “umbrella”');
    expect(text).not.toContain('Did you mean');
  });
});

/** A call of Ana's that comes to its end. */
async function call({ slack }: Town, text: string, end: string, business: string): Promise<WireMessage> {
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, `/kally ${text}`);
  await slack.until(() => slack.modal(ana.id)?.submit);
  await ana.fills({ 'Name of the business': business });
  expect(await ana.submits()).toMatchObject({ closed: true });
  return slack.until(() =>
    slack.messages(slack.channels.dinner).find((it) => it.text.includes(business) && it.text.includes(end)),
  );
}
