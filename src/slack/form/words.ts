import type { ChannelFault } from '../../calls/policies.ts';
import type { Language } from '../../domain/language.ts';

/** The form for a call, and why it was not taken. */
const en = {
  submit: 'Call',
  category: 'Who are you calling?',
  savedPlaces: 'Called before',
  savedPlacesExample: 'A name or a number',
  phone: 'Phone number',
  phoneExample: '+44 20 7946 0958',
  phoneRead: (phone: string, country: string) => `Kally will dial ${phone}${country && ` (${country})`}`,
  foundPhones: 'Numbers in the message',
  noPhoneFound: 'There is no phone number in the message. Enter the number to call.',
  business: 'Name of the business',
  task: 'What should Kally ask or arrange?',
  taskExample: 'Ask whether they repair bikes, and how long it takes.',
  partySize: 'How many people?',
  date: 'Date',
  time: 'Time',
  timesAreIn: (place: string) => `Times are in ${place} time.`,
  when: 'When should Kally call?',
  whens: { now: 'Now', open: 'When they can be called', at: 'At a time' },
  callDate: 'Day of the call',
  callTime: 'Time of the call',
  occurrence: 'The clocks go back there that night. Which of the two?',
  occurrences: { first: 'The first, before they go back', second: 'The second, after they went back' },
  zone: 'Time zone there',
  zoneOpen: 'The number does not tell where they are. Choose by which clock they live.',
  zoneLikely: 'As the number suggests. Choose another if they are elsewhere.',
  zoneExample: 'Type a city or a country',
  zoneMoved: (place: string) =>
    `*This number is in ${place}.* Dates and times are read on the clock there: check them, and press Call.`,
  name: 'Name to give',
  ifNobody: 'If nobody answers, or the line is busy',
  ifNobodyChoices: {
    leave: 'Leave it at that',
    retry: 'Try up to 2 more times, until 6 PM there the next day',
  },
  ifNotPossible: 'If that is not possible',
  ifNotPossibleChoices: {
    ask: 'Ask me first',
    within_30: 'Take the nearest time within 30 minutes',
    within_60: 'Take the nearest time within an hour',
    same_day: 'Take any time that day',
  },
  more: 'More options',
  wishes: 'What else should KallyAI know?',
  wishesHint: 'KallyAI is asked not to read it out, and to use it only where it helps.',
  wishesExample: 'A quiet table, if they have one.',
  callbackPhone: 'Call-back number',
  callbackHint: 'KallyAI gives it if they ask how to reach you.',
  callLanguage: 'Language of the call',
  callback: (phone: string) =>
    `If they ask how to reach you, Kally says ${phone}. /kally preferences changes it.`,
  place: 'Post the result in',
  places: { here: 'This channel', other: 'Another channel', me: 'My messages with Kally, only for me' },
  hereNamed: (channel: string) => channel,
  otherChannel: 'Which channel?',
  noChannel: 'The result goes to you alone, or to a channel you choose.',
  cannotPost: (channel: string) =>
    `Kally cannot post in ${channel}. Invite it with \`/invite @Kally\`, or choose another place.`,
  notAllowed: (channels: string) =>
    `The admins of this workspace allow results in ${channels} only, or for you alone.`,
  left: {
    person: {
      one: (left: string, limit: string) => `You have ${left} call left of ${limit} within 24 hours.`,
      other: (left: string, limit: string) => `You have ${left} calls left of ${limit} within 24 hours.`,
    },
    workspace: {
      one: (left: string, limit: string) =>
        `This workspace has ${left} call left of ${limit} within 24 hours.`,
      other: (left: string, limit: string) =>
        `This workspace has ${left} calls left of ${limit} within 24 hours.`,
    },
  },
  refused: (sentence: string) => `*Not called last time.* ${sentence}`,
  cardIsIn: (channel: string) => `Your call is in ${channel}.`,
  /** What happens after *Call*. */
  callsFor: (name: string) => `KallyAI says that it is an AI calling for ${name}.`,
  callsForYou: 'KallyAI says that it is an AI calling for you.',
  fewLeft: {
    calls: {
      none: () => 'Your plan has no calls left.',
      one: () => 'Your plan has 1 call left.',
      other: (count: string) => `Your plan has ${count} calls left.`,
    },
    minutes: {
      none: () => 'Your plan has no minutes left.',
      one: () => 'Your plan has 1 minute left.',
      other: (count: string) => `Your plan has ${count} minutes left.`,
    },
    credits: {
      none: () => 'Your plan has no credits left.',
      one: () => 'Your plan has 1 credit left.',
      other: (count: string) => `Your plan has ${count} credits left.`,
    },
  },
  submission: {
    dayLimits: {
      number:
        'Nobody was called: this number has had all the calls that the admins allow to one number within 24 hours. Try again later.',
      person:
        'Nobody was called: you have used all the calls that the admins allow you within 24 hours. Try again later, or ask an admin for more.',
      workspace:
        'Nobody was called: this workspace has used all the calls that its admins allow within 24 hours. Try again later.',
    },
    tooManyToNumber:
      'Nobody was called: you have called this number several times within the hour. Wait a while before you call it again.',
    tooManyOfPerson:
      'Nobody was called: as many of your calls as Kally makes at a time are still under way. Press Call again when some have ended.',
    tooManyInWorkspace:
      'Nobody was called: as many calls as Kally makes at a time are under way in this workspace. Press Call again in a few minutes.',
    unsure: (reference: string) =>
      `Kally could not make sure that your call was saved. Press Call again; it will be one call only. Reference: ${reference}`,
    already: (phone: string) =>
      `You sent this form already: Kally has that call, to ${phone}, as it was then. What you changed since is not part of it. Its card has Stop; for another call, close this form and type /kally.`,
    choose: 'Choose a channel.',
    channel: {
      cannot_post: 'Kally cannot post there. Invite it with /invite @Kally, or choose another place.',
      not_in_channel:
        'You are not in that channel, so Kally posts nothing there for you. Choose another place.',
      membership_unknown:
        'Slack did not say in time whether you are in that channel. Try again, or choose another place.',
    } satisfies Record<ChannelFault, string>,
    proposalOver:
      'Nobody was called: this suggestion was discarded, or has expired. Close this form and type /kally to make the call.',
    notConnected:
      'Your KallyAI account is no longer connected. Close this form and type /kally to connect it.',
    notSaved: (reference: string) =>
      `Your call could not be saved, so nothing was called. Press Call again; it will be one call only. Reference: ${reference}`,
    slow: 'Kally could not make sure in time that your call was saved. Press Call again; it will be one call only.',
  },
};

