import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { test as base, expect, inject, vi } from 'vitest';
import { startPlayground } from '../../sandbox/playground/start.ts';
import { grantedTime } from '../../sandbox/slack/granted-time.ts';
import { people } from '../../sandbox/slack/world.ts';
import { connectFromSlack } from './app.ts';
import { launchBrowser } from './browser.ts';
import { dropDatabase } from './database.ts';
import { untilDaytimeMs } from './daytime.ts';
import { createDesk, type Desk } from './desk.ts';

type Name = keyof typeof people;

/** Slow machines need it; fast ones never wait that long. */
const patienceMs = 30_000;
/** How many times faster phone calls go by, where a journey does not look into the middle of one. */
export const quick = 20;

vi.setConfig({ testTimeout: 4 * patienceMs });

/** Journeys of people in a real browser, through a playground of the test file's own. */
export const test = base
  .extend('postgresUrl', { scope: 'file' }, () => inject('postgresUrl'))
  .extend('playground', { scope: 'file' }, async ({ postgresUrl }, { onCleanup }) => {
    const stateDir = await mkdtemp(join(tmpdir(), 'kally-playground-'));
    const playground = await startPlayground({
      port: 0,
      stateDir,
      databaseUrl: postgresUrl,
      say: () => {},
      slackTime: grantedTime,
    });
    onCleanup(async () => {
      await playground.stop();
      await dropDatabase(new URL(playground.databaseUrl).pathname.slice(1));
      await rm(stateDir, { recursive: true, force: true });
    });
    await playground.app.ready;
    const nightMs = untilDaytimeMs();
    if (nightMs > 0) await playground.goOn(nightMs);
    playground.kally.setSpeed(quick);
    return playground;
  })
  /** Opens the playground's page as a person, in a browser of their own. */
  .extend('visit', { scope: 'file' }, async ({ playground }, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return async (name: Name, onFault: (fault: Error) => void): Promise<BrowserContext> => {
      const { id, locale, tz } = people[name];
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale,
        timezoneId: tz,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(patienceMs);
      context.on('weberror', (fault) => onFault(fault.error()));
      const page = await context.newPage();
      await page.goto(`${playground.url}/?as=${id}`);
      return context;
    };
  })
  /** Connects a person's account beforehand, where the journey is not about that. */
  .extend('connected', { scope: 'file' }, ({ playground: { slack, appUrl } }) => {
    const names = new Set<Name>();
    return async (name: Name) => {
      if (names.has(name)) return;
      slack.reload(people[name].id);
      await connectFromSlack({ slack, publicUrl: appUrl }, people[name].id, name);
      names.add(name);
    };
  })
  /** Sits down as a person whose Slack was just opened. */
  .extend('sitDown', ({ playground, visit }, { onCleanup }) => {
    const opened: BrowserContext[] = [];
    const faults: Error[] = [];
    onCleanup(async () => {
      await Promise.all(opened.map((context) => context.close()));
      expect(faults).toEqual([]);
    });
    return async (name: Name): Promise<Desk> => {
      playground.slack.reload(people[name].id);
      const context = await visit(name, (fault) => faults.push(fault));
      opened.push(context);
      const [page = await context.newPage()] = context.pages();
      return createDesk(page);
    };
  });
