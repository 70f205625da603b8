import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, in the order in which it begins: what waits for heartbeats stands between what works hard. */
const longest = [
  'faults/faults-1',
  'browser/browser',
  'faults/faults-2',
  'sandbox/playground-stories',
  'faults/faults-3',
  'browser/trouble',
  'faults/faults-4',
  'faults/faults-5',
  'faults/faults-6',
  'jobs/jobs',
  'sandbox/playground.test',
  'sandbox/playground-memory',
  'sandbox/playground-kill',
  'stories/wrong-person',
  'web/http-server',
  'stories/card-actions',
  'stories/refusals',
  'store/restore',
  'stories/leaving',
  'sandbox/slack.test',
  'slack/limits',
];

/** What begins last is what the whole run waits for, and a fresh clone does not know yet how long anything takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
  return rank < 0 ? longest.length : rank;
}
