export type Fault = {
  /** A Web API method, `response_url`, or `*` for all of them. */
  method: string;
  /** `lost`: the call takes effect and the connection breaks before the answer. `timeout`: no effect, no answer. */
  kind: '429' | '500' | 'timeout' | 'slow' | 'lost' | 'refused';
  /** How many calls it hits; 1 when left out. */
  times?: number;
  retryAfterSeconds?: number;
  /** For `refused`: Slack's code. */
  error?: string;
  /** For `slow`. */
  delayMs?: number;
};
export type Faults = ReturnType<typeof createFaults>;

export function createFaults() {
  const planned: (Fault & { left: number })[] = [];
  return {
    plan: (fault: Fault) => void planned.push({ ...fault, left: fault.times ?? 1 }),
    /** The fault that hits this call, used up by asking. */
    take(method: string): Fault | undefined {
      const found = planned.find((one) => one.left > 0 && (one.method === method || one.method === '*'));
      if (found) found.left -= 1;
      return found;
    },
    clear: () => void planned.splice(0),
  };
}
