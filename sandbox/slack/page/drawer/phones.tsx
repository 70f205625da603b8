import { useState } from 'react';
import { Icon } from '../icon.tsx';
import type { ListedPhone, PhoneGroup, Rings } from '../playground-wire.ts';
import { useWatched } from '../stream/watch.ts';

type Compose = (text: string) => void;

export function Phones({ compose }: { compose: Compose }) {
  const listed = useWatched<PhoneGroup[]>('phones') ?? [];
  const rings = useWatched<Rings>('rings') ?? {};
  const [search, setSearch] = useState('');
  const groups = groupsOf(listed, rings).map(({ title, phones }) => ({
    title,
    phones: phones.filter((phone) => isLike(phone, search)),
  }));
  const found = groups.filter(({ phones }) => phones.length > 0);
  return (
    <>
      <p>Choose a number to write it into the message box. Any other number answers, too.</p>
      <input
        type="search"
        aria-label="Search the numbers"
        placeholder="Search: busy, voicemail, London…"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.map(({ title, phones }) => (
        <details key={title} className="phone-group" open={search !== '' || title === groups[0]?.title}>
          <summary>
            {title} <span className="quiet">{phones.length}</span>
          </summary>
          <ul className="phones">
            {phones.map((phone) => (
              <Phone key={phone.phone} phone={phone} rings={rings[phone.phone] ?? 0} compose={compose} />
            ))}
          </ul>
        </details>
      ))}
      {search && found.length === 0 && <p className="quiet">No number like that.</p>}
    </>
  );
}

/** The listed ones, and what rang besides. */
function groupsOf(groups: PhoneGroup[], rings: Rings): PhoneGroup[] {
  const listed = new Set(groups.flatMap(({ phones }) => phones.map(({ phone }) => phone)));
  const others = Object.keys(rings)
    .filter((phone) => !listed.has(phone))
    .map((phone) => ({
      phone,
      title: 'Does what you ask',
      does: '',
      why: '',
      ask: 'ask about opening hours',
    }));
  return others.length > 0 ? [...groups, { title: 'Others that you called', phones: others }] : groups;
}

function isLike({ phone, title, does }: ListedPhone, search: string): boolean {
  const digits = search.replace(/[\s()-]/g, '');
  const words = `${title} ${does}`.toLowerCase();
  return words.includes(search.toLowerCase()) || (digits !== '' && phone.includes(digits));
}

function Phone({ phone, rings, compose }: { phone: ListedPhone; rings: number; compose: Compose }) {
  return (
    <li>
      <button type="button" title={phone.why} onClick={() => compose(`/kally ${phone.phone} ${phone.ask}`)}>
        <strong>{phone.title}</strong>
        <span className="phone-head">
          <code>{phone.phone}</code>
          {rings > 0 && (
            <span className="rings">
              <Icon name="phone" size={13} /> rang {rings}×
            </span>
          )}
        </span>
        {phone.does && <span className="quiet">{withCode(phone.does)}</span>}
      </button>
    </li>
  );
}

/** The words are Markdown, of which they use code alone. */
const withCode = (markdown: string) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the words never change
  markdown.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