const es: typeof en = {
  submit: 'Llamar',
  category: '¿A quién llamamos?',
  savedPlaces: 'Negocios a los que ya se ha llamado',
  savedPlacesExample: 'Un nombre o un número',
  phone: 'Número de teléfono',
  phoneExample: '+34 912 34 56 78',
  phoneRead: (phone, country) => `Kally marcará el ${phone}${country && ` (${country})`}`,
  foundPhones: 'Números del mensaje',
  noPhoneFound: 'En el mensaje no hay ningún número. Escribe el número al que hay que llamar.',
  business: 'Nombre del negocio',
  task: '¿Qué quieres que Kally pregunte o gestione?',
  taskExample: 'Pregunta si arreglan bicis y cuánto tardan.',
  partySize: '¿Cuántas personas sois?',
  date: 'Fecha',
  time: 'Hora',
  timesAreIn: (place) => `Las horas son las de ${place}.`,
  when: '¿Cuándo quieres que llame Kally?',
  whens: { now: 'Ahora', open: 'Cuando se les pueda llamar', at: 'A una hora concreta' },
  callDate: 'Día de la llamada',
  callTime: 'Hora de la llamada',
  occurrence: 'Esa noche se atrasan allí los relojes. ¿Cuál de las dos?',
  occurrences: { first: 'La primera, antes del cambio', second: 'La segunda, después del cambio' },
  zone: 'Zona horaria de allí',
  zoneOpen: 'El número no dice dónde están. Elige por qué hora se rigen.',
  zoneLikely: 'Es la que indica el número. Elige otra si están en otro sitio.',
  zoneExample: 'Escribe una ciudad o un país',
  zoneMoved: (place) =>
    `*Este número es de ${place}.* Las fechas y las horas son las de allí: revísalas y pulsa Llamar.`,
  name: '¿A nombre de quién?',
  ifNobody: 'Si no contestan o comunican',
  ifNobodyChoices: {
    leave: 'No insistir',
    retry: 'Probar 2 veces más como mucho, hasta las 18:00 del día siguiente allí',
  },
  ifNotPossible: 'Si no puede ser',
  ifNotPossibleChoices: {
    ask: 'Preguntarme antes',
    within_30: 'Aceptar la hora más cercana, con 30 minutos de margen',
    within_60: 'Aceptar la hora más cercana, con una hora de margen',
    same_day: 'Aceptar cualquier hora de ese día',
  },
  more: 'Más opciones',
  wishes: '¿Qué más debe saber KallyAI?',
  wishesHint: 'Se le pide que no lo lea en voz alta y que lo use solo donde ayude.',
  wishesExample: 'Una mesa tranquila, si la hay.',
  callbackPhone: 'Número de contacto',
  callbackHint: 'KallyAI lo da si preguntan cómo localizarte.',
  callLanguage: 'Idioma de la llamada',
  callback: (phone) =>
    `Si preguntan cómo localizarte, Kally dará el ${phone}. Puedes cambiarlo con /kally preferencias.`,
  place: '¿Dónde se publica el resultado?',
  places: { here: 'En este canal', other: 'En otro canal', me: 'Solo para mí, en mis mensajes con Kally' },
  hereNamed: (channel) => `En ${channel}`,
  otherChannel: '¿En qué canal?',
  noChannel: 'El resultado te llega solo a ti o al canal que elijas.',
  cannotPost: (channel) =>
    `Kally no puede publicar en ${channel}. Invítalo con \`/invite @Kally\` o elige otro sitio.`,
  notAllowed: (channels) =>
    `Los administradores de este espacio de trabajo solo permiten resultados en ${channels}, o solo para ti.`,
  left: {
    person: {
      one: (left, limit) => `Te queda ${left} llamada de ${limit} en 24 horas.`,
      other: (left, limit) => `Te quedan ${left} llamadas de ${limit} en 24 horas.`,
    },
    workspace: {
      one: (left, limit) => `A este espacio de trabajo le queda ${left} llamada de ${limit} en 24 horas.`,
      other: (left, limit) => `A este espacio de trabajo le quedan ${left} llamadas de ${limit} en 24 horas.`,
    },
  },
  refused: (sentence) => `*La última vez no se llamó.* ${sentence}`,
  cardIsIn: (channel) => `Tu llamada está en ${channel}.`,
  callsFor: (name) => `KallyAI dice que es una IA y que llama de parte de ${name}.`,
  callsForYou: 'KallyAI dice que es una IA y que llama de tu parte.',
  fewLeft: {
    calls: {
      none: () => 'A tu plan no le quedan llamadas.',
      one: () => 'A tu plan le queda 1 llamada.',
      other: (count) => `A tu plan le quedan ${count} llamadas.`,
    },
    minutes: {
      none: () => 'A tu plan no le quedan minutos.',
      one: () => 'A tu plan le queda 1 minuto.',
      other: (count) => `A tu plan le quedan ${count} minutos.`,
    },
    credits: {
      none: () => 'A tu plan no le quedan créditos.',
      one: () => 'A tu plan le queda 1 crédito.',
      other: (count) => `A tu plan le quedan ${count} créditos.`,
    },
  },
  submission: {
    dayLimits: {
      number:
        'No se ha llamado a nadie: este número ya ha recibido todas las llamadas que los administradores permiten a un mismo número en 24 horas. Prueba más tarde.',
      person:
        'No se ha llamado a nadie: ya has usado todas las llamadas que los administradores te permiten en 24 horas. Prueba más tarde o pide más a un administrador.',
      workspace:
        'No se ha llamado a nadie: este espacio de trabajo ya ha usado todas las llamadas que sus administradores permiten en 24 horas. Prueba más tarde.',
    },
    tooManyToNumber:
      'No se ha llamado a nadie: ya has llamado varias veces a este número en la última hora. Espera un rato antes de volver a llamar.',
    tooManyOfPerson:
      'No se ha llamado a nadie: aún tienes en curso todas las llamadas que Kally puede hacer a la vez. Pulsa Llamar otra vez cuando termine alguna.',
    tooManyInWorkspace:
      'No se ha llamado a nadie: en este espacio de trabajo ya hay en curso todas las llamadas que Kally puede hacer a la vez. Pulsa Llamar otra vez en unos minutos.',
    unsure: (reference) =>
      `Kally no ha podido asegurarse de que la llamada se guardara. Pulsa Llamar otra vez: será una sola llamada. Referencia: ${reference}`,
    already: (phone) =>
      `Ya habías enviado este formulario: Kally tiene esa llamada, al ${phone}, tal como estaba entonces. Lo que has cambiado después no cuenta. Puedes cancelarla desde su tarjeta; para hacer otra, cierra este formulario y escribe /kally.`,
    choose: 'Elige un canal.',
    channel: {
      cannot_post: 'Kally no puede publicar ahí. Invítalo con /invite @Kally o elige otro sitio.',
      not_in_channel: 'No estás en ese canal, así que Kally no publica nada ahí por ti. Elige otro sitio.',
      membership_unknown:
        'Slack no ha dicho a tiempo si estás en ese canal. Inténtalo otra vez o elige otro sitio.',
    },
    proposalOver:
      'No se ha llamado a nadie: esta propuesta se descartó o ha caducado. Cierra el formulario y escribe /kally para hacer la llamada.',
    notConnected:
      'Tu cuenta de KallyAI ya no está conectada. Cierra el formulario y escribe /kally para conectarla.',
    notSaved: (reference) =>
      `No se ha podido guardar la llamada, así que no se ha llamado a nadie. Pulsa Llamar otra vez: será una sola llamada. Referencia: ${reference}`,
    slow: 'Kally no ha podido asegurarse a tiempo de que la llamada se guardara. Pulsa Llamar otra vez: será una sola llamada.',
  },
};

export const formWords: Record<Language, typeof en> = { en, es };
