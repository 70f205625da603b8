import type { OtherTime } from '../../domain/call-request.ts';
import type { Language } from '../../domain/language.ts';

/** The card of a call, and where the call stands. */
const en = {
  callTo: (who: string) => `Call to ${who}`,
  for: (name: string) => `For ${name}`,
  numberEnding: (digits: string) => `a number ending in ${digits}`,
  party: { one: 'for 1 person', other: (count: string) => `for ${count} people` },
  timeThere: (time: string, place: string) => `${time} ${place} time`,
  otherTime: {
    within_30: 'or up to 30 minutes earlier or later',
    within_60: 'or up to an hour earlier or later',
    same_day: 'or any time that day',
  } satisfies Record<OtherTime, string>,
  name: (name: string) => `in the name of ${name}`,
  attempt: (number: string, most: string) => `Try ${number} of at most ${most}`,
  /** Where the form agreed to further tries, and there is none. */
  triesEnded: {
    voicemail: 'Kally does not try again by itself: it went to voicemail.',
    failed: 'Kally does not try a call again by itself that failed.',
    until_passed: 'Kally does not try again by itself: it may not call there before 6 PM on the next day.',
    number_rests: 'Kally does not try again by itself: this number has had as many calls as it may.',
    asked_time_over: 'Kally does not try again by itself: the time asked for would be over by then.',
    do_not_call: 'Kally does not try again by itself: this workspace does not call the number any more.',
    other: 'Kally does not try again by itself.',
  },
  fallback: (channel: string) => `Kally could not post in ${channel}, so this is for you alone.`,
  stages: {
    planned: 'Planned',
    queued: 'Waiting to be placed',
    placing: 'Placing the call…',
    placingNote: (time: string) => `Started at ${time}.`,
    callingSince: (time: string) => `On the phone since ${time}`,
    checkingTitle: 'Checking the call',
    askingAgain: 'Asking KallyAI once more…',
    checking: (until: string) =>
      `KallyAI gave no clear answer whether the phone rang. Kally keeps looking until ${until} and will not dial again before you say so.`,
  },
  delays: {
    kally_busy: 'KallyAI asks Kally to wait before it calls. Kally tries again by itself.',
    kally_knows_nothing: 'KallyAI does not find this call right now. Kally keeps asking.',
    kally_away: 'KallyAI cannot be reached right now. Kally keeps trying.',
    not_connected: 'Your KallyAI account is no longer connected. Connect it again to go on.',
    not_connected_elsewhere: 'KallyAI cannot be asked about this call right now.',
    unusually_long: 'This call is unusually long.',
    not_stopped: 'KallyAI did not stop this call: it goes on.',
  },
  untilAsked: (time: string) => `Kally keeps asking KallyAI how it goes until ${time}.`,
  untilGivenUp: (time: string) => `If that does not help by ${time}, Kally does not call.`,
  unknown: 'KallyAI did not say whether the call was made',
  unknownNext: 'Look in your KallyAI history, or ask the business, before you call again.',
  refused: 'Not called',
};

const es: typeof en = {
  callTo: (who) => `Llamada a ${who}`,
  for: (name) => `Para ${name}`,
  numberEnding: (digits) => `un número que acaba en ${digits}`,
  party: { one: 'para 1 persona', other: (count) => `para ${count} personas` },
  timeThere: (time, place) => `${time}, hora de ${place}`,
  otherTime: {
    within_30: 'o hasta 30 minutos antes o después',
    within_60: 'o hasta una hora antes o después',
    same_day: 'o a cualquier hora de ese día',
  },
  name: (name) => `a nombre de ${name}`,
  attempt: (number, most) => `Intento ${number} de ${most} como máximo`,
  triesEnded: {
    voicemail: 'Kally no vuelve a intentarlo por su cuenta: ha saltado el buzón de voz.',
    failed: 'Kally no vuelve a intentar por su cuenta una llamada que ha fallado.',
    until_passed:
      'Kally no vuelve a intentarlo por su cuenta: no puede llamar allí antes de las 18:00 del día siguiente.',
    number_rests:
      'Kally no vuelve a intentarlo por su cuenta: a este número ya se le ha llamado tanto como se puede.',
    asked_time_over:
      'Kally no vuelve a intentarlo por su cuenta: para entonces habría pasado la hora pedida.',
    do_not_call: 'Kally no vuelve a intentarlo por su cuenta: este espacio de trabajo ya no llama al número.',
    other: 'Kally no vuelve a intentarlo por su cuenta.',
  },
  fallback: (channel) => `Kally no ha podido publicar en ${channel}, así que esto es solo para ti.`,
  stages: {
    planned: 'Programada',
    queued: 'En espera',
    placing: 'Llamando…',
    placingNote: (time) => `Desde las ${time}.`,
    callingSince: (time) => `Al teléfono desde las ${time}`,
    checkingTitle: 'Comprobando la llamada',
    askingAgain: 'Preguntando otra vez a KallyAI…',
    checking: (until) =>
      `KallyAI no ha dejado claro si el teléfono sonó. Kally lo sigue mirando hasta las ${until} y no volverá a marcar sin que lo digas.`,
  },
  delays: {
    kally_busy: 'KallyAI pide a Kally que espere antes de llamar. Kally vuelve a intentarlo por su cuenta.',
    kally_knows_nothing: 'Ahora mismo KallyAI no encuentra esta llamada. Kally lo sigue preguntando.',
    kally_away: 'Ahora mismo no se puede contactar con KallyAI. Kally lo sigue intentando.',
    not_connected: 'Tu cuenta de KallyAI ya no está conectada. Conéctala otra vez para seguir.',
    not_connected_elsewhere: 'Ahora mismo no se puede preguntar a KallyAI por esta llamada.',
    unusually_long: 'Esta llamada dura más de lo normal.',
    not_stopped: 'KallyAI no ha cortado esta llamada: sigue en curso.',
  },
  untilAsked: (time) => `Kally le sigue preguntando a KallyAI cómo va hasta las ${time}.`,
  untilGivenUp: (time) => `Si a las ${time} sigue sin poder, Kally no llamará.`,
  unknown: 'KallyAI no ha dicho si la llamada se hizo',
  unknownNext: 'Mira tu historial en KallyAI o pregunta al negocio antes de volver a llamar.',
  refused: 'No se ha llamado',
};

export const cardWords: Record<Language, typeof en> = { en, es };
