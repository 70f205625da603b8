import type { Args } from './arguments.ts';
import type { WirePerson } from './wire.ts';

/** A user as `users.info` shows it: what the emulator keeps, and what it does not know of a person. */
export function describeUser(user: Args, person: WirePerson, includeLocale: boolean): Args {
  return { ...user, ...homeOf(person), ...(includeLocale ? { locale: person.locale } : {}) };
}

function homeOf(person: WirePerson) {
  const now = new Date();
  return {
    tz: person.tz,
    tz_label: new Intl.DateTimeFormat('en', { timeZone: person.tz, timeZoneName: 'long' })
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')?.value,
    tz_offset: offsetSeconds(person.tz, now),
    is_bot: person.isBot,
    is_admin: person.isAdmin,
    is_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    is_app_user: false,
    updated: Math.floor(now.getTime() / 1000),
  };
}

function offsetSeconds(tz: string, at: Date): number {
  const wallClock = new Date(at.toLocaleString('en-US', { timeZone: tz }));
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC' }));
  return Math.round((wallClock.getTime() - utc.getTime()) / 1000);
}
