import type { Call, Person } from '../domain/call.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { Kit } from '../slack/context.ts';
import { type Access, accessOf } from '../slack/errors/explain.ts';
import type { KnownCall } from './known-call.ts';

export type Unfound = 'none' | 'notFound' | 'many' | 'short';

/** As many characters as KallyAI's command-line tool shows of an id. */
const shortestId = 8;
/** In KallyAI's list, the newest calls among which the beginning of an id is looked for. */
const looked = 200;

/** A call of this person by its id, KallyAI's or ours, whole or its beginning; without one, the last call they made. */
export async function findCall(kit: Kit, person: Person, typed: string): Promise<KnownCall | Unfound> {
  const access = accessOf(kit, person);
  const id = typed.replace(/[^\w.:~-]/g, '');
  if (!id) return findLast(kit, person, access);
  if (id.length < shortestId) return 'short';
  const ours = await kit.store.calls.ofPersonById(person, id);
  if (ours.length > 1) return 'many';
  if (ours[0]) return withKallys(kit, ours[0], access);
  return findElsewhere(kit, person, id, access);
}

async function findLast(kit: Kit, person: Person, access: Access): Promise<KnownCall | 'none'> {
  const [[ours], { calls }] = await Promise.all([
    kit.store.calls.ofPerson(person, 1),
    kit.kally.listCalls({ ...access, limit: 1 }),
  ]);
  const [theirs] = calls;
  if (!theirs) return ours ? withKallys(kit, ours, access) : 'none';
  if (!ours || (theirs.createdAt ?? Number.POSITIVE_INFINITY) > ours.confirmedAt)
    return withOurs(kit, person, theirs);
  return withKallys(kit, ours, access);
}

/** A call that was not made here; or made here and forgotten. */
async function findElsewhere(
  kit: Kit,
  person: Person,
  id: string,
  access: Access,
): Promise<KnownCall | Unfound> {
  const whole = await unlessMissing(kit.kally.getCall({ ...access, id }));
  if (whole) return withOurs(kit, person, whole);
  const { calls } = await kit.kally.listCalls({ ...access, limit: looked });
  const [theirs, ...others] = calls.filter((call) => call.id.startsWith(id));
  if (others.length > 0) return 'many';
  return theirs ? { theirs } : 'notFound';
}

async function withKallys({ kally }: Kit, ours: Call, access: Access): Promise<KnownCall> {
  const { kallyCallId: id } = ours;
  const theirs = id === undefined ? undefined : await unlessMissing(kally.getCall({ ...access, id }));
  return theirs ? { ours, theirs } : { ours };
}

async function withOurs({ store }: Kit, person: Person, theirs: KallyCall): Promise<KnownCall> {
  const [ours] = await store.calls.ofPersonByKallyIds(person, [theirs.id]);
  return ours ? { ours, theirs } : { theirs };
}

async function unlessMissing(asked: Promise<KallyCall>): Promise<KallyCall | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof KallyRefusal && error.code === 'call_not_found') return undefined;
    throw error;
  });
}
