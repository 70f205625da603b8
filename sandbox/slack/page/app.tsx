import { useEffect, useRef, useState } from 'react';
import type { SandboxState, WireChannel } from '../wire.ts';
import { AboutApp, AppHome } from './app-home.tsx';
import { type Names, NamesProvider, SlackProvider } from './context.tsx';
import { Conversation, ConversationHeader, type Desk, Thread } from './conversation.tsx';
import { useDesk, useUnread } from './desk.ts';
import { Drawer } from './drawer.tsx';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { NewMessagesAloud, Notices } from './notices.tsx';
import { usePlaygroundStatus } from './playground-client.ts';
import type { PlaygroundStatus } from './playground-wire.ts';
import { type AppTab, isAppChannel, Sidebar, type Where } from './sidebar.tsx';
import { keepEqualParts, type Slack, useSlack } from './slack-client.ts';

export function App() {
  const { slack, connected, become } = useSlack();
  const names = useNamesOf(slack?.state);
  if (!slack || !names)
    return <p className="loading">{connected ? 'Opening the workspace…' : 'The sandbox does not answer.'}</p>;
  return (
    <SlackProvider value={slack}>
      <NamesProvider value={names}>
        {/* Another person is another client: nothing of this one's stays. */}
        <Workspace key={slack.state.me.id} slack={slack} connected={connected} become={become} />
      </NamesProvider>
    </SlackProvider>
  );
}

function useNamesOf(state: SandboxState | undefined): Names | undefined {
  const kept = useRef<Names>(undefined);
  if (state) {
    const { me, people, channels } = state;
    kept.current = keepEqualParts(kept.current, {
      me,
      users: people.map(({ id, realName }) => ({ id, name: realName })),
      channels: channels.map(({ id, name }) => ({ id, name })),
    });
  }
  return kept.current;
}

type WorkspaceProps = { slack: Slack; connected: boolean; become: (personId: string) => void };

function Workspace({ slack, connected, become }: WorkspaceProps) {
  const { state, act } = slack;
  const status = usePlaygroundStatus();
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const { where, go, channel } = useWhere(state, act, () => setSidebarOpen(false));
  const { desk, thread, closeThread } = useDesk();
  const isUnread = useUnread(state, channel);
  const threadChannel = state.channels.find(({ id }) => id === thread?.channelId);
  const compose = (text: string) => {
    const target = channel ?? state.channels[0];
    if (!target) return;
    go({ channelId: target.id });
    desk.setDraft(target.id, text);
    if (matchMedia('(max-width: 900px)').matches) setDrawerOpen(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main .composer textarea')?.focus());
  };
  const top = state.modals.at(-1);
  return (
    <div className="desk" data-sidebar={sidebarOpen ? 'open' : 'closed'}>
      <a className="skip" href="#messages">
        Skip to the conversation
      </a>
      <Topbar
        state={state}
        become={become}
        status={status}
        connected={connected}
        onDrawer={() => setDrawerOpen(!drawerOpen)}
        drawerOpen={drawerOpen}
      />
      <div className="panes">
        <Sidebar where={where} go={go} isUnread={isUnread} onClose={() => setSidebarOpen(false)} />
        <main id="messages" tabIndex={-1}>
          <MainPane
            where={where}
            channel={channel}
            state={state}
            desk={desk}
            go={go}
            onSidebar={() => setSidebarOpen(true)}
          />
        </main>
        {thread && threadChannel && (
          <Thread channel={threadChannel} ts={thread.ts} desk={desk} onClose={closeThread} />
        )}
        {drawerOpen && <Drawer status={status} compose={compose} onClose={() => setDrawerOpen(false)} />}
      </div>
      <Notices />
      <NewMessagesAloud />
      {top && <Modal key={top.id} view={top} depth={state.modals.length} />}
    </div>
  );
}

type TopbarProps = {
  state: SandboxState;
  become: (personId: string) => void;
  status: PlaygroundStatus | undefined;
  connected: boolean;
  drawerOpen: boolean;
  onDrawer: () => void;
};

function Topbar({ state, become, status, connected, drawerOpen, onDrawer }: TopbarProps) {
  const trouble = troubleOf(state, status, connected);
  return (
    <div className="topbar">
      <strong className="sandbox-badge" title="A pretended Slack on this machine. Nothing here is real.">
        Slack sandbox
      </strong>
      <span className="trouble" role="status">
        {trouble && (
          <>
            <span className="spinner" aria-hidden="true" /> {trouble}
          </>
        )}
      </span>
      <label className="person-switch">
        <span>You are</span>
        <select value={state.me.id} onChange={(event) => become(event.target.value)}>
          {state.people
            .filter(({ isBot }) => !isBot)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.realName} · {languageOf(person.locale)}
                {person.isGuest ? ' · guest' : ''}
              </option>
            ))}
        </select>
      </label>
      <button type="button" className="slack-button" aria-expanded={drawerOpen} onClick={onDrawer}>
        Sandbox
      </button>
    </div>
  );
}

