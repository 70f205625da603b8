import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectBy, startTown, type Town } from '../support/app.ts';
import { ask } from '../support/ask.ts';

/** What people are told when KallyAI does not give what they ask for: a sentence, and what to do. */
let town: Town;
beforeAll(async () => {
  town = await startTown();
  for (const account of ['ana', 'luis'] as const)
    await connectBy(town, await ask(town, town.slack.people[account].id, 'login'), account);
});
afterAll(() => town?.stop());
afterEach(async () => {
  await town.kallyai.setFault(null);
  for (const answer of [ana, luis]) await whenItAnswers(answer);
});

const ana = (text: string) => ask(town, town.slack.people.ana.id, text);
const luis = (text: string) => ask(town, town.slack.people.luis.id, text);

/** What was away is left alone for some seconds of the app's clock. */
async function whenItAnswers(answer: typeof ana) {
  while (
    !/KallyAI subscription|suscripción a KallyAI|Connect it once/.test((await answer('subscription')).text)
  )
    await town.clock.sleep(5_000);
}

test.for(['usage', 'subscription', 'billing', 'history', 'info', 'transcript'])('%s', async (command) => {
  await town.kallyai.setFault({ kind: 'down' });
  expect((await ana(command)).text).toBe('KallyAI cannot be reached right now. Try again in a minute.');
});

const faults = {
  unavailable: [{ kind: 'unavailable' }, 'KallyAI tiene problemas en este momento. Inténtalo dentro de unos'],
  limited: [
    { kind: 'rate-limited', retryAfterSeconds: 120 },
    'KallyAI pide que esperes. Inténtalo dentro de ',
  ],
  lost: [{ kind: 'lose-answers' }, 'Ahora mismo no se puede contactar con KallyAI.'],
  slow: [{ kind: 'slow', delayMs: 60_000 }, 'Ahora mismo no se puede contactar con KallyAI.'],
} as const;

test.for(Object.entries(faults))('%s', { timeout: 30_000 }, async ([, [fault, sentence]]) => {
  await town.kallyai.setFault(fault);
  expect((await luis('historial')).text).toContain(sentence);
});

test('status says what cannot be known', async () => {
  await town.kallyai.setFault({ kind: 'unavailable' });
  expect((await ana('status')).text).toContain('whether it still accepts your sign-in is not known');
});

test('a right that is missing is named', async () => {
  await connectBy(town, await luis('conectar'), 'sam');
  const { accessToken } = town.kallyai.signIn('sam');
  const made = await fetch(`${town.kallyai.url}/v1/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      timezone: 'Europe/Madrid',
      submission: {
        task_category: 'general',
        task_description: 'Preguntar si arreglan bicis',
        respondent_phone: '+14155550101',
      },
    }),
  });
  expect(made.status).toBe(201);
  expect((await luis('transcripción')).text).toContain('Tu sesión no permite ver transcripciones');
});

test('an account that KallyAI no longer honours is to be connected again', async () => {
  town.kallyai.revokeTokens('ana');
  expect((await ana('status')).text).toBe('KallyAI no longer accepts your sign-in. Connect again to go on.');
  expect((await ana('history')).text).toContain('Connect it once');
});
