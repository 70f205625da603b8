import type { SandboxState } from '../wire.ts';
import { useSlackClient } from './context.tsx';
import { mend } from './drawer/faults.tsx';
import { languageCode } from './format.ts';
import { Icon } from './icon.tsx';
import { postToPlayground } from './playground-client.ts';
import type { PlaygroundStatus } from './playground-wire.ts';

type TopbarProps = {
  become: (personId: string) => void;
  status: PlaygroundStatus | undefined;
  connected: boolean;
  drawerOpen: boolean;
  onDrawer: () => void;
};

export function Topbar({ become, status, connected, drawerOpen, onDrawer }: TopbarProps) {
  const { state } = useSlackClient();
  const trouble = troubleOf(state, status, connected);
  return (
    <div className="topbar" lang="en">
      <strong className="sandbox-badge" title="A pretended Slack on this machine. Nothing here is real.">
        Slack sandbox
      </strong>
      <span className="trouble" role="status">
        {trouble && (
          <>
            <span className="spinner" aria-hidden="true" /> {trouble}
          </>
        )}
      </span>
      {status && <Signs status={status} />}
      <label className="person-switch">
        <span>You are</span>
        <select value={state.me.id} onChange={(event) => become(event.target.value)}>
          {state.people
            .filter(({ isBot }) => !isBot)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.realName} · {languageCode(person.locale)}
                {person.isGuest ? ' · guest' : ''}
              </option>
            ))}
        </select>
      </label>
      <button type="button" className="slack-button" aria-expanded={drawerOpen} onClick={onDrawer}>
        Sandbox
      </button>
    </div>
  );
}

/** What somebody broke or stopped on purpose, and how to undo it, for as long as it lasts. */
function Signs({ status: { faults, speed } }: { status: PlaygroundStatus }) {
  const broken = faults.filter(({ on }) => on).map(({ sign }) => sign);
  return (
    <>
      {broken.length > 0 && (
        <span className="sign-on" role="status">
          <Icon name="warning" size={15} /> {broken.join(', ')}
          <button type="button" onClick={mend}>
            Mend
          </button>
        </span>
      )}
      {speed === 0 && (
        <span className="sign-on" role="status">
          Calls stand still
          <button type="button" onClick={() => void postToPlayground('/playground/speed?times=1')}>
            Go on
          </button>
        </span>
      )}
    </>
  );
}

function troubleOf(
  { app }: SandboxState,
  status: PlaygroundStatus | undefined,
  connected: boolean,
): string | undefined {
  if (!connected) return 'The sandbox does not answer.';
  if (status?.app === 'restarting')
    return `The app is restarting. What you do meanwhile fails, as it would in Slack.`;
  return status?.app === 'starting' ? `${app.name} is starting…` : undefined;
}
