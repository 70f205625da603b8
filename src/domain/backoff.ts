export type Growth = { firstMs: number; factor: number; maxMs: number };

/** The `n`th wait (from 0), in milliseconds, jittered so that many do not ask in step. */
export function backoff({ firstMs, factor, maxMs }: Growth, n: number): number {
  return jittered(Math.min(firstMs * factor ** n, maxMs));
}

/** Up to a fifth shorter or longer. */
export function jittered(ms: number): number {
  return ms * (0.8 + Math.random() * 0.4);
}

/**
 * Tries again until it succeeds, waiting longer each time. `onFailure` gets each failure, and throws if another try is useless. The last of
 * `tries` failures is thrown.
 */
export async function retry<T>(
  act: () => Promise<T>,
  {
    growth,
    tries,
    sleep,
    onFailure,
  }: {
    growth: Growth;
    tries: number;
    sleep: (ms: number) => Promise<unknown>;
    onFailure: (error: unknown) => void;
  },
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await act();
    } catch (error) {
      onFailure(error);
      if (failures + 1 >= tries) throw error;
      await sleep(backoff(growth, failures));
    }
  }
}
