import { type Harm, type Kind, type Point, points, refreshPoints } from './points.ts';
import { createRandom, type Random } from './random.ts';

export type Fault = { point: Point; harm: Harm };

/** One call as the seed wants it. */
export type PlannedCall = {
  /** Stands in the name of the business, so that it is found again in everything that is sent. */
  mark: string;
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
const phones: Record<Exclude<Kind, 'blocking'>, readonly [string, ...string[]]> = {
  any: ['100', '101', '102', '104', '106', '110', '119', '120', '122', '124', '125', '126'].map(magic) as [
    string,
  ],
  polled: ['101', '125'].map(magic) as [string],
  lost: ['111', '112', '113', '114', '115', '116', '117', '118'].map(magic) as [string],
  'long transcript': [magic('123')],
};

/** Every round walks through all the points in an order of its own, so that each is hit about as often as the others. */
export function planRound(seed: number, round: number, size: number, from = round * size): PlannedRound {
  const random = createRandom(seed * 1_000_003 + round);
  const order = shuffled(points, random);
  const calls = Array.from({ length: size }, (_, index) => {
    const point = order[(from + index) % order.length] ?? points[0];
    return planCall(`Fault ${round}-${index} of ${seed}.`, index, point, random);
  });
  const refreshPoint = random.of(refreshPoints);
  return {
    calls,
    refresh: { point: refreshPoint, harm: random.of(refreshPoint.harms) },
    calamity: calamities[round % calamities.length] ?? 'nothing',
    calamityAfterMs: 3_000 + random.below(9_000),
  };
}

function planCall(mark: string, index: number, point: Point, random: Random): PlannedCall {
  // Where Kally is no member it cannot share a file, so that a long transcript comes in pages.
  const isLong = point.kind === 'long transcript';
  const where = isLong
    ? 'general'
    : random.of<PlannedCall['where']>(['general', 'dinner', 'travel', 'direct']);
  return {
    mark,
    // A guest sees no public channel.
    who: where === 'direct' ? random.of(['ana', 'luis', 'noor']) : random.of(['ana', 'luis']),
    where,
    phone: phoneFor(point.kind, index, random),
    fault: { point, harm: random.of(point.harms) },
    deliveries: random.of([1, 1, 2, 3]),
  };
}

function phoneFor(kind: Kind, index: number, random: Random): string {
  // Every number that is in no table blocks until the phone call is over.
  return kind === 'blocking' ? `+1415556${String(1000 + index)}` : random.of(phones[kind]);
}

function magic(end: string): string {
  return `+14155550${end}`;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
