import { useEffect, useState } from 'react';
import type { TrafficEntry } from '../wire.ts';
import type { KallyTraffic, MagicPhone, PlaygroundStatus, Rings } from './playground-wire.ts';

const REFRESH_MS = 1000;

async function getJson<T>(path: string): Promise<T | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as T) : undefined;
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

export type DrawerFacts = {
  phones: MagicPhone[];
  rings: Rings;
  slack: TrafficEntry[];
  kally: KallyTraffic[];
};

/** What the drawer shows, fetched again every second while it is open. */
export function useDrawerFacts(): DrawerFacts {
  const [facts, setFacts] = useState<DrawerFacts>({ phones: [], rings: {}, slack: [], kally: [] });
  useEffect(() => {
    let open = true;
    const refresh = async () => {
      const [phones, rings, slack, kally] = await Promise.all([
        getJson<MagicPhone[]>('/playground/phones'),
        getJson<Rings>('/playground/rings'),
        getJson<TrafficEntry[]>('/sandbox/traffic'),
        getJson<KallyTraffic[]>('/playground/traffic'),
      ]);
      if (!open) return;
      setFacts({ phones: phones ?? [], rings: rings ?? {}, slack: slack ?? [], kally: kally ?? [] });
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
