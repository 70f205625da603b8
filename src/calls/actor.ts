import type { Person } from '../domain/person.ts';

/** Who asks for something to be done with a call, and through what. */
export type Actor = {
  person: Person;
  /** Asked each time: somebody who lost admin rights must not act as admin. */
  isAdmin: () => Promise<boolean>;
  via: 'slack' | 'mcp' | 'workflow' | 'page';
  /** The conversation they act in, where they act in one; its front vouches for it. */
  placeId?: string;
};
