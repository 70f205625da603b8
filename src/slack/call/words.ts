import type { Language } from '../../domain/language.ts';

const en = {
  /** The label, and what a screen reader says: it makes sense by itself, and begins with the label, by which people press who speak to their machine. */
  actions: {
    stop: { label: 'Stop', spoken: (who: string) => `Stop the call to ${who}` },
    /** The same before it rings. */
    takeBack: { label: 'Stop', spoken: (who: string) => `Stop the call to ${who}` },
    callNow: { label: 'Call now', spoken: (who: string) => `Call now: ${who}` },
    changeTime: { label: 'Change', spoken: (who: string) => `Change when Kally calls ${who}` },
    cancel: { label: 'Cancel', spoken: (who: string) => `Cancel the planned call to ${who}` },
    tryIn10: {
      label: 'Try again in 10 min',
      spoken: (who: string) => `Try again in 10 minutes: the call to ${who}`,
    },
    tryIn45: { label: 'In 45 min', spoken: (who: string) => `In 45 minutes, try again: the call to ${who}` },
    tryTomorrow: {
      label: 'Tomorrow at 9 there',
      spoken: (who: string) => `Tomorrow at 9 there, try again: the call to ${who}`,
    },
    checkAgain: {
      label: 'Check again',
      spoken: (who: string) => `Check again what became of the call to ${who}`,
    },
    again: { label: 'Call again', spoken: (who: string) => `Call again: ${who}` },
    edit: { label: 'Edit and try again', spoken: (who: string) => `Edit and try again: the call to ${who}` },
    calendar: {
      label: 'Add to calendar',
      spoken: (who: string) => `Add to calendar: the appointment at ${who}`,
    },
    share: { label: 'Share', spoken: (who: string) => `Share the result of the call to ${who}` },
    remindMe: { label: 'Remind me', spoken: (who: string) => `Remind me two hours before: ${who}` },
    remindChannel: {
      label: 'Remind the channel',
      spoken: (who: string) => `Remind the channel two hours before: ${who}`,
    },
    dropReminder: { label: 'No reminder', spoken: (who: string) => `No reminder after all: ${who}` },
    changeBooking: {
      label: 'Call to cancel or change',
      spoken: (who: string) => `Call to cancel or change: ${who}`,
    },
    reschedule: { label: 'Reschedule', spoken: (who: string) => `Reschedule the call to ${who}` },
    details: { label: 'Details', spoken: (who: string) => `Details of the call to ${who}` },
    transcript: { label: 'Transcript', spoken: (who: string) => `Transcript of the call to ${who}` },
    recording: { label: 'Recording', spoken: (who: string) => `Recording of the call to ${who}` },
    connect: { label: 'Connect KallyAI', spoken: (who: string) => `Connect KallyAI to call ${who}` },
    keepAway: { label: 'Never call again', spoken: (who: string) => `Never call again: ${who}` },
  },
  keepAway: {
    sure: {
      title: 'Never call them again?',
      text: 'They asked for it. The number goes on the do-not-call list, and nobody in this workspace can have it called until an admin lifts it. Admins see that you did this.',
      confirm: 'Never call again',
      deny: 'Not now',
    },
    added: (phone: string) =>
      `${phone} is on the do-not-call list. Nobody in this workspace can have it called now.`,
    already: (phone: string) => `${phone} was on the do-not-call list already. Nothing was changed.`,
    underWay: {
      one: (_count: string) => 'Another call to it is under way, and goes on.',
      other: (count: string) => `${count} other calls to it are under way, and go on.`,
    },
    notAsked:
      'In this call, they did not ask to be left alone. An admin can put any number on the do-not-call list with `/kally admin`.',
  },
  waiting: 'Waiting for KallyAI to dial',
  scheduled: 'Scheduled for later',
  scheduledFor: (when: string) => `Scheduled for ${when}`,
  stopping: 'Stopping the call…',
  /** Somebody may be speaking. */
  sure: {
    title: 'Hang up?',
    text: 'Somebody may be speaking with Kally right now.',
    confirm: 'Hang up',
    deny: 'Let them talk',
  },
  stoppedBefore: 'Cancelled before anybody’s phone rang',
  endedFirst: 'It ended before it could be stopped.',
  /** After the name of an admin. */
  stoppedBy: (who: string) => `stopped your call to ${who}.`,
  stopAnswers: {
    already_ended: 'This call had already ended, so there was nothing to stop.',
    too_late: 'KallyAI says that it is too late to stop this call, so it goes on.',
    not_offered: 'Your KallyAI account does not offer stopping calls, so this one goes on.',
    not_allowed:
      'KallyAI did not let Kally stop this call, so it goes on. Type `/kally login` to connect the account again.',
    later: 'KallyAI cannot be told yet to stop this call. Kally keeps trying until it is stopped or over.',
  },
  recording: {
    ready: 'The recording of this call is ready.',
    lasting: (length: string) => `The recording of this call is ready. It lasts ${length}.`,
    listen: 'Listen at KallyAI',
    note: 'The link is KallyAI’s and meant for you. Whoever has it may be able to listen.',
    none: 'KallyAI has no recording of this call.',
    notOffered: 'Your KallyAI account does not offer recordings.',
  },
  calendar: {
    entry: (when: string) => `The calendar entry of this call, for ${when}.`,
    entryOnly: 'The calendar entry of this call.',
  },
  reschedule: {
    title: 'Reschedule the call',
    submit: 'Reschedule',
    intro: (who: string) => `When should KallyAI make the call to ${who}?`,
    underWay: 'Telling KallyAI…',
    when: (date: string, time: string, place: string) => `${date}, ${time} (${place} time)`,
    moved: (when: string) => `Done. KallyAI makes the call on ${when}.`,
    movedBy: (person: string, when: string) =>
      `${person} rescheduled this call: KallyAI makes it on ${when}.`,
    notThen: 'KallyAI cannot call at that time. Choose another.',
    answers: {
      too_late: 'It is too late to reschedule this call: KallyAI is making it, or it is over.',
      not_offered: 'Your KallyAI account does not offer rescheduling, so the call stays as it is.',
      approved_as_is:
        'This call was approved for the time it has. Stop it and ask for another call to have it at another time.',
    },
  },
  share: {
    title: 'Share the result',
    submit: 'Share',
    channel: 'In which channel?',
    what: 'What may be read there?',
    extents: { result: 'How the call went', transcript: 'How it went, and the transcript' },
    health: 'This call was about health. Everybody in the channel will be able to read the details.',
    masked: 'The message says that you shared it, and shows only the end of the number.',
    transcriptsPrivate:
      'The admins of this workspace keep transcripts to whoever asked for the call. Share the result alone.',
    underWay: 'Sharing it…',
    shared: (channel: string) => `Shared in ${channel}.`,
    sharedBy: (person: string) => `Shared by ${person}`,
  },
};

