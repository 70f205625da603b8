import type { Language } from '../../domain/language.ts';

/** *Before Kally calls*: what is unusual about a call. */
const en = {
  title: 'Before Kally calls',
  back: 'Back',
  anyway: 'Call anyway',
  confirm: 'Confirm',
  nightNow: (time: string, place: string) => `It is ${time} in ${place}.`,
  nightThen: (time: string, place: string) => `It will be ${time} in ${place} then.`,
  nightPerhaps: 'The number does not tell where they are, and it may be night there.',
  when: 'When should Kally call?',
  opens: (when: string) => `On ${when} there`,
  opensYours: (when: string) => `On ${when} your time`,
  nowOpen: 'Now, they are open',
  thenOpen: 'At that time, they are open then',
  calledBy: (who: string, ago: string) => `${who} asked Kally to call this number ${ago}.`,
  calledByYou: (ago: string) => `You asked Kally to call this number ${ago}.`,
  colleague: 'A colleague',
  underWay: 'That call is still under way.',
  minutesAgo: { one: '1 minute ago', other: (count: string) => `${count} minutes ago` },
  hoursAgo: { one: 'an hour ago', other: (count: string) => `${count} hours ago` },
  seeCall: 'See that call',
  balance: (left: string, needs: string) =>
    `You have ${left} left at KallyAI, and a call like this takes about ${needs}. KallyAI may not make it, or cut it short.`,
  noneLeft: {
    credits: 'You have no credits left at KallyAI, so it may not make this call.',
    minutes: 'You have no minutes left at KallyAI, so it may not make this call.',
    calls: 'You have no calls left at KallyAI, so it may not make this one.',
  },
  units: {
    credits: { one: '1 credit', other: (count: string) => `${count} credits` },
    minutes: { one: '1 minute', other: (count: string) => `${count} minutes` },
    calls: { one: '1 call', other: (count: string) => `${count} calls` },
  },
  plans: 'See plans',
  privateNumber:
    'This looks like a mobile number. Is it a business? KallyAI calls businesses; people must have agreed to be called.',
  wait: 'One moment…',
  secrets: {
    card_number:
      'There is a payment card’s number in this, and Kally would say it aloud. Take it out, and give it to them yourself.',
    iban: 'There is a bank account’s number in this, and Kally would say it aloud. Take it out, and give it to them yourself.',
    one_time_code:
      'There is a code in this that is for you alone, and Kally would say it aloud. Take it out: nobody honest asks for it.',
  },
};

const es: typeof en = {
  title: 'Antes de llamar',
  back: 'Volver',
  anyway: 'Llamar igualmente',
  confirm: 'Confirmar',
  nightNow: (time, place) => `En ${place} ${isOne(time) ? 'es la' : 'son las'} ${time}.`,
  nightThen: (time, place) => `En ${place} ${isOne(time) ? 'será la' : 'serán las'} ${time}.`,
  nightPerhaps: 'El número no dice dónde están, y puede que allí sea de noche.',
  when: '¿Cuándo quieres que llame Kally?',
  opens: (when) => `El ${when}, hora de allí`,
  opensYours: (when) => `El ${when}, tu hora`,
  nowOpen: 'Ahora: están abiertos',
  thenOpen: 'A esa hora: estarán abiertos',
  calledBy: (who, ago) => `${who} pidió a Kally que llamara a este número ${ago}.`,
  calledByYou: (ago) => `Pediste a Kally que llamara a este número ${ago}.`,
  colleague: 'Alguien de tu equipo',
  underWay: 'Esa llamada todavía está en curso.',
  minutesAgo: { one: 'hace 1 minuto', other: (count) => `hace ${count} minutos` },
  hoursAgo: { one: 'hace una hora', other: (count) => `hace ${count} horas` },
  seeCall: 'Ver esa llamada',
  balance: (left, needs) =>
    `En KallyAI te quedan ${left}, y una llamada así gasta más o menos ${needs}. Puede que KallyAI no la haga o la corte antes.`,
  noneLeft: {
    credits: 'No te quedan créditos en KallyAI, así que puede que no haga esta llamada.',
    minutes: 'No te quedan minutos en KallyAI, así que puede que no haga esta llamada.',
    calls: 'No te quedan llamadas en KallyAI, así que puede que no haga esta.',
  },
  units: {
    credits: { one: '1 crédito', other: (count) => `${count} créditos` },
    minutes: { one: '1 minuto', other: (count) => `${count} minutos` },
    calls: { one: '1 llamada', other: (count) => `${count} llamadas` },
  },
  plans: 'Ver planes',
  privateNumber:
    'Parece un móvil. ¿Es de un negocio? KallyAI llama a negocios; un particular tiene que haber aceptado que le llamen.',
  wait: 'Un momento…',
  secrets: {
    card_number: 'Aquí hay un número de tarjeta y Kally lo diría en voz alta. Quítalo y dáselo tú.',
    iban: 'Aquí hay un número de cuenta y Kally lo diría en voz alta. Quítalo y dáselo tú.',
    one_time_code:
      'Aquí hay un código que es solo para ti y Kally lo diría en voz alta. Quítalo: nadie honrado te lo pide.',
  },
};

/** "Es la 1:05"; with all other hours, "son las". */
function isOne(time: string): boolean {
  return /^0?1:/.test(time);
}

export const beforeWords: Record<Language, typeof en> = { en, es };
