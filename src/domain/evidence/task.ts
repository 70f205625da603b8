import type { HeardCall } from './finished-call.ts';
import { unaccented } from './speech.ts';
import { words } from './words.ts';

/** A task in a word or two: "Opening hours of the library". */
const asksAbout =
  /\b(?:hours?|opening|prices?|costs?|fees?|availab\w+|directions?|status|info\w*|menu|stock|horarios?|precios?|costos?|tarifas?|disponib\w+|requisitos|direccion|existencias|whether|if|si|about|sobre)\b/;

/** "Ask whether they have it, and have them keep a box". */
const andArranges =
  /\b(?:and|y) (?:then |luego |de paso )?(?:book|reserve|order|hold|keep|have (?:them|it)|ask (?:them|him|her) to|pedir que|pedirles? que|reserv\w+|apart\w+|encarg\w+|guard\w+|que (?:le |me |nos )?(?:apart|reserv|guard)\w+)\b/;

/** "Do not book anything." */
const arrangesNothing =
  /\b(?:do not|don't|sin|no) (?:book|reserve|order|reserv\w+|agend\w+|encarg\w+|pid\w+)\b/;

/** Whether something is to be found out, not arranged. */
export function isQuestion({ request, language }: Pick<HeardCall, 'request' | 'language'>): boolean {
  const plain = unaccented(request.task).replaceAll('¿', '').trim();
  const { question, arranges } = words[language];
  if (andArranges.test(plain) && !arrangesNothing.test(plain)) return false;
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

const callsOff = /^(?:please |por favor )?(?:cancel|call off|anul|dar de baja|quit)/;

/** Whether something that stands is to be called off. */
export function isCancellation({ task }: HeardCall['request']): boolean {
  return callsOff.test(unaccented(task));
}
