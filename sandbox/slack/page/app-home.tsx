import type { WireView } from '../wire.ts';
import { Blocks } from './blocks.tsx';
import { SurfaceProvider, useSlackClient } from './context.tsx';
import { useViewSurface } from './surfaces.ts';
import { useWords } from './words.ts';

export function AppHome({ view }: { view: WireView | undefined }) {
  const words = useWords();
  if (view) return <HomeView key={view.id} view={view} />;
  return (
    <div className="pane-body empty">
      <p>{words.noHome}</p>
    </div>
  );
}

function HomeView({ view }: { view: WireView }) {
  const { act } = useSlackClient();
  const words = useWords();
  const { surface } = useViewSurface(view, act);
  return (
    <section className="pane-body home" aria-label={words.appTab.home}>
      <SurfaceProvider value={surface}>
        <Blocks blocks={view.blocks} />
      </SurfaceProvider>
    </section>
  );
}

export function AboutApp() {
  const { state } = useSlackClient();
  const words = useWords();
  const { app, commands, shortcuts } = state;
  return (
    <section className="pane-body about" aria-label={words.about}>
      <h2>{app.name}</h2>
      <p>{app.description}</p>
      <h3>{words.commands}</h3>
      <dl>
        {commands.map(({ command, usageHint, description }) => (
          <div key={command}>
            <dt>
              <code>{command}</code> <span className="quiet">{usageHint}</span>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      {shortcuts.length > 0 && <h3>{words.shortcuts}</h3>}
      <ul>
        {shortcuts.map(({ callbackId, name, type }) => (
          <li key={callbackId}>
            {name} <span className="quiet">{type === 'global' ? words.everywhere : words.onMessages}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
