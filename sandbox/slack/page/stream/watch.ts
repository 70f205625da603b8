import { useCallback, useSyncExternalStore } from 'react';
import { patched } from '../../changes.ts';
import { keepEqualParts } from '../equal-parts.ts';
import { createHub, type Tell } from './hub.ts';

/** Asks for topics, in place of those asked for before. */
type Wish = (topics: readonly string[]) => void;

const values = new Map<string, unknown>();
const listeners = new Map<string, Set<() => void>>();
let connected = true;
let wish: Wish | undefined;

const connection = 'connected';
/** A topic that nobody is asked for. */
export const nothing = '';
/** Who turns to another tab and back finds it as it was. */
const lingerMs = 2000;

function hear(told: Parameters<Tell>[0]): void {
  if ('connected' in told) {
    connected = told.connected;
    announce(connection);
    return;
  }
  const { topic, patch } = told;
  const before = values.get(topic);
  // A change that was on its way when the topic was dropped and asked for again; the whole follows.
  if (before === undefined && !('set' in patch)) return;
  // After a break the whole comes again, and mostly as it was.
  const after = 'set' in patch ? keepEqualParts(before, patch.set) : patched(before, patch);
  if (after === before) return;
  values.set(topic, after);
  announce(topic);
}

function announce(name: string): void {
  for (const listener of listeners.get(name) ?? []) listener();
}

function openSource(): Wish {
  if (typeof SharedWorker === 'undefined') return openOwnStream();
  const worker = new SharedWorker('/page/stream.js', { name: 'stream' });
  worker.port.onmessage = ({ data }) => hear(data);
  worker.onerror = () => {
    wish = openOwnStream();
    askForWatched();
  };
  return (topics) => worker.port.postMessage(topics);
}

/** Where a browser has no shared workers, or lets none start. */
function openOwnStream(): Wish {
  const hub = createHub();
  return (topics) => hub.wish(hear, topics);
}

const watched = () => [...listeners.keys()].filter((name) => name !== connection && name !== nothing);

function askForWatched(): void {
  if (!wish) {
    wish = openSource();
    // A worker is not told when a window closes.
    addEventListener('pagehide', () => wish?.([]));
    addEventListener('pageshow', () => wish?.(watched()));
  }
  wish(watched());
}

/** Returns what stops listening. */
function listen(name: string, listener: () => void): () => void {
  const those = listeners.get(name) ?? new Set();
  listeners.set(name, those.add(listener));
  if (!values.has(name)) askForWatched();
  return () => {
    those.delete(listener);
    setTimeout(() => dropUnless(name), lingerMs);
  };
}

function dropUnless(name: string): void {
  if (listeners.get(name)?.size !== 0) return;
  listeners.delete(name);
  values.delete(name);
  askForWatched();
}

/** Undefined until it came, and null where there is no such topic. */
export function useWatched<T>(topic: string): T | null | undefined {
  const subscribe = useCallback((listener: () => void) => listen(topic, listener), [topic]);
  return useSyncExternalStore(subscribe, () => values.get(topic)) as T | null | undefined;
}

export function useConnected(): boolean {
  return useSyncExternalStore(listenToConnection, () => connected);
}

const listenToConnection = (listener: () => void) => listen(connection, listener);

const longestWaitMs = 1000;

/** Resolves when the topic is as wished, or it does not come to it. */
export function watchedUntil(topic: string, isThere: (value: unknown) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isThere(values.get(topic))) return;
      end();
    };
    const timer = setTimeout(() => end(), longestWaitMs);
    const stop = listen(topic, look);
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    look();
  });
}
