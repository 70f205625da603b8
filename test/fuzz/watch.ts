/** Loaded into the app's process: tells whoever started it what nobody handled, and how much memory is in use. */
let unhandled = 0;
process.on('unhandledRejection', (reason) => {
  unhandled += 1;
  console.error('unhandled rejection', reason);
});
process.on('uncaughtException', (error) => {
  unhandled += 1;
  console.error('uncaught exception', error);
});
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ unhandled, heapBytes: process.memoryUsage().heapUsed });
});
// It is for the app to end, not for the channel to keep it.
process.channel?.unref();
