import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeliveries, type Forgery } from './deliveries.ts';
import { createFaults, type Fault } from './faults.ts';
import type { Manifest } from './manifest.ts';
import { createMessenger } from './messenger.ts';
import { createOAuth } from './oauth.ts';
import { eventPayload, shortcutsOf } from './payloads.ts';
import { createPerson, type Person } from './person.ts';
import { createResponseUrls } from './response-urls.ts';
import { createRoutes, type PageHandler } from './routes.ts';
import { createSockets } from './sockets.ts';
import { createState } from './state.ts';
import { createTraffic } from './traffic.ts';
import { createViews, drawView } from './views.ts';
import { createWebApi } from './web-api.ts';
import type { SandboxState, WireMessage, WirePerson } from './wire.ts';
import { botIds, channelIds, credentials, people, startWorld, team } from './world.ts';

type Options = {
  port?: number;
  manifest: Manifest;
  /** The clock of Slack's windows: trigger ids and response URLs. */
  now?: () => number;
  page?: PageHandler;
};
export type SlackSandbox = Awaited<ReturnType<typeof startSlackSandbox>>;

/** A Slack workspace on loopback, with one app installed: the one that the manifest describes. */
export async function startSlackSandbox({ port = 0, manifest, now = Date.now, page }: Options) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const world = await startWorld(manifest, url);
  const { emulated } = world;
  const state = createState(world.people, world.channels, botIds.botUserId);
  const { changed } = state;
  const traffic = createTraffic();
  const faults = createFaults();
  const sockets = createSockets({ changed });
  const deliveries = createDeliveries({ sockets, traffic });
  const views = createViews({ now, changed });
  const messenger = createMessenger({ emulated, state });
  const responseUrls = createResponseUrls({ url, now, messenger, state });
  const webApi = createWebApi({ manifest, url, emulated, state, views, messenger, sockets });
  const oauth = createOAuth({ emulated, manifest, url });
  const persons = new Map<string, Person>();

  function as(userId: string): Person {
    const known = persons.get(userId);
    if (known) return known;
    const deps = { manifest, state, views, deliveries, responseUrls, webApi };
    const person = createPerson(mustBePerson(userId), deps);
    persons.set(userId, person);
    return person;
  }

  function mustBePerson(userId: string): WirePerson {
    const person = state.person(userId);
    if (!person || person.isBot) throw new Error(`There is no person ${userId}`);
    return person;
  }

  function stateFor(userId: string): SandboxState {
    const home = views.home(userId);
    return {
      version: state.version(),
      workspace: team,
      app: {
        id: botIds.appId,
        name: manifest.display_information.name,
        botUserId: botIds.botUserId,
        description: manifest.display_information.description ?? '',
      },
      me: mustBePerson(userId),
      people: state.people,
      channels: state.channelsFor(userId),
      modals: views.stack(userId).map(drawView),
      ...(home ? { home: drawView(home) } : {}),
      commands: (manifest.features?.slash_commands ?? []).map(
        ({ command, description = '', usage_hint = '' }) => ({
          command,
          description,
          usageHint: usage_hint,
        }),
      ),
      shortcuts: shortcutsOf(manifest),
      notices: state.noticesOf(userId),
    };
  }

  const deps = { url, emulated, state, webApi, responseUrls, oauth, faults, traffic, as, stateFor };
  const routes = createRoutes({ ...deps, ...(page ? { page } : {}) });
  server.on('request', (request, response) => {
    routes.handle(request, response).catch((error: Error) => {
      // A fault of the sandbox's own must not look like one of the app's.
      console.error('The Slack sandbox failed', request.url, error);
      response.destroy(error);
    });
  });
  server.on('upgrade', sockets.upgrade);

  function modal(userId: string) {
    const top = views.top(userId);
    return top ? drawView(top) : undefined;
  }

  function home(userId: string) {
    const view = views.home(userId);
    return view ? drawView(view) : undefined;
  }

  const thread = (channelId: string, ts: string): WireMessage[] =>
    state.messagesFor(channelId).find((message) => message.ts === ts)?.replies ?? [];

  /** Waits until `look` gives something, looking again at every change; fails by telling what there was instead. */
  async function until<T>(look: () => T | undefined | null | false, { timeoutMs = 10_000 } = {}): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const found = look();
      if (found) return found;
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) throw new Error(`Waited ${timeoutMs} ms for ${look}\n${describe()}`);
      await nextChange(Math.min(leftMs, 50));
    }
  }

  async function nextChange(limitMs: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const forget = [state.onChange(() => resolve()), traffic.subscribe(() => resolve())];
    const timer = setTimeout(resolve, limitMs);
    await promise;
    clearTimeout(timer);
    for (const stop of forget) stop();
  }

  function describe(): string {
    const lines = Object.values(people).flatMap(({ id, realName }) => {
      const { modals, notices } = stateFor(id);
      const whispered = state
        .ephemeralsOf(id)
        .map((one) => `only ${realName} in ${one.channelId}: ${one.text}`);
      const open = modals.map((one) => `modal of ${realName}: ${one.title} ${JSON.stringify(one.errors)}`);
      return [...whispered, ...open, ...notices.map((one) => `notice to ${realName}: ${one.text}`)];
    });
    const messages = state.channels.flatMap((one) =>
      one.messages.map((message) => `${one.name || one.id}: ${message.text}`),
    );
    const failed = traffic.entries().filter((entry) => entry.error);
    const failures = failed.map((entry) => `${entry.name} failed: ${entry.error}`);
    return [...messages, ...lines, ...failures].join('\n') || 'Nothing was there.';
  }

  /** Removes the app from the workspace: its tokens are dead at once, and it is told so. */
  async function uninstall() {
    webApi.revokeAll();
    const tokens = { oauth: [], bot: [botIds.botUserId] };
    await Promise.all([
      deliveries.deliverEvent(eventPayload({ type: 'tokens_revoked', tokens }), 'tokens_revoked'),
      deliveries.deliverEvent(eventPayload({ type: 'app_uninstalled' }), 'app_uninstalled'),
    ]);
  }

  async function stop() {
    deliveries.stop();
    await sockets.stop();
    server.close();
    server.closeAllConnections();
    await emulated.close();
  }

  return {
    url,
    apiUrl: `${url}/api/`,
    ...credentials,
    ...botIds,
    teamId: team.id,
    people,
    channels: channelIds,
    as,
    /** Where deliveries go over HTTP from now on; without it they go to the open sockets. */
    connectApp: deliveries.connect,
    verifyUrl: deliveries.verifyUrl,
    /** How many Socket Mode connections are open. */
    connections: sockets.count,
    refreshConnections: sockets.refresh,
    /** An event as Slack would send it, whether or not the manifest asks for it. */
    deliverEvent: (event: { type: string; [field: string]: unknown }) =>
      deliveries.deliverEvent(eventPayload(event), event.type),
    deliver: deliveries.deliver,
    deliverForged: (delivery: Parameters<typeof deliveries.deliver>[0], forgery: Forgery) =>
      deliveries.deliverForged(delivery, forgery),
    uninstall,
    messages: (channelId: string) => state.messagesFor(channelId),
    thread,
    ephemerals: state.ephemeralsOf,
    modal,
    home,
    files: state.files,
    stateFor,
    /** The Web API calls of one method, or all, oldest first. */
    calls: (method?: string) =>
      traffic.entries().filter((entry) => entry.kind === 'web-api' && (!method || entry.name === method)),
    traffic,
    onChange: state.onChange,
    until,
    fault: (fault: Fault) => faults.plan(fault),
    clearFaults: faults.clear,
    reload: (userId: string) => as(userId).reloads(),
    stop,
  };
}
