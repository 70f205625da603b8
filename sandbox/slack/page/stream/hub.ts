import { patched } from '../../changes.ts';
import type { TopicChange } from '../../wire.ts';

export type Told = TopicChange | { connected: boolean };
export type Tell = (told: Told) => void;

/** Gives several listeners what one event stream brings. A browser opens six connections to a place and no more, for all its windows. */
export function createHub() {
  const wishes = new Map<Tell, ReadonlySet<string>>();
  const values = new Map<string, unknown>();
  let events: EventSource | undefined;
  let streamed = new Set<string>();
  let connected = true;
  let willOpen = false;

  const allWished = () => new Set([...wishes.values()].flatMap((topics) => [...topics]));

  function open(): void {
    willOpen = false;
    events?.close();
    streamed = allWished();
    for (const topic of values.keys()) if (!streamed.has(topic)) values.delete(topic);
    if (streamed.size === 0) return;
    const watched = [...streamed].map((topic) => ['watch', topic]);
    events = new EventSource(`/sandbox/events?${new URLSearchParams(watched)}`);
    events.onopen = () => tellConnected(true);
    events.onerror = () => tellConnected(false);
    events.onmessage = ({ data }) => pass(JSON.parse(data) as TopicChange);
  }

  function pass({ topic, patch }: TopicChange): void {
    values.set(topic, patched(values.get(topic), patch));
    for (const [tell, topics] of wishes) if (topics.has(topic)) tell({ topic, patch });
  }

  function tellConnected(now: boolean): void {
    if (connected === now) return;
    connected = now;
    for (const tell of wishes.keys()) tell({ connected });
  }

  return {
    /** All that this listener wants from now on; what is known already it is told at once. */
    wish(tell: Tell, topics: readonly string[]): void {
      const had = wishes.get(tell);
      if (!had) tell({ connected });
      for (const topic of topics)
        if (!had?.has(topic) && values.has(topic)) tell({ topic, patch: { set: values.get(topic) } });
      if (topics.length > 0) wishes.set(tell, new Set(topics));
      else wishes.delete(tell);
      // What nobody watches any more goes with the next opening, so that a closed tab costs no new stream.
      const isMissing = [...allWished()].some((topic) => !streamed.has(topic));
      const isIdle = wishes.size === 0;
      if (willOpen || !(isMissing || isIdle)) return;
      willOpen = true;
      // Several are wished for in one breath, as when a window opens.
      setTimeout(open);
    },
  };
}
