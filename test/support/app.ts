import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type AccountId, startKallySandbox } from '../../sandbox/kally/server.ts';
import { grantedTime } from '../../sandbox/slack/granted-time.ts';
import { botScopes, type Manifest } from '../../sandbox/slack/manifest.ts';
import { type SlackSandbox, startSlackSandbox } from '../../sandbox/slack/server.ts';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { type Rules, standardRules } from '../../src/domain/rules.ts';
import { createLog } from '../../src/log.ts';
import { readSetup } from '../../src/operator/manifest.ts';
import { manifestFor } from '../../src/slack/install/manifest.ts';
import { createStore } from '../../src/store/store.ts';
import { createTestDatabase } from './database.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { codeOf, createBrowser, ticketOf } from './linking.ts';
import { ownPort } from './ports.ts';

export const manifest: Manifest = parse(
  readFileSync(join(import.meta.dirname, '../../slack-manifest.yml'), 'utf8'),
);

type Options = {
  mode?: 'http' | 'socket';
  kally?: Parameters<typeof startKallySandbox>[0];
  /** Of the app and of KallyAI. Without one, time jumps over what all would only wait for. */
  clock?: Clock;
  /** More of the environment, or less of it. */
  env?: Record<string, string>;
  /** What its admins decided; other rules are as usual. */
  rules?: Partial<Rules>;
  /** A scope that the workspace did not grant. */
  withoutScope?: string;
  /** Fronts that are off unless they are switched on, in the configuration and in the manifest. */
  fronts?: Front[];
  /** Whether Slack lets the app's own token end a step. */
  endsStepsLate?: boolean;
};
export type Front = 'agent' | 'workflow' | 'previews';

export type Town = Awaited<ReturnType<typeof startTown>>;
/** What a story that leads from Slack through the browser needs of it. */
type Streets = Pick<Town, 'slack' | 'publicUrl'>;

/** The real app between a Slack, a KallyAI and a Postgres, all of them on this machine. */
export async function startTown(options: Options = {}) {
  const { mode = 'http', kally, env = {}, withoutScope, rules, fronts = [], endsStepsLate = false } = options;
  const jumping = options.clock ? undefined : createJumpingClock();
  const clock = options.clock ?? jumping ?? systemClock;
  const database = await createTestDatabase();
  const kallyai = await startKallySandbox({ clock, ...kally });
  const slack = await startSlackSandbox({
    manifest: without(withoutScope, manifestWith(fronts)),
    endsStepsLate,
    ...grantedTime,
  });
  const publicUrl = `http://127.0.0.1:${await ownPort()}`;
  const logged: string[] = [];
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    KALLYAI_BASE_URL: kallyai.url,
    KALLYAI_CLIENT_ID: kallyai.client.id,
    KALLYAI_CLIENT_SECRET: kallyai.client.secret,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    CALL_CAPS: '100000/100000/100000',
    CALLING_HOURS: '00:00-24:00',
    PUBLIC_URL: publicUrl,
    PORT: new URL(publicUrl).port,
    LOG_LEVEL: 'trace',
    SLACK_AGENT: fronts.includes('agent') ? 'on' : 'off',
    SLACK_WORKFLOW: fronts.includes('workflow') ? 'asked' : 'off',
    SLACK_PREVIEWS: fronts.includes('previews') ? 'on' : 'off',
    ...env,
  };
  if (mode === 'http') slack.connectApp(`${publicUrl}/slack/events`);

  const start = async (databaseUrl = database.url) => {
    const config = readConfig(environment);
    const log = createLog({
      level: config.logLevel,
      destination: { write: (line: string) => void logged.push(line) },
    });
    const app = createApp({ ...config, databaseUrl }, { log, clock });
    await app.start();
    return app;
  };
  let app = await start();
  const store = createStore({
    databaseUrl: database.url,
    keys: readConfig(environment).keys,
    onError: () => {},
    connections: 1,
  });
  if (rules) await decide(environment, database.url, slack.teamId, rules);

  return {
    slack,
    kallyai,
    database,
    publicUrl,
    logged,
    environment,
    clock,
    /** For what a story begins behind. */
    store,
    /** On the same database, or on another one. */
    async restart({ databaseUrl }: { databaseUrl?: string } = {}) {
      const again = async () => {
        await app.stop();
        app = await start(databaseUrl);
      };
      // What happens meanwhile is to find the app gone.
      await (jumping?.during(again) ?? again());
    },
    async stop() {
      await app.stop();
      jumping?.stop();
      const lacking = withoutScope ? [] : callsLackingScopes(slack);
      await Promise.all([slack.stop(), kallyai.stop(), store.close()]);
      await database.drop();
      // Every story proves by the way that the manifest asks for enough.
      if (lacking.length > 0) throw new Error(`the manifest lacks scopes: ${lacking.join(', ')}`);
    },
  };
}

