import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What the app's process says of itself when it is asked. */
export type Look = {
  unhandled: number;
  heapBytes: number;
  /** How late the event loop came since the last look. */
  delayMs: { median: number; p99: number; most: number };
  /** The most processor time that went by between two turns of it: what others do on the machine is not in it. */
  busyMs: number;
};

/** Loaded into the app's process: tells whoever started it what nobody handled, how much memory is in use, and how long it stood. */
let unhandled = 0;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let busyMs = 0;
let used = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(used);
  busyMs = Math.max(busyMs, Math.round((user + system) / 1000));
  used = process.cpuUsage();
}, 5).unref();
process.on('unhandledRejection', (reason) => {
  unhandled += 1;
  console.error('unhandled rejection', reason);
});
process.on('uncaughtException', (error) => {
  unhandled += 1;
  console.error('uncaught exception', error);
});
process.on('message', () => {
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10;
  const delayMs = { median: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), most: ms(delay.max) };
  globalThis.gc?.();
  const look: Look = { unhandled, heapBytes: process.memoryUsage().heapUsed, delayMs, busyMs };
  process.send?.(look);
  // The collection above is none of the app's doing, and shows only at the next turn.
  setTimeout(() => {
    delay.reset();
    busyMs = 0;
  }, 50);
});
// It is for the app to end, not for the channel to keep it.
process.channel?.unref();
