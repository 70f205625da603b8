import type { HeardCall } from './finished-call.ts';
import { unaccented } from './speech.ts';
import { words } from './words.ts';

/** A task in a word or two: "Opening hours of the library". */
const asksAbout =
  /\b(?:hours?|opening|prices?|costs?|fees?|availab\w+|directions?|status|info\w*|menu|stock|horarios?|precios?|costos?|tarifas?|disponib\w+|requisitos|direccion|existencias|whether|if|si|about|sobre)\b/;

/** Whether something is to be found out, not arranged. */
export function isQuestion({ request, language }: Pick<HeardCall, 'request' | 'language'>): boolean {
  const plain = unaccented(request.task).replaceAll('¿', '').trim();
  const { question, arranges } = words[language];
  if (question.test(plain)) return true;
  return (
    request.category === 'general' &&
    request.date === undefined &&
    !arranges.test(plain) &&
    asksAbout.test(plain)
  );
}

/** Whether something is to be told, and nothing to be agreed. */
export function isMessage({ request, language }: HeardCall): boolean {
  return words[language].relays.test(unaccented(request.task));
}
