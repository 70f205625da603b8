import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { WireView } from '../wire.ts';
import { Blocks } from './blocks.tsx';
import { SurfaceProvider, useSlackClient } from './context.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { useViewSurface } from './surfaces.ts';
import { useWords } from './words.ts';

/** The modal on top of the person's stack. */
export function Modal({ view, depth }: { view: WireView; depth: number }) {
  const { act } = useSlackClient();
  const words = useWords();
  const { surface, flush } = useViewSurface(view, act);
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useFocusOnFirstInput(dialog);
  useFocusOnFirstFault(dialog, view.errors);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !view.submit) return;
    setBusy(true);
    await flush();
    await act({ do: 'submit' });
    setBusy(false);
  };
  const close = () => void act({ do: 'close' });
  return (
    <Dialog label={view.title} className="modal" onClose={close} dialogRef={dialog}>
      <form onSubmit={submit} noValidate aria-busy={busy}>
        <header>
          <AppIcon />
          <h2>{view.title}</h2>
          {depth > 1 && <span className="quiet">{depth} / 3</span>}
          <button
            type="button"
            className="icon-button"
            aria-label={words.close}
            title={words.close}
            onClick={() => void act({ do: 'close', all: true })}
          >
            <Icon name="close" />
          </button>
        </header>
        <div className="modal-body">
          <SurfaceProvider value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceProvider>
        </div>
        <footer>
          <button type="button" className="slack-button" onClick={close}>
            {view.close}
          </button>
          {view.submit && (
            <button type="submit" className="slack-button primary" aria-busy={busy}>
              <span>{view.submit}</span>
              {busy && <span className="spinner" aria-hidden="true" />}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function AppIcon() {
  return <img className="app-icon" src="/page/icon.svg" alt="" width="24" height="24" />;
}

function useFocusOnFirstInput(dialog: { current: HTMLDialogElement | null }): void {
  useEffect(() => {
    const body = dialog.current?.querySelector('.modal-body');
    const wanted = body?.querySelector<HTMLElement>('[data-autofocus]');
    (wanted ?? body?.querySelector<HTMLElement>('input, textarea, select, button'))?.focus();
  }, [dialog]);
}

function useFocusOnFirstFault(
  dialog: { current: HTMLDialogElement | null },
  errors: WireView['errors'],
): void {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    dialog.current?.querySelector<HTMLElement>('.faulty :is(input, textarea, select)')?.focus();
  }, [dialog, errors]);
}
