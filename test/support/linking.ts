import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { createConnectAccount } from '../../src/accounts/connect.ts';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { createKallyClient } from '../../src/kally/client.ts';
import { serverPages } from '../../src/link/pages.ts';
import { createLinkRoutes } from '../../src/link/routes.ts';
import { chooseSignInFlow } from '../../src/link/sign-in-flow.ts';
import type { SlackSignIn } from '../../src/link/slack-proof.ts';
import { createStartLink, type LinkDetails } from '../../src/link/start.ts';
import type { LinkAttempt } from '../../src/store/link-attempts.ts';
import { createSealing } from '../../src/store/sealing.ts';
import { createStore } from '../../src/store/store.ts';
import { createHttpServer } from '../../src/web/http-server.ts';
import { createTestDatabase } from './database.ts';

export const ana = { workspaceId: 'T1', userId: 'U-ana' };

export const details: LinkDetails = {
  personName: 'Ana <Torres>',
  workspaceName: 'Harbor & Co',
  language: 'en',
  draft: { phone: '+1 415 555 0100' },
  channelId: 'C1',
};

export type Linking = Awaited<ReturnType<typeof startLinking>>;

/** The linking part of the app at `publicUrl`, on two replicas; a KallyAI, and a database. Each test's browser reaches them on free ports. */
export async function startLinking({
  publicUrl,
  hasClientId,
  slackSignIn,
  ...told
}: {
  publicUrl: string;
  hasClientId: boolean;
  slackSignIn?: SlackSignIn;
  askForCode?: (attempt: LinkAttempt) => Promise<void>;
  announceConnected?: (attempt: LinkAttempt) => Promise<void>;
}) {
  const database = await createTestDatabase();
  const sandbox = await startKallySandbox();
  const keys = [{ id: 'key.1', key: randomBytes(32) }];
  const store = createStore({ databaseUrl: database.url, keys, onError: (error) => console.error(error) });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const time = { aheadMs: 0 };
  const clock: Clock = { ...systemClock, now: () => Date.now() + time.aheadMs };
  const { id: clientId, secret: clientSecret } = sandbox.client;
  const kally = createKallyClient({
    baseUrl: sandbox.url,
    clock,
    ...(hasClientId && { oauth: { clientId, clientSecret } }),
  });
  const connected: LinkAttempt[] = [];
  const asked: LinkAttempt[] = [];
  const thrownAway: LinkAttempt[] = [];
  const { linkAttempts, links } = store;
  const connectAccount = createConnectAccount({ store, clock });
  const begin = createStartLink({ linkAttempts, clock, publicUrl });
  const replicas = await Promise.all([startReplica(), startReplica()]);

  async function startReplica() {
    const routes = createLinkRoutes({
      linkAttempts,
      links,
      connectAccount,
      kally,
      flow: chooseSignInFlow({ oauth: kally.oauth, hasClientId, publicUrl }),
      sealing: createSealing(keys),
      clock,
      log,
      publicUrl,
      slackSignIn,
      readerOf: async () => ({ language: 'en' }),
      askForCode: async (attempt) => void asked.push(attempt),
      announceConnected: async (attempt) => void connected.push(attempt),
      announceThrownAway: async (attempt) => void thrownAway.push(attempt),
      ...told,
    });
    const server = createHttpServer({ routes, isReady: async () => true, pages: serverPages, log });
    const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
    return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
  }

  return {
    store,
    sandbox,
    time,
    connected,
    asked,
    thrownAway,
    logged,
    databaseUrl: database.url,
    /** What the person of the last attempt types in Slack. */
    enterCode(code: string, person = ana, id = asked.at(-1)?.id ?? '') {
      return connectAccount.byCode({ id, person, code });
    },
    startLink: async (...of: Parameters<typeof begin>) => (await begin(...of)).url,
    browser: () => createBrowser(publicUrl, ...replicas.map(({ address }) => address)),
    async stop() {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await kally.close();
      await sandbox.stop();
      await store.close();
      await database.drop();
    },
  };
}

export type Page = { status: number; location: string; text: string; headers: Headers };
export type Browser = ReturnType<typeof createBrowser>;

/** Keeps cookies as a browser does, follows nothing by itself, and finds the app where it listens: request by request the next replica. */
export function createBrowser(publicUrl: string, ...addresses: string[]) {
  let turn = 0;

  const cookies = new Map<string, string>();

  async function ask(url: string, init: RequestInit = {}): Promise<Page> {
    const target = new URL(url, publicUrl);
    const isOurs = target.origin === new URL(publicUrl).origin;
    const headers = new Headers(init.headers);
    if (isOurs) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const address = isOurs ? addresses[turn++ % addresses.length] : undefined;
    const actual = address ? new URL(target.pathname + target.search, address) : target;
    const response = await fetch(actual, { ...init, headers, redirect: 'manual' });
    for (const cookie of isOurs ? response.headers.getSetCookie() : []) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? [];
      if (attributes.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, text: await response.text(), headers: response.headers };
  }

  return {
    cookies,
    open: (url: string, headers: HeadersInit = {}) => ask(url, { headers }),
    post: (url: string, fields: Record<string, string>, headers: HeadersInit = {}) =>
      ask(url, { method: 'POST', body: new URLSearchParams(fields), headers }),
    /** Chooses an account on KallyAI's sign-in page, and answers where KallyAI sends the browser. */
    async signInAt(url: string, account: string): Promise<string> {
      const { location } = await ask(url, { method: 'POST', body: new URLSearchParams({ account }) });
      return location;
    },
  };
}

/** The confirmation's own secret, as the page's form carries it. */
export function ticketOf({ text }: Page): string {
  return /name="ticket" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** The code to enter in Slack, as the page shows it. */
export function codeOf({ text }: Page): string {
  return /class="code">([\d ]+)</.exec(text)?.[1] ?? '';
}

export function titleOf({ text }: Page): string {
  return /<h1>([^<]*)<\/h1>/.exec(text)?.[1] ?? '';
}
