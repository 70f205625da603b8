import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What stands over a pane that can be closed. */
export function ClosableHead({
  title,
  closeLabel,
  onClose,
  children,
}: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  return (
    <header className="pane-head">
      <h2>{title}</h2>
      {children}
      <button
        type="button"
        className="icon-button"
        aria-label={closeLabel}
        title={closeLabel}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
