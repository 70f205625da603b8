import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createTokenSources } from './accounts/tokens.ts';
import { createForgottenWatch } from './calls/abort-forgotten.ts';
import { createCheckAgain } from './calls/check-again.ts';
import { createRescheduleCall } from './calls/reschedule-call.ts';
import { createRunCall } from './calls/run-call.ts';
import { createStopCall } from './calls/stop-call.ts';
import type { Config } from './config.ts';
import type { Call } from './domain/call.ts';
import { languages } from './domain/call-request.ts';
import { type Clock, systemClock } from './domain/clock.ts';
import { readFreeText } from './domain/free-text.ts';
import { installedPage, landingRoute, notInstalledPage } from './install/pages.ts';
import { createEngine } from './jobs/engine.ts';
import { createNightly } from './jobs/nightly.ts';
import { createKallyClient } from './kally/client.ts';
import { serverPages } from './link/pages.ts';
import { createLinkRoutes, slackReturnPath } from './link/routes.ts';
import { createStartLink } from './link/start.ts';
import { chooseWay } from './link/ways.ts';
import { createMetrics } from './metrics.ts';
import { createSlackApp } from './slack/app.ts';
import { createGreeter } from './slack/connect/notify.ts';
import { createAnnouncer } from './slack/delivery/announcer.ts';
import { createChanges } from './store/changes.ts';
import { migrate } from './store/migrate.ts';
import { createSealing } from './store/sealing.ts';
import { createStore, type Store } from './store/store.ts';
import { createHttpServer } from './web/http-server.ts';
import { createMetricsServer } from './web/metrics-server.ts';
import { createVisitors } from './web/rate-limit.ts';

/** How long a database that does not answer is waited for at start. */
const databasePatienceMs = 60_000;

/** The only place that constructs things. Nothing is opened before `start`. */
export function createApp(
  config: Config & { databaseUrl: string },
  { log, clock = systemClock }: { log: Logger; clock?: Clock },
) {
  const { databaseUrl, databaseConnections: connections, keys, publicUrl } = config;
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  const changes = createChanges({ databaseUrl, onError });
  const store = createStore({ databaseUrl, keys, onError, changes, connections });
  const metrics = createMetrics();
  const { baseUrl, oauth } = config.kally;
  const kally = createKallyClient({ baseUrl, clock, meter: metrics.kally, ...(oauth && { oauth }) });
  const onRenewal = metrics.link.renewed;
  const accountOf = createTokenSources({ links: store.links, kally, clock, onRenewal });

  const slack = createSlackApp({
    settings: { ...config.slack, oauth: config.slack.oauth && { ...config.slack.oauth, publicUrl } },
    changes,
    installPages: { installed: installedPage, notInstalled: notInstalledPage },
    meter: metrics.slack,
    store,
    kally,
    accountOf,
    clock,
    log,
    retentionDays: config.retentionDays,
    startLink: createStartLink({ linkAttempts: store.linkAttempts, clock, publicUrl }),
    confirmCall,
    stopCall: (callId) => stopCall(callId),
    checkAgain: (call) => checkAgain(call),
    rescheduleCall: (call, when) => rescheduleCall(call, when),
  });
  const { clientFor, home } = slack;
  const onWaited = metrics.slack.waited;
  const onMoved = (call: Call) => home.follow(call);
  const announcer = createAnnouncer({ clientFor, store, clock, log, onMoved, onWaited });
  const parts = { store, kally, accountOf, announcer, clock, log };
  const rescheduleCall = createRescheduleCall(parts);
  const { stopCall, pursueStop } = createStopCall({
    ...parts,
    enqueueStop: (callId, tx) => engine.enqueue(callId, 'stop', tx),
  });
  const errands = { call: createRunCall({ ...parts, meter: metrics.jobs }), stop: pursueStop };
  const unlessForgotten = createForgottenWatch({
    changes,
    calls: store.calls,
    forgetJobs: () => engine.forgetJobs(),
    log,
  });
  const engine = createEngine({
    databaseUrl,
    log,
    run: (callId, signal, errand, mayStill) =>
      unlessForgotten(callId, signal, (orForgotten) => errands[errand](callId, orForgotten, mayStill)),
    nightly: createNightly({
      store,
      retentionDays: config.retentionDays,
      isInstalled: slack.isInstalled,
      clock,
      log,
    }),
    keepUp: store.ping,
    onRun: metrics.jobs.ran,
  });
  const checkAgain = createCheckAgain(store.calls, engine);

  const metricsServer = createMetricsServer({ read: metrics.read, log });

  const { askForCode, announceConnected } = createGreeter({ clientFor, home });
  const linkRoutes = createLinkRoutes({
    linkAttempts: store.linkAttempts,
    links: store.links,
    kally,
    way: chooseWay({ oauth: kally.oauth, hasClientId: oauth !== undefined, publicUrl }),
    sealing: createSealing(keys),
    clock,
    log,
    publicUrl,
    slackSignIn: slack.signIn(new URL(slackReturnPath, publicUrl).href),
    askForCode,
    onConnected: announceConnected,
  });
  const isForMany = config.slack.oauth !== undefined && !config.slack.botToken;
  const server = createHttpServer({
    routes: isForMany ? [landingRoute, ...linkRoutes] : linkRoutes,
    slack: slack.requestListener,
    waitSecondsOf: createVisitors(config.trustedProxies),
    isReady: () => store.ping().then(() => true),
    pages: serverPages,
    log,
  });

  /** Writes a confirmed call and queues its run, both or neither; the same submission again is the same call. */
  async function confirmCall(
    confirmed: Pick<Call, 'requester' | 'request' | 'channelId'>,
    submissionId: string,
  ): Promise<Call> {
    const id = randomUUID();
    const call = { ...confirmed, id, confirmedAt: clock.now() };
    const written = await store.calls.confirm(call, submissionId, (tx) => engine.enqueue(id, 'call', tx));
    engine.wakeUp();
    log.info({ callId: written.id, again: written.id !== id }, 'call confirmed');
    return written;
  }

  return {
    async start(): Promise<{ port: number }> {
      const applied = await whenDatabaseAnswers(() => migrate(databaseUrl), log);
      if (applied.length > 0) log.info({ applied }, 'migrations applied');
      if (config.metricsAddress) {
        metrics.watch({ queue: () => engine.backlog(), breaker: kally.breakerState });
        const { port } = await metricsServer.listen(config.metricsAddress);
        log.info({ port }, 'the figures are at /metrics');
      }
      await changes.start();
      await engine.start();
      await warmUp(store, clock.now());
      await slack.start().catch(explainSlack);
      const { port } = await server.listen({ host: config.host, port: config.port });
      log.info({ port, mode: config.slack.appToken ? 'socket' : 'http' }, 'Kally is ready');
      return { port };
    },

    /** Takes nothing new, finishes what is short, and hands calls in flight to other replicas, or to the next start. */
    async stop(): Promise<void> {
      // All at once: each may last ten seconds, and orchestrators kill what takes much longer.
      await Promise.all([server.close(), slack.stop(), engine.handOver()]);
      await engine.stop();
      await kally.close();
      await changes.stop();
      await store.close();
      await metricsServer.close();
    },
  };
}

