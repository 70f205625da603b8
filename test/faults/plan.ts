import type { Unanswered } from '../../sandbox/kally/behaviour.ts';
import { type ListShape, listShapes } from '../../sandbox/kally/wire.ts';
import { type Harm, type Kind, type Point, points, refreshPoints } from './points.ts';
import { createRandom, type Random } from './random.ts';

export type Fault = { point: Point; harm: Harm };

/** One call as the seed wants it. */
export type PlannedCall = {
  /** Its name in the harness. */
  mark: string;
  /** Stands in the task and in the name of the business; of two calls that are to be alike, the mark of the first. */
  words: string;
  /** In whose name, where nothing else tells a call from one that is alike. */
  name?: string;
  who: 'ana' | 'luis' | 'noor';
  where: 'general' | 'dinner' | 'travel' | 'direct';
  phone: string;
  fault: Fault;
  /** Somebody else has to approve it. */
  isToApprove?: true;
  /** How often Slack delivers the submission. */
  deliveries: 1 | 2 | 3;
  /** `planned`: for some minutes later. `ladder`: with up to two further tries. */
  later?: 'planned' | 'ladder';
  /** How often the queue delivers the job of a planned call that is due. */
  jobs?: 1 | 2;
};

/** What befalls more than one call. */
export type Calamity =
  | 'the database stops'
  | 'the database is silent'
  | 'all connections are cut'
  | 'all replicas are killed'
  | 'a replica starts without a database'
  | 'nothing';

export type PlannedRound = {
  calls: PlannedCall[];
  refresh: Fault;
  /** How much KallyAI's list says of a call. */
  listShape: ListShape;
  calamity: Calamity;
  calamityAfterMs: number;
};

const calamities: readonly Calamity[] = [
  'nothing',
  'the database stops',
  'all replicas are killed',
  'the database is silent',
  'all connections are cut',
  'a replica starts without a database',
];

/** Those of KallyAI's test numbers that end by themselves, by what they are good for. */
const phones: Record<
  Exclude<Kind, 'blocking' | 'alike' | 'session' | 'planned' | 'ladder'>,
  readonly [string, ...string[]]
> = {
  any: ['100', '101', '102', '104', '106', '110', '119', '120', '122', '124', '125', '126'].map(magic) as [
    string,
  ],
  polled: ['101', '125'].map(magic) as [string],
  approved: ['101', '125'].map(magic) as [string],
  lost: ['111', '112', '113', '114', '115', '116', '117', '118'].map(magic) as [string],
  'busy once': [magic('119')],
  'long transcript': [magic('123')],
  'late transcript': [magic('120')],
};

/** Every round walks through all the points in an order of its own, so that each is hit about as often as the others. */
export function planRound(seed: number, round: number, size: number, part?: number): PlannedRound {
  const random = createRandom(seed * 1_000_003 + round);
  const order = shuffled(points, random);
  const whole = Array.from({ length: size }, (_, index) => {
    const point = order[(round * size + index) % order.length] ?? points[0];
    const mark = `Fault ${round}-${index} of ${seed}.`;
    return point.kind === 'alike'
      ? planPair(mark, index, point, random)
      : [planCall(mark, round, index, point, random)];
  });
  const planned = part === undefined ? whole : (partsOf(whole)[part - 1] ?? []);
  // Pairs come first, so that both are asked for at about the same time.
  const calls = planned.toSorted((one, other) => other.length - one.length).flat();
  const refreshPoint = random.of(refreshPoints);
  return {
    calls,
    listShape: listShapes[(round + (part ?? 0)) % listShapes.length] ?? 'whole',
    refresh: { point: refreshPoint, harm: random.of(refreshPoint.harms) },
    calamity: calamities[round % calamities.length] ?? 'nothing',
    calamityAfterMs: 3_000 + random.below(9_000),
  };
}

export const parts = 8;

/**
 * A round in parts, each of which waits for one kind of thing: three for a replica that is away, with what harms no process; one for those
 * that die, one for calls that are looked for or alike, two for planned calls, and one for further tries.
 */
