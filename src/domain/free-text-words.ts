import { type Language, languages } from './language.ts';

/** How a language speaks of calls: the sources of regular expressions, for any letter case. */
type Vocabulary = {
  /** What may stand before the wish to call. */
  courtesies: string;
  call: string;
  /** What leads from the call to what is to be asked there. */
  leadOn: string;
  /** What leads to the number. */
  at: string;
  /** From one to twelve. */
  numbers: string;
  clinic: string;
  table: string;
  hotel: string;
  meal: string;
  /** Before so many people: at a table, and anywhere. */
  tableFor: string;
  countFor: string;
  people: string;
  /** What follows a number that counts no people: "for 4 nights", "for 8 pm", "for 4 May". */
  otherUnits: string;
  /** What bounds a time without naming it. */
  bounds: string;
};

const vocabularies: Record<Language, Vocabulary> = {
  en: {
    courtesies: 'please|hey|hi|hello|(?:can|could|would) you',
    call: 'call|phone|ring|dial',
    leadOn: 'and|to|then',
    at: 'at|on|is|tel\\.?|number|the|their',
    numbers: 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
    clinic: 'dentist|doctor|clinic|physio\\w*|vet|appointment',
    table: 'table|restaurant',
    hotel: 'hotel|room|hostel',
    meal: 'dinner|lunch|brunch|breakfast',
    tableFor: '(?:table|party|group|reservation|booking)\\s+(?:for|of)',
    countFor: 'for',
    people: 'people|persons|guests|diners|adults',
    otherUnits:
      "[ap]\\.?m\\b|h\\b|hrs?\\b|hours?|nights?|days?|min|weeks?|months?|o'?clock|euros?|dollars|pounds|st\\b|nd\\b|rd\\b|th\\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    bounds: 'after|before|until|till?|by|from|since',
  },
  es: {
    courtesies: 'por favor|hola|oye|puedes|podr[ií]as',
    call: '(?:llamar?|telefonear?)(?:\\s+al?)?',
    leadOn: 'y|para',
    at: 'al|en|es|tel[eé]fono|n[uú]mero|el|su',
    numbers: 'una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce',
    clinic: 'doctora|dentista|m[eé]dic[oa]|cl[ií]nica|pediatra|fisio\\w*|veterinari[oa]|cita',
    table: 'mesa|restaurante',
    hotel: 'hostal|habitaci[oó]n(?:es)?',
    meal: 'cena|cenar|almuerzo|almorzar|desayuno',
    tableFor: '(?:mesa|reserva|grupo)\\s+(?:para|de)',
    countFor: 'para|somos',
    people: 'personas|comensales|adultos',
    otherUnits:
      'horas?|noches?|d[ií]as?|semanas?|meses|(?:de\\s+)?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)',
    bounds: '(?:despu[eé]s de|antes de|hasta|desde|a partir de)(?:\\s+las?)?',
  },
};

/** People who have two languages mix them. */
export function inAnyLanguage(what: keyof Vocabulary): string {
  return languages.map((language) => vocabularies[language][what]).join('|');
}

/** A number from 1 to 12 as a word of some language. */
export function numberOfWord(word: string): number | undefined {
  const places = languages.map((one) => vocabularies[one].numbers.split('|').indexOf(word.toLowerCase()));
  const place = Math.max(...places);
  return place < 0 ? undefined : place + 1;
}
