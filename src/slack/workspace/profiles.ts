import type { webApi } from '@slack/bolt';
import type { Reading } from '../../domain/call-request.ts';
import type { Clock } from '../../domain/clock.ts';
import { type Language, languageOfTag } from '../../domain/language.ts';
import { keyOfPerson, type Person } from '../../domain/person.ts';
import { countryOfTimeZone, isTimeZone } from '../../domain/time-zone.ts';
import { createCache } from '../../store/cache.ts';
import type { Preferences } from '../../store/preferences.ts';
import type { Store } from '../../store/store.ts';
import { late, within } from '../transport/deadline.ts';
import { rulesAll } from './admins.ts';

/** What decides how a person's numbers, dates and sentences are meant: Slack's word, or what they chose instead. */
export type Profile = {
  name?: string;
  language: Language;
  /** IANA. */
  timeZone: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  /** Decides what is offered to them; whether they may is asked anew when they do it. */
  isAdmin?: boolean;
  isGuest?: boolean;
};
export type Profiles = ReturnType<typeof createProfiles>;

const deadlineMs = 800;
const memory = { lifetimeMs: 60 * 60_000, capacity: 5_000 };

/** Used while Slack does not answer: the form says which zone its times are in, so that nobody is misled. */
const unknownProfile: Profile = { language: 'en', timeZone: 'UTC' };

export function createProfiles(clock: Clock, preferences: Store['preferences']) {
  const remembered = createCache<Profile>(clock, memory);
  /** What people chose may change at any time, on any replica; this is for when the database does not answer. */
  const lastChosen = createCache<Preferences>(clock, memory);

  function inSlack(person: Person, client: webApi.WebClient): Promise<Profile> {
    return remembered.load(keyOfPerson(person), () => readProfile(client, person));
  }

  async function chosenBy(person: Person): Promise<Preferences> {
    const chosen = await preferences.find(person);
    lastChosen.set(keyOfPerson(person), chosen);
    return chosen;
  }

  const lastChosenBy = (person: Person) => lastChosen.get(keyOfPerson(person)) ?? {};

  return {
    /** Never later than the deadline and never failing: a person corrects in the form what was guessed. */
    async of(person: Person, client: webApi.WebClient): Promise<Profile> {
      const [profile, chosen] = await Promise.all([
        inTime(inSlack(person, client), unknownProfile),
        inTime(chosenBy(person), lastChosenBy(person)),
      ]);
      return profileWith(profile, chosen);
    },
    /** Whether somebody is a guest, as Slack said within the hour. */
    async membershipOf(person: Person, client: webApi.WebClient): Promise<'member' | 'guest' | 'unknown'> {
      const known = await inTime(inSlack(person, client), undefined);
      if (!known) return 'unknown';
      return known.isGuest ? 'guest' : 'member';
    },
    /** What Slack alone says, for those who are choosing. */
    inSlack: (person: Person, client: webApi.WebClient) => inTime(inSlack(person, client), unknownProfile),
    /** The person's language as far as it is known already, for what must be said when all else fails. */
    languageOf(person: Person): Language {
      const profile = remembered.get(keyOfPerson(person)) ?? unknownProfile;
      return profileWith(profile, lastChosenBy(person)).language;
    },
  };
}

async function inTime<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  const answer = await within(
    deadlineMs,
    asked.catch(() => otherwise),
  );
  return answer === late ? otherwise : (answer as T);
}

/** A replica whose runtime is older may not know the zone that another one saved: Slack's stands then. */
function profileWith(profile: Profile, { language, ...chosen }: Preferences): Profile {
  const timeZone = chosen.timeZone && isTimeZone(chosen.timeZone) ? chosen.timeZone : undefined;
  const country = timeZone && countryOfTimeZone(timeZone);
  return {
    ...profile,
    ...(language && { language }),
    ...(timeZone && { timeZone }),
    ...(country && { country }),
  };
}

async function readProfile(client: webApi.WebClient, person: Person): Promise<Profile> {
  const { user } = await client.users.info({ user: person.userId, include_locale: true });
  const timeZone = user?.tz && isTimeZone(user.tz) ? user.tz : unknownProfile.timeZone;
  const [, region] = user?.locale?.split('-') ?? [];
  const country = countryOfTimeZone(timeZone) ?? region;
  const name = user?.profile?.real_name || user?.real_name || user?.profile?.display_name || user?.name;
  return {
    language: languageOfTag(user?.locale) ?? unknownProfile.language,
    timeZone,
    ...(country && { country }),
    ...(name && { name }),
    ...(rulesAll(person, user) && { isAdmin: true }),
    ...((user?.is_restricted || user?.is_ultra_restricted) && { isGuest: true }),
  };
}

/** How what a person types is read: as on their clock, in their country and language. */
export function readingOf({ language, timeZone, country }: Profile, now: number): Reading {
  return { now, language, timeZone, country };
}
