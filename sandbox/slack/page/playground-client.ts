import { useEffect, useState } from 'react';
import type { TrafficEntry } from '../wire.ts';
import type { KallyCall, KallyTraffic, PhoneGroup, PlaygroundStatus, Rings } from './playground-wire.ts';
import { keepEqualParts } from './slack-client.ts';

const REFRESH_MS = 1000;

async function getJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : undefined;
  } catch {
    // The sandbox is gone for the moment; the page says so elsewhere.
    return undefined;
  }
}

export function postToPlayground(path: string): Promise<unknown> {
  return fetch(path, { method: 'POST' }).catch(() => undefined);
}

/** Undefined where the page stands without a playground around it. */
export function usePlaygroundStatus(): PlaygroundStatus | undefined {
  const [status, setStatus] = useState<PlaygroundStatus>();
  useEffect(() => {
    const events = new EventSource('/playground/events');
    events.onmessage = ({ data }) => setStatus(JSON.parse(data) as PlaygroundStatus);
    return () => events.close();
  }, []);
  return status;
}

/** What the drawer shows, and where it comes from. */
const SOURCES = {
  linked: '/playground/people',
  phones: '/playground/phones',
  rings: '/playground/rings',
  calls: '/playground/calls',
  slack: '/sandbox/traffic',
  kally: '/playground/traffic',
};

export type DrawerFacts = {
  /** The ids of the people who have connected an account. */
  linked: string[];
  phones: PhoneGroup[];
  rings: Rings;
  calls: KallyCall[];
  slack: TrafficEntry[];
  kally: KallyTraffic[];
};

const NO_FACTS: DrawerFacts = { linked: [], phones: [], rings: {}, calls: [], slack: [], kally: [] };

/** Fetched again every second while the drawer is open. */
export function useDrawerFacts(): DrawerFacts {
  const [facts, setFacts] = useState(NO_FACTS);
  useEffect(() => {
    let open = true;
    const refresh = async () => {
      const answers = await Promise.all(
        Object.entries(SOURCES).map(async ([name, path]) => [name, await getJson(path)] as const),
      );
      const found = Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
      if (open) setFacts((before) => keepEqualParts(before, { ...NO_FACTS, ...found }));
    };
    void refresh();
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, []);
  return facts;
}
