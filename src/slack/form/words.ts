import type { Language } from '../../domain/language.ts';

/** The form for a call, and why it was not taken. */
const en = {
  submit: 'Call',
  category: 'What is it about?',
  savedPlaces: 'Called before',
  savedPlacesExample: 'A name or a number',
  phone: 'Phone number',
  phoneExample: '+44 20 7946 0958',
  phoneRead: (phone: string, country: string) => `Read as ${phone} · ${country}`,
  foundPhones: 'Numbers in the message',
  noPhoneFound: 'There is no phone number in the message. Enter the one to call.',
  business: 'Name of the business',
  task: 'What should Kally ask or arrange?',
  taskExample: 'Ask whether they repair bikes, and how long it takes.',
  partySize: 'How many people?',
  date: 'Date',
  time: 'Time',
  timesAreIn: (place: string) => `Times are in ${place} time.`,
  name: 'In whose name?',
  callLanguage: 'Language of the call',
  callback: (phone: string) =>
    `If they ask how to reach you, Kally says ${phone}. \`/kally preferences\` changes it.`,
  place: 'Where should Kally post how it goes?',
  places: { here: 'This channel', other: 'Another channel', me: 'Only me' },
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
  submission: {
    dayLimits: {
      number: (limit: string) =>
        `Nobody was called: the admins allow so many calls to one number within 24 hours, and this one has had them: ${limit}. Try again later.`,
      person: (limit: string) =>
        `Nobody was called: you have used all the calls that the admins allow you within 24 hours: ${limit}. Try again later, or ask an admin for more.`,
      workspace: (limit: string) =>
        `Nobody was called: this workspace has used all the calls that its admins allow within 24 hours: ${limit}. Try again later.`,
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
    /** What is wrong with the number stands beside it already. */
    asHinted: 'Nobody was called. Change the number and press Call again.',
    cannotPost: 'Kally cannot post there. Invite it with /invite @Kally, or choose another place.',
    notConnected:
      'Your KallyAI account is no longer connected. Close this form and type /kally to connect it.',
    notSaved: (reference: string) =>
      `Your call could not be saved, so nothing was called. Press Call again; it will be one call only. Reference: ${reference}`,
    slow: 'Kally could not make sure in time that your call was saved. Press Call again; it will be one call only.',
  },
};

const es: typeof en = {
  submit: 'Llamar',
  category: '¿De qué se trata?',
  savedPlaces: 'Ya has llamado a',
  savedPlacesExample: 'Un nombre o un número',
  phone: 'Número de teléfono',
  phoneExample: '+34 912 34 56 78',
  phoneRead: (phone, country) => `Leído como ${phone} · ${country}`,
  foundPhones: 'Números del mensaje',
  noPhoneFound: 'En el mensaje no hay ningún número. Escribe el que haya que llamar.',
  business: 'Nombre del negocio',
  task: '¿Qué quieres que Kally pregunte o gestione?',
  taskExample: 'Pregunta si arreglan bicis y cuánto tardan.',
  partySize: '¿Cuántas personas sois?',
  date: 'Fecha',
  time: 'Hora',
  timesAreIn: (place) => `Las horas son las de ${place}.`,
  name: '¿A nombre de quién?',
  callLanguage: 'Idioma de la llamada',
  callback: (phone) =>
    `Si preguntan cómo localizarte, Kally da el ${phone}. \`/kally preferencias\` lo cambia.`,
  place: '¿Dónde quieres que Kally cuente cómo va?',
  places: { here: 'En este canal', other: 'En otro canal', me: 'Solo a mí' },
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
  submission: {
    dayLimits: {
      number: (limit) =>
        `No se ha llamado a nadie: los administradores limitan las llamadas a un mismo número en 24 horas y este ya las ha recibido todas: ${limit}. Prueba más tarde.`,
      person: (limit) =>
        `No se ha llamado a nadie: ya has usado todas las llamadas que los administradores te permiten en 24 horas: ${limit}. Prueba más tarde o pide más a un administrador.`,
      workspace: (limit) =>
        `No se ha llamado a nadie: este espacio de trabajo ya ha usado todas las llamadas que sus administradores permiten en 24 horas: ${limit}. Prueba más tarde.`,
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
      `Ya habías enviado este formulario: Kally tiene esa llamada, al ${phone}, tal como estaba entonces. Lo que has cambiado después no cuenta. Puedes pararla desde su tarjeta; para hacer otra, cierra este formulario y escribe /kally.`,
    choose: 'Elige un canal.',
    asHinted: 'No se ha llamado a nadie. Cambia el número y pulsa Llamar otra vez.',
    cannotPost: 'Kally no puede publicar ahí. Invítalo con /invite @Kally o elige otro sitio.',
    notConnected:
      'Tu cuenta de KallyAI ya no está conectada. Cierra el formulario y escribe /kally para conectarla.',
    notSaved: (reference) =>
      `No se ha podido guardar la llamada y no se ha llamado a nadie. Pulsa Llamar otra vez: será una sola llamada. Referencia: ${reference}`,
    slow: 'Kally no ha podido asegurarse a tiempo de que la llamada se guardara. Pulsa Llamar otra vez: será una sola llamada.',
  },
};

export const formWords: Record<Language, typeof en> = { en, es };
