import { type FormEvent, useState } from 'react';
import type { SandboxState, WireParameter, WireRun, WireStep } from '../../wire.ts';
import { useSlackClient } from '../context.tsx';

/** Workflow Builder, as far as an app's own step needs it: fill the step in, run it, and see what it hands on. */
export function Workflow() {
  const { state } = useSlackClient();
  return (
    <>
      <p>A workflow of one step, which you made. Whoever it names confirms the call; it may be you.</p>
      {state.steps.map((step) => (
        <Step key={step.callbackId} step={step} />
      ))}
      <ol className="runs" aria-label="Runs">
        {state.runs.map((run) => (
          <Run key={run.id} run={run} state={state} />
        ))}
      </ol>
    </>
  );
}

function Step({ step: { callbackId, title, description, inputs } }: { step: WireStep }) {
  const { act } = useSlackClient();
  const [busy, setBusy] = useState(false);
  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    setBusy(true);
    await act({ do: 'run-step', callbackId, inputs: Object.fromEntries(given) });
    setBusy(false);
  };
  return (
    <form className="step" onSubmit={run}>
      <h2>{title}</h2>
      <p className="quiet">{description}</p>
      {inputs.map((input) => (
        <div key={input.name}>
          <label htmlFor={`step-${input.name}`}>
            {input.title}
            {!input.isRequired && <span className="quiet"> (optional)</span>}
          </label>
          <Input id={`step-${input.name}`} input={input} />
        </div>
      ))}
      <button type="submit" className="slack-button" disabled={busy}>
        Run the workflow
      </button>
    </form>
  );
}

function Input({ id, input: { name, type, description, isRequired } }: { id: string; input: WireParameter }) {
  const { state } = useSlackClient();
  if (type === 'slack#/types/user_id')
    return (
      <select id={id} name={name} required={isRequired} defaultValue={state.me.id}>
        {state.people
          .filter(({ isBot }) => !isBot)
          .map(({ id: personId, realName }) => (
            <option key={personId} value={personId}>
              {realName}
            </option>
          ))}
      </select>
    );
  if (type === 'slack#/types/channel_id')
    return (
      <select id={id} name={name} required={isRequired}>
        <option value="">–</option>
        {state.channels
          .filter(({ kind }) => kind !== 'im')
          .map(({ id: channelId, name: channel }) => (
            <option key={channelId} value={channelId}>
              #{channel}
            </option>
          ))}
      </select>
    );
  return <input id={id} name={name} required={isRequired} placeholder={description} />;
}

const standing = { running: 'in progress', completed: 'completed', failed: 'failed' };

function Run({
  run: { title, at, startedBy, status, outputs, error },
  state,
}: {
  run: WireRun;
  state: SandboxState;
}) {
  const who = state.people.find(({ id }) => id === startedBy)?.realName ?? startedBy;
  const time = new Date(at).toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' });
  return (
    <li className={`run ${status}`}>
      <strong>{title}</strong> <span className="state">{standing[status]}</span>
      <p className="quiet">
        {who}, {time}
      </p>
      {error && <p>{error}</p>}
      {outputs && (
        <dl>
          {Object.entries(outputs).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
