import { useCallback, useEffect, useState } from 'react';
import { placeOf } from '../deep-links.ts';
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
    const follow = () => {
      setWhere(whereInAddress(state));
      setThreadTs(threadInAddress());
      onGo();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [state, onGo]);
  useEffect(() => {
    if (appTab === 'home' || appTab === 'messages') void act({ do: 'open-home', tab: appTab });
  }, [appTab, act]);
  return { where, go, channel, threadTs: channel && threadTs, openThread, closeThread };
}

const partsOfAddress = (): string[] => location.hash.slice(1).split('/');
const threadInAddress = (): string | undefined => partsOfAddress()[1];

/** Goes where one of Slack's own links leads; false for any other link. */
export function followSlackLink(address: string): boolean {
  const place = placeOf(address);
  if (place) location.hash = place;
  return place !== undefined;
}

function whereInAddress(state: SandboxState): Where {
  const [place = ''] = partsOfAddress();
  const tab = APP_TABS.find((known) => place === `app-${known}`);
  if (tab) return { appTab: tab };
  const { channels } = state;
  const isThere = ({ id, kind, memberIds }: WireChannel) =>
    id === place || (kind === 'im' && memberIds.includes(place) && place !== state.me.id);
  const channel = channels.find(isThere) ?? channels[0];
  if (channel && isAppChannel(state, channel)) return { appTab: 'messages' };
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
