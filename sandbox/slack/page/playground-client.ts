import type { PlaygroundStatus } from './playground-wire.ts';
import { useWatched } from './stream/watch.ts';

export function postToPlayground(path: string): Promise<unknown> {
  return fetch(path, { method: 'POST' }).catch(() => undefined);
}

/** Undefined where the page stands without a playground around it. */
export function usePlaygroundStatus(): PlaygroundStatus | undefined {
  return useWatched<PlaygroundStatus>('status') ?? undefined;
}
