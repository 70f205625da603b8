import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { WireCommand } from '../wire.ts';
import { useSlackClient } from './context.tsx';
import { Icon } from './icon.tsx';
import { ListOption } from './list-option.tsx';
import { useWords } from './words.ts';

type ComposerProps = {
  channelId: string;
  threadTs?: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
};

/** Writes a message or a slash command: Enter sends, Shift+Enter breaks the line, `/` offers the app's commands. */
export function Composer({ channelId, threadTs, placeholder, text, onText }: ComposerProps) {
  const { state, act } = useSlackClient();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const choice = useCommandChoice(state.commands, text, onText);
  useGrowth(field, text);

  const send = async () => {
    const sent = text.trim();
    if (!sent) return;
    onText('');
    setBusy(true);
    const answer = await act({ do: 'type', channelId, text: sent, ...(threadTs && { threadTs }) });
    setBusy(false);
    if (!answer.ok && sent.startsWith('/')) onText(sent);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || choice.onKeyDown(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className="composer">
      {choice.open && <CommandList id={id} appName={state.app.name} {...choice} />}
      <textarea
        ref={field}
        rows={1}
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={choice.open}
        aria-controls={choice.open ? id : undefined}
        aria-activedescendant={choice.open ? `${id}-${choice.active}` : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <UsageHint commands={state.commands} text={text} />
        {busy && <span className="spinner" role="status" aria-label={words.sending} />}
        <button
          type="button"
          className="send"
          aria-label={words.send}
          title={words.send}
          disabled={!text.trim()}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

function useGrowth(field: { current: HTMLTextAreaElement | null }, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.min(field.current.scrollHeight, 220)}px`;
  }, [field, text]);
}

type CommandChoice = {
  open: boolean;
  matches: WireCommand[];
  active: number;
  choose: (command: WireCommand) => void;
  /** True when the key was for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
};

function useCommandChoice(
  commands: WireCommand[],
  text: string,
  onText: (text: string) => void,
): CommandChoice {
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const matches = /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text)) : [];
  const open = matches.length > 0 && dismissed !== text;
  const at = Math.min(active, matches.length - 1);
  const choose = ({ command }: WireCommand) => onText(`${command} `);
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const current = matches[at];
    if (!open || !current) return false;
    if (event.key === 'ArrowDown') setActive((at + 1) % matches.length);
    else if (event.key === 'ArrowUp') setActive((at - 1 + matches.length) % matches.length);
    else if (event.key === 'Escape') setDismissed(text);
    else if (event.key === 'Tab' && !event.shiftKey) choose(current);
    // A command typed whole is sent by Enter; a part of one is completed first.
    else if (event.key === 'Enter' && current.command !== text) choose(current);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { open, matches, active: at, choose, onKeyDown };
}

function CommandList({
  id,
  appName,
  matches,
  active,
  choose,
}: { id: string; appName: string } & Pick<CommandChoice, 'matches' | 'active' | 'choose'>) {
  const words = useWords();
  return (
    <div id={id} role="listbox" className="popup commands" aria-label={words.commands}>
      {matches.map((command, index) => (
        <ListOption
          key={command.command}
          id={`${id}-${index}`}
          isActive={index === active}
          onChoose={() => choose(command)}
        >
          <span>
            <strong>{command.command}</strong> <span className="quiet">{command.usageHint}</span>
          </span>
          <small>
            {command.description} · {appName}
          </small>
        </ListOption>
      ))}
    </div>
  );
}

function UsageHint({ commands, text }: { commands: WireCommand[]; text: string }) {
  const words = useWords();
  const command = commands.find((known) => text.startsWith(`${known.command} `));
  return (
    <span className="usage quiet">
      {command ? `${command.command} ${command.usageHint}` : text ? words.newLine : ''}
    </span>
  );
}
