import { type Access, type AccountOf, accessOf } from '../accounts/access.ts';
import type { Call } from '../domain/call.ts';
import type { Person } from '../domain/person.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { KnownCall } from './known-call.ts';

type Deps = { kally: KallyClient; accountOf: AccountOf; store: Pick<Store, 'calls'> };

export type Unfound = 'none' | 'notFound' | 'many' | 'short';

/** KallyAI's command-line tool shows this many characters of an id. */
const shortestId = 8;
/** How many of KallyAI's newest calls are searched for the beginning of an id. */
const looked = 200;

/** A call of this person by KallyAI's id or ours, whole or its beginning; without an id, their last call. */
export async function findCall(
  deps: Deps,
  { person }: Pick<Actor, 'person'>,
  typed: string,
): Promise<KnownCall | Unfound> {
  const access = accessOf(deps, person);
  const id = typed.replace(/[^\w.:~-]/g, '');
  if (!id) return findLast(deps, person, access);
  if (id.length < shortestId) return 'short';
  const ours = await deps.store.calls.ofPersonById(person, id);
  if (ours.length > 1) return 'many';
  if (ours[0]) return withKallys(deps, ours[0], access);
  return findElsewhere(deps, person, id, access);
}

async function findLast(deps: Deps, person: Person, access: Access): Promise<KnownCall | 'none'> {
  const [[ours], { calls }] = await Promise.all([
    deps.store.calls.ofPerson(person, 1),
    deps.kally.listCalls({ ...access, limit: 1 }),
  ]);
  const [theirs] = calls;
  if (!theirs) return ours ? withKallys(deps, ours, access) : 'none';
  if (!ours || (theirs.createdAt ?? Number.POSITIVE_INFINITY) > ours.confirmedAt)
    return withOurs(deps, person, theirs);
  return withKallys(deps, ours, access);
}

/** A call that was not made here, or was made here and forgotten. */
async function findElsewhere(
  deps: Deps,
  person: Person,
  id: string,
  access: Access,
): Promise<KnownCall | Unfound> {
  const whole = await unlessMissing(deps.kally.getCall({ ...access, id }));
  if (whole) return withOurs(deps, person, whole);
  const { calls } = await deps.kally.listCalls({ ...access, limit: looked });
  const [theirs, ...others] = calls.filter((call) => call.id.startsWith(id));
  if (others.length > 0) return 'many';
  return theirs ? { theirs } : 'notFound';
}

async function withKallys({ kally }: Deps, ours: Call, access: Access): Promise<KnownCall> {
  const { kallyCallId: id } = ours;
  const theirs = id === undefined ? undefined : await unlessMissing(kally.getCall({ ...access, id }));
  return theirs ? { ours, theirs } : { ours };
}

async function withOurs({ store }: Deps, person: Person, theirs: KallyCall): Promise<KnownCall> {
  const [ours] = await store.calls.ofPersonByKallyIds(person, [theirs.id]);
  return ours ? { ours, theirs } : { theirs };
}

async function unlessMissing(asked: Promise<KallyCall>): Promise<KallyCall | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof KallyRefusal && error.code === 'call_not_found') return undefined;
    throw error;
  });
}
