import { useCallback, useEffect, useState } from 'react';
import type { SandboxState, WireChannel, WireMessage } from '../wire.ts';
import { type AppTab, isAppChannel, type Where } from './sidebar.tsx';
import type { Slack } from './slack-client.ts';

export const APP_TABS: readonly AppTab[] = ['home', 'messages', 'about'];

/** Where the person is, kept in the address as `#place/thread`, so that a reload comes back to it and a link leads to it. */
export function useWhere(state: SandboxState, act: Slack['act'], onGo: () => void) {
  const [where, setWhere] = useState(() => whereInAddress(state));
  const [threadTs, setThreadTs] = useState(threadInAddress);
  const appTab = 'appTab' in where ? where.appTab : undefined;
  const channel = channelAt(where, state);
  const go = (next: Where) => {
    setWhere(next);
    setThreadTs(undefined);
    writeAddress(next);
    onGo();
  };
  const openThread = useCallback(
    ({ ts }: Pick<WireMessage, 'ts'>) => {
      setThreadTs(ts);
      writeAddress(where, ts);
    },
    [where],
  );
  const closeThread = () => {
    setThreadTs(undefined);
    writeAddress(where);
  };
  useEffect(() => {
    if (appTab === 'home' || appTab === 'messages') void act({ do: 'open-home', tab: appTab });
  }, [appTab, act]);
  return { where, go, channel, threadTs: channel && threadTs, openThread, closeThread };
}

const partsOfAddress = (): string[] => location.hash.slice(1).split('/');
const threadInAddress = (): string | undefined => partsOfAddress()[1];

function whereInAddress({ channels }: SandboxState): Where {
  const [place] = partsOfAddress();
  const tab = APP_TABS.find((known) => place === `app-${known}`);
  if (tab) return { appTab: tab };
  const channel = channels.find(({ id }) => id === place) ?? channels[0];
  return { channelId: channel?.id ?? '' };
}

function writeAddress(where: Where, threadTs?: string): void {
  const place = 'appTab' in where ? `app-${where.appTab}` : where.channelId;
  const thread = threadTs ? `/${threadTs}` : '';
  history.replaceState(null, '', `${location.pathname}${location.search}#${place}${thread}`);
}

function channelAt(where: Where, state: SandboxState): WireChannel | undefined {
  return state.channels.find((known) =>
    'channelId' in where
      ? known.id === where.channelId
      : where.appTab === 'messages' && isAppChannel(state, known),
  );
}
