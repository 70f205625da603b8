import type { webApi } from '@slack/bolt';
import { readUsage, type Usage } from '../../accounts/usage.ts';
import { type Call, isOver } from '../../domain/call.ts';
import { NotConnected } from '../../domain/not-connected.ts';
import { keyOfPerson, type Person } from '../../domain/person.ts';
import { createCache } from '../../store/cache.ts';
import type { Deps } from '../context.ts';
import { createThrottle } from '../send/throttle.ts';
import { late, within } from '../transport/deadline.ts';
import { type Home, homeView } from './home-view.ts';

/** Slack accepts about one publish a second for a workspace; changes within the pause are shown together. */
const pauseMs = 3_000;
/** How long a person's Home tab follows changes after they opened it. */
const followedMs = 12 * 60 * 60_000;
/** Opening the tab again within this time is not recorded. */
const notedMs = 30 * 60_000;
/** How long the tab waits for KallyAI, rather than change while somebody reads it. */
const graceMs = 400;
const usageMemory = { lifetimeMs: 30_000, capacity: 2_000 };
/** How long a shutdown waits for publishes under way. */
const drainMs = 10_000;
const recentMax = 5;
/** Nobody has so many; a view has room for a hundred blocks. */
const runningMax = 10;

type HomeDeps = Pick<Deps, 'store' | 'kally' | 'accountOf' | 'clock' | 'log' | 'profiles' | 'assistants'> & {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
};

/** Keeps each person's Home tab up to date: data from the database at once, data from KallyAI when it answers. */
export function createHome({ clientFor, ...deps }: HomeDeps) {
  const { store, clock, log, profiles } = deps;
  const usages = createCache<Usage>(clock, usageMemory);
  const throttle = createThrottle(clock, pauseMs);

  function showSoon(person: Person): void {
    throttle.ask(keyOfPerson(person), () =>
      publish(person).catch((error: unknown) => log.warn({ err: error }, 'a Home tab could not be shown')),
    );
  }

  async function publish(person: Person): Promise<void> {
    const client = await clientFor(person.workspaceId);
    const known = await read(person, client);
    const send = async (home: Home) => {
      await client.views.publish({ user_id: person.userId, view: homeView(home) });
    };
    if (!known.isConnected) return send(known);
    const asking = usageOf(person);
    const usage = await within(graceMs, asking);
    if (usage !== late)
      return send(usage === 'ended' ? { ...known, isConnected: false } : { ...known, usage });
    await send(known);
    const atLast = await asking;
    const now = await read(person, client);
    await send(atLast === 'ended' ? { ...now, isConnected: false } : { ...now, usage: atLast });
  }

  async function read(person: Person, client: webApi.WebClient): Promise<Home> {
    const [profile, choices, isConnected, underWay, latest, { rules }] = await Promise.all([
      profiles.of(person, client),
      store.preferences.find(person),
      store.links.isConnected(person),
      store.calls.underWay(person),
      store.calls.ofPerson(person, recentMax + runningMax),
      store.rules.find(person.workspaceId),
    ]);
    const recent = latest.filter(({ stage }) => isOver(stage)).slice(0, recentMax);
    const running = underWay.slice(0, runningMax);
    const awaited = isConnected ? undefined : await store.linkAttempts.findAwaitingCode(person, clock.now());
    const awaitsCode = awaited?.id;
    return {
      userId: person.userId,
      profile,
      choices,
      isConnected,
      awaitsCode,
      usage: 'asked',
      running,
      recent,
      rules,
      servesAssistants: deps.assistants !== undefined,
    };
  }

  /** `ended` if KallyAI no longer accepts the account. */
  async function usageOf(person: Person): Promise<Usage | 'away' | 'ended'> {
    const known = usages.get(keyOfPerson(person));
    if (known) return known;
    try {
      const usage = await readUsage(deps, person);
      usages.set(keyOfPerson(person), usage);
      return usage;
    } catch (error) {
      if (error instanceof NotConnected) return 'ended';
      log.info({ err: error }, 'no usage for a Home tab');
      return 'away';
    }
  }

  /** Stored for all replicas: the one that runs a call need not be the one that Slack told. */
  async function isFollowed(person: Person): Promise<boolean> {
    const { homeOpenedAt = 0 } = await store.preferences.find(person);
    return homeOpenedAt > clock.now() - followedMs;
  }

  /** Only for people who opened it lately: others get the newest state when they open it. */
  function showIfFollowed(person: Person): void {
    isFollowed(person).then(
      (isSo) => isSo && showSoon(person),
      (error: unknown) => log.warn({ err: error }, 'a Home tab does not follow'),
    );
  }

  return {
    async opened(person: Person): Promise<void> {
      showSoon(person);
      const now = clock.now();
      const { homeOpenedAt = 0 } = await store.preferences.find(person);
      if (homeOpenedAt > now - notedMs) return;
      await store.preferences.change(person, (known) => ({ ...known, homeOpenedAt: now }));
    },
    /** The person changed something that the tab shows, for example their account. */
    changed(person: Person): void {
      usages.delete(keyOfPerson(person));
      showSoon(person);
    },
    /** A call of theirs moved on. */
    follow({ requester, stage }: Call): void {
      if (isOver(stage)) usages.delete(keyOfPerson(requester));
      showIfFollowed(requester);
    },
    showIfFollowed,
    /** Lets publishes under way finish. */
    stop: () => within(drainMs, throttle.stop()),
  };
}
