import { useState } from 'react';
import { Icon } from '../icon.tsx';
import type { DrawerFacts } from '../playground-client.ts';
import type { MagicPhone } from '../playground-wire.ts';

export function Phones({ facts, compose }: { facts: DrawerFacts; compose: (text: string) => void }) {
  const [search, setSearch] = useState('');
  const wanted = search.toLowerCase();
  const shown = facts.phones.filter(({ phone, does }) => `${phone} ${does}`.toLowerCase().includes(wanted));
  const unlisted = Object.entries(facts.rings).filter(
    ([phone]) => !facts.phones.some((known) => known.phone === phone),
  );
  return (
    <>
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
    </>
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
