import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { CodeAnswer, LinkAttempt } from '../store/link-attempts.ts';
import type { LinkTokens } from '../store/links.ts';
import type { Store } from '../store/store.ts';

/** Connects a KallyAI account to a Slack person, once for each *Connect KallyAI* button. */
export function createConnectAccount({
  store: { linkAttempts, links },
  clock,
}: {
  store: Pick<Store, 'linkAttempts' | 'links'>;
  clock: Clock;
}) {
  return {
    /** From the browser, if Slack said who uses it. False if the attempt is used up or too old. */
    async byClick({ id, person }: Pick<LinkAttempt, 'id' | 'person'>, tokens: LinkTokens): Promise<boolean> {
      const now = clock.now();
      if (!(await linkAttempts.use(id, now))) return false;
      await links.connect(person, tokens, now);
      return true;
    },

    /** From Slack, by the code that the person's browser shows. */
    async byCode(entered: { id: string; person: Person; code: string }): Promise<CodeAnswer> {
      const now = clock.now();
      const entering = linkAttempts.enterCode(entered, now, (tokens, tx) =>
        links.connect(entered.person, tokens, now, tx),
      );
      // Another account takes the place of the one before from the next command on.
      return entering.finally(() => links.forgetRemembered(entered.person));
    },
  };
}

export type ConnectAccount = ReturnType<typeof createConnectAccount>;
