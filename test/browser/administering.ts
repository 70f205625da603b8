import { expect } from 'vitest';
import { sends } from '../support/modal.ts';
import { test } from '../support/playground.ts';

test('an admin decides which calls are approved, approves one, and reads what calls came to', async ({
  sitDown,
  connected,
  playground,
}) => {
  const { slack, kally } = playground;
  await connected('luis');
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await ana.types('/kally admin');
  await ana.press('Approval', ana.dialog);
  await ana.field('That Kally may try more often').check();
  await ana.sees('Calls that Kally may try more often than once', ana.dialog);
  await ana.look('rules');
  await ana.press('Save', ana.dialog);
  await ana.sees(/^Saved/, ana.dialog);
  await ana.press('Close', ana.dialog);
  await ana.press('Overview', ana.dialog);
  await ana.sees('The last 30 days', ana.dialog);
  await ana.look('overview');

  const luis = slack.as(slack.people.luis.id);
  await luis.types(slack.channels.dinner, '/kally +1 646 555 0117 Ask whether they repair bikes');
  await slack.until(() => slack.modal(luis.id)?.submit);
  await luis.fills({ 'Nombre del negocio': 'Second Wheel', ifNobody: 'retry' });
  expect(await sends(luis)).toMatchObject({ closed: true });
  slack.reload(slack.people.ana.id);
  await ana.go('Kally');
  await ana.openTab('Messages');
  const card = ana.message('asks you to approve');
  await card.waitFor();
  await ana.look('approval');
  await ana.press(/^Approve/, card);
  await ana.message(/Approved by/).waitFor();
  await expect.poll(() => kally.rings()['+16465550117'], { timeout: 20_000 }).toBe(1);
});
