import { defineConfig } from 'vitest/config';

const faults = 'test/faults/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    // Nothing here mocks a module, so that a worker imports the app once and not once a file.
    isolate: false,
    projects: [
      {
        test: {
          name: 'stories',
          include: ['test/**/*.test.ts'],
          exclude: [faults],
          globalSetup: 'test/support/setup.ts',
          // They wait more than they work: on two cores, five at a time take a third of the time that one after the other takes.
          maxWorkers: 5,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // By itself, after the others: it judges how soon a call goes on elsewhere, which a busy machine would delay.
        test: {
          name: 'faults',
          include: [faults],
          // They wait for heartbeats that are missed, and for clocks.
          maxWorkers: 4,
          testTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
