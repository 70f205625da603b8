// Drawn here, as not every machine has a font with these signs.
const PATHS = {
  hash: 'M4 9h16M3 15h16M10 4 8 20M16 4l-2 16',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  eye: 'M2 12s3.6-6 10-6 10 6 10 6-3.6 6-10 6-10-6-10-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  thread: 'M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5',
  dots: 'M12 5v.01M12 12v.01M12 19v.01',
  ellipsis: 'M5 12h.01M12 12h.01M19 12h.01',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  close: 'm6 6 12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  send: 'M4 12 20 4l-5 16-3-7z',
  warning: 'M12 4 2.5 20h19zM12 10v4M12 17v.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'm5 12 5 5 9-10',
  phone: 'M7 3h3l2 5-2.5 1.5a11 11 0 0 0 5 5L16 12l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 4 6a3 3 0 0 1 3-3z',
} as const;

export function Icon({ name, size = 18 }: { name: keyof typeof PATHS; size?: number }) {
  const isDots = name === 'dots' || name === 'ellipsis';
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={isDots ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export const ChannelSign = ({ kind, size = 16 }: { kind: 'public' | 'private'; size?: number }) => (
  <Icon name={kind === 'private' ? 'lock' : 'hash'} size={size} />
);
