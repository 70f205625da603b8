import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the app's process: tells whoever started it what nobody handled, how much memory is in use, and how long it stood still. */
let unhandled = 0;
process.on('unhandledRejection', (reason) => {
  unhandled += 1;
  console.error('unhandled rejection', reason);
});
process.on('uncaughtException', (error) => {
  unhandled += 1;
  console.error('uncaught exception', error);
});
const delay = monitorEventLoopDelay({ resolution: 10 });
process.on('message', () => {
  const loopDelayMs = delay.max / 1e6;
  globalThis.gc?.();
  process.send?.({ unhandled, loopDelayMs, heapBytes: process.memoryUsage().heapUsed });
  // Counted from the first time, when the app is up; the collection that was asked for here is not the app's.
  delay.reset();
  delay.enable();
});
// It is for the app to end, not for the channel to keep it.
process.channel?.unref();
