import type { ReactNode } from 'react';

/** One line of a list that opens while somebody types. */
export function ListOption({
  id,
  isActive,
  onChoose,
  children,
}: {
  id: string;
  isActive: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerDown={(event) => {
        // Before the field loses the focus, which would close the list.
        event.preventDefault();
        onChoose();
      }}
    >
      {children}
    </div>
  );
}