function partsOf(whole: PlannedCall[][]): PlannedCall[][][] {
  const divided: PlannedCall[][][] = Array.from({ length: parts }, () => []);
  const turns = { away: 0, living: 0, planned: 0 };
  for (const calls of whole) {
    const harms = calls.map(({ fault }) => fault.harm);
    const isLost = calls.some(({ fault }) => fault.point.kind === 'lost' || fault.point.kind === 'alike');
    const [{ later } = {}] = calls;
    const some = (...wanted: Harm[]) => harms.some((harm) => wanted.includes(harm));
    if (later === 'ladder') divided[7]?.push(calls);
    else if (later === 'planned') divided[5 + (turns.planned++ % 2)]?.push(calls);
    else if (some('freeze', 'isolate')) divided[turns.away++ % 3]?.unshift(calls);
    else if (isLost) divided[4]?.push(calls);
    else if (some('kill', 'terminate', 'terminate, then kill')) divided[3]?.push(calls);
    else divided[turns.living++ % 3]?.push(calls);
  }
  return divided;
}

/** Two calls to one number with one task, of one person or of two who share an account; in one half of the cases alike in everything. */
function planPair(mark: string, index: number, point: Point, random: Random): PlannedCall[] {
  const who = random.of<PlannedCall['who']>(['ana', 'luis', 'noor']);
  const phone = random.of([blockingPhone(index), blockingPhone(index), ...phones.polled]);
  const first: PlannedCall = {
    mark,
    words: mark,
    who,
    where: 'direct',
    phone,
    fault: { point, harm: random.of(point.harms) },
    deliveries: 1,
  };
  const onItsWay = points.find(({ moment, phase }) => moment === 'create' && phase === 'going') ?? point;
  const other = random.chance(0.5) ? point : onItsWay;
  const isApart = random.chance(0.5);
  const second: PlannedCall = {
    ...first,
    mark: mark.replace(' of ', ' again of '),
    who: who === 'luis' ? 'noor' : who === 'noor' ? 'luis' : 'ana',
    fault: { point: other, harm: random.of(other.harms) },
  };
  return isApart
    ? [
        { ...first, name: 'Vera' },
        { ...second, name: 'Hugo' },
      ]
    : [first, second];
}

function planCall(mark: string, round: number, index: number, point: Point, random: Random): PlannedCall {
  const later = point.kind === 'planned' || point.kind === 'ladder' ? point.kind : undefined;
  // Where Kally is no member it cannot share a file, so that a long transcript comes in pages.
  const places: Partial<Record<Kind, PlannedCall['where']>> = {
    'long transcript': 'general',
    session: 'direct',
  };
  if (point.kind === 'approved') return planApproved(mark, point, random);
  const where =
    places[point.kind] ?? random.of<PlannedCall['where']>(['general', 'dinner', 'travel', 'direct']);
  return {
    mark,
    words: mark,
    // A guest sees no public channel.
    who: where === 'direct' ? random.of(['ana', 'luis', 'noor']) : random.of(['ana', 'luis']),
    where,
    phone: phoneFor(point.kind, round, index, random),
    fault: { point, harm: random.of(point.harms) },
    deliveries: random.of([1, 1, 2, 3]),
    ...(later && { later, jobs: random.of([1, 2]) }),
    // The rules want further tries approved.
    ...(later === 'ladder' && { isToApprove: true as const }),
  };
}

/** Noor asks, so that two may approve it. */
function planApproved(mark: string, point: Point, random: Random): PlannedCall {
  return {
    mark,
    words: mark,
    who: 'noor',
    where: 'direct',
    phone: random.of(phones.approved),
    fault: { point, harm: random.of(point.harms) },
    isToApprove: true,
    deliveries: random.of([1, 2]),
  };
}

function phoneFor(kind: Kind, round: number, index: number, random: Random): string {
  if (kind === 'planned') return laterPhone('7', round, index);
  if (kind === 'ladder') return laterPhone(index % 2 === 0 ? '8' : '9', round, index);
  if (kind === 'blocking' || kind === 'alike') return blockingPhone(index);
  return random.of(phones[kind === 'session' ? 'any' : kind]);
}

/** Every number that is in no table blocks until the phone call is over. */
function blockingPhone(index: number): string {
  return `+1415556${String(1000 + index)}`;
}

/** Each has a number of its own: two calls a day to one number are the most. */
function laterPhone(digit: string, round: number, index: number): string {
  return `+141555${digit}${String(round % 10)}${String(index).padStart(3, '0')}`;
}

/** How the first calls to a number end, where one that is tried again needs it. */
export function firstTriesOf(phone: string): readonly Unanswered[] {
  if (phone.startsWith('+1415558')) return ['busy'];
  return phone.startsWith('+1415559') ? ['no_answer', 'no_answer'] : [];
}

function magic(end: string): string {
  return `+14155550${end}`;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
