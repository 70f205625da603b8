import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { sends } from '../support/modal.ts';

let town: Town;
afterEach(() => town?.stop());

const task = 'Ask for the opening hours';
const filled = {
  ana: (phone: string) => ({ 'Phone number': phone, 'What should Kally ask or arrange?': task }),
  luis: (phone: string) => ({
    'Número de teléfono': phone,
    '¿Qué quieres que Kally pregunte o gestione?': task,
  }),
};

/** Answers what the form says to each of so many calls, pressed one after the other while none of them gets on. */
async function callInTurn(caps: string, calls: { who: 'ana' | 'luis'; phone: string }[]): Promise<string[]> {
  town = await startTown({ env: { CALL_CAPS: caps }, clock: systemClock });
  const { slack } = town;
  await connect(town, slack.people.ana.id);
  await connect(town, slack.people.luis.id, 'luis');
  await town.kallyai.setFault({ kind: 'down' });
  const said: string[] = [];
  for (const { who, phone } of calls) {
    const person = slack.as(slack.people[who].id);
    await person.types(slack.channels.general, '/kally');
    await slack.until(() => slack.modal(person.id));
    await person.fills(filled[who](phone));
    const { errors, closed } = await sends(person);
    const top = JSON.stringify(slack.modal(person.id)?.blocks);
    said.push(closed ? 'closed' : errors ? Object.values(errors).join() : top);
    slack.reload(person.id);
  }
  return said;
}

const numbered = (who: 'ana' | 'luis', ...ends: number[]) =>
  ends.map((end) => ({ who, phone: `+1415555017${end}` }));

test('the calls under way of one person are capped', async () => {
  const said = await callInTurn('2/100/100', [...numbered('ana', 1, 2, 3), ...numbered('luis', 3)]);
  expect(said).toEqual(['closed', 'closed', expect.stringContaining('as many of your calls'), 'closed']);
});

test('the calls under way of a workspace are capped', async () => {
  const said = await callInTurn('100/2/100', [...numbered('ana', 1, 2), ...numbered('luis', 3)]);
  expect(said).toEqual(['closed', 'closed', expect.stringContaining('en este espacio de trabajo')]);
});

test('a person’s calls to one number within an hour are capped', async () => {
  const said = await callInTurn('100/100/2', [...numbered('ana', 1, 1, 1, 2), ...numbered('luis', 1)]);
  expect(said).toEqual(['closed', 'closed', expect.stringContaining('several times'), 'closed', 'closed']);
});
