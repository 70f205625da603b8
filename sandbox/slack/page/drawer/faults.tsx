import { postToPlayground } from '../playground-client.ts';
import type { FaultSwitch, PlaygroundStatus } from '../playground-wire.ts';

const SIDES = ['KallyAI', 'Slack'] as const;

export const mend = () => void postToPlayground('/playground/mend');

export function Faults({ status }: { status: PlaygroundStatus }) {
  const anyOn = status.faults.some(({ on }) => on);
  return (
    <>
      <p>Break something and watch what Kally makes of it. One fault at a time on each side.</p>
      {SIDES.map((side) => (
        <fieldset key={side} className="faults">
          <legend>{side}</legend>
          {status.faults
            .filter((fault) => fault.side === side)
            .map((fault) => (
              <Fault key={fault.id} fault={fault} />
            ))}
        </fieldset>
      ))}
      <button type="button" className="slack-button" disabled={!anyOn} onClick={mend}>
        Everything works again
      </button>
    </>
  );
}

function Fault({ fault: { id, side, name, watch, on } }: { fault: FaultSwitch }) {
  return (
    <div className={on ? 'breakage on' : 'breakage'}>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={on}
        aria-label={`${side}: ${name}`}
        aria-describedby={`${id}-watch`}
        onClick={() => void postToPlayground(`/playground/fault?id=${id}&on=${!on}`)}
      >
        <span aria-hidden="true" className="knob" />
      </button>
      <div>
        <strong>{name}</strong>
        <p id={`${id}-watch`}>{watch}</p>
      </div>
    </div>
  );
}