export type CallActionWords = typeof en;

const es: CallActionWords = {
  actions: {
    stop: { label: 'Colgar', spoken: (who) => `Colgar la llamada a ${who}` },
    takeBack: { label: 'Cancelar', spoken: (who) => `Cancelar la llamada a ${who}` },
    callNow: { label: 'Llamar ahora', spoken: (who) => `Llamar ahora a ${who}` },
    changeTime: { label: 'Cambiar', spoken: (who) => `Cambiar cuándo llama Kally a ${who}` },
    cancel: { label: 'Cancelar', spoken: (who) => `Cancelar la llamada programada a ${who}` },
    tryIn10: {
      label: 'Reintentar en 10 min',
      spoken: (who) => `Reintentar en 10 minutos la llamada a ${who}`,
    },
    tryIn45: { label: 'En 45 min', spoken: (who) => `En 45 minutos, reintentar la llamada a ${who}` },
    tryTomorrow: {
      label: 'Mañana a las 9, hora de allí',
      spoken: (who) => `Mañana a las 9, hora de allí, reintentar la llamada a ${who}`,
    },
    checkAgain: { label: 'Comprobar otra vez', spoken: (who) => `Comprobar otra vez la llamada a ${who}` },
    again: { label: 'Volver a llamar', spoken: (who) => `Volver a llamar a ${who}` },
    edit: { label: 'Corregir y reintentar', spoken: (who) => `Corregir y reintentar la llamada a ${who}` },
    calendar: { label: 'Añadir al calendario', spoken: (who) => `Añadir al calendario la cita en ${who}` },
    share: { label: 'Compartir', spoken: (who) => `Compartir el resultado de la llamada a ${who}` },
    remindMe: { label: 'Recordármelo', spoken: (who) => `Recordármelo dos horas antes: ${who}` },
    remindChannel: {
      label: 'Recordarlo en el canal',
      spoken: (who) => `Recordarlo en el canal dos horas antes: ${who}`,
    },
    dropReminder: { label: 'Sin recordatorio', spoken: (who) => `Sin recordatorio, al final: ${who}` },
    changeBooking: {
      label: 'Llamar para cancelar o cambiar',
      spoken: (who) => `Llamar para cancelar o cambiar: ${who}`,
    },
    reschedule: { label: 'Cambiar la hora', spoken: (who) => `Cambiar la hora de la llamada a ${who}` },
    details: { label: 'Detalles', spoken: (who) => `Detalles de la llamada a ${who}` },
    transcript: { label: 'Transcripción', spoken: (who) => `Transcripción de la llamada a ${who}` },
    recording: { label: 'Grabación', spoken: (who) => `Grabación de la llamada a ${who}` },
    connect: { label: 'Conectar KallyAI', spoken: (who) => `Conectar KallyAI para llamar a ${who}` },
    keepAway: { label: 'No llamar más', spoken: (who) => `No llamar más a ${who}` },
  },
  keepAway: {
    sure: {
      title: '¿No llamarles más?',
      text: 'Lo han pedido. El número va a la lista de no llamar y nadie de este espacio de trabajo podrá llamarlo hasta que un administrador lo quite. Los administradores verán que lo has hecho tú.',
      confirm: 'No llamar más',
      deny: 'Ahora no',
    },
    added: (phone) =>
      `El ${phone} está en la lista de no llamar. Ya nadie de este espacio de trabajo puede llamarlo.`,
    already: (phone) => `El ${phone} ya estaba en la lista de no llamar. No se ha cambiado nada.`,
    underWay: {
      one: () => 'Hay otra llamada en curso a ese número, y sigue adelante.',
      other: (count) => `Hay otras ${count} llamadas en curso a ese número, y siguen adelante.`,
    },
    notAsked:
      'En esta llamada no pidieron que no se les vuelva a llamar. Un administrador puede añadir cualquier número a la lista de no llamar con `/kally administrar`.',
  },
  waiting: 'Esperando a que KallyAI marque',
  scheduled: 'Programada para más tarde',
  scheduledFor: (when) => `Programada para el ${when}`,
  stopping: 'Cortando la llamada…',
  sure: {
    title: '¿Colgar?',
    text: 'Puede que alguien esté hablando con Kally ahora mismo.',
    confirm: 'Colgar',
    deny: 'Dejar que hablen',
  },
  stoppedBefore: 'Cancelada antes de que sonara ningún teléfono',
  endedFirst: 'Terminó antes de que se pudiera colgar.',
  stoppedBy: (who) => `ha cortado tu llamada a ${who}.`,
  stopAnswers: {
    already_ended: 'Esta llamada ya había terminado, así que no había nada que cortar.',
    too_late: 'KallyAI dice que ya es tarde para cortar esta llamada, así que sigue.',
    not_offered: 'Tu cuenta de KallyAI no permite cortar llamadas, así que esta sigue.',
    not_allowed:
      'KallyAI no ha dejado que Kally corte esta llamada, así que sigue. Escribe `/kally conectar` para conectar otra vez la cuenta.',
    later:
      'Todavía no se le puede decir a KallyAI que corte esta llamada. Kally lo sigue intentando hasta que se corte o termine.',
  },
  recording: {
    ready: 'La grabación de esta llamada está lista.',
    lasting: (length) => `La grabación de esta llamada está lista. Dura ${length}.`,
    listen: 'Escuchar en KallyAI',
    note: 'El enlace es de KallyAI y es para ti. Quien tenga el enlace podría escucharla.',
    none: 'KallyAI no tiene grabación de esta llamada.',
    notOffered: 'Tu cuenta de KallyAI no ofrece grabaciones.',
  },
  calendar: {
    entry: (when) => `La cita de esta llamada, para el ${when}.`,
    entryOnly: 'La cita de esta llamada.',
  },
  reschedule: {
    title: 'Cambiar la hora',
    submit: 'Cambiar',
    intro: (who) => `¿Cuándo quieres que KallyAI haga la llamada a ${who}?`,
    underWay: 'Avisando a KallyAI…',
    when: (date, time, place) => `${date}, ${time} (hora de ${place})`,
    moved: (when) => `Hecho. KallyAI hará la llamada el ${when}.`,
    movedBy: (person, when) => `${person} ha cambiado la hora de esta llamada: KallyAI la hará el ${when}.`,
    notThen: 'KallyAI no puede llamar a esa hora. Elige otra.',
    answers: {
      too_late: 'Ya es tarde para cambiar la hora de esta llamada: KallyAI la está haciendo o ha terminado.',
      not_offered: 'Tu cuenta de KallyAI no permite cambiar la hora, así que la llamada queda como está.',
      approved_as_is:
        'Esta llamada se aprobó para la hora que tiene. Cancélala y pide otra si la quieres a otra hora.',
    },
  },
  share: {
    title: 'Compartir el resultado',
    submit: 'Compartir',
    channel: '¿En qué canal?',
    what: '¿Qué se podrá leer allí?',
    extents: { result: 'Cómo ha ido la llamada', transcript: 'Cómo ha ido y la transcripción' },
    health: 'Esta llamada era sobre salud. Todo el mundo en el canal podrá leer los detalles.',
    masked: 'El mensaje dice que lo has compartido tú y solo muestra el final del número.',
    transcriptsPrivate:
      'Los administradores de este espacio de trabajo reservan las transcripciones a quien pidió la llamada. Comparte solo el resultado.',
    underWay: 'Compartiendo…',
    shared: (channel) => `Compartido en ${channel}.`,
    sharedBy: (person) => `Compartido por ${person}`,
  },
};

export const callActionWords: Record<Language, CallActionWords> = { en, es };
