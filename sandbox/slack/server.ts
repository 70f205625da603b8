import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeliveries, type Forgery } from './deliveries.ts';
import { createFaults, type Fault } from './faults.ts';
import { createFileStore } from './file-store.ts';
import { listensTo, type Manifest } from './manifest.ts';
import { memoryOf, remember, type SlackMemory } from './memory.ts';
import { createMessenger } from './messenger.ts';
import { createOAuth } from './oauth.ts';
import { createOpenId } from './openid.ts';
import { eventPayload, organisationPayload } from './payloads.ts';
import { createPerson, type Person } from './person.ts';
import { createResponseUrls } from './response-urls.ts';
import { createRoutes, type PageHandler } from './routes.ts';
import { createScreen } from './screen.ts';
import { createSockets } from './sockets.ts';
import { createState } from './state.ts';
import type { FindTopic } from './topics.ts';
import { createTraffic } from './traffic.ts';
import { createUntil } from './until.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api.ts';
import type { WireMessage } from './wire.ts';
import { createWorkflows } from './workflows.ts';
import { botIds, channelIds, credentials, people, startWorld, team } from './world.ts';

type Options = {
  port?: number;
  manifest: Manifest;
  /** The clock of Slack's windows: trigger ids and response URLs. */
  now?: () => number;
  /** The date that stands on deliveries, where it is not the machine's. */
  date?: () => number;
  /** The clock by which an acknowledgement is late. */
  timeout?: (ms: number) => AbortSignal;
  page?: PageHandler;
  /** Topics for its page besides its own. */
  moreTopics?: FindTopic;
  /** Whether the app's own token ends a step as well as that of the run; Slack's pages do not say. */
  endsStepsLate?: boolean;
  /** What an earlier one knew. */
  memory?: SlackMemory | undefined;
};
export type SlackSandbox = Awaited<ReturnType<typeof startSlackSandbox>>;

/** A Slack workspace on loopback, with one app installed: the one that the manifest describes. */
export async function startSlackSandbox({
  port = 0,
  manifest,
  now = Date.now,
  date = Date.now,
  timeout = AbortSignal.timeout,
  page,
  moreTopics,
  endsStepsLate = false,
  memory,
}: Options) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page that is open already asks as soon as the port answers.
  const opened = Promise.withResolvers<ReturnType<typeof createRoutes>>();
  server.on('request', (request, response) => {
    opened.promise
      .then((routes) => routes.handle(request, response))
      .catch((error: Error) => {
        // A fault of the sandbox's own must not look like one of the app's.
        console.error('The Slack sandbox failed', request.url, error);
        response.destroy(error);
      });
  });

  const world = await startWorld(manifest, url);
  const { emulated } = world;
  const state = createState(world.people, world.channels, botIds.botUserId);
  const { changed } = state;
  const traffic = createTraffic();
  const faults = createFaults();
  const sockets = createSockets({ changed });
  const deliveries = createDeliveries({ sockets, traffic, timeout, date });
  const views = createViews({ now, changed });
  const messenger = createMessenger({ emulated, state });
  const responseUrls = createResponseUrls({ url, now, messenger, state });
  const openId = createOpenId({ manifest });
  const workflows = createWorkflows({ manifest, deliveries, changed, now, endsLate: endsStepsLate });
  const fileStore = createFileStore({ emulated });
  const webApi = createWebApi({
    manifest,
    url,
    emulated,
    fileStore,
    state,
    views,
    messenger,
    sockets,
    openId,
    workflows,
  });
  const oauth = createOAuth({ emulated, manifest, url });
  const screen = createScreen({ manifest, state, views, workflows });
  const persons = new Map<string, Person>();
  const keepers = { state, views, responseUrls, fileStore, workflows };
  if (memory) await remember({ ...keepers, emulated }, memory);

  function as(userId: string): Person {
    const known = persons.get(userId);
    if (known) return known;
    const person = createPerson(screen.mustBePerson(userId), {
      manifest,
      state,
      views,
      deliveries,
      responseUrls,
      webApi,
      workflows,
    });
    persons.set(userId, person);
    return person;
  }

  const deps = {
    url,
    emulated,
    fileStore,
    state,
    webApi,
    responseUrls,
    oauth,
    openId,
    faults,
    traffic,
    as,
    stateFor: screen.stateFor,
  };
  opened.resolve(createRoutes({ ...deps, ...(page ? { page } : {}), ...(moreTopics ? { moreTopics } : {}) }));
  server.on('upgrade', sockets.upgrade);

  const thread = (channelId: string, ts: string): WireMessage[] =>
    state.messagesFor(channelId).find((message) => message.ts === ts)?.replies ?? [];

  /** Removes the app from the workspace: its tokens are dead at once, and it hears of it if its manifest asks for that. */
  async function uninstall(at = date()) {
    webApi.revokeAll();
    const tokens = { oauth: [], bot: [botIds.botUserId] };
    const events = [{ type: 'tokens_revoked', tokens }, { type: 'app_uninstalled' }];
    const heard = events.filter((event) => listensTo(manifest, event.type));
    await Promise.all(heard.map((event) => deliveries.deliverEvent(eventPayload(event, at), event.type)));
  }

  /** An organisation takes the app away from some of its workspaces; its installation and its token stay. */
  async function revokeTeamAccess(organisationId: string, teamIds: string[], at = date()) {
    const event = { type: 'team_access_revoked', team_ids: teamIds };
    if (!listensTo(manifest, event.type)) return;
    await deliveries.deliverEvent(organisationPayload(event, organisationId, at), event.type);
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
    connectApp: (requestUrl: string) => deliveries.connect(requestUrl),
    verifyUrl: deliveries.verifyUrl,
    /** How many Socket Mode connections are open. */
    connections: sockets.count,
    /** Over Socket Mode: a frame as it stands, and an envelope around whatever Slack would never send. */
    sendFrame: sockets.sendFrame,
    deliverEnvelope: (content: object) => sockets.deliverEnvelope(content, timeout(3_000)),
    refreshConnections: () => sockets.refresh(),
    /** An event as Slack would send it, whether or not the manifest asks for it. */
    deliverEvent: (event: { type: string; [field: string]: unknown }) =>
      deliveries.deliverEvent(eventPayload(event), event.type),
    deliver: deliveries.deliver,
    deliverForged: (delivery: Parameters<typeof deliveries.deliver>[0], forgery: Forgery) =>
      deliveries.deliverForged(delivery, forgery),
    uninstall,
    revokeTeamAccess,
    messages: (channelId: string) => state.messagesFor(channelId),
    thread,
    ephemerals: state.ephemeralsOf,
    modal: screen.modal,
    home: screen.home,
    files: state.files,
    stateFor: screen.stateFor,
    /** The Web API calls of one method, or all, oldest first. */
    calls: (method?: string) =>
      traffic.entries().filter((entry) => entry.kind === 'web-api' && (!method || entry.name === method)),
    traffic,
    onChange: (listener: (version: number) => void) => state.onChange(listener),
    until: createUntil({ state, traffic, describe: () => screen.describe(traffic.entries()) }),
    fault: (fault: Fault) => faults.plan(fault),
    clearFaults: faults.clear,
    /** For another one to start with. */
    memory: () => memoryOf(keepers),
    /** The runs of workflows, the newest first. */
    runs: workflows.runs,
    /** The sessions of an agent, by the messages that begin their threads. */
    session: (channelId: string, ts: string) => state.findMessage(channelId, ts)?.session,
    reload: (userId: string) => as(userId).reloads(),
    stop,
  };
}
