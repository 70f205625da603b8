import type { Category, Draft, Reading } from '../call-request.ts';
import { endOfCallTime } from './call-time.ts';
import { type Day, daysIn } from './days.ts';
import { blanked } from './plain.ts';
import { type Daytime, type Hour, type Part, timesIn } from './times.ts';

/** Words before a day or time that make it a bound, something to avoid, or another thing's. */
const bound =
  /(?:\b(?:after|before|until|till?|by|from|since|past|except|but|not|than|any (?:day|time)|starting|as of|deadline|despues de|antes de|hasta|desde|a partir de|pasadas|menos|excepto|no|salvo)(?: (?:at|on|the|el|las?|del?|a|is|es|para))*,?\s*)$/;
/** Whose time it is then: the business's own, a flight's. */
const elsewhere =
  /\b(?:closes?|opens?|open|shuts?|lands?|leaves|arrives|cierran?|abren?|llega|sale)(?: (?:at|a|until|hasta))?\s*$/;
const stayBegins = /\b(?:from|desde|del?|starting)(?: (?:on|the|el))*\s*$/;
const bounding =
  /^\s*,?(?: or (?:later|earlier|so|after|before)\b| at the (?:latest|earliest)| onwards?\b| en adelante\b| o (?:despues|antes|mas tarde)\b| no(?=[,.;]|$)| y pico\b| como (?:muy )?(?:tarde|pronto))/;
const either = /^[\s,]*(?:or|o|u|\/|if not|otherwise|si no|failing that)\b[^\ue000]{0,25}$/;
const corrected =
  /\b(?:no,? wait|wait,? no|sorry|i mean|scratch that|correction|make (?:it|that)|actually|rather|oops|perdon|digo|mejor(?: dicho)?|quise decir|no,? espera|me equivoque)\b|[,.–-] no,/;
const moved =
  /\b(?:move|change|reschedule|push|shift|bring|cambia\w*|mueve|mover|pasa\w*|aplaza\w*|retrasa\w*|adelanta\w*)\b/;
const movedTo = /\b(?:to|for|until|al?|para|al)(?: (?:the|el|las?))?\s*$/;
const stayEnds =
  /\b(?:to|until|till|hasta|al?|-|–|through|checking out|check-?out|leaving|out|salida)(?: (?:on|the|el|las?))*\s*$/;

/** The date and the time that a text plainly says, as wall clock where the person is. The text is folded; in `readable` what has been read as something else is blank. */
export function readWhen(
  text: string,
  readable: string,
  category: Category,
  reading: Reading,
): Pick<Draft, 'date' | 'time'> {
  // When to call is no time of the appointment.
  const plain = blanked(readable, 0, endOfCallTime(readable));
  const { days, rest } = daysIn(plain, reading);
  const hours = timesIn(rest, daytimeOf(text, category));
  const date = only(days, plain, category, ({ date: value, isSpan }: Day) =>
    isSpan && category !== 'hotel' ? undefined : value,
  );
  const time = only(hours, plain, category, ({ time: value }: Hour) => value, true);
  return { ...(date && { date }), ...(time && { time }) };
}

type Mention = { start: number; end: number };

/** The one value that is plainly meant; none where two are, or where one is only a bound. */
function only<One extends Mention>(
  mentions: One[],
  text: string,
  category: Category,
  read: (one: One) => string | undefined,
  isTime = false,
): string | undefined {
  let wanted = mentions;
  const [first, second] = mentions;
  if (first && second) {
    const between = text.slice(first.end, second.start);
    if (category === 'hotel' && (stayEnds.test(between) || stayEnds.test(text.slice(0, second.start))))
      return read(first);
    const last = mentions.at(-1);
    const beforeLast = last && text.slice(mentions.at(-2)?.end ?? 0, last.start);
    if (last && beforeLast && corrected.test(beforeLast)) wanted = [last];
    else if (last && moved.test(text) && movedTo.test(text.slice(0, last.start))) wanted = [last];
    else if (
      mentions.some((one, at) => at > 0 && either.test(text.slice(mentions[at - 1]?.end ?? 0, one.start)))
    )
      return undefined;
  }
  const isBound = ({ start, end }: Mention) => {
    const before = text.slice(Math.max(0, start - 40), start);
    if (category === 'hotel' && stayBegins.test(before)) return false;
    return (
      bound.test(before) || (isTime && elsewhere.test(before)) || bounding.test(text.slice(end, end + 30))
    );
  };
  if (wanted.some((one) => isNegated(text, one))) return undefined;
  const free = wanted.filter((one) => !isBound(one));
  const values = new Set(free.map(read));
  return values.size === 1 ? [...values][0] : undefined;
}

function isNegated(text: string, { start, end }: Mention): boolean {
  return (
    /\b(?:not|except|but not|menos|excepto|salvo)(?: (?:on|the|el|at))*\s*$/.test(
      text.slice(Math.max(0, start - 25), start),
    ) || /^ no\b,/.test(text.slice(end, end + 5))
  );
}

const parts: readonly (readonly [RegExp, Part | 'night'])[] = [
  [
    /\b(?:tonight|esta noche|at night|tomorrow night|(?:day|noon) night|evening|(?:por|en|de|a) la noche|manana noche|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) noche|\w+day night)\b/,
    'night',
  ],
  [
    /\b(?:afternoon|esta tarde|(?:por|de|a) la tarde|manana tarde|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) tarde)\b/,
    'afternoon',
  ],
  [/\b(?:(?:this|in the|tomorrow|\w+day) morning|esta manana|(?:por|de) la manana|am\b)/, 'morning'],
];
const openings: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/\b(?:breakfast|desayun\w+)\b/, [6, 11.5]],
  [/\bbrunch\b/, [9, 15]],
  [/\b(?:lunch|almuerzo|almorzar|comida|comer)\b/, [11, 16.5]],
  [/\b(?:dinner|supper|cena|cenar|drinks|cocktails)\b/, [17, 23.5]],
];
const byDay =
  /\b(?:haircut|hair|barber\w*|nails?|manicure|salon|massage|spa|mot|garage|service|mechanic|appointment|viewing|fitting|peluqueria|peluquero|corte|masaje|taller|itv|revision|cita|vet|groom\w*)\b/;

function daytimeOf(text: string, category: Category): Daytime {
  const said = parts.filter(([words]) => words.test(text)).map(([, part]) => part);
  const part = said.length === 1 ? said[0] : undefined;
  const meals = openings.filter(([words]) => words.test(text));
  const between =
    meals.length === 1
      ? meals[0]?.[1]
      : category === 'clinic'
        ? ([8, 18.9] as const)
        : category === 'restaurant'
          ? ([12, 19.9] as const)
          : byDay.test(text)
            ? ([8.5, 18.4] as const)
            : undefined;
  return { part, between };
}
