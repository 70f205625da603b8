import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { type Rules, standardRules } from '../../src/domain/rules.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { withPlainSpaces } from '../support/ask.ts';
import { sends } from '../support/modal.ts';
import { bringJobsForward, createSetClock } from '../support/set-clock.ts';

/** A Wednesday: 4 PM in Madrid, 3 PM in London, 10 AM in New York. */
const afternoon = '2027-03-10T15:00:00Z';

const { approval: unused, ...others } = standardRules;
export const approvedBy = (who: string[], when: Rules['approval']['when'] = ['always']): Partial<Rules> => ({
  ...others,
  callers: { who: 'everybody', people: [] },
  approval: { ...unused, when, who: who.length > 0 ? 'named' : 'admins', people: who },
});

export const wordsOf = ({ text, blocks }: Pick<WireMessage, 'text' | 'blocks'>) =>
  withPlainSpaces(`${text} ${JSON.stringify(blocks)}`);

/** A town in which Ana, an admin, and Luis, who reads Spanish, approve calls. Noor, a guest, asks for them. */
export function createApprovalTown() {
  const clock = createSetClock(afternoon);
  let town: Town;
  let numbers = 7_100;
  beforeAll(async () => {
    town = await startTown({
      clock,
      kally: { speed: 200 },
      rules: { callers: { who: 'everybody', people: [] } },
    });
    for (const [name, { id }] of Object.entries(town.slack.people))
      await connect(town, id, name === 'luis' ? 'luis' : 'ana');
  });
  afterAll(() => town?.stop());
  beforeEach(() => {
    clock.set(afternoon);
    for (const { id } of Object.values(town.slack.people)) town.slack.reload(id);
  });

  const person = (name: 'ana' | 'luis' | 'noor') => town.slack.as(town.slack.people[name].id);
  return {
    get town() {
      return town;
    },
    clock,
    person,
    ringsOf: (phone: string) => town.kallyai.rings()[phone.replaceAll(' ', '')] ?? 0,
    /** A number in London that nobody has called yet. */
    london: () => `+44 20 7946 ${String(numbers++).padStart(4, '0')}`,

    /** The newest message of Kally's in a conversation that says this of a number. */
    saying(channel: keyof Town['slack']['channels'], phone: string, words: string | RegExp) {
      const { slack } = town;
      return slack.until(
        () =>
          slack
            .messages(slack.channels[channel])
            .findLast(
              (one) =>
                one.isBot && wordsOf(one).includes(phone.slice(-3)) && wordsOf(one).match(words) !== null,
            ),
        { timeoutMs: 20_000 },
      );
    },

    async asks(phone: string, text = 'ask whether they repair bikes', who: 'ana' | 'noor' = 'noor') {
      const { slack } = town;
      const asking = person(who);
      await asking.types(slack.channels.dinner, `/kally ${phone} ${text}`);
      await slack.until(() => slack.modal(asking.id)?.submit);
      expect(await sends(asking)).toMatchObject({ closed: true });
    },

    async goOnTo(moment: string) {
      clock.set(moment);
      await bringJobsForward(town);
    },
  };
}
