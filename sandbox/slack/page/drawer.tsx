import { useState } from 'react';
import type { TrafficEntry } from '../wire.ts';
import { Icon } from './icon.tsx';
import { type DrawerFacts, postToPlayground, useDrawerFacts } from './playground-client.ts';
import type { KallyTraffic, MagicPhone, PlaygroundStatus } from './playground-wire.ts';

const SPEEDS = [1, 10, 60];
const TABS = ['Phones', 'Traffic'] as const;

type DrawerProps = {
  status: PlaygroundStatus | undefined;
  /** Writes into the composer. */
  compose: (text: string) => void;
  onClose: () => void;
};

/** What no Slack has: the numbers that make things happen, what rang, what was said on the wire, and how fast time goes. */
export function Drawer({ status, compose, onClose }: DrawerProps) {
  const facts = useDrawerFacts();
  const [tab, setTab] = useState<(typeof TABS)[number]>(status ? 'Phones' : 'Traffic');
  return (
    <aside className="drawer" aria-label="Sandbox">
      <header className="pane-head">
        <h2>Sandbox</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close sandbox drawer"
          title="Close"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="pane-body scroll">
        <p className="quiet">Nothing here is real: no Slack, no phone lines, nobody is called.</p>
        {status && <Time status={status} />}
        <div className="tabs" role="tablist" aria-label="Sandbox">
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              onClick={() => setTab(name)}
            >
              {name}
            </button>
          ))}
        </div>
        {tab === 'Phones' ? <Phones facts={facts} compose={compose} /> : <Traffic facts={facts} />}
      </div>
    </aside>
  );
}

function Time({ status }: { status: PlaygroundStatus }) {
  return (
    <div className="drawer-controls">
      <fieldset className="segmented">
        <legend>Time</legend>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={status.speed === speed}
            onClick={() => void postToPlayground(`/playground/speed?times=${speed}`)}
          >
            {speed}×
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="slack-button danger"
        title="As if the machine had died: kill -9, then a new start"
        onClick={() => void postToPlayground('/playground/restart')}
      >
        Kill the app
      </button>
    </div>
  );
}

function Phones({ facts, compose }: { facts: DrawerFacts; compose: (text: string) => void }) {
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const shown = facts.phones.filter(({ phone, does }) => `${phone} ${does}`.toLowerCase().includes(wanted));
  const unlisted = Object.entries(facts.rings).filter(
    ([phone]) => !facts.phones.some((known) => known.phone === phone),
  );
  return (
    <div role="tabpanel" aria-label="Phones">
      <p>Choose a number to write it into the message box. Any other number answers, too.</p>
      <input
        type="search"
        aria-label="Search the numbers"
        placeholder="Search: busy, voicemail, late…"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="phones">
        {shown.map((phone) => (
          <Phone key={phone.phone} phone={phone} rings={facts.rings[phone.phone] ?? 0} compose={compose} />
        ))}
        {unlisted.map(([number, rings]) => (
          <Phone
            key={number}
            phone={{ phone: number, does: 'Not a number of the table', why: '' }}
            rings={rings}
            compose={compose}
          />
        ))}
      </ul>
    </div>
  );
}

function Phone({
  phone,
  rings,
  compose,
}: {
  phone: Pick<MagicPhone, 'phone' | 'does' | 'why'>;
  rings: number;
  compose: (text: string) => void;
}) {
  return (
    <li>
      <button
        type="button"
        title={phone.why}
        onClick={() => compose(`/kally ${phone.phone} ask about opening hours`)}
      >
        <span className="phone-head">
          <code>{phone.phone}</code>
          <span className={`rings${rings > 1 ? ' many' : ''}`}>
            {rings > 0 && (
              <>
                <Icon name="phone" size={13} /> rang {rings}×
              </>
            )}
          </span>
        </span>
        <span>{withCode(phone.does)}</span>
      </button>
    </li>
  );
}

/** The table's words are Markdown, of which it uses code alone. */
const withCode = (markdown: string) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the words never change
  markdown.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));

type Line = {
  key: string;
  at: number;
  ms: number;
  side: 'Slack → app' | 'app → Slack' | 'app → KallyAI';
  name: string;
  status: string;
  failed: boolean;
  request: unknown;
  answer: unknown;
};

const MOST_LINES = 150;

function Traffic({ facts }: { facts: DrawerFacts }) {
  const lines = [...facts.slack.map(slackLine), ...facts.kally.map(kallyLine)].sort((a, b) => b.at - a.at);
  return (
    <div role="tabpanel" aria-label="Traffic">
      <ul className="traffic">
        {lines.slice(0, MOST_LINES).map((line) => (
          <li key={line.key}>
            <details className={line.failed ? 'failed' : ''}>
              <summary>
                <time className="quiet">{new Date(line.at).toLocaleTimeString()}</time>
                <span className="side">{line.side}</span>
                <strong>{line.name}</strong>
                <span className="quiet">
                  {line.status} · {Math.round(line.ms)} ms
                </span>
              </summary>
              <h4>Request</h4>
              <pre>{asText(line.request)}</pre>
              <h4>Answer</h4>
              <pre>{asText(line.answer)}</pre>
            </details>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="quiet">Nothing yet.</p>}
    </div>
  );
}

const slackLine = (entry: TrafficEntry): Line => ({
  key: `slack-${entry.id}`,
  at: entry.at,
  ms: entry.ms,
  side: entry.kind === 'delivery' ? 'Slack → app' : 'app → Slack',
  name: entry.name,
  status: entry.error ?? String(entry.status ?? 'no answer'),
  failed: entry.error !== undefined,
  request: entry.request,
  answer: entry.answer,
});

const kallyLine = (entry: KallyTraffic): Line => ({
  key: `kally-${entry.id}`,
  at: Date.parse(entry.at),
  ms: entry.tookMs,
  side: 'app → KallyAI',
  name: `${entry.method} ${entry.path}`,
  status: String(entry.status ?? 'connection cut'),
  failed: entry.status === null || entry.status >= 400,
  request: { headers: entry.headers, body: entry.request },
  answer: entry.response,
});

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
