import { readEvidenceInSteps } from '../src/domain/evidence/evidence.ts';
import { tell } from './figures.ts';

const texts = [
  "Saturday, let me see, I could do half past eight or quarter to ten for six people, it's forty-five pounds a head.",
  'Quarter to ten works, please book it.',
];

/** How long a transcript of 2,000 lines keeps the event loop busy, whole and in its longest step. */
export async function evidence({ long }: { long: boolean }): Promise<void> {
  const transcript = Array.from({ length: 2000 }, (_, index) => ({
    speaker: index % 2 ? ('kally' as const) : ('business' as const),
    text: `${index}. ${texts[index % 2]}`,
  }));
  let whole = Number.POSITIVE_INFINITY;
  let longest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < (long ? 20 : 5); round++) {
    const steps = readEvidenceInSteps({
      request: { category: 'restaurant', task: 'Book a table', date: '2026-12-05', time: '20:00' },
      status: 'success',
      transcript,
      callDate: '2026-12-01',
      country: 'GB',
      language: 'en',
    });
    const took: number[] = [];
    for (let isDone = false; !isDone; ) {
      const startedAt = performance.now();
      isDone = steps.next().done ?? false;
      took.push(performance.now() - startedAt);
    }
    whole = Math.min(
      whole,
      took.reduce((sum, one) => sum + one, 0),
    );
    longest = Math.min(longest, Math.max(...took));
  }
  tell('evidence-2000-lines', whole, 'ms');
  tell('evidence-longest-step', longest, 'ms', 50);
}
