import type { Call, Person } from '../domain/call.ts';
import { late, within } from './deadline.ts';
import type { Kit } from './kit.ts';

/** A business that a person had called before; named by the latest of those calls. */
export type SavedPlace = { callId: string; phone: string; businessName: string };

/** So many of a person's calls are looked through: a year's worth, for most. */
const rememberedCalls = 200;
/** Slack's own limit of a menu. */
const shownMax = 100;
/** A form does not wait for what only saves typing. */
const patienceMs = 600;

/** Newest first, each number once. */
export async function savedPlacesOf({ store }: Kit, person: Person): Promise<SavedPlace[]> {
  return savedPlacesIn(await store.calls.ofPerson(person, rememberedCalls));
}

export async function hasSavedPlaces(kit: Kit, person: Person): Promise<boolean> {
  const found = savedPlacesOf(kit, person).then(
    (places) => places.length > 0,
    () => false,
  );
  const answer = await within(patienceMs, found);
  return answer !== late && answer;
}

export function savedPlacesIn(calls: Pick<Call, 'id' | 'stage' | 'request'>[]): SavedPlace[] {
  const places = new Map<string, SavedPlace>();
  for (const { id, stage, request } of calls) {
    const { phone, businessName } = request;
    // A number that KallyAI refused is not one to be offered again.
    if (businessName && stage !== 'refused' && !places.has(phone))
      places.set(phone, { callId: id, phone, businessName });
  }
  return [...places.values()];
}

/** Those that are meant by what is typed of a name or of a number. */
export function placesLike(places: SavedPlace[], query: string): SavedPlace[] {
  const wanted = plain(query.trim());
  const digits = /^[\d\s()+.-]+$/.test(query) ? query.replace(/\D/g, '') : '';
  const found = places.filter(
    ({ phone, businessName }) =>
      plain(businessName).includes(wanted) || (digits !== '' && phone.includes(digits)),
  );
  return found.slice(0, shownMax);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
