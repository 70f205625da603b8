import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By how long they take; the longest ones wait for heartbeats, the others for processes and browsers. */
const longest = ['faults/', 'browser/', 'sandbox/playground'];

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
