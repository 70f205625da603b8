import type { webApi } from '@slack/bolt';
import type { Person } from '../domain/call.ts';
import type { Language } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import { countryOfTimeZone } from '../domain/time-zone.ts';
import { late, within } from './deadline.ts';

/** What Slack knows of a person that decides how a number, a date and a sentence are meant. */
export type Profile = {
  name?: string;
  language: Language;
  /** IANA. */
  timeZone: string;
  /** ISO 3166 alpha-2. */
  country?: string;
};

const deadlineMs = 800;
const lifetimeMs = 60 * 60_000;
const capacity = 5_000;

/** Used while Slack does not answer: the form says which zone its times are in, so that nobody is misled. */
const unknownProfile: Profile = { language: 'en', timeZone: 'UTC' };

export type Profiles = ReturnType<typeof createProfiles>;

export function createProfiles(clock: Clock) {
  const kept = new Map<string, { until: number; profile: Promise<Profile>; settled?: Profile }>();

  function ask(person: Person, client: webApi.WebClient) {
    const key = keyOf(person);
    const entry: { until: number; profile: Promise<Profile>; settled?: Profile } = {
      until: clock.now() + lifetimeMs,
      profile: readProfile(client, person.userId),
    };
    kept.delete(key);
    kept.set(key, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= capacity) break;
      kept.delete(oldest);
    }
    entry.profile.then(
      (profile) => {
        entry.settled = profile;
      },
      () => kept.delete(key),
    );
    return entry;
  }

  return {
    /** Never later than the deadline and never failing: what a form is filled with may be corrected by the person. */
    async of(person: Person, client: webApi.WebClient): Promise<Profile> {
      const found = kept.get(keyOf(person));
      const entry = found && found.until > clock.now() ? found : ask(person, client);
      const answer = await within(
        deadlineMs,
        entry.profile.catch(() => unknownProfile),
      );
      return answer === late ? unknownProfile : answer;
    },
    /** The person's language as far as it is known already, for what must be said when all else fails. */
    languageOf(person: Person): Language {
      return kept.get(keyOf(person))?.settled?.language ?? unknownProfile.language;
    },
  };
}

async function readProfile(client: webApi.WebClient, userId: string): Promise<Profile> {
  const { user } = await client.users.info({ user: userId, include_locale: true });
  const timeZone = user?.tz && isTimeZone(user.tz) ? user.tz : unknownProfile.timeZone;
  const region = user?.locale?.split('-')[1];
  const country = countryOfTimeZone(timeZone) ?? region;
  const name = user?.profile?.real_name || user?.real_name || user?.profile?.display_name || user?.name;
  return {
    language: user?.locale?.startsWith('es') ? 'es' : 'en',
    timeZone,
    ...(country && { country }),
    ...(name && { name }),
  };
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}

function keyOf({ workspaceId, userId }: Person) {
  return `${workspaceId}:${userId}`;
}
