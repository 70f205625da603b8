import type { Draft, Reading } from '../domain/call-request.ts';
import { withNumberOfBusiness } from '../domain/free-text/known-business.ts';
import { readFreeText, readMessage } from '../domain/free-text.ts';
import type { Actor } from './actor.ts';
import type { SavedBusinesses } from './saved-businesses.ts';

type Asker = Pick<Actor, 'person'>;

/** Reads what people type. A business that they name without a number is looked up among those that they could choose in the form. */
export function createReadText({ of }: Pick<SavedBusinesses, 'of'>) {
  return {
    async readText({ person }: Asker, text: string, reading: Reading) {
      const read = readFreeText(text, reading);
      const found = read.draft.phone ? undefined : withNumberOfBusiness(text, await of(person));
      if (!found) return read;
      const { draft, isRequest } = readFreeText(found.text, reading);
      return { draft: withBusiness(read.draft, draft, found), isRequest };
    },

    /** The same for a message that was written for people. */
    async readMessage({ person }: Asker, text: string, writtenAt: number, reading: Reading) {
      const read = readMessage(text, writtenAt, reading);
      const found = read.phones.length > 0 ? undefined : withNumberOfBusiness(text, await of(person));
      if (!found) return read;
      const { draft, phones } = readMessage(found.text, writtenAt, reading);
      return { draft: withBusiness(read.draft, draft, found), phones };
    },
  };
}

/** The name may have told what kind of call it is: "Hotel Paris". */
function withBusiness({ category }: Draft, draft: Draft, { businessName }: { businessName: string }): Draft {
  return { ...(category && { category }), ...draft, businessName };
}
