import type { Person } from './person.ts';

/** The person has no KallyAI account connected, or KallyAI no longer honours it: they have to connect again. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
  readonly person: Person;

  constructor(person: Person, cause?: unknown) {
    super(`${person.userId} in ${person.workspaceId} has no KallyAI account connected`, { cause });
    this.person = person;
  }
}
