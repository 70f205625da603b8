import type { Logger } from 'pino';
import about from '../package.json' with { type: 'json' };
import { createAssistants } from './accounts/assistants.ts';
import { createCallCosts } from './accounts/balance.ts';
import { createConnectAccount } from './accounts/connect.ts';
import { createTokenSources } from './accounts/tokens.ts';
import { createCallPages } from './call-page/routes.ts';
import { createForgottenWatch } from './calls/abort-forgotten.ts';
import { createCalls } from './calls/calls.ts';
import { createDailyDigest } from './calls/daily-digest.ts';
import { createDisconnectDeactivated } from './calls/disconnect-deactivated.ts';
import { createRules } from './calls/rules.ts';
import { createRunCall } from './calls/run-call.ts';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './domain/clock.ts';
import type { Person } from './domain/person.ts';
import { installedPage, landingRoute, notInstalledPage } from './install/pages.ts';
import { createNightly } from './jobs/nightly.ts';
import { createQueue } from './jobs/queue.ts';
import { createWorker } from './jobs/worker.ts';
import { createKallyClient } from './kally/client.ts';
import { endpoints, nameOf } from './kally/endpoints.ts';
import { serverPages } from './link/pages.ts';
import { createLinkRoutes, slackReturnPath } from './link/routes.ts';
import { chooseSignInFlow } from './link/sign-in-flow.ts';
import { createStartLink } from './link/start.ts';
import { createMcpFront } from './mcp/front.ts';
import { createMetrics } from './metrics.ts';
import { createSlackApp } from './slack/app.ts';
import { createConnecting } from './slack/connect/connecting.ts';
import { createAnnouncer } from './slack/delivery/announcer.ts';
import { createSteps } from './slack/delivery/steps.ts';
import { createHome } from './slack/home/home.ts';
import { phrases } from './slack/phrases.ts';
import { permalinkOf } from './slack/send/permalink.ts';
import { createReplaceAt } from './slack/transport/response-url.ts';
import { createSenders } from './slack/transport/sender.ts';
import { isSignedBySlack } from './slack/transport/signed.ts';
import { createAskPeople, isAdmin } from './slack/workspace/admins.ts';
import { createAgentSurface } from './slack/workspace/agent-surface.ts';
import { createChannels } from './slack/workspace/channels.ts';
import { createProfiles, readingOf } from './slack/workspace/profiles.ts';
import { connectWorkspaces } from './slack/workspaces.ts';
import { whenDatabaseAnswers } from './store/await-database.ts';
import { createChanges } from './store/changes.ts';
import { migrate } from './store/migrate.ts';
import { createSealing } from './store/sealing.ts';
import { createStore } from './store/store.ts';
import { warmUp } from './warm-up.ts';
import { createHttpServer } from './web/http-server.ts';
import { createMetricsServer } from './web/metrics-server.ts';
import { createBuckets, createRateLimit } from './web/rate-limit.ts';

/** How often a person's assistants may use a tool within a minute, on each replica. */
const assistantsPerMinute = 60;
/** The same for pages of calls, for each of which Slack is asked. */
const callPagesPerMinute = 20;

