import { useCallback, useEffect, useRef, useState } from 'react';
import type { SandboxState, WireChannel } from '../wire.ts';
import { AboutApp, AppHome } from './app-home.tsx';
import { type Names, NamesProvider, SlackProvider } from './context.tsx';
import { Conversation, ConversationHeader, type Desk, Thread } from './conversation.tsx';
import { useDesk, useUnread } from './desk.ts';
import { Drawer, type DrawerTab } from './drawer/drawer.tsx';
import { keepEqualParts } from './equal-parts.ts';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { NewMessagesAloud, Notices } from './notices.tsx';
import { usePlaygroundStatus } from './playground-client.ts';
import type { PlaygroundStatus } from './playground-wire.ts';
import { type AppTab, isAppChannel, Sidebar, type Where } from './sidebar.tsx';
import { type Slack, useSlack } from './slack-client.ts';
import { Topbar } from './topbar.tsx';
import { APP_TABS, followSlackLink, useWhere } from './where.ts';
import { useWords } from './words.ts';

export function App() {
  const { slack, connected, become } = useSlack();
  const names = useNamesOf(slack?.state);
  // Above the person: who switches to another goes on looking at the same things.
  const drawer = useDrawer();
  const status = usePlaygroundStatus();
  if (!slack || !names)
    return <p className="loading">{connected ? 'Opening the workspace…' : 'The sandbox does not answer.'}</p>;
  return (
    <SlackProvider value={slack}>
      <NamesProvider value={names}>
        {/* Another person is another client: nothing of this one's stays. */}
        <Workspace
          key={slack.state.me.id}
          slack={slack}
          connected={connected}
          become={become}
          status={status}
          drawer={drawer}
        />
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

function useDrawer() {
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState<DrawerTab>('People');
  return { open, setOpen, tab, setTab };
}

type WorkspaceProps = {
  slack: Slack;
  connected: boolean;
  become: (personId: string) => void;
  status: PlaygroundStatus | undefined;
  drawer: ReturnType<typeof useDrawer>;
};

function Workspace({ slack, connected, become, status, drawer }: WorkspaceProps) {
  const { state, act } = slack;
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const closeSidebar = useCallback(() => setSidebarOpen(false), []);
  const { where, go, channel, threadTs, openThread, closeThread } = useWhere(state, act, closeSidebar);
  const desk = useDesk(openThread);
  const isUnread = useUnread(state, channel);
  const makeRoom = () => {
    if (matchMedia('(max-width: 1100px)').matches) drawer.setOpen(false);
  };
  const compose = (text: string) => {
    const target = channel ?? state.channels[0];
    if (!target) return;
    if (!channel) go({ channelId: target.id });
    desk.setDraft(target.id, text);
    makeRoom();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main .composer textarea')?.focus());
  };
  const tell = (command: string) => {
    const own = state.channels.find((one) => isAppChannel(state, one));
    if (!own) return;
    go({ appTab: 'messages' });
    makeRoom();
    void act({ do: 'type', channelId: own.id, text: command });
  };
  const top = state.modals.at(-1);
  const words = useWords();
  useEffect(() => {
    document.documentElement.lang = state.me.locale;
  }, [state.me.locale]);
  return (
    <div
      className="desk"
      data-sidebar={sidebarOpen ? 'open' : 'closed'}
      onClickCapture={(event) => {
        const link = (event.target as Element).closest('a');
        if (link && followSlackLink(link.href)) event.preventDefault();
      }}
    >
      <a className="skip" href="#messages">
        {words.skip}
      </a>
      <Topbar
        become={become}
        status={status}
        connected={connected}
        onDrawer={() => drawer.setOpen(!drawer.open)}
        drawerOpen={drawer.open}
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
        {channel && threadTs && <Thread channel={channel} ts={threadTs} desk={desk} onClose={closeThread} />}
        {drawer.open && (
          <Drawer
            status={status}
            tab={drawer.tab}
            onTab={drawer.setTab}
            compose={compose}
            become={become}
            tell={tell}
            onClose={() => drawer.setOpen(false)}
          />
        )}
      </div>
      <Notices />
      <NewMessagesAloud />
      {top && <Modal key={top.id} view={top} depth={state.modals.length} />}
    </div>
  );
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
  const words = useWords();
  const toSidebar = (
    <button
      type="button"
      className="icon-button only-narrow"
      aria-label={words.openSidebar}
      onClick={onSidebar}
    >
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

function AppTabs({ current, go }: { current: AppTab; go: (where: Where) => void }) {
  const words = useWords();
  return (
    <div className="tabs" role="tablist" aria-label="App">
      {APP_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === current}
          onClick={() => go({ appTab: tab })}
        >
          {words.appTab[tab]}
        </button>
      ))}
    </div>
  );
}
