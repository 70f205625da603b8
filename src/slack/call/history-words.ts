import type { Language } from '../../domain/language.ts';

/** What is said about calls that were made before, here or elsewhere. */
const en = {
  title: 'Your calls',
  range: (first: string, last: string) => `Calls ${first} to ${last}`,
  rangeOf: (first: string, last: string, total: string) => `Calls ${first} to ${last} of ${total}`,
  newer: 'Newer calls',
  older: 'Older calls',
  empty: 'KallyAI has no calls of yours yet. Type `/kally` to make one.',
  noMore: 'There are no older calls.',
  underWay: {
    one: () => 'A call of yours is under way, and KallyAI does not list it yet.',
    other: (count: string) => `${count} calls of yours are under way, and KallyAI does not list them yet.`,
  },
  inThread: 'Open',
  openPage: 'Open the page',
  noNumber: 'Unknown number',
  stop: { none: 'None of your calls is under way.', which: 'Which call should Kally stop?' },
  find: {
    none: 'You have made no calls yet. Type `/kally` to make one.',
    notFound: 'No call of yours has this id. `/kally history` lists your calls.',
    many: 'Several of your calls have an id that begins like this. Type more of it.',
    short: 'Type at least the first 8 characters of the id. `/kally history` lists your calls.',
  },
  details: {
    task: 'Asked',
    number: 'Number',
    partySize: 'People',
    date: 'Date',
    time: 'Time',
    otherTime: 'If that is not possible',
    wishes: 'What else KallyAI should know',
    name: 'Name',
    callbackPhone: 'Call-back number',
    callLanguage: 'Language of the call',
    made: 'Made',
    ended: 'Ended',
    lasted: 'Lasted',
    credits: 'Credits used',
    id: 'KallyAI’s id',
    reference: 'Reference for KallyAI’s support',
  },
  standing: {
    calling: 'On the phone',
    /** With KallyAI's own word: its words before the end are an open set. */
    notOver: (word: string) => `Not over yet (KallyAI says “${word}”)`,
  },
  transcript: {
    notYet: 'KallyAI has no transcript of this call yet. It comes some time after the call is over.',
    notMade: 'This call was not made, so it has no transcript.',
    none: 'Nobody spoke in this call, so it has no transcript.',
    file: 'The transcript is long, so it is in a file in your direct messages with Kally.',
    of: (who: string) => `Here is the transcript of your call to ${who}.`,
  },
  calendar: {
    sent: 'The calendar entry is in your direct messages with Kally.',
    of: (who: string) =>
      `Here is the calendar entry of your call to ${who}. Open it to add it to your calendar.`,
    inThread: 'The calendar file is in the thread of this call.',
    google: 'Open in Google Calendar',
    none: 'KallyAI has no calendar entry for this call.',
    /** Of the person whose call it is. */
    disconnected: (person: string) =>
      `KallyAI has the calendar entry, and ${person} is not connected to KallyAI any more.`,
    title: 'Calendar entry',
    /** It is what was agreed on the phone, which may be other than what was asked for. */
    mismatch: (entry: string, asked: string) =>
      `Please check: the entry begins on ${entry}, and ${asked} was asked for.`,
    mismatchSaid: (entry: string, said: string) =>
      `Please check: the entry begins on ${entry}, and on the phone they said ${said}.`,
  },
};

export type HistoryWords = typeof en;

const es: HistoryWords = {
  title: 'Tus llamadas',
  range: (first, last) => `Llamadas ${first} a ${last}`,
  rangeOf: (first, last, total) => `Llamadas ${first} a ${last} de ${total}`,
  newer: 'Llamadas más recientes',
  older: 'Llamadas anteriores',
  empty: 'KallyAI todavía no tiene llamadas tuyas. Escribe `/kally` para hacer una.',
  noMore: 'No hay llamadas anteriores.',
  underWay: {
    one: () => 'Una llamada tuya está en curso y KallyAI todavía no la muestra.',
    other: (count) => `${count} llamadas tuyas están en curso y KallyAI todavía no las muestra.`,
  },
  inThread: 'Abrir',
  openPage: 'Abrir la página',
  noNumber: 'Número desconocido',
  stop: { none: 'No tienes ninguna llamada en curso.', which: '¿Qué llamada quieres cancelar?' },
  find: {
    none: 'Todavía no has hecho ninguna llamada. Escribe `/kally` para hacer una.',
    notFound: 'Ninguna llamada tuya tiene ese identificador. `/kally historial` las muestra.',
    many: 'Varias llamadas tuyas tienen un identificador que empieza así. Escribe un poco más.',
    short:
      'Escribe al menos los 8 primeros caracteres del identificador. `/kally historial` muestra tus llamadas.',
  },
  details: {
    task: 'Petición',
    number: 'Número',
    partySize: 'Personas',
    date: 'Fecha',
    time: 'Hora',
    otherTime: 'Si no puede ser',
    wishes: 'Qué más debe saber KallyAI',
    name: 'Nombre',
    callbackPhone: 'Número de contacto',
    callLanguage: 'Idioma de la llamada',
    made: 'Hecha',
    ended: 'Terminada',
    lasted: 'Duración',
    credits: 'Créditos usados',
    id: 'Identificador de KallyAI',
    reference: 'Referencia para el soporte de KallyAI',
  },
  standing: {
    calling: 'Al teléfono',
    notOver: (word) => `Todavía no ha terminado (KallyAI dice «${word}»)`,
  },
  transcript: {
    notYet: 'KallyAI aún no tiene transcripción de esta llamada. Llega un poco después de que termine.',
    notMade: 'Esta llamada no se hizo, así que no tiene transcripción.',
    none: 'En esta llamada no habló nadie, así que no tiene transcripción.',
    file: 'La transcripción es larga, así que está en un archivo en tus mensajes directos con Kally.',
    of: (who) => `Aquí está la transcripción de tu llamada a ${who}.`,
  },
  calendar: {
    sent: 'La cita está en tus mensajes directos con Kally.',
    of: (who) => `Aquí está la cita de tu llamada a ${who}. Ábrela para añadirla a tu calendario.`,
    inThread: 'El archivo de la cita está en el hilo de esta llamada.',
    google: 'Abrir en Google Calendar',
    none: 'KallyAI no tiene ninguna cita de esta llamada.',
    disconnected: (person) => `La cita la tiene KallyAI, y ${person} ya no tiene su cuenta conectada.`,
    title: 'Cita',
    mismatch: (entry, asked) => `Compruébalo: la cita empieza el ${entry}, y se había pedido ${asked}.`,
    mismatchSaid: (entry, said) =>
      `Compruébalo: la cita empieza el ${entry}, y por teléfono dijeron ${said}.`,
  },
};

export const historyWords: Record<Language, HistoryWords> = { en, es };
