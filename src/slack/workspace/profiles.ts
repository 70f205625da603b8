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

/** How to read and write a person's numbers, dates and sentences: from their Slack profile, or their own choice. */
export type Profile = {
  name?: string;
  language: Language;
  /** IANA. */
  timeZone: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  /** Decides what they are offered. Whether they may is asked again when they do it. */
  isAdmin?: boolean;
  isGuest?: boolean;
};
export type Profiles = ReturnType<typeof createProfiles>;

const deadlineMs = 800;
const memory = { lifetimeMs: 60 * 60_000, capacity: 5_000 };

/** Used while Slack does not answer. The form names the zone of its times, so nobody is misled. */
const unknownProfile: Profile = { language: 'en', timeZone: 'UTC' };

export function createProfiles(clock: Clock, preferences: Store['preferences']) {
  const remembered = createCache<Profile>(clock, memory);
  /** Only for when the database does not answer: preferences may change at any time, on any replica. */
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
    /** Never later than the deadline, and never fails: a person corrects a wrong guess in the form. */
    async of(person: Person, client: webApi.WebClient): Promise<Profile> {
      const [profile, chosen] = await Promise.all([
        inTime(inSlack(person, client), unknownProfile),
        inTime(chosenBy(person), lastChosenBy(person)),
      ]);
      return profileWith(profile, chosen);
    },
    /** Whether somebody is a guest, as Slack said within the hour. A client is made only to ask: that costs more than the rest. */
    async membershipOf(
      person: Person,
      clientFor: (workspaceId: string) => Promise<webApi.WebClient>,
    ): Promise<'member' | 'guest' | 'unknown'> {
      const asked = remembered.load(keyOfPerson(person), async () =>
        readProfile(await clientFor(person.workspaceId), person),
      );
      const profile = await inTime<Profile | undefined>(asked, undefined);
      if (!profile) return 'unknown';
      return profile.isGuest ? 'guest' : 'member';
    },
    /** The profile in Slack alone, for the preferences form. */
    inSlack: (person: Person, client: webApi.WebClient) => inTime(inSlack(person, client), unknownProfile),
    /** The person's language, as far as it is cached, for messages when everything else fails. */
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

/** A replica with an older runtime may not know the zone that another one saved; then Slack's applies. */
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

/** How to read what a person types: by their clock, country and language. */
export function readingOf({ language, timeZone, country }: Profile, now: number): Reading {
  return { now, language, timeZone, country };
}
