type Handlers = Record<string, (data: never) => unknown>;

/** Lets the process that started this one ask it things. */
export function answerAsks(handlers: Handlers): void {
  process.on('message', ({ id, ask, data }: { id: number; ask: string; data: never }) => {
    process.send?.({ id, answer: handlers[ask]?.(data) });
  });
  // Nothing that is measured outlives whoever measures it.
  process.on('disconnect', () => process.exit(1));
}
