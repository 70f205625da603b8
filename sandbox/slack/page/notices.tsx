import { useEffect, useRef, useState } from 'react';
import { unescapeText } from '../escaping.ts';
import type { SandboxState, WireMessage } from '../wire.ts';
import { useSlackClient } from './context.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** What Slack itself says, such as that the app did not respond. Stays until it is closed. */
export function Notices() {
  const { state, act, refusal, forgetRefusal } = useSlackClient();
  return (
    <div className="notices" role="alert">
      {state.notices.map(({ id, text }) => (
        <Notice key={id} text={text} onDismiss={() => void act({ do: 'dismiss-notice', id })} />
      ))}
      {refusal && <Notice text={refusal} onDismiss={forgetRefusal} />}
    </div>
  );
}

function Notice({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const words = useWords();
  return (
    <div className="notice">
      <p>{text}</p>
      <button type="button" className="icon-button" aria-label={words.dismiss} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Reads out messages that arrive; the lists themselves stay silent, as cards are edited every few seconds. */
export function NewMessagesAloud() {
  const { state } = useSlackClient();
  const heard = useRef<{ personId: string; ids: Set<string> }>(undefined);
  const [words, setWords] = useState('');
  useEffect(() => {
    const all = state.channels.flatMap(({ name, messages }) =>
      messages.flatMap((message) => [message, ...message.replies]).map((message) => ({ name, message })),
    );
    const known = heard.current?.personId === state.me.id ? heard.current.ids : undefined;
    const fresh = known
      ? all.filter(({ message }) => !known.has(idOf(message)) && message.userId !== state.me.id)
      : [];
    heard.current = { personId: state.me.id, ids: new Set(all.map(({ message }) => idOf(message))) };
    if (fresh.length > 0) setWords(fresh.map(({ name, message }) => aloud(name, message, state)).join('. '));
  }, [state]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}

const idOf = ({ channelId, ts }: WireMessage): string => `${channelId}/${ts}`;

function aloud(channelName: string, message: WireMessage, { people }: SandboxState): string {
  const author = people.find(({ id }) => id === message.userId)?.realName ?? 'App';
  return `${author} in ${channelName}${message.isEphemeral ? ', only visible to you' : ''}: ${unescapeText(message.text)}`;
}
