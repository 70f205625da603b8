import { postToPlayground } from '../playground-client.ts';
import type { PlaygroundStatus } from '../playground-wire.ts';

const SPEEDS = [0, 1, 10, 60];

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
        Only KallyAI’s time goes faster; Kally’s own waits and limits last as long as ever.{' '}
        <b>Restart the app</b> kills it and starts it again; calls carry on.
      </p>
    </div>
  );
}