const languageOf = (locale: string): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(locale).language) ?? locale;

function troubleOf(
  { app }: SandboxState,
  status: PlaygroundStatus | undefined,
  connected: boolean,
): string | undefined {
  if (!connected) return 'The sandbox does not answer.';
  if (status?.app === 'restarting')
    return `The app is restarting. What you do meanwhile fails, as it would in Slack.`;
  return status?.app === 'starting' ? `${app.name} is starting…` : undefined;
}

type MainPaneProps = {
  where: Where;
  channel: WireChannel | undefined;
  state: SandboxState;
  desk: Desk;
  go: (where: Where) => void;
  onSidebar: () => void;
};

function MainPane({ where, channel, state, desk, go, onSidebar }: MainPaneProps) {
  const toSidebar = (
    <button type="button" className="icon-button only-narrow" aria-label="Open sidebar" onClick={onSidebar}>
      <Icon name="menu" />
    </button>
  );
  if (!('appTab' in where)) {
    return (
      channel && (
        <>
          <ConversationHeader channel={channel}>{toSidebar}</ConversationHeader>
          <Conversation channel={channel} desk={desk} />
        </>
      )
    );
  }
  return (
    <>
      <header className="pane-head">
        {toSidebar}
        <h1>{state.app.name}</h1>
        <AppTabs current={where.appTab} go={go} />
      </header>
      {where.appTab === 'home' && <AppHome view={state.home} />}
      {where.appTab === 'messages' && channel && <Conversation channel={channel} desk={desk} />}
      {where.appTab === 'about' && <AboutApp />}
    </>
  );
}

const APP_TABS: Record<AppTab, string> = { home: 'Home', messages: 'Messages', about: 'About' };

function AppTabs({ current, go }: { current: AppTab; go: (where: Where) => void }) {
  return (
    <div className="tabs" role="tablist" aria-label="App">
      {(Object.keys(APP_TABS) as AppTab[]).map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === current}
          onClick={() => go({ appTab: tab })}
        >
          {APP_TABS[tab]}
        </button>
      ))}
    </div>
  );
}

/** Where the person is, kept in the address so that a reload comes back to it. */
function useWhere(state: SandboxState, act: Slack['act'], onGo: () => void) {
  const [where, setWhere] = useState(() => whereInAddress(state));
  const appTab = 'appTab' in where ? where.appTab : undefined;
  const go = (next: Where) => {
    setWhere(next);
    onGo();
    const hash = 'appTab' in next ? `app-${next.appTab}` : next.channelId;
    history.replaceState(null, '', `${location.pathname}${location.search}#${hash}`);
  };
  useEffect(() => {
    if (appTab === 'home' || appTab === 'messages') void act({ do: 'open-home', tab: appTab });
  }, [appTab, act]);
  const channel = state.channels.find((known) =>
    'channelId' in where ? known.id === where.channelId : appTab === 'messages' && isAppChannel(state, known),
  );
  return { where, go, channel };
}

function whereInAddress({ channels }: SandboxState): Where {
  const hash = location.hash.slice(1);
  const tab = (Object.keys(APP_TABS) as AppTab[]).find((known) => hash === `app-${known}`);
  if (tab) return { appTab: tab };
  const channel = channels.find(({ id }) => id === hash) ?? channels[0];
  return { channelId: channel?.id ?? '' };
}
