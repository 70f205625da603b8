import { expect, test } from 'vitest';
import { mayTake, toBeSaid } from '../../sandbox/kally/instructions.ts';
import { otherTimes } from '../../src/domain/call-request.ts';
import { instructionsFor } from '../../src/domain/instructions.ts';
import { callLanguages } from '../../src/domain/language.ts';
import { extreme } from '../support/samples.ts';

const { otherTime: _, wishes: __, ...bare } = extreme;

test.for(callLanguages)(
  'in %s, each is short, says what is allowed, and is not for the business’s ears',
  (callLanguage) => {
    const asked = { date: '2027-02-13', time: '20:00' };
    const at = (time: string, date = asked.date) => ({ date, time });
    const allowed = (otherTime?: (typeof otherTimes)[number]) => {
      const instructions = instructionsFor({ ...bare, callLanguage, ...(otherTime && { otherTime }) });
      return ['19:30', '20:30', '21:00', '21:01', '12:00'].filter((time) =>
        mayTake(instructions, asked, at(time)),
      );
    };
    expect(allowed()).toEqual([]);
    expect(allowed('within_30')).toEqual(['19:30', '20:30']);
    expect(allowed('within_60')).toEqual(['19:30', '20:30', '21:00']);
    expect(allowed('same_day')).toHaveLength(5);
    const most = instructionsFor({ ...extreme, callLanguage, otherTime: 'same_day' });
    expect(mayTake(most, asked, at('20:00', '2027-02-14'))).toBe(false);
    // KallyAI names no limit; the sandbox keeps to 500 characters.
    expect(
      otherTimes
        .flatMap((otherTime) => instructionsFor({ ...extreme, callLanguage, otherTime }))
        .every((one) => one.length <= 500),
    ).toBe(true);
    expect(toBeSaid(most)).toEqual([]);
  },
);

test('a call in general is told for whom it is, and to say that an AI speaks', () => {
  const { name: ___, callbackPhone: ____, ...nameless } = bare;
  expect(instructionsFor({ ...nameless, category: 'general', callLanguage: 'en' })).toEqual([
    'Begin the call by saying that you are an AI assistant, and that you are calling for a customer.',
  ]);
});
