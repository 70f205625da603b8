import { useEffect, useRef, useState } from 'react';
import type { TrafficBody, TrafficHead, WirePerson } from '../../wire.ts';
import { useSlackClient } from '../context.tsx';
import { secondTime } from '../format.ts';
import { Icon } from '../icon.tsx';
import type { KallyHead } from '../playground-wire.ts';
import { useWatched } from '../stream/watch.ts';

const SIDES = ['Slack → app', 'app → Slack', 'app → KallyAI'] as const;
const MOST_LINES = 150;

type Line = {
  key: string;
  at: number;
  ms: number;
  side: (typeof SIDES)[number];
  name: string;
  status: string;
  failed: boolean;
  /** Where the request and the answer are. */
  path: string;
};

/** Every request both ways, newest first. */
export function Traffic() {
  const { state } = useSlackClient();
  const slack = useWatched<Record<string, TrafficHead>>('slack-traffic');
  const kally = useWatched<Record<string, KallyHead>>('kally-traffic');
  const { lines, paused, pause } = usePausable(linesOf(slack ?? {}, kally ?? {}));
  const [side, setSide] = useState('');
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const shown = lines.filter(
    (line) => (!side || line.side === side) && `${line.name} ${line.status}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div className="traffic-filter">
        <select aria-label="Which way" value={side} onChange={(event) => setSide(event.target.value)}>
          <option value="">All ways</option>
          {SIDES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <input
          type="search"
          aria-label="Search the traffic"
          placeholder="views, 429…"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <button type="button" className="slack-button" aria-pressed={paused} onClick={() => pause(!paused)}>
          {paused ? 'Go on' : 'Pause'}
        </button>
      </div>
      <ul className="traffic">
        {shown.slice(0, MOST_LINES).map((line) => (
          <li key={line.key}>
            <Exchange line={line} reader={state.me} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="quiet">{lines.length === 0 ? 'Nothing yet.' : 'Nothing like that.'}</p>
      )}
      {shown.length > MOST_LINES && (
        <p className="quiet">
          The newest {MOST_LINES} of {shown.length}.
        </p>
      )}
    </>
  );
}

/** While paused, what was there when it was pressed. */
function usePausable(current: Line[]) {
  const [kept, setKept] = useState<Line[]>();
  return {
    lines: kept ?? current,
    paused: kept !== undefined,
    pause: (wanted: boolean) => setKept(wanted ? current : undefined),
  };
}

function Exchange({ line, reader }: { line: Line; reader: WirePerson }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={line.failed ? 'failed' : ''}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <time className="quiet">{secondTime(line.at, reader)}</time>
        <span className="side">{line.side}</span>
        <strong>{line.name}</strong>
        <span className="quiet">
          {line.status} · {Math.round(line.ms)} ms
        </span>
      </summary>
      {open && <Parts path={line.path} />}
    </details>
  );
}

function Parts({ path }: { path: string }) {
  const [body, setBody] = useState<TrafficBody | 'gone'>();
  useEffect(() => {
    void bodyAt(path).then(setBody);
  }, [path]);
  if (body === 'gone') return <p className="part-head quiet">It is no longer kept.</p>;
  if (!body) return <p className="part-head quiet">…</p>;
  return (
    <>
      <Part title="Request" value={body.request} />
      <Part title="Answer" value={body.answer} />
    </>
  );
}

async function bodyAt(path: string): Promise<TrafficBody | 'gone'> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as TrafficBody) : 'gone';
  } catch {
    return 'gone';
  }
}

function Part({ title, value }: { title: string; value: unknown }) {
  const text = asText(value);
  if (!text) return <p className="part-head quiet">{title}: empty</p>;
  return (
    <>
      <div className="part-head">
        <h4>{title}</h4>
        <CopyButton text={text} label={`Copy the ${title.toLowerCase()}`} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0}>{text}</pre>
    </>
  );
}

const COPIED_FOR_MS = 1500;

function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    timer.current = window.setTimeout(() => setCopied(false), COPIED_FOR_MS);
  };
  return (
    <button type="button" className="copy" aria-label={label} onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'copy'} size={14} /> {copied ? 'Copied' : 'Copy'}
    </button>
  );
}

const linesOf = (slack: Record<string, TrafficHead>, kally: Record<string, KallyHead>): Line[] =>
  [...Object.values(slack).map(slackLine), ...Object.values(kally).map(kallyLine)].sort(
    (a, b) => b.at - a.at,
  );

const slackLine = (entry: TrafficHead): Line => ({
  key: `slack-${entry.id}`,
  at: entry.at,
  ms: entry.ms,
  side: entry.kind === 'delivery' ? 'Slack → app' : 'app → Slack',
  name: entry.name,
  status: entry.error ?? String(entry.status ?? 'no answer'),
  failed: entry.error !== undefined,
  path: `/sandbox/traffic/${entry.id}`,
});

const kallyLine = (entry: KallyHead): Line => ({
  key: `kally-${entry.id}`,
  at: Date.parse(entry.at),
  ms: entry.tookMs,
  side: 'app → KallyAI',
  name: `${entry.method} ${entry.path}`,
  status: String(entry.status ?? 'connection cut'),
  failed: entry.status === null || entry.status >= 400,
  path: `/playground/traffic/${entry.id}`,
});

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
