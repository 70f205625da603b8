import { expect } from 'vitest';
import { createDesk } from '../support/desk.ts';
import { quick, test } from '../support/playground.ts';

test('the page asks nobody but its own origin, and says that it is a sandbox', async ({
  sitDown,
  playground,
}) => {
  const ana = await sitDown('ana');
  const asked: string[] = [];
  ana.page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const response = await ana.page.goto(`${playground.url}/?as=${playground.slack.people.ana.id}`);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  await ana.sees('Slack sandbox', ana.page.locator('body'));
  await ana.press('Sandbox', ana.page.locator('body'));
  await ana.sees('Nothing here is real', ana.drawer);
  for (const tab of ['People', 'Phones', 'Faults', 'Traffic', 'Rings']) {
    await ana.openTab(tab);
    await ana.look();
  }
  await ana.go('Kally');
  expect([...new Set(asked)]).toEqual([playground.url]);
});

test('on a phone’s screen everything is there, and nobody scrolls sideways', async ({ sitDown }) => {
  const ana = await sitDown('ana');
  await ana.page.setViewportSize({ width: 380, height: 700 });
  await ana.press('Open sidebar', ana.page.locator('body'));
  await ana.look();
  await ana.go('dinner');
  await ana.look();
  await ana.press('Sandbox', ana.page.locator('body'));
  await ana.look();
  const scrollWidth = await ana.page.evaluate<number>('document.documentElement.scrollWidth');
  expect(scrollWidth).toBeLessThanOrEqual(380);
});

test('the page says what is broken on purpose until it is repaired, all by keyboard', async ({
  sitDown,
  playground,
}) => {
  const noor = await sitDown('noor');
  const { keyboard } = noor.page;
  await noor.page.getByRole('button', { name: 'Sandbox' }).focus();
  await keyboard.press('Enter');
  await noor.page.getByRole('tab', { name: 'Faults' }).focus();
  await keyboard.press('Enter');
  await noor.drawer.getByRole('switch', { name: 'KallyAI: Down' }).focus();
  await keyboard.press('Space');
  await noor.sees('KallyAI is down', noor.page.getByRole('status'));
  await noor.look();
  await noor.page.getByRole('button', { name: 'Mend', exact: true }).focus();
  await keyboard.press('Enter');
  await noor.page.getByText('KallyAI is down').waitFor({ state: 'detached' });
  expect((await fetch(playground.kally.url)).ok).toBe(true);

  await noor.drawer.getByRole('button', { name: 'Pause', exact: true }).click();
  await noor.press('Go on', noor.page.locator('.topbar'));
  await noor.page.getByText('Calls stand still').waitFor({ state: 'detached' });
  playground.setSpeed(quick);
});

test('one press changes the person, and the address keeps the page', async ({ sitDown, playground }) => {
  const { slack } = playground;
  await slack.as(slack.people.luis.id).types(slack.channels.dinner, 'Who joins?');
  const message = slack.messages(slack.channels.dinner).at(-1);
  await slack
    .as(slack.people.ana.id)
    .types(slack.channels.dinner, 'I do', message ? { threadTs: message.ts } : {});
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await ana.opensThread(ana.message('Who joins?'));
  await ana.page.reload();
  await ana.sees('I do', ana.thread);

  await ana.press('Sandbox', ana.page.locator('body'));
  await ana.press('Be Luis', ana.drawer);
  await ana.page.waitForURL(/as=U0LUISORTE#C0DINNER01/);
  await ana.drawer.getByRole('listitem').filter({ hasText: 'Luis Ortega' }).getByText('Spanish').waitFor();
});

test('the traffic can be copied, and shows no token', async ({ sitDown, connected }) => {
  await connected('ana');
  const ana = await sitDown('ana');
  await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ana.press('Sandbox', ana.page.locator('body'));
  await ana.openTab('Traffic');
  await ana.drawer.getByLabel('Which way').selectOption('Slack → app');
  const first = ana.drawer.getByRole('listitem').first();
  await first.locator('summary').click();
  await ana.press('Copy the request', first);
  await ana.sees('Copied', first);
  const copied = await ana.page.evaluate<string>('navigator.clipboard.readText()');
  expect(JSON.parse(copied)).toMatchObject({ token: '[hidden]' });
});

test('three windows and the drawer share one stream, and nobody waits', async ({ sitDown, playground }) => {
  const { slack, url } = playground;
  const ana = await sitDown('ana');
  await ana.press('Sandbox', ana.page.locator('body'));
  await ana.openTab('Traffic');
  const [luis, noor] = await Promise.all(
    (['luis', 'noor'] as const).map(async (name) => {
      const page = await ana.page.context().newPage();
      await page.goto(`${url}/?as=${slack.people[name].id}`);
      return createDesk(page);
    }),
  );
  for (const desk of [ana, luis, noor]) await desk?.go('dinner');
  await noor?.types('Fish & <chips> for all?');
  // A sign that would begin a mention has a space of no width beside it.
  for (const desk of [ana, luis, noor]) await desk?.sees(/^Fish & <\u200bchips> for all\?$/);
  expect(slack.messages(slack.channels.dinner).at(-1)?.text).toBe('Fish &amp; &lt;chips&gt; for all?');
  await ana.drawer.getByText('chat.postMessage').first().waitFor();
  await luis?.page.close();
  await noor?.types('Luis has left');
  await ana.sees('Luis has left');
});

/** A window without shared workers, to which one message comes with a block of the future. */
const readsAnOddBlock = `
  delete window.SharedWorker;
  const { set } = Object.getOwnPropertyDescriptor(EventSource.prototype, 'onmessage');
  const odd = '"text":"An odd one","blocks":[{"type":"hologram","block_id":"odd","height":3}';
  const changed = (data) => data.replace(/"text":"An odd one","blocks":\\[/, odd);
  Object.defineProperty(EventSource.prototype, 'onmessage', {
    set(hear) {
      set.call(this, ({ data }) => hear(new MessageEvent('message', { data: changed(data) })));
    },
  });
`;

test('a block that the page cannot draw is shown as its JSON', async ({ sitDown, playground }) => {
  const { slack } = playground;
  await slack.as(slack.people.ana.id).types(slack.channels.dinner, 'An odd one');
  const ana = await sitDown('ana');
  await ana.page.addInitScript(readsAnOddBlock);
  await ana.page.reload();
  await ana.go('dinner');
  await ana.sees('hologram', ana.message('which this page does not draw'));
  await ana.sees('"height": 3', ana.message('which this page does not draw'));
});
