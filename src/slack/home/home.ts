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

/** Slack takes about one publish a second for a whole workspace without a murmur; what changes within is shown together. */
const pauseMs = 3_000;
/** For so long after they looked at it, a person's Home tab follows what happens. */
const followedMs = 12 * 60 * 60_000;
/** Looking again within this time is not written down anew. */
const notedMs = 30 * 60_000;
/** Whoever opens the tab rather waits a moment than sees it change. */
const graceMs = 400;
const usageMemory = { lifetimeMs: 30_000, capacity: 2_000 };
/** How long a stop waits for that. */
const drainMs = 10_000;
const recentMax = 5;
/** Nobody has so many; a view has room for a hundred blocks. */
const runningMax = 10;

type HomeDeps = Pick<Deps, 'store' | 'kally' | 'accountOf' | 'clock' | 'log' | 'profiles'> & {
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
};

/** Keeps each person's Home tab as it should be: what the database knows at once, what KallyAI says when it says it. */
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
    };
  }

  /** `ended` when KallyAI no longer honours the account. */
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

  /** Known to all replicas, because the one that follows a call need not be the one that Slack told. */
  async function isFollowed(person: Person): Promise<boolean> {
    const { homeOpenedAt = 0 } = await store.preferences.find(person);
    return homeOpenedAt > clock.now() - followedMs;
  }

  /** Only for those who look at it: others see it as it is by then. */
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
    /** They changed what shows there, their account perhaps. */
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
    /** Lets what is being published come to its end. */
    stop: () => within(drainMs, throttle.stop()),
  };
}