/** Before anybody does anything, so that no replica remembers other rules. */
async function decide(
  environment: Record<string, string>,
  databaseUrl: string,
  workspaceId: string,
  rules: Partial<Rules>,
): Promise<void> {
  const { keys } = readConfig(environment);
  const store = createStore({ databaseUrl, keys, onError: () => {} });
  const decided = { kind: 'callers' as const, userId: 'U0ADMIN', changedAt: Date.now() };
  await store.rules.change(workspaceId, 0, { ...standardRules, ...rules }, decided);
  await store.close();
}

/** The manifest that such an installation asks for. */
export function manifestWith(fronts: Front[]): Manifest {
  const flags = Object.fromEntries(fronts.map((front) => [front, true]));
  // Links have an address, and the sandbox takes those on loopback besides.
  const address = fronts.includes('previews')
    ? { url: 'https://kally.example.com', 'socket-mode': true }
    : {};
  return manifestFor(readSetup({ ...flags, ...address })).manifest;
}

function without(scope: string | undefined, manifest: Manifest): Manifest {
  const scopes = { bot: botScopes(manifest).filter((one) => one !== scope) };
  return { ...manifest, oauth_config: { ...manifest.oauth_config, scopes } };
}

export function callsLackingScopes(slack: Pick<Town['slack'], 'calls'>): string[] {
  return slack.calls().flatMap(({ name, error, answer }) => {
    const needed = (answer as { needed?: string } | undefined)?.needed;
    return error === 'missing_scope' ? [`${name} needs ${needed}`] : [];
  });
}

/** Goes from a message with *Connect KallyAI* through the browser, and to the end in Slack, as one of KallyAI's accounts. */
export async function connectBy(
  town: Streets,
  message: Pick<WireMessage, 'blocks' | 'text'>,
  account = 'ana',
) {
  const { asked, code } = await signInBy(town, message, account);
  await enterCode(town, code);
  return asked;
}

/** Goes through the browser to the code; answers the page that asked for the click as well. */
export async function signInBy(
  town: Streets,
  message: Pick<WireMessage, 'blocks' | 'text'>,
  account = 'ana',
) {
  const button = linkIn(message, 'Connect KallyAI') ?? linkIn(message, 'Conectar KallyAI');
  if (!button) throw new Error(`no button in: ${message.text}`);
  const browser = createBrowser(town.publicUrl, town.publicUrl);
  const start = await browser.open(button);
  const callback = await browser.open(await browser.signInAt(start.location, account));
  const asked = await browser.open(callback.location);
  const pressed = await browser.post('/link/confirm', { ticket: ticketOf(asked), choice: 'connect' });
  return { asked, code: codeOf(await browser.open(pressed.location)), browser };
}

/** Types the code of the browser where Kally asks for it. */
export async function enterCode({ slack }: Streets, code: string) {
  const { userId, question } = await slack.until(() => questionIn(slack));
  await slack.as(userId).clicks(question, { actionId: 'enter_code' });
  await slack.until(() => slack.modal(userId)?.submit);
  await slack.as(userId).fills({ code });
  const answer = await slack.as(userId).submits();
  // The form for what they had asked comes in its place.
  const isTaken = answer.closed || slack.modal(userId)?.callbackId === 'call_form';
  if (isTaken) await slack.until(() => questionIn(slack)?.question.ts !== question.ts);
  return answer;
}

/** The message that asks somebody whether it was them who signed in. */
export function questionIn({ channels, messages, people }: SlackSandbox) {
  const direct = { anaAndKally: people.ana, luisAndKally: people.luis, noorAndKally: people.noor };
  return Object.entries(direct)
    .flatMap(([name, { id }]) =>
      messages(channels[name as keyof typeof direct]).map((question) => ({ userId: id, question })),
    )
    .filter(({ question }) => JSON.stringify(question.blocks).includes('enter_code'))
    .sort((a, b) => Number(a.question.ts) - Number(b.question.ts))
    .at(-1);
}

/** A person of the workspace whose account is connected already, to begin a story behind that: by the row that connecting leaves. */
export async function connect(
  { slack, kallyai, store, clock }: Town,
  userId: string,
  account: AccountId = 'ana',
) {
  const { expiresInSeconds, ...grant } = kallyai.signIn(account, { flow: 'code' });
  const now = clock.now();
  const tokens = {
    ...grant,
    grant: 'code' as const,
    obtainedAt: now,
    expiresAt: now + expiresInSeconds * 1000,
  };
  await store.links.connect({ workspaceId: slack.teamId, userId }, tokens, now);
}

/** The same through Slack and the browser, for a story that goes on from what is said there. */
export async function connectFromSlack(town: Streets, userId: string, account = 'ana') {
  await town.slack.as(userId).types(town.slack.channels.dinner, '/kally login');
  const prompt = await town.slack.until(() =>
    town.slack.ephemerals(userId).findLast((it) => linkIn(it, 'KallyAI')),
  );
  await connectBy(town, prompt, account);
}

/** The address of a URL button whose label contains these words. */
export function linkIn(message: Pick<WireMessage, 'blocks'>, words: string): string | undefined {
  const elements = message.blocks.flatMap(
    (block) => (block.elements ?? []) as { text?: { text?: string }; url?: string }[],
  );
  return elements.find(({ text, url }) => url && text?.text?.includes(words))?.url;
}
