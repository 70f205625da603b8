import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from './words.ts';

export type MenuItem = { key: string; label: string; detail?: string | undefined; choose: () => void };

type MenuProps = { label: string; face: ReactNode; className: string; items: MenuItem[] };

/** A button that opens a menu: arrow keys move, Enter chooses, Escape closes and gives the focus back. */
export function Menu({ label, face, className, items }: MenuProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open) turnToWhereRoomIs(list.current);
  }, [open]);
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      moveFocus(list.current, event.key === 'ArrowDown');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the focus leave the button and its menu
    <span
      className="menu"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div
          id={id}
          ref={list}
          role="menu"
          className="popup"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                item.choose();
              }}
            >
              {item.label}
              {item.detail && <small>{item.detail}</small>}
            </button>
          ))}
          {items.length === 0 && <p className="quiet">{words.nothingHere}</p>}
        </div>
      )}
    </span>
  );
}

/** Below its button and to the left, unless what scrolls around it would cut it off there. */
function turnToWhereRoomIs(list: HTMLElement | null): void {
  const around = list?.closest('.scroll, .modal-body') ?? document.documentElement;
  const room = around.getBoundingClientRect();
  const taken = list?.getBoundingClientRect();
  list?.toggleAttribute('data-above', (taken?.bottom ?? 0) > room.bottom);
  list?.toggleAttribute('data-rightward', (taken?.left ?? 0) < room.left);
}

function moveFocus(list: HTMLElement | null, down: boolean): void {
  const items = [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + (down ? 1 : -1) + items.length) % items.length]?.focus();
}
