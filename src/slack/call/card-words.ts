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
    not_stopped: 'KallyAI did not stop this call: it goes on.',
  },
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
    not_stopped: 'KallyAI no ha parado esta llamada: sigue.',
  },
  untilGivenUp: (time) => `Si a las ${time} sigue sin poder, Kally no llamará.`,
  unknown: 'KallyAI no ha dicho si la llamada se hizo',
  unknownNext: 'Mira tu historial en KallyAI o pregunta al negocio antes de volver a llamar.',
  refused: 'No se ha llamado',
};

export const cardWords: Record<Language, typeof en> = { en, es };
