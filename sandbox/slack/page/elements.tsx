import { useId, useState } from 'react';
import type { InputValue, WireOption } from '../wire.ts';
import { type Confirm, type Element, holdsValue } from './block-kit.ts';
import { useSurface } from './context.tsx';
import { ConfirmDialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { InputControl } from './inputs.tsx';
import { Menu } from './menu.tsx';
import { useWords } from './words.ts';

/** An element outside of an input block: it tells the app as soon as it is used. */
export function ActionElement({ element, blockId }: { element: Element; blockId: string }) {
  const { press } = useSurface();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ value?: InputValue }>();
  const send = async (value?: InputValue) => {
    setAsked(undefined);
    setBusy(true);
    await press(blockId, element, value);
    setBusy(false);
  };
  const use = (value?: InputValue) =>
    element.confirm ? setAsked(value === undefined ? {} : { value }) : void send(value);
  return (
    <>
      <Shape element={element} blockId={blockId} busy={busy} use={use} />
      {asked && (
        <ConfirmDialog
          confirm={element.confirm as Confirm}
          onConfirm={() => void send(asked.value)}
          onDeny={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

type ShapeProps = { element: Element; blockId: string; busy: boolean; use: (value?: InputValue) => void };

function Shape({ element, blockId, busy, use }: ShapeProps) {
  if (element.type === 'button' || element.type === 'workflow_button') {
    return <PressButton element={element} busy={busy} use={use} />;
  }
  if (element.type === 'overflow') return <Overflow element={element} busy={busy} use={use} />;
  if (holdsValue(element)) return <Chooser element={element} blockId={blockId} busy={busy} use={use} />;
  return <pre className="undrawn">{JSON.stringify(element, null, 2)}</pre>;
}

function PressButton({ element, busy, use }: Omit<ShapeProps, 'blockId'>) {
  const words = useWords();
  const looks = {
    className: `slack-button ${element.style ?? ''}`,
    'aria-busy': busy,
    'aria-label': element.accessibility_label,
  };
  const face = (
    <>
      <span>{element.text?.text}</span>
      {busy && <span className="spinner" aria-hidden="true" />}
    </>
  );
  // Slack opens the address and tells the app of the click as well.
  return element.url ? (
    <a {...looks} href={element.url} target="_blank" rel="noopener noreferrer" onClick={() => use()}>
      {face}
      <span className="visually-hidden"> {words.opensInNewTab}</span>
    </a>
  ) : (
    <button {...looks} type="button" onClick={() => !busy && use()}>
      {face}
    </button>
  );
}

function Overflow({ element, busy, use }: Omit<ShapeProps, 'blockId'>) {
  const words = useWords();
  const choose = (option: WireOption & { url?: string }) => {
    if (option.url) window.open(option.url, '_blank', 'noopener,noreferrer');
    use(option.value ?? '');
  };
  return (
    <Menu
      label={element.accessibility_label ?? words.moreOptions}
      face={busy ? <span className="spinner" aria-hidden="true" /> : <Icon name="ellipsis" />}
      className="slack-button overflow"
      items={(element.options ?? []).map((option) => ({
        key: option.value ?? option.text.text,
        label: option.text.text,
        detail: option.description?.text,
        choose: () => choose(option),
      }))}
    />
  );
}

function Chooser({ element, blockId, busy, use }: ShapeProps) {
  const id = useId();
  const surface = useSurface();
  return (
    <span className="chooser" aria-busy={busy}>
      <InputControl
        id={id}
        name={element.placeholder?.text ?? element.accessibility_label ?? element.action_id}
        element={element}
        blockId={blockId}
        value={surface.value(blockId, element)}
        onChange={use}
      />
      {busy && <span className="spinner" aria-hidden="true" />}
    </span>
  );
}
