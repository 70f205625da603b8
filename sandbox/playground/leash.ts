// Loaded into the app before its own code. A playground that was killed cannot stop the app, which would go on taking jobs from
// the database that the next playground uses.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

// The app goes by the time of the playground, which may be ahead of the machine's.
let aheadMs = Number(process.env.PLAYGROUND_AHEAD_MS ?? 0);
const RealDate = globalThis.Date;
const now = () => RealDate.now() + aheadMs;
globalThis.Date = new Proxy(RealDate, {
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  construct: (target, given, asked) =>
    given.length === 0 ? new target(now()) : (Reflect.construct(target, given, asked) as Date),
});
process.on('message', (message: { aheadMs: number }) => {
  aheadMs = message.aheadMs;
  process.send?.(message);
});
