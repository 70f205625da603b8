import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Act, ActAnswer, SandboxState } from '../wire.ts';

export type Slack = {
  state: SandboxState;
  /** Resolves when Slack's round trip with the app is over. */
  act: (act: Act) => Promise<ActAnswer>;
  /** Why the sandbox could not do what was last asked. */
  refusal: string | undefined;
  forgetRefusal: () => void;
};

const personInAddress = (): string => new URLSearchParams(location.search).get('as') ?? '';

/** The state of one person's client, kept fresh by the sandbox's change events. */
export function useSlack(): {
  slack: Slack | undefined;
  connected: boolean;
  become: (personId: string) => void;
} {
  const [personId, setPersonId] = useState(personInAddress);
  const [state, setState] = useState<SandboxState>();
  const [connected, setConnected] = useState(true);
  const [refusal, setRefusal] = useState<string>();
  const refresh = useRefresh(personId, setState);

  useEffect(() => {
    void startAnewAfterReload().then(refresh);
    const events = new EventSource('/sandbox/events');
    events.onopen = () => setConnected(true);
    events.onmessage = () => void refresh();
    events.onerror = () => setConnected(false);
    return () => events.close();
  }, [refresh]);

  const act = useCallback(
    async (wanted: Act): Promise<ActAnswer> => {
      const { answer, refused } = await postAct(personId, wanted);
      // What was typed into an input that the app has taken away meanwhile is nothing to tell about.
      if (refused && wanted.do !== 'fill') setRefusal(answer.notice);
      await refresh();
      return answer;
    },
    [personId, refresh],
  );
  const become = useCallback((id: string) => {
    history.replaceState(null, '', `?as=${encodeURIComponent(id)}${location.hash}`);
    setPersonId(id);
  }, []);
  const forgetRefusal = useCallback(() => setRefusal(undefined), []);
  return { slack: state && { state, act, refusal, forgetRefusal }, connected, become };
}

let reloadTold = false;

/** A reloaded client has lost what Slack keeps on no server: private messages and open modals. */
async function startAnewAfterReload(): Promise<void> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (reloadTold || navigation?.type !== 'reload') return;
  reloadTold = true;
  await postAct(personInAddress(), { do: 'reload' });
}

/** Fetches at most one state at a time; changes met meanwhile cost one more fetch, not one each. */
function useRefresh(personId: string, setState: (update: Update) => void): () => Promise<void> {
  const latestPerson = useRef(personId);
  latestPerson.current = personId;
  return useMemo(() => {
    let running: Promise<void> | undefined;
    let again = false;
    const fetchUntilFresh = async () => {
      do {
        again = false;
        const next = await fetchState(personId);
        if (next && latestPerson.current === personId) setState((before) => keepEqualParts(before, next));
      } while (again);
      running = undefined;
    };
    return () => {
      again = true;
      running ??= fetchUntilFresh();
      return running;
    };
  }, [personId, setState]);
}

type Update = (before: SandboxState | undefined) => SandboxState;

async function fetchState(personId: string): Promise<SandboxState | undefined> {
  try {
    const response = await fetch(`/sandbox/state?as=${encodeURIComponent(personId)}`);
    if (response.status === 404) location.replace('/');
    return response.ok ? ((await response.json()) as SandboxState) : undefined;
  } catch {
    // The sandbox is gone for the moment; the event stream says so and tries again.
    return undefined;
  }
}

async function postAct(personId: string, act: Act): Promise<{ answer: ActAnswer; refused: boolean }> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: personId, act }),
    });
    return { answer: (await response.json()) as ActAnswer, refused: !response.ok };
  } catch {
    return { answer: { ok: false, notice: 'The sandbox does not answer.' }, refused: true };
  }
}

/** `after`, with every part that equals its counterpart in `before` replaced by it, so that memoised components stay put. */
export function keepEqualParts<T>(before: unknown, after: T): T {
  if (before === after || typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(after))
    return after;
  const old = before as Record<string, unknown>;
  const entries = Object.entries(after).map(
    ([key, value]) => [key, keepEqualParts(old[key], value)] as const,
  );
  const same =
    entries.length === Object.keys(old).length && entries.every(([key, value]) => old[key] === value);
  if (same) return before as T;
  return (Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}
