import { expect } from 'vitest';
import { people } from '../../sandbox/slack/world.ts';
import { dumpOf } from '../support/database.ts';
import { test } from '../support/playground.ts';

test('forget me: nothing is left, and the next /kally asks to connect', async ({
  sitDown,
  connected,
  playground,
}) => {
  await connected('luis');
  const luis = await sitDown('luis');
  await luis.go('travel');
  await luis.types('/kally +34 910 000 001 preguntar si venden cascos');
  await luis.submits('Llamar');
  const card = luis.message('venden cascos');
  await luis.sees('Lo pidió', card);
  await luis.opensThread(card);
  await luis.sees(/^Transcripción/, luis.thread);
  expect(await dumpOf(playground.databaseUrl)).toContain(people.luis.id);

  await luis.types('/kally olvidar');
  await luis.sees('Borrar tus datos de Kally');
  await luis.look('forget');
  await luis.press('Borrar mis datos');
  await luis.look();
  await luis.press('Borrar mis datos', luis.dialog);
  await luis.sees('Kally ha borrado');
  expect(await dumpOf(playground.databaseUrl)).not.toContain(people.luis.id);

  await luis.types('/kally');
  await luis.page.getByRole('link', { name: 'Conectar KallyAI' }).waitFor();
});
