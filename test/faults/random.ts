export type Random = ReturnType<typeof createRandom>;

/** The same seed gives the same choices for ever (mulberry32), so that a run that broke a promise can be run again. */
export function createRandom(seed: number) {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability: number) => next() < probability,
    of<T>(choices: readonly [T, ...T[]]): T {
      return choices[below(choices.length)] ?? choices[0];
    },
  };
}
