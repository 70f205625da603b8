const tickMs = 20;

let grantedMs = 0;
let beganAt: number | undefined;
const due = new Set<{ atMs: number; run: () => void }>();

function tick() {
  grantedMs += tickMs;
  for (const one of due) {
    if (one.atMs > grantedMs) continue;
    due.delete(one);
    one.run();
  }
}

function begin(): number {
  if (beganAt === undefined) {
    beganAt = Date.now();
    setInterval(tick, tickMs).unref();
  }
  return beganAt;
}

/**
 * Time as far as this process was let run: it goes on like the wall clock, and stands still while a busy machine lets others run. An app
 * that does nothing for three seconds is late by it as well; one that was not given three seconds is not.
 */
export const grantedTime = {
  now: () => begin() + grantedMs,
  timeout(ms: number): AbortSignal {
    begin();
    const over = new AbortController();
    const run = () => over.abort(new DOMException('It took too long', 'TimeoutError'));
    due.add({ atMs: grantedMs + ms, run });
    return over.signal;
  },
};
