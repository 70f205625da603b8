import { memo } from 'react';
import { unescapeText } from '../escaping.ts';
import type { WireMessage, WirePerson } from '../wire.ts';
import { Avatar } from './avatar.tsx';
import { Blocks, MessageBlocks } from './blocks.tsx';
import { useSlackClient } from './context.tsx';
import { FileCard } from './files.tsx';
import { ago, clockTime, fullTime } from './format.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { useWords } from './words.ts';

type MessageProps = {
  message: WireMessage;
  /** Without the author's line, as the message above is theirs too. */
  compact?: boolean;
  onOpenThread?: ((message: WireMessage) => void) | undefined;
  onDismiss?: ((message: WireMessage) => void) | undefined;
};

export const MessageItem = memo(function MessageItem({
  message,
  compact = false,
  onOpenThread,
  onDismiss,
}: MessageProps) {
  const { state } = useSlackClient();
  const words = useWords();
  const author = authorOf(message, state.people);
  const time = clockTime(message.ts, state.me);
  return (
    <li
      className={`message${compact ? ' compact' : ''}${message.isEphemeral ? ' ephemeral' : ''}`}
      data-ts={message.ts}
      aria-label={`${author.realName}, ${time}`}
    >
      <div className="message-side">
        {compact ? <time className="quiet">{time}</time> : <Avatar person={author} />}
      </div>
      <div className="message-main">
        {message.isEphemeral && (
          <p className="only-you">
            <Icon name="eye" size={14} /> {words.onlyYou}
          </p>
        )}
        {!compact && (
          <p className="message-head">
            <strong>{author.realName}</strong>
            {author.isBot && <span className="app-badge">APP</span>}
            <time title={fullTime(message.ts, state.me)}>{time}</time>
          </p>
        )}
        <MessageBlocks message={message} />
        {message.previews?.map(({ url, blocks }) => (
          <blockquote key={url} className="preview">
            <strong>{state.app.name}</strong>
            <Blocks blocks={blocks} />
          </blockquote>
        ))}
        {message.edited && <span className="edited">{words.edited}</span>}
        {message.files.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
        <SessionLine message={message} />
        {onOpenThread && message.replies.length > 0 && <ReplyCount message={message} onOpen={onOpenThread} />}
        {message.isEphemeral && onDismiss && (
          <button type="button" className="link" onClick={() => onDismiss(message)}>
            {words.dismissMessage}
          </button>
        )}
      </div>
      {!message.isEphemeral && <MessageTools message={message} onOpenThread={onOpenThread} />}
    </li>
  );
});

function authorOf(
  { userId, isBot }: WireMessage,
  people: WirePerson[],
): Pick<WirePerson, 'id' | 'realName' | 'isBot'> {
  const person = people.find(({ id }) => id === userId);
  return person ?? { id: userId, realName: isBot ? 'App' : 'Slackbot', isBot };
}

function ReplyCount({ message, onOpen }: { message: WireMessage; onOpen: (message: WireMessage) => void }) {
  const { state } = useSlackClient();
  const words = useWords();
  const { replies } = message;
  const last = replies.at(-1);
  const authors = [
    ...new Map(replies.map((reply) => [reply.userId, authorOf(reply, state.people)])).values(),
  ];
  return (
    <button type="button" className="reply-count" onClick={() => onOpen(message)}>
      {authors.slice(0, 3).map((author) => (
        <Avatar key={author.id} person={author} size={22} />
      ))}
      <strong>{words.replies(replies.length)}</strong>
      {last && <span className="quiet">{words.lastReply(ago(last.ts, state.me.locale))}</span>}
    </button>
  );
}

/** What an agent is about in the thread of this message, and Slack's own button to stop it. */
function SessionLine({ message }: { message: WireMessage }) {
  const { state, act } = useSlackClient();
  const words = useWords();
  const { channelId, ts, session } = message;
  if (session?.status !== 'processing' && session?.status !== 'suspended') return null;
  const isWorking = session.status === 'processing';
  return (
    <p className="session" role="status">
      {isWorking && <span className="spinner" />}
      <span className="quiet">
        {isWorking ? words.agentWorks(state.app.name) : words.agentNeedsYou(state.app.name)}
      </span>
      {isWorking && session.canStop && (
        <button
          type="button"
          className="link"
          aria-label={words.stopAgentFor(session.title)}
          onClick={() => void act({ do: 'stop-session', channelId, ts })}
        >
          {words.stopAgent}
        </button>
      )}
    </p>
  );
}

function MessageTools({ message, onOpenThread }: Pick<MessageProps, 'message' | 'onOpenThread'>) {
  const { state, act } = useSlackClient();
  const words = useWords();
  const shortcuts = state.shortcuts.filter(({ type }) => type === 'message');
  const { channelId, ts } = message;
  const items = shortcuts.map(({ callbackId, name }) => ({
    key: callbackId,
    label: name,
    detail: state.app.name,
    choose: () => void act({ do: 'message-shortcut', callbackId, channelId, ts }),
  }));
  const copy = {
    key: 'copy',
    label: words.copyText,
    choose: () => void navigator.clipboard?.writeText(unescapeText(message.text)),
  };
  return (
    <div className="message-tools">
      {onOpenThread && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.replyInThread}
          title={words.replyInThread}
          onClick={() => onOpenThread(message)}
        >
          <Icon name="thread" />
        </button>
      )}
      <Menu
        label={words.moreActions}
        face={<Icon name="dots" />}
        className="icon-button"
        items={[...items, copy]}
      />
    </div>
  );
}
