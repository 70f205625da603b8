type Waiter = { go: () => void };
type Line = { active: number; waiting: Set<Waiter> };

/**
 * Limits how many run at a time, for each account and for all together. Waiters are let in round robin, so it is fair across accounts.
 */
export function createTurns({ each, all }: { each: number; all: number }) {
  const lines = new Map<string, Line>();
  let active = 0;
  let waiting = 0;

  function takeTurn(account: string, line: Line): () => void {
    active += 1;
    line.active += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      active -= 1;
      line.active -= 1;
      forgetIfIdle(account, line);
      letIn();
    };
  }

  function letIn(): void {
    while (waiting > 0 && active < all) {
      const next = nextInTurn();
      if (!next) return;
      const { account, line, waiter } = next;
      remove(line, waiter);
      // To the back: the next turn is another account's.
      lines.delete(account);
      lines.set(account, line);
      waiter.go();
    }
  }

  function nextInTurn() {
    for (const [account, line] of lines) {
      const [waiter] = line.waiting;
      if (waiter && line.active < each) return { account, line, waiter };
    }
    return undefined;
  }

  function remove(line: Line, waiter: Waiter): void {
    if (line.waiting.delete(waiter)) waiting -= 1;
  }

  function forgetIfIdle(account: string, line: Line): void {
    if (line.active === 0 && line.waiting.size === 0) lines.delete(account);
  }

  return {
    /** Answers how to leave. Rejects with the signal's reason when it is aborted before its turn. */
    async enter(account: string, signal?: AbortSignal): Promise<() => void> {
      signal?.throwIfAborted();
      const line = lines.get(account) ?? { active: 0, waiting: new Set() };
      lines.set(account, line);
      if (active < all && line.active < each) return takeTurn(account, line);
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      const waiter = { go: () => resolve(takeTurn(account, line)) };
      const giveUp = () => {
        remove(line, waiter);
        forgetIfIdle(account, line);
        reject(signal?.reason as Error);
      };
      line.waiting.add(waiter);
      waiting += 1;
      signal?.addEventListener('abort', giveUp, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', giveUp));
    },
  };
}
