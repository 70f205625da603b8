import type { Manifest } from './manifest.ts';
import { shortcutsOf } from './payloads.ts';
import type { State } from './state.ts';
import { drawView, type View, type Views } from './views.ts';
import type { SandboxState, TrafficEntry, WirePerson, WireView } from './wire.ts';
import type { Workflows } from './workflows.ts';
import { botIds, people, team } from './world.ts';

/** What each person's client shows. */
export function createScreen({
  manifest,
  state,
  views,
  workflows,
}: {
  manifest: Manifest;
  state: State;
  views: Views;
  workflows: Workflows;
}) {
  const app = {
    id: botIds.appId,
    name: manifest.display_information.name,
    botUserId: botIds.botUserId,
    description: manifest.display_information.description ?? '',
  };
  const commands = (manifest.features?.slash_commands ?? []).map((one) => ({
    command: one.command,
    description: one.description ?? '',
    usageHint: one.usage_hint ?? '',
  }));
  const shortcuts = shortcutsOf(manifest);

  function mustBePerson(userId: string): WirePerson {
    const person = state.person(userId);
    if (!person || person.isBot) throw new Error(`There is no person ${userId}`);
    return person;
  }

  const drawn = (view: View | undefined): WireView | undefined => view && drawView(view);

  function stateFor(userId: string): SandboxState {
    const home = drawn(views.home(userId));
    return {
      version: state.version(),
      workspace: team,
      app,
      me: mustBePerson(userId),
      people: state.people,
      channels: state.channelsFor(userId),
      modals: views.stack(userId).map(drawView),
      ...(home ? { home } : {}),
      commands,
      shortcuts,
      steps: workflows.steps,
      runs: workflows.runs(),
      notices: state.noticesOf(userId),
    };
  }

  /** Everything there is, in lines, for a test that waited in vain. */
  function describe(traffic: readonly TrafficEntry[]): string {
    const lines = [
      ...state.channels.flatMap((one) => one.messages.map(({ text }) => `${one.name || one.id}: ${text}`)),
      ...Object.values(people).flatMap(describePerson),
      ...traffic.filter((entry) => entry.error).map((entry) => `${entry.name} failed: ${entry.error}`),
    ];
    return lines.join('\n') || 'Nothing was there.';
  }

  function describePerson({ id, realName }: WirePerson): string[] {
    return [
      ...state.ephemeralsOf(id).map(({ channelId, text }) => `only ${realName} in ${channelId}: ${text}`),
      ...views
        .stack(id)
        .map(
          ({ payload, errors }) => `modal of ${realName}: ${payload.title?.text} ${JSON.stringify(errors)}`,
        ),
      ...state.noticesOf(id).map(({ text }) => `notice to ${realName}: ${text}`),
    ];
  }

  return {
    mustBePerson,
    stateFor,
    describe,
    modal: (userId: string) => drawn(views.top(userId)),
    home: (userId: string) => drawn(views.home(userId)),
  };
}
