import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, in the order in which it begins: what waits for heartbeats stands between what works hard. The first seven begin while
 * all workers load the app, so none of them fails for an answer that comes after Slack's three seconds.
 */
const longest = [
  'faults/faults-5',
  'store/restore',
  'operator/start',
  'sandbox/playground-memory',
  'faults/faults-1',
  'web/http-server',
  'sandbox/playground-kill',
  'faults/faults-8',
  'browser/trouble',
  'faults/faults-4',
  'browser/calling',
  'faults/faults-6',
  'browser/browser',
  'faults/faults-7',
  'stories/refusals',
  'faults/faults-2',
  'stories/wrong-person-elsewhere',
  'faults/faults-3',
  'jobs/jobs',
  'stories/wrong-person-here',
  'sandbox/playground.test',
  'sandbox/playground-stories-1',
  'sandbox/playground-stories-2',
  'slack/limits',
  'sandbox/playground-stories-3',
  'stories/outcomes',
  'stories/later',
  'stories/approval.test',
  'browser/playground',
  'stories/approval-tries',
  'sandbox/slack.test',
  'stories/admin',
  'stories/trying-again',
  'stories/rules',
  'stories/form',
  'stories/card-actions',
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
