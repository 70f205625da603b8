import { expect } from 'vitest';
import { test } from '../support/playground.ts';

test('“Call about this” takes the number, the day and the party from a message', async ({
  sitDown,
  connected,
}) => {
  await connected('ana');
  const [luis, ana] = await Promise.all([sitDown('luis'), sitDown('ana')]);
  await luis.go('dinner');
  await luis.types("Luigi's is +1 415 555 0199. A table for 6 tomorrow at 9pm?");
  await ana.go('dinner');
  await ana.chooses('Call about this', { of: ana.message("Luigi's is") });
  await ana.dialog.getByRole('heading', { name: 'Make a phone call' }).waitFor();
  expect(await ana.field('Phone number').inputValue()).toBe('+1 415 555 0199');
  expect(await ana.field('How many people?').inputValue()).toBe('6');
  expect(await ana.field('Time').inputValue()).toBe('21:00');
  await ana.look('call-about-this');
  await ana.field('In whose name?').fill('Ana Torres');
  await ana.submits('Call');
  await ana.sees('Call completed', ana.message(/Call to .*199/));
});

test('the Home tab: connect, call, watch, and change preferences', async ({ sitDown, connected }) => {
  await connected('luis');
  const luis = await sitDown('luis');
  await luis.go('Kally');
  await luis.openTab('Home');
  await luis.sees('Tu cuenta de KallyAI');
  await luis.press('Hacer una llamada');
  await luis.field('Número de teléfono').fill('+34 910 000 001');
  await luis.field('Nombre del negocio').fill('Casa Paco');
  await luis.field(/quieres que Kally/).fill('Pregunta si abren los domingos y a qué hora.');
  await luis.submits('Llamar');
  await luis.sees(/Llamada completada/);
  await luis.look('home');

  await luis.press('Cambiar preferencias');
  await luis.field('Idioma de Kally').selectOption({ label: 'English' });
  await luis.submits('Guardar');
  await luis.sees('Your latest calls');
});
