import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Confirm } from './block-kit.ts';

/** The browser's own modal dialog: the rest of the page is inert, Escape asks to close, and the focus returns afterwards. */
export function Dialog({
  label,
  className,
  onClose,
  children,
  dialogRef,
}: {
  label: string;
  className: string;
  onClose: () => void;
  children: ReactNode;
  dialogRef?: RefObject<HTMLDialogElement | null>;
}) {
  const own = useRef<HTMLDialogElement>(null);
  const dialog = dialogRef ?? own;
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, [dialog]);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Left to the browser, a second Escape closes the dialog whatever `cancel` says.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}

export function ConfirmDialog({
  confirm,
  onConfirm,
  onDeny,
}: {
  confirm: Confirm;
  onConfirm: () => void;
  onDeny: () => void;
}) {
  return (
    <Dialog label={confirm.title.text} className="modal small" onClose={onDeny}>
      <header>
        <h2>{confirm.title.text}</h2>
      </header>
      <p className="modal-body">{confirm.text.text}</p>
      <footer>
        <button type="button" className="slack-button" onClick={onDeny}>
          {confirm.deny.text}
        </button>
        <button type="button" className={`slack-button ${confirm.style ?? 'primary'}`} onClick={onConfirm}>
          {confirm.confirm.text}
        </button>
      </footer>
    </Dialog>
  );
}
