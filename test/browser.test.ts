import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startPlayground } from '../sandbox/playground/start.ts';
import { launchBrowser } from './support/browser.ts';

let folder: string;
let playground: Awaited<ReturnType<typeof startPlayground>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kally-playground-'));
  const databaseUrl = inject('postgresUrl');
  playground = await startPlayground({ port: 0, stateDir: folder, databaseUrl, say: () => {} });
  await playground.app.ready;
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await rm(folder, { recursive: true, force: true });
});

const sidebar = () => page.getByRole('navigation', { name: 'Workspace' });
const go = (place: string) => sidebar().getByRole('button', { name: place }).click();
const main = () => page.getByRole('main');
const dialog = () => page.getByRole('dialog');

async function type(text: string) {
  const composer = page.getByRole('combobox', { name: /^Message/ });
  await composer.fill(text);
  await composer.press('Escape');
  await composer.press('Enter');
}

/** Keeps a picture where SCREENSHOTS names a folder. */
async function picture(name: string) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('a person plays the whole journey with mouse and keyboard', { timeout: 90_000 }, async () => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(playground.url);
  playground.kally.setSpeed(4);

  await go('dinner');
  await type('/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  const connect = main().getByRole('link', { name: 'Connect KallyAI' });
  await connect.waitFor();
  await picture('connect');

  const [signIn] = await Promise.all([context.waitForEvent('page'), connect.click()]);
  await signIn.getByRole('button', { name: /Ana/ }).click();
  await signIn.getByRole('heading', { name: 'Connect KallyAI to Slack?' }).waitFor();
  expect(await signIn.getByText('Ana Torres').count()).toBeGreaterThan(0);
  await signIn.getByRole('button', { name: 'Connect', exact: true }).click();
  await signIn.getByRole('heading', { name: 'One last step, in Slack' }).waitFor();
  const code = (await signIn.locator('.code').textContent()) ?? '';
  await signIn.close();

  await go('Kally');
  await main().getByRole('button', { name: 'Enter the code' }).click();
  await dialog().getByLabel('Code').fill(code);
  await picture('code');
  await dialog().getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
  await main().getByRole('button', { name: 'Continue' }).click();
  await dialog().getByRole('heading', { name: 'Make a phone call' }).waitFor();
  expect(
    await dialog()
      .getByLabel(/Phone number/)
      .inputValue(),
  ).toBe('+1 415 555 0101');

  // A fault is told on its field, and what was typed is still there.
  await dialog()
    .getByLabel(/Phone number/)
    .fill('911');
  await dialog()
    .getByLabel(/In whose name/)
    .fill('Ana Torres');
  await dialog().getByRole('button', { name: 'Call', exact: true }).click();
  await dialog().locator('.faulty').getByText('dial it yourself, now').first().waitFor();
  expect(
    await dialog()
      .getByLabel(/In whose name/)
      .inputValue(),
  ).toBe('Ana Torres');

  await dialog()
    .getByLabel(/Phone number/)
    .fill('(415) 555-0101');
  await dialog()
    .getByLabel(/Name of the business/)
    .fill("Luigi's");
  await picture('form');
  await dialog().getByRole('button', { name: 'Call', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });

  await go('dinner');
  await main()
    .getByText(/On the phone since/)
    .waitFor();
  await picture('calling');
  await main()
    .getByText(/Call completed/)
    .waitFor({ timeout: 30_000 });
  await main()
    .getByRole('button', { name: /2 replies/ })
    .click();
  const thread = page.getByRole('complementary', { name: /Thread/ });
  await thread.getByText('How it went').waitFor();
  await thread
    .getByText(/Kally · 0:0/)
    .first()
    .waitFor();
  await picture('reservation');

  expect(playground.kally.rings()).toEqual({ '+14155550101': 1 });
  expect(faults).toEqual([]);
});

test('the app is killed in the middle of a call, and the card carries on', { timeout: 90_000 }, async () => {
  playground.kally.setSpeed(2);
  await go('dinner');
  await type('/kally +1 415 555 0110 ask whether they repair bikes');
  await dialog().getByRole('button', { name: 'Call', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(() => playground.kally.rings()['+14155550110'], { timeout: 20_000 }).toBe(1);

  playground.app.kill();
  playground.kally.setSpeed(10);
  await expect
    .poll(
      () =>
        main()
          .getByText(/Call completed/)
          .count(),
      { timeout: 60_000 },
    )
    .toBe(2);
  expect(playground.kally.rings()['+14155550110']).toBe(1);
});
