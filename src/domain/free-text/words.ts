import type { Category } from '../call-request.ts';
import type { CallLanguage } from '../language.ts';

const courtesies =
  "please|pls|plz|hey|hi|hello|kally|(?:can|could|would|will) (?:you|u|somebody|someone)|i need you to|i'd like you to|por favor|porfa|hola|oye|che|puedes|podes|podrias|puede|podria|necesito que|quiero que";
export const callWords =
  'call|phone|ring|dial|give|llamar?|llame|llames|llamen|llamad|llamame|telefonear?|marcar?|marque';
export const opening = new RegExp(
  `^(?:[¿¡]?(?:${courtesies})[\\s,!]+)*(?:${callWords})(?:\\s+up)?(?:\\s+al?(?=\\s))?(?=\\s|$|[,:])`,
);

/** Tried in this order: a table in a hotel is still a table. */
const kinds: readonly (readonly [Category, RegExp])[] = [
  [
    'general',
    /\b(?:hair\w*|barber\w*|nails?|manicure|salon|garage|mechanic|mot|tyres?|tires?|tattoo|notary|bank|massage|peluquer\w+|barber\w+|taller|itv|notari\w+|banco|masaje)\b.{0,60}\b(?:appointment|cita)\b|\b(?:appointment|cita)\b.{0,60}\b(?:hair\w*|barber\w*|nails?|salon|garage|mechanic|mot|tattoo|notary|bank|massage|peluquer\w+|taller|itv|notari\w+|banco|masaje)\b/,
  ],
  [
    'clinic',
    /\b(?:dentists?|dental|doctors?|dr\.?|gp|clinic|physio\w*|vets?|optician\w*|dermatolog\w*|paediatrician|pediatrician|surgery|hygienist|chiropractor|cardiolog\w*|appointment|doctora|dentista|medic[oa]|clinica|pediatra|fisio\w*|veterinari[oa]|oculista|ginecolog\w*|podolog\w*|consultorio|odontolog\w*|cita)\b/,
  ],
  [
    'restaurant',
    /\b(?:tables?|restaurant\w*|mesas?|bistro|trattoria|osteria|pizzeria|taqueria|steakhouse|asador)\b/,
  ],
  [
    'hotel',
    /\b(?:hotels?|hostel|inn|b&b|guesthouse|(?:double|single|twin|family|triple) rooms?|rooms? for|book a room|rooms|check-?in|hostal|parador|posada|pension|habitacion(?:es)?)\b/,
  ],
  [
    'restaurant',
    /\b(?:dinner|lunch|brunch|breakfast|supper|cena|cenar|almuerzo|almorzar|desayuno|comida para|comer)\b/,
  ],
];

export function categoryOf(text: string): Category {
  return kinds.find(([, words]) => words.test(text))?.[0] ?? 'general';
}

const spoken: readonly (readonly [CallLanguage, RegExp])[] = [
  [
    'es',
    /(?:\b(?:speak|talk|speaking)(?: to them)?(?: in)? spanish\b|^[\s,]*(?:call |llama\w* )?(?:them )?(?:in spanish|en espanol)\b|[,;.] ?(?:please )?(?:in spanish|en espanol)(?:,? (?:please|por favor))?[.!]?$|\bhabla(?:les?|r)?(?: con ellos)? en espanol\b)/,
  ],
  [
    'en',
    /(?:\b(?:speak|talk|speaking)(?: to them)?(?: in)? english\b|^[\s,]*(?:call |llama\w* )?(?:them )?(?:in english|en ingles)\b|[,;.] ?(?:please )?(?:in english|en ingles)(?:,? (?:please|por favor))?[.!]?$|\bhabla(?:les?|r)?(?: con ellos)? en ingles\b)/,
  ],
];

/** The language in which the person wants the call held; not the one of a menu or a guide. The text is folded, its opening gone. */
export function callLanguageIn(text: string): CallLanguage | undefined {
  return spoken.find(([, words]) => words.test(text))?.[0];
}

const wish =
  /^(?:[^a-z]*(?:please|pls|hey|hi|hello|kally|so|ok|por favor|porfa|hola|oye)[\s,!]+)*(?:(?:can|could|would|will) (?:you|u|someone|somebody)|i(?:'d| would) like|i want|i need|we need|we'd like|need|book|reserve|order|ask|check (?:if|whether|with|when|that)|find out|see if|get me|get us|make (?:a|an|me|us)|schedule|arrange|set up|cancel (?:my|the|our)|confirm|reschedule|move (?:my|our|the)|change (?:my|our|the)|table|mesa|reserv[ae]r?|reserveme|pide\w*|pedir|pregunt\w+|cancela\w*|cambia\w*|confirma\w*|consigue\w*|averigua\w*|necesit\w+|quier[oe]|quisiera|me (?:gustaria|puedes|pides|reservas)|puedes|podrias|podes|mira si)\b/;

export function isWish(text: string): boolean {
  return wish.test(text);
}

const unwanted =
  /^(?:[^a-z]*(?:please|pls|por favor|kally|hey|ok)[\s,]+)*(?:don'?t|do not|never|stop|no (?:llames|llame|marques)|deja de) ?(?:call|phone|ring|dial)?|^(?:thanks|thank you|thx|cheers|gracias|muchas gracias|genial|perfect|great|ok|okay|vale|got it)\b[^?]{0,60}$|\b(?:called|rang|phoned|already called|ya llame|he llamado|llamamos|llame ayer)\b[^?]{0,60}(?:yesterday|earlier|already|this morning|ayer|ya|esta manana)/;

/** Thanks, news, and calls that are not to be made. */
export function isUnwanted(text: string): boolean {
  return unwanted.test(text);
}
