import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import { openText, sealText } from '../store/sealed-text.ts';
import type { Sealing } from '../store/sealing.ts';

const passSchema = z.object({
  /** One person, by each workspace that may be theirs here. */
  people: z
    .array(z.object({ workspaceId: z.string(), userId: z.string(), teamId: z.string().exactOptional() }))
    .min(1),
  until: z.number(),
});
export type Pass = z.infer<typeof passSchema>;

/** A pass from Slack opens the page of one call. */
export const toCall = (callId: string) => `call-page:${callId}`;
/** One from Sign in with Slack opens those of all calls that its person may see. */
export const toAllCalls = 'call-pages';

/** Who uses a browser, and until when we take that for granted; sealed, so that only we can write and read it. What they may see is asked anew each time. */
export function createPasses({ sealing, clock }: { sealing: Sealing; clock: Clock }) {
  return {
    write: (people: Person[], purpose: string, lifetimeMs: number): string =>
      sealText(sealing, passSchema.parse({ people, until: clock.now() + lifetimeMs }), purpose),

    read(text: string, purpose: string): (Pass & { isOver: boolean }) | undefined {
      const pass = passSchema.safeParse(openText(sealing, text, purpose)).data;
      return pass && { ...pass, isOver: pass.until <= clock.now() };
    },
  };
}
