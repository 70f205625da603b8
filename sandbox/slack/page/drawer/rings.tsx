import type { KallyCall, Rings as Rung } from '../playground-wire.ts';
import { useWatched } from '../stream/watch.ts';

/** Kally's first promise, to be checked by eye: one confirmed call, one ring. */
export function Rings() {
  const calls = useWatched<KallyCall[]>('calls') ?? [];
  const rings = useWatched<Rung>('rings') ?? {};
  const phones = [...new Set([...calls.map(({ phone }) => phone), ...Object.keys(rings)])];
  return (
    <>
      <p>
        How often each phone rang, and for which calls. Each try that you confirmed may ring once, whatever
        breaks.
      </p>
      <ul className="rung">
        {phones.map((phone) => (
          <RungPhone
            key={phone}
            phone={phone}
            rings={rings[phone] ?? 0}
            calls={calls.filter((call) => call.phone === phone)}
          />
        ))}
      </ul>
      {phones.length === 0 && <p className="quiet">No phone has rung yet.</p>}
    </>
  );
}

function RungPhone({ phone, rings, calls }: { phone: string; rings: number; calls: KallyCall[] }) {
  return (
    <li>
      <p className="phone-head">
        <code>{phone}</code>
        <strong>{rings === 0 ? 'has not rung' : `rang ${rings}×`}</strong>
      </p>
      <ul>
        {calls.map(({ id, task, status }) => (
          <li key={id} className="quiet">
            {task} <code>{status}</code>
          </li>
        ))}
      </ul>
    </li>
  );
}
