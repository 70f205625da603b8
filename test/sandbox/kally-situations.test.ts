import { describe, expect, it } from 'vitest';
import { isSituation, reportOf } from '../../sandbox/kally/conversation.ts';
import { behaviourOf, magicPhones } from '../../sandbox/kally/phones.ts';
import { situationNames } from '../../sandbox/kally/situations.ts';

const introduces = /AI assistant|asistente de inteligencia artificial/;
/** A menu, and an assistant that does not say what it is. */
const isSilent = (phone: string) => ['+14155550161', '+14155550170'].includes(phone);

function report(
  phone: string,
  language: 'en' | 'es',
  category: 'restaurant' | 'clinic' | 'hotel' | 'general',
  id: string,
) {
  const day = category === 'general' ? {} : { appointment_date: '2027-02-13', appointment_time: '20:00' };
  const submission = {
    task_category: category,
    task_description: 'Ask whether they repair bikes',
    respondent_phone: phone,
    language,
    call_language: language,
    ...day,
  };
  return reportOf({ id, submission, account: { name: 'Ana Torres' } }, 'success', behaviourOf(phone));
}

describe('calls that KallyAI counts as a success and that do not go as asked', () => {
  const odd = magicPhones.filter(({ behaviour }) => isSituation(behaviour.conversation));
  const cases = odd.flatMap(({ phone, title }) =>
    (['en', 'es'] as const).flatMap((language) =>
      (['restaurant', 'clinic', 'hotel', 'general'] as const).map((category) => ({
        phone,
        title,
        language,
        category,
      })),
    ),
  );

  it('are each some number’s', () => {
    expect(new Set(odd.map(({ behaviour }) => behaviour.conversation)).size).toBe(situationNames.length);
  });

  it.each(cases)(
    '$title, $language, $category: told in several wordings',
    ({ phone, language, category }) => {
      const reports = Array.from({ length: 24 }, (_, seed) =>
        report(phone, language, category, String(seed)),
      );
      expect(new Set(reports.map(({ lines }) => lines.at(-1)?.text)).size).toBeGreaterThan(1);
      for (const { lines, highlights, nextSteps, durationSeconds } of reports) {
        const words = [...lines.map(({ text }) => text), highlights, nextSteps].join('\n');
        expect(words).not.toMatch(/undefined|null|\[object| {2}| $/m);
        const introduced = lines.some(({ speaker, text }) => speaker === 'AI' && introduces.test(text));
        expect(introduced).toBe(!isSilent(phone));
        expect(durationSeconds).toBeGreaterThan(lines.at(-1)?.atSeconds ?? 0);
      }
    },
  );

  it.each([
    ['+14155550127', '20:30'],
    ['+14155550157', '20:00'],
    ['+14155550163', '20:00'],
    ['+14155550165', '20:00'],
    ['+14155550154', undefined],
    ['+14155550155', undefined],
    ['+14155550156', undefined],
    ['+14155550162', undefined],
  ])('%s leads to an appointment at %s', (phone, time) => {
    expect(report(phone, 'en', 'restaurant', '1').appointment?.time).toBe(time);
  });
});
