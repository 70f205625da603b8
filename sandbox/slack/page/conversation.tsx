import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { SandboxState, WireChannel, WireMessage } from '../wire.ts';
import { Avatar } from './avatar.tsx';
import { ClosableHead } from './closable-head.tsx';
import { Composer } from './composer.tsx';
import { useSlackClient } from './context.tsx';
import { dayLabel, dayOf } from './format.ts';
import { ChannelSign } from './icon.tsx';
import { MessageItem } from './message.tsx';
import { useWords } from './words.ts';

export type Desk = {
  openThread: (message: WireMessage) => void;
  dismiss: (message: WireMessage) => void;
  isDismissed: (message: WireMessage) => boolean;
  draft: (key: string) => string;
  setDraft: (key: string, text: string) => void;
};

export function ConversationHeader({ channel, children }: { channel: WireChannel; children?: ReactNode }) {
  const { state } = useSlackClient();
  const words = useWords();
  return (
    <header className="pane-head">
      {children}
      <h1>
        {channel.kind !== 'im' && <ChannelSign kind={channel.kind} size={18} />}
        {channel.name}
      </h1>
      {channel.kind !== 'im' && (
        <span className="quiet members">
          {words.members(channel.memberIds.length)}
          {channel.hasBot ? '' : ` · ${words.isNotHere(state.app.name)}`}
        </span>
      )}
    </header>
  );
}

export function Conversation({ channel, desk }: { channel: WireChannel; desk: Desk }) {
  const { state } = useSlackClient();
  const words = useWords();
  const messages = channel.messages.filter((message) => !isReply(message) && !desk.isDismissed(message));
  const list = useFollowedEnd(channel.id, messages, 'end');
  return (
    <>
      <section
        className="pane-body scroll"
        ref={list}
        tabIndex={-1}
        aria-label={words.messagesIn(channel.name)}
      >
        <ConversationStart channel={channel} state={state} />
        <MessageList messages={messages} desk={desk} />
      </section>
      {messages.every(({ userId }) => userId !== state.me.id) && <Suggestions channel={channel} />}
      <Composer
        key={channel.id}
        channelId={channel.id}
        placeholder={words.writeTo(channel.kind === 'im' ? channel.name : `#${channel.name}`)}
        text={desk.draft(channel.id)}
        onText={(text) => desk.setDraft(channel.id, text)}
      />
    </>
  );
}

/** What an agent suggests to write to it. */
function Suggestions({ channel: { id, prompts } }: { channel: WireChannel }) {
  const { act } = useSlackClient();
  if (!prompts) return null;
  return (
    <section className="suggestions" aria-label={prompts.title}>
      <p className="quiet">{prompts.title}</p>
      {prompts.prompts.map(({ title, message }) => (
        <button
          key={title}
          type="button"
          title={message}
          onClick={() => void act({ do: 'type', channelId: id, text: message })}
        >
          {title}
        </button>
      ))}
    </section>
  );
}

const isReply = ({ ts, threadTs }: WireMessage): boolean => threadTs !== undefined && threadTs !== ts;

function ConversationStart({ channel, state }: { channel: WireChannel; state: SandboxState }) {
  const words = useWords();
  const other = state.people.find(({ id }) => id !== state.me.id && channel.memberIds.includes(id));
  if (channel.kind === 'im') {
    return (
      <div className="conversation-start">
        {other && <Avatar person={other} size={52} />}
        <p>{words.directStart(channel.name)}</p>
      </div>
    );
  }
  return (
    <div className="conversation-start">
      <p className="big">
        <ChannelSign kind={channel.kind} size={24} /> {channel.name}
      </p>
      <p>
        {words.start(channel.name, channel.kind)}
        {!channel.hasBot && ` ${words.isNotHere(state.app.name)}.`} {words.tryCommand}{' '}
        <code>{state.commands[0]?.command}</code>.
      </p>
    </div>
  );
}

const SAME_BREATH_SECONDS = 300;

function MessageList({ messages, desk }: { messages: WireMessage[]; desk: Desk }) {
  const { state } = useSlackClient();
  return (
    <ol className="messages">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const newDay = !before || dayOf(before.ts, state.me) !== dayOf(message.ts, state.me);
        return [
          newDay && (
            <li key={`day-${message.ts}`} className="day">
              <span>{dayLabel(message.ts, state.me)}</span>
            </li>
          ),
          <MessageItem
            key={message.ts}
            message={message}
            compact={!newDay && continues(before, message)}
            onOpenThread={desk.openThread}
            onDismiss={desk.dismiss}
          />,
        ];
      })}
    </ol>
  );
}

function continues(before: WireMessage, message: WireMessage): boolean {
  const apart = Number.parseFloat(message.ts) - Number.parseFloat(before.ts);
  return (
    before.userId === message.userId &&
    !before.isEphemeral &&
    !message.isEphemeral &&
    !message.isBot &&
    apart < SAME_BREATH_SECONDS
  );
}

/** The thread of one message, beside the conversation. */
export function Thread({
  channel,
  ts,
  desk,
  onClose,
}: {
  channel: WireChannel;
  ts: string;
  desk: Desk;
  onClose: () => void;
}) {
  const words = useWords();
  const parent = channel.messages.find((message) => message.ts === ts);
  const privately = channel.messages.filter((message) => isReply(message) && message.threadTs === ts);
  const replies = [...(parent?.replies ?? []), ...privately]
    .filter((message) => !desk.isDismissed(message))
    .sort((a, b) => a.ts.localeCompare(b.ts));
  const list = useFollowedEnd(ts, replies, 'start');
  const key = `${channel.id}/${ts}`;
  return (
    <aside className="thread" aria-label={words.thread}>
      <ClosableHead title={words.thread} closeLabel={words.closeThread} onClose={onClose}>
        <span className="quiet">{channel.kind === 'im' ? channel.name : `#${channel.name}`}</span>
      </ClosableHead>
      <section className="pane-body scroll" ref={list} tabIndex={-1} aria-label={words.repliesList}>
        {parent ? (
          <ol className="messages">
            <MessageItem message={parent} />
            {replies.length > 0 && (
              <li className="day replies">
                <span>{words.replies(replies.length)}</span>
              </li>
            )}
            {replies.map((reply) => (
              <MessageItem key={reply.ts} message={reply} onDismiss={desk.dismiss} />
            ))}
          </ol>
        ) : (
          <p className="quiet">{words.deleted}</p>
        )}
      </section>
      <Composer
        key={key}
        channelId={channel.id}
        threadTs={ts}
        placeholder={words.reply}
        text={desk.draft(key)}
        onText={(text) => desk.setDraft(key, text)}
      />
    </aside>
  );
}

const NEAR_BOTTOM_PX = 80;

/** Follows new messages as long as the reader is at the end, and stays there when the window becomes smaller. */
function useFollowedEnd(conversation: string, messages: unknown, opensAt: 'start' | 'end') {
  const list = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const shown = useRef<string>(undefined);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM_PX;
    };
    const resized = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    resized.observe(element);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each change of the messages
  useLayoutEffect(() => {
    if (!list.current) return;
    const { scrollHeight, clientHeight } = list.current;
    if (shown.current !== conversation) atEnd.current = opensAt === 'end' || scrollHeight <= clientHeight;
    if (shown.current !== conversation && !atEnd.current) list.current.scrollTop = 0;
    shown.current = conversation;
    if (atEnd.current) list.current.scrollTop = scrollHeight;
  }, [conversation, messages]);
  return list;
}
