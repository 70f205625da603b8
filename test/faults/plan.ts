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
  /** How often Slack delivers the submission. */
  deliveries: 1 | 2 | 3;
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
const phones: Record<Exclude<Kind, 'blocking' | 'alike' | 'session'>, readonly [string, ...string[]]> = {
  any: ['100', '101', '102', '104', '106', '110', '119', '120', '122', '124', '125', '126'].map(magic) as [
    string,
  ],
  polled: ['101', '125'].map(magic) as [string],
  lost: ['111', '112', '113', '114', '115', '116', '117', '118'].map(magic) as [string],
  'busy once': [magic('119')],
  'long transcript': [magic('123')],
  'late transcript': [magic('120')],
};

/** Every round walks through all the points in an order of its own, so that each is hit about as often as the others. */
export function planRound(seed: number, round: number, size: number, from = round * size): PlannedRound {
  const random = createRandom(seed * 1_000_003 + round);
  const order = shuffled(points, random);
  const planned = Array.from({ length: size }, (_, index) => {
    const point = order[(from + index) % order.length] ?? points[0];
    const mark = `Fault ${round}-${index} of ${seed}.`;
    return point.kind === 'alike'
      ? planPair(mark, index, point, random)
      : [planCall(mark, index, point, random)];
  });
  // Pairs come first, so that both are asked for at about the same time.
  const calls = planned.toSorted((one, other) => other.length - one.length).flat();
  const refreshPoint = random.of(refreshPoints);
  return {
    calls,
    listShape: listShapes[(round + Math.floor(from / size)) % listShapes.length] ?? 'whole',
    refresh: { point: refreshPoint, harm: random.of(refreshPoint.harms) },
    calamity: calamities[round % calamities.length] ?? 'nothing',
    calamityAfterMs: 3_000 + random.below(9_000),
  };
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

function planCall(mark: string, index: number, point: Point, random: Random): PlannedCall {
  // Where Kally is no member it cannot share a file, so that a long transcript comes in pages.
  const places: Partial<Record<Kind, PlannedCall['where']>> = {
    'long transcript': 'general',
    session: 'direct',
  };
  const where =
    places[point.kind] ?? random.of<PlannedCall['where']>(['general', 'dinner', 'travel', 'direct']);
  return {
    mark,
    words: mark,
    // A guest sees no public channel.
    who: where === 'direct' ? random.of(['ana', 'luis', 'noor']) : random.of(['ana', 'luis']),
    where,
    phone: phoneFor(point.kind, index, random),
    fault: { point, harm: random.of(point.harms) },
    deliveries: random.of([1, 1, 2, 3]),
  };
}

function phoneFor(kind: Kind, index: number, random: Random): string {
  if (kind === 'blocking' || kind === 'alike') return blockingPhone(index);
  return random.of(phones[kind === 'session' ? 'any' : kind]);
}

/** Every number that is in no table blocks until the phone call is over. */
function blockingPhone(index: number): string {
  return `+1415556${String(1000 + index)}`;
}

function magic(end: string): string {
  return `+14155550${end}`;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
