import { useCallback, useEffect, useRef, useState } from 'react';
import type { Act, ActAnswer, SandboxState } from '../wire.ts';
import { nothing, useConnected, useWatched, watchedUntil } from './stream/watch.ts';

export type Slack = {
  state: SandboxState;
  /** Resolves when Slack's round trip with the app is over, and what it changed is here. */
  act: (act: Act) => Promise<ActAnswer>;
  /** Why the sandbox could not do what was last asked. */
  refusal: string | undefined;
  forgetRefusal: () => void;
};

/** A link from elsewhere leads to whoever was here last; without one, the server says who it is. */
function personInAddress(): string {
  const wanted = new URLSearchParams(location.search).get('as') ?? '';
  if (wanted !== 'last') return wanted;
  const last = localStorage.getItem(lastPerson);
  if (last) writePerson(last);
  else location.replace(`/${location.hash}`);
  return last ?? '';
}

const lastPerson = 'person';
const writePerson = (id: string) =>
  history.replaceState(null, '', `?as=${encodeURIComponent(id)}${location.hash}`);

const clientOf = (personId: string): string => `client/${personId}`;

/** The state of one person's client, kept fresh by the sandbox's stream. */
export function useSlack(): {
  slack: Slack | undefined;
  connected: boolean;
  become: (personId: string) => void;
} {
  const [personId, setPersonId] = useState(personInAddress);
  const [refusal, setRefusal] = useState<string>();
  const connected = useConnected();
  useEffect(() => {
    const keep = () => localStorage.setItem(lastPerson, personId);
    keep();
    addEventListener('focus', keep);
    return () => removeEventListener('focus', keep);
  }, [personId]);
  const state = useClient(personId);

  const act = useCallback(
    async (wanted: Act): Promise<ActAnswer> => {
      const { answer, refused, version } = await postAct(personId, wanted);
      // What was typed into an input that the app has taken away meanwhile is nothing to tell about.
      if (refused && wanted.do !== 'fill') setRefusal(answer.notice);
      const isFresh = (now: unknown) => ((now as SandboxState | undefined)?.version ?? 0) >= version;
      await watchedUntil(clientOf(personId), isFresh);
      return answer;
    },
    [personId],
  );
  const become = useCallback((id: string) => {
    writePerson(id);
    setPersonId(id);
  }, []);
  const forgetRefusal = useCallback(() => setRefusal(undefined), []);
  return { slack: state && { state, act, refusal, forgetRefusal }, connected, become };
}

/** The last person's until this one's is there. */
function useClient(personId: string): SandboxState | undefined {
  const isStarted = useFreshStart();
  const state = useWatched<SandboxState>(isStarted ? clientOf(personId) : nothing);
  const last = useRef<SandboxState>(undefined);
  if (state) last.current = state;
  useEffect(() => {
    if (isStarted && state === null) location.replace('/');
  }, [isStarted, state]);
  return last.current;
}

/** False until a reloaded client has lost what Slack keeps on no server: private messages and open modals. */
function useFreshStart(): boolean {
  const [isStarted, setStarted] = useState(false);
  useEffect(() => {
    void startAnewAfterReload().then(() => setStarted(true));
  }, []);
  return isStarted;
}

async function startAnewAfterReload(): Promise<void> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type === 'reload') await postAct(personInAddress(), { do: 'reload' });
}

type Acted = { answer: ActAnswer; refused: boolean; version: number };

async function postAct(personId: string, act: Act): Promise<Acted> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: personId, act }),
    });
    const answer = (await response.json()) as ActAnswer;
    return { answer, refused: !response.ok, version: Number(response.headers.get('sandbox-version')) };
  } catch {
    return { answer: { ok: false, notice: 'The sandbox does not answer.' }, refused: true, version: 0 };
  }
}
