import type { World } from './world.ts';

export type KallyMemory = ReturnType<typeof memoryOf>;

/** All that a KallyAI would still know after a restart, as plain data. */
export function memoryOf({ accounts, tokens, calls, keys, turnedAway }: World) {
  return {
    accounts: [...accounts.values()],
    tokens: tokens.save(),
    calls: calls.save(),
    rings: calls.rings(),
    keys: [...keys].map(([key, { id }]) => ({ key, callId: id })),
    turnedAway: [...turnedAway],
  };
}

export function remember(world: World, memory: KallyMemory): void {
  for (const account of memory.accounts) Object.assign(world.accounts.get(account.id) ?? {}, account);
  world.tokens.restore(memory.tokens);
  world.calls.restore(memory.calls, world.accounts, memory.rings);
  for (const { key, callId } of memory.keys) {
    const call = world.calls.findRecorded(callId);
    if (call) world.keys.set(key, call);
  }
  for (const visitor of memory.turnedAway) world.turnedAway.add(visitor);
}
