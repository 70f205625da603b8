import { postToPlayground } from '../playground-client.ts';
import type { PlaygroundStatus } from '../playground-wire.ts';

const SPEEDS = [0, 1, 10, 60];
const forwards = [
  [10, '+10 min', undefined],
  [60, '+1 h', undefined],
  ['next', 'To the next planned call', 'Time goes on to the moment at which Kally calls, or asks again'],
] as const;

const clockOf = (aheadMs: number) =>
  new Date(Date.now() + aheadMs).toLocaleString(undefined, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });

export function Time({ status }: { status: PlaygroundStatus }) {
  return (
    <div className="drawer-controls">
      <fieldset className="segmented">
        <legend>Time of the phone calls</legend>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={status.speed === speed}
            title={speed === 0 ? 'Calls stay as they are until time goes on' : undefined}
            onClick={() => void postToPlayground(`/playground/speed?times=${speed}`)}
          >
            {speed === 0 ? 'Pause' : `${speed}×`}
          </button>
        ))}
      </fieldset>
      <fieldset className="segmented">
        <legend>Kally’s and KallyAI’s clock: {clockOf(status.aheadMs)}</legend>
        {forwards.map(([minutes, label, title]) => (
          <button
            key={minutes}
            type="button"
            title={title}
            onClick={() => void postToPlayground(`/playground/forward?minutes=${minutes}`)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="slack-button danger"
        title="As if the machine had died: kill -9, then a new start. Press it during a call and watch the card carry on."
        disabled={status.app !== 'running'}
        onClick={() => void postToPlayground('/playground/restart')}
      >
        {status.app === 'running' ? 'Restart the app' : 'Restarting…'}
      </button>
      <p className="drawer-note">
        The speed is KallyAI’s alone; Kally’s own waits and limits last as long as ever. Setting the clock
        forward makes planned calls due; what is more than fifteen minutes late is asked about again.{' '}
        <b>Restart the app</b> kills it and starts it again; calls carry on.
      </p>
    </div>
  );
}
