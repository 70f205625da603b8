import type { KallySandbox } from '../kally/server.ts';
import type { FaultSwitch } from '../slack/page/playground-wire.ts';
import type { SlackSandbox } from '../slack/server.ts';

type KallyFault = NonNullable<Parameters<KallySandbox['setFault']>[0]>;
type SlackFault = Parameters<SlackSandbox['fault']>[0];
type Switch = Omit<FaultSwitch, 'side' | 'on'> &
  ({ side: 'KallyAI'; fault: KallyFault } | { side: 'Slack'; fault: SlackFault });
const everyCall = { method: '*', times: Number.POSITIVE_INFINITY } as const;

const switches: Switch[] = [
  {
    side: 'KallyAI',
    id: 'kally-slow',
    name: 'Slow',
    sign: 'KallyAI is slow',
    watch:
      'Every answer of KallyAI comes 5 seconds late. Forms still open at once, because Slack is answered before KallyAI is asked; /kally usage keeps you waiting, but no longer than that.',
    fault: { kind: 'slow', delayMs: 5_000 },
  },
  {
    side: 'KallyAI',
    id: 'kally-down',
    name: 'Down',
    sign: 'KallyAI is down',
    watch:
      'Nothing listens at KallyAI. Confirm a call: the card says that KallyAI cannot be reached. Switch this off, and the call is placed, once.',
    fault: { kind: 'down' },
  },
  {
    side: 'KallyAI',
    id: 'kally-loses-answers',
    name: 'Loses its answers',
    sign: 'KallyAI loses its answers',
    watch:
      'KallyAI does what it is asked, and the answer never arrives. Confirm a call: the phone rings, Kally cannot know, and does not dial again. Switch this off, and it finds the call in KallyAI’s list. Rings stays at one.',
    fault: { kind: 'lose-answers' },
  },
  {
    side: 'Slack',
    id: 'slack-limits',
    name: 'Limits the app',
    sign: 'Slack limits the app',
    watch:
      'Slack refuses everything the app asks with 429 and Retry-After: 5. Cards stand still while calls go on. Switch this off, and within seconds they say where the calls are.',
    fault: { ...everyCall, kind: '429', retryAfterSeconds: 5 },
  },
  {
    side: 'Slack',
    id: 'slack-down',
    name: 'Down',
    sign: 'Slack is down',
    watch:
      'Slack answers the app with errors, though your clicks still reach it. No form opens, no card moves, and calls go on. Switch this off, and the cards catch up.',
    fault: { ...everyCall, kind: '500' },
  },
];

/** What a person may break on purpose: one fault at a time on each side. */
export function createFaultSwitches({ kally, changed }: { kally: KallySandbox; changed: () => void }) {
  const on = new Set<Switch>();
  let slack: SlackSandbox | undefined;

  async function enforce(): Promise<void> {
    slack?.clearFaults();
    // A KallyAI that was down has to listen again before it can fail in another way.
    await kally.setFault(null);
    for (const one of on) {
      if (one.side === 'Slack') slack?.fault(one.fault);
      else await kally.setFault(one.fault);
    }
    changed();
  }

  return {
    attach(sandbox: SlackSandbox): void {
      slack = sandbox;
    },
    all: (): FaultSwitch[] => switches.map((one) => ({ ...wordsOf(one), on: on.has(one) })),
    /** False when there is no such fault. */
    async turn(id: string, wanted: boolean): Promise<boolean> {
      const found = switches.find((one) => one.id === id);
      if (!found) return false;
      if (wanted) for (const other of on) if (other.side === found.side) on.delete(other);
      if (wanted) on.add(found);
      else on.delete(found);
      await enforce();
      return true;
    },
    async mendAll(): Promise<void> {
      on.clear();
      await enforce();
    },
  };
}

const wordsOf = ({ id, side, name, sign, watch }: Switch) => ({ id, side, name, sign, watch });
