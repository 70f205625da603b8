import type { SandboxState, WireChannel } from '../wire.ts';
import { Avatar } from './avatar.tsx';
import { useSlackClient } from './context.tsx';
import { ChannelSign, Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { useWords } from './words.ts';

export type AppTab = 'home' | 'messages' | 'about';
export type Where = { channelId: string } | { appTab: AppTab };

type SidebarProps = {
  where: Where;
  go: (where: Where) => void;
  isUnread: (channel: WireChannel) => boolean;
  onClose: () => void;
};

export const isAppChannel = ({ app }: SandboxState, channel: WireChannel): boolean =>
  channel.kind === 'im' && channel.memberIds.includes(app.botUserId);

export function Sidebar({ where, go, isUnread, onClose }: SidebarProps) {
  const { state, act } = useSlackClient();
  const words = useWords();
  const { workspace, channels, app, people } = state;
  const here = 'channelId' in where ? where.channelId : undefined;
  const directMessages = channels.filter((channel) => channel.kind === 'im' && !isAppChannel(state, channel));
  const appChannel = channels.find((channel) => isAppChannel(state, channel));
  const entry = (channel: WireChannel) => (
    <Entry
      key={channel.id}
      current={here === channel.id}
      unread={isUnread(channel)}
      onClick={() => go({ channelId: channel.id })}
      sign={signOf(
        channel,
        people.filter(({ id }) => id !== state.me.id),
      )}
      label={channel.name}
    />
  );
  return (
    <nav className="sidebar" aria-label={words.workspace}>
      <header>
        <h2>{workspace.name}</h2>
        <Menu
          label={words.shortcuts}
          face={<Icon name="bolt" />}
          className="icon-button"
          items={state.shortcuts
            .filter(({ type }) => type === 'global')
            .map(({ callbackId, name }) => ({
              key: callbackId,
              label: name,
              detail: app.name,
              choose: () => void act({ do: 'shortcut', callbackId }),
            }))}
        />
        <button
          type="button"
          className="icon-button only-narrow"
          aria-label={words.closeSidebar}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <Group title={words.channels}>{channels.filter(({ kind }) => kind !== 'im').map(entry)}</Group>
      <Group title={words.directMessages}>{directMessages.map(entry)}</Group>
      <Group title={words.apps}>
        <Entry
          current={'appTab' in where}
          unread={appChannel !== undefined && isUnread(appChannel)}
          onClick={() => go({ appTab: appChannel && isUnread(appChannel) ? 'messages' : 'home' })}
          sign={<Avatar person={{ id: app.botUserId, realName: app.name, isBot: true }} size={20} />}
          label={app.name}
        />
      </Group>
    </nav>
  );
}

function signOf({ kind, memberIds }: WireChannel, others: SandboxState['people']) {
  if (kind !== 'im') return <ChannelSign kind={kind} />;
  const other = others.find(({ id }) => memberIds.includes(id));
  return other ? <Avatar person={other} size={20} /> : '';
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Entry(props: {
  current: boolean;
  unread: boolean;
  onClick: () => void;
  sign: React.ReactNode;
  label: string;
}) {
  const words = useWords();
  return (
    <li>
      <button
        type="button"
        className={`entry${props.unread ? ' unread' : ''}`}
        aria-current={props.current ? 'page' : undefined}
        onClick={props.onClick}
      >
        <span className="sign" aria-hidden="true">
          {props.sign}
        </span>
        {props.label}
        {props.unread && <span className="visually-hidden"> {words.unread}</span>}
      </button>
    </li>
  );
}
