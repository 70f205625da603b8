import type { ServerResponse } from 'node:http';
import { difference, patched } from './changes.ts';
import type { TopicChange } from './wire.ts';

/** Something that windows of the page look at. */
export type Topic = {
  value: () => unknown;
  /** Returns what stops listening. */
  onChange: (listener: () => void) => () => void;
};
export type FindTopic = (name: string) => Topic | undefined;

// Changes come in bursts; a window needs the last of them.
const gatherMs = 20;
const pollMs = 500;

/** What tells of no changes itself is looked at twice a second, for as long as somebody watches. */
export function polled(value: Topic['value']): Topic {
  return {
    value,
    onChange(listener) {
      const timer = setInterval(listener, pollMs);
      return () => clearInterval(timer);
    },
  };
}

/** Server-sent events: each topic as it is, and from then on what changes in it. One that does not exist is null. */
export function streamTopics(response: ServerResponse, names: readonly string[], find: FindTopic): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  const write = (change: TopicChange) => response.write(`data: ${JSON.stringify(change)}\n\n`);
  const stops = [...new Set(names)].map((name) => follow(name, find(name), write));
  response.once('close', () => {
    for (const stop of stops) stop();
  });
}

function follow(name: string, topic: Topic | undefined, write: (change: TopicChange) => void): () => void {
  if (!topic) {
    write({ topic: name, patch: { set: null } });
    return () => {};
  }
  let sent: unknown;
  let timer: NodeJS.Timeout | undefined;
  let telling = Promise.resolve();
  const { value, onChange } = topic;

  async function tell(): Promise<void> {
    const patch = difference(sent, await value());
    if (!patch) return;
    const change: TopicChange = JSON.parse(JSON.stringify({ topic: name, patch }));
    sent = patched(sent, change.patch);
    write(change);
  }

  function gather(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      telling = telling.then(tell);
    }, gatherMs);
  }

  telling = telling.then(tell);
  const forget = onChange(gather);
  return () => {
    forget();
    clearTimeout(timer);
  };
}