/** What is slow only the first time is done before Slack may ask: whoever asks first has no more than its three seconds either. */
async function warmUp(store: Store, now: number): Promise<void> {
  const nobody = { workspaceId: '', userId: '' };
  await Promise.all([
    store.links.isConnected(nobody),
    store.preferences.find(nobody),
    store.calls.count(nobody),
  ]).catch(() => {});
  for (const language of languages)
    readFreeText('+1 212 555 0142, tomorrow at 20:30', {
      now,
      language,
      timeZone: 'UTC',
      country: undefined,
    });
}

function explainSlack(cause: Error): never {
  throw new CannotStart(
    `Slack did not let Kally in (${cause.message}). Check the tokens in your configuration.`,
    {
      cause,
    },
  );
}

/** Something that Kally cannot do without; the message says what, and what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

async function whenDatabaseAnswers<T>(act: () => Promise<T>, log: Logger): Promise<T> {
  for (const until = Date.now() + databasePatienceMs; ; ) {
    try {
      return await act();
    } catch (cause) {
      const { code, message } = cause as { code?: string; message: string };
      if (!isAway(code, message)) throw new CannotStart(`The database cannot be used: ${message}`, { cause });
      if (Date.now() > until) throw new CannotStart(goodbye(message), { cause });
      log.warn({ code }, 'the database does not answer yet; trying again');
      await delay(2_000);
    }
  }
}

function goodbye(message: string): string {
  const seconds = databasePatienceMs / 1000;
  return `The database did not answer for ${seconds} seconds (${message}), so Kally gives up. Check DATABASE_URL, and start again.`;
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  // Still starting, going down, and out of connections.
  '57P03',
  '57P01',
  '53300',
]);

/** Behind a balancer of connections, one that leads nowhere stands at first; the driver has no code for how it ends. */
function isAway(code: string | undefined, message: string): boolean {
  return awayCodes.has(code ?? '') || /^(Connection terminated|timeout expired)/.test(message);
}