/** Constructs everything, each thing before those that need it. Nothing is opened before `start`. */
export function createApp(
  config: Config & { databaseUrl: string },
  { log, clock = systemClock }: { log: Logger; clock?: Clock },
) {
  const { databaseUrl, databaseConnections: connections, keys, publicUrl, retentionDays } = config;
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  const changes = createChanges({ databaseUrl, onError });
  const onLost = (err: Error) => log.error({ err }, 'what a lost key sealed counts as not there');
  const store = createStore({ databaseUrl, keys, onError, onLost, changes, connections });
  const metrics = createMetrics({ endpoints: Object.values(endpoints).map(nameOf) });

  const { baseUrl, oauth, linkHosts } = config.kally;
  const told = { clock, metrics: metrics.kally };
  const kally = createKallyClient({ ...told, baseUrl, linkHosts, ...(oauth && { oauth }) });
  const accountOf = createTokenSources({
    links: store.links,
    kally,
    clock,
    onRenewal: metrics.link.renewed,
  });
  const connectAccount = createConnectAccount({ store, clock });

  const workspaces = connectWorkspaces({
    settings: { ...config.slack, oauth: config.slack.oauth && { ...config.slack.oauth, publicUrl } },
    store,
    changes,
    installPages: { installed: installedPage, notInstalled: notInstalledPage },
    clock,
    log,
    onAnswer: metrics.slack.answered,
    onUnheard: metrics.slack.unheard,
  });
  const { clientFor } = workspaces;
  const profiles = createProfiles(clock, store.preferences);
  const channels = createChannels({ clientFor, clock });
  const senderFor = createSenders({ clientFor, clock, onWaited: metrics.slack.waited });
  const assistants = config.slack.mcp ? createAssistants({ store, clock }) : undefined;
  const home = createHome({ clientFor, store, kally, accountOf, clock, log, profiles, assistants });
  const readerOf = async (person: Person) => profiles.of(person, await clientFor(person.workspaceId));
  const nameInSlack = async (person: Person) => {
    const client = await clientFor(person.workspaceId);
    return (await profiles.inSlack(person, client)).name;
  };
  const callCosts = createCallCosts({ kally, clock });
  const surface = config.slack.agent ? createAgentSurface({ changes, clock, log }) : undefined;
  const { clientOptions } = workspaces;
  // Steps that began while the step was there end also when it is switched off.
  const end = config.slack.workflow ?? 'outcome';
  const steps = createSteps({ end, clientFor, clientOptions, store, clock, log });
  const announcer = createAnnouncer({
    steps,
    senderFor,
    surface,
    store,
    clock,
    log,
    onMoved: home.follow,
    nameOf: nameInSlack,
    readerOf,
    costs: callCosts.known,
  });

  const queue = createQueue({ databaseUrl, log });
  const { callingHours: hours } = config;
  const rules = createRules({
    store,
    membershipOf: (person) => profiles.membershipOf(person, clientFor),
    hours,
    clock,
    log,
  });
  const deps = { store, kally, accountOf, announcer, rules, hours, clock, log };
  const calls = createCalls({
    ...deps,
    queue,
    channels,
    people: createAskPeople(clientFor, (err) => log.warn({ err }, 'Slack does not say what somebody is')),
    changes,
    caps: config.callCaps,
    callCosts,
    retentionDays,
  });

  const slackSignIn = workspaces.signIn(new URL(slackReturnPath, publicUrl).href);
  const sealing = createSealing(keys);
  const callPages = config.callPages
    ? createCallPages({
        calls,
        readerOf,
        say: phrases,
        slackSignIn,
        waitSecondsOf: createBuckets(callPagesPerMinute),
        sealing,
        clock,
        log,
        publicUrl,
      })
    : undefined;

  const replaceAt = createReplaceAt(workspaces.send);
  const { linkAttempts, links } = store;
  const connecting = createConnecting({ clientFor, replaceAt, linkAttempts, home, log });
  const startLink = createStartLink({ linkAttempts, clock, publicUrl });
  const slack = createSlackApp({
    ...deps,
    workspaces,
    metrics: metrics.slack,
    connectAccount,
    calls,
    senderFor,
    surface,
    steps,
    hasWorkflowStep: config.slack.workflow !== undefined,
    hasPreviews: config.slack.previews,
    callCosts,
    profiles,
    channels,
    retentionDays,
    openView: workspaces.openView,
    workspaceNameOf: workspaces.nameOf,
    startLink,
    connecting,
    home,
    assistants,
    pageUrl: callPages?.urlOf,
    publicUrl,
  });

  const { signingSecret } = config.slack;
  const mcp =
    assistants &&
    createMcpFront({
      assistants,
      calls,
      isSignedBySlack: (headers, body) =>
        signingSecret !== undefined && isSignedBySlack(signingSecret, headers, body, Date.now()),
      workspaceOf: workspaces.workspaceOf,
      isAdmin: async (person) => isAdmin(person, await clientFor(person.workspaceId)),
      readingOf: async (person) => readingOf(await readerOf(person), clock.now()),
      urlOf: async ({ workspaceId }, message) => permalinkOf(await clientFor(workspaceId), message),
      say: phrases,
      waitSecondsOf: createBuckets(assistantsPerMinute),
      publicUrl,
      version: about.version,
      clock,
      log,
    });

  const unlessForgotten = createForgottenWatch({ changes, calls: store.calls, log });
  const { isInstalled, isDeactivated } = workspaces;
  const unlessDeactivated = createDisconnectDeactivated({ store, isDeactivated, log });
  const worker = createWorker({
    queue,
    handlers: {
      call: unlessForgotten(createRunCall({ ...deps, ...calls.toGoOn, queue, metrics: metrics.jobs })),
      plan: unlessForgotten(unlessDeactivated(calls.runPlan)),
      approval: unlessForgotten(calls.runApproval),
      proposal: calls.runProposal,
      stop: unlessForgotten(calls.runStop),
      remind: unlessForgotten(unlessDeactivated(calls.runRemind)),
    },
    nightly: createNightly({ store, retentionDays, isInstalled, isDeactivated, clock, log }),
    digests: createDailyDigest({ store, announcer, clock, log }),
    changes,
    keepUp: store.ping,
    log,
    onRun: metrics.jobs.ran,
  });

  const linkRoutes = createLinkRoutes({
    linkAttempts,
    links,
    connectAccount,
    kally,
    flow: chooseSignInFlow({ oauth: kally.oauth, hasClientId: oauth !== undefined, publicUrl }),
    sealing,
    clock,
    log,
    publicUrl,
    slackSignIn,
    otherSignIn: callPages?.comeBack,
    readerOf,
    ...connecting,
  });
  const isForMany = config.slack.oauth !== undefined && !config.slack.botToken;
  const server = createHttpServer({
    routes: [...(isForMany ? [landingRoute] : []), ...linkRoutes, ...(callPages?.routes ?? [])],
    slack: workspaces.requestListener,
    mcp,
    waitSecondsOf: createRateLimit(config.trustedProxies),
    isReady: () => store.ping().then(() => true),
    pages: serverPages,
    log,
  });
  const metricsServer = createMetricsServer({ read: metrics.read, log });

  return {
    async start(): Promise<{ port: number }> {
      const applied = await whenDatabaseAnswers(() => migrate(databaseUrl), log);
      if (applied.length > 0) log.info({ applied }, 'migrations applied');
      if (config.metricsAddress) {
        metrics.watch({ queue: queue.backlog, breaker: kally.breakerState });
        const { port } = await metricsServer.listen(config.metricsAddress);
        log.info({ port }, 'the figures are at /metrics');
      }
      await changes.start();
      await Promise.all([worker.start(), warmUp(store, clock.now())]);
      await slack.start();
      const { port } = await server.listen({ host: config.host, port: config.port });
      log.info({ port, mode: config.slack.appToken ? 'socket' : 'http' }, 'Kally is ready');
      return { port };
    },

    /** Accepts nothing new, finishes short work, and hands calls in flight to other replicas, or to the next start. */
    async stop(): Promise<void> {
      // All at once: each may take ten seconds, and orchestrators kill a process that takes much longer.
      await Promise.all([server.close(), slack.stop(), home.stop(), worker.handOver()]);
      await worker.stop();
      await kally.close();
      await changes.stop();
      await store.close();
      await metricsServer.close();
    },
  };
}
