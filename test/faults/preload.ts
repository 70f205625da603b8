// Loaded into each replica before its own code: it dies with the harness, and its clock can be made to jump.
let aheadMs = Number(process.env.FAULTS_AHEAD_MS ?? 0);

const now = () => RealDate.now() + aheadMs;
const RealDate = globalThis.Date;
globalThis.Date = new Proxy(RealDate, {
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  construct: (target, given, asked) =>
    given.length === 0 ? new target(now()) : (Reflect.construct(target, given, asked) as Date),
});

process.on('message', ({ jumpMs, rightMs }: { jumpMs?: number; rightMs?: number }) => {
  aheadMs = rightMs ?? aheadMs + (jumpMs ?? 0);
});
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
