import type { Language } from '../../domain/language.ts';

/** The card of a call, and where the call stands. */
const en = {
  callTo: (who: string) => `Call to ${who}`,
  for: 'For',
  party: { one: 'for 1 person', other: (count: string) => `for ${count} people` },
  timeThere: (time: string, place: string) => `${time} ${place} time`,
  name: (name: string) => `in the name of ${name}`,
  fallback: (channel: string) => `Kally could not post in ${channel}, so this is for you alone.`,
  stages: {
    planned: 'Planned',
    queued: 'Waiting to be placed',
    placing: 'Placing the call…',
    placingNote: (time: string) => `Started at ${time}. KallyAI may only answer when the call is over.`,
    callingSince: (time: string) => `On the phone since ${time}`,
    checkingTitle: 'Checking the call',
    checking:
      'The connection to KallyAI broke. Kally is finding out whether the call went through, and will not dial twice.',
  },
  delays: {
    kally_busy: 'KallyAI asks Kally to wait before it calls. Kally tries again by itself.',
    kally_away: 'KallyAI cannot be reached right now. Kally keeps trying.',
    not_connected: 'Your KallyAI account is no longer connected. Type `/kally login` to connect it again.',
    not_stopped: 'KallyAI did not stop this call: it goes on.',
  },
  statuses: {
    success: 'Call completed',
    no_answer: 'Nobody answered',
    busy: 'The line was busy',
    failed: 'The call failed',
    voicemail: 'It went to voicemail',
    cancelled: 'The call was cancelled',
    terminated: 'The call was terminated',
  },
  unknown: 'KallyAI did not say whether the call was made',
  unknownNext: 'Look in your KallyAI history, or ask the business, before you call again.',
  refused: 'Not called',
  reference: (id: string) => `Reference for KallyAI’s support: \`${id}\``,
};

const es: typeof en = {
  callTo: (who) => `Llamada a ${who}`,
  for: 'Para',
  party: { one: 'para 1 persona', other: (count) => `para ${count} personas` },
  timeThere: (time, place) => `${time}, hora de ${place}`,
  name: (name) => `a nombre de ${name}`,
  fallback: (channel) => `Kally no ha podido publicar en ${channel}, así que esto es solo para ti.`,
  stages: {
    planned: 'Programada',
    queued: 'En espera',
    placing: 'Llamando…',
    placingNote: (time) => `Inicio: ${time}. Puede que KallyAI no conteste hasta que acabe la llamada.`,
    callingSince: (time) => `Al teléfono · inicio: ${time}`,
    checkingTitle: 'Comprobando la llamada',
    checking:
      'Se ha cortado la conexión con KallyAI. Kally está averiguando si la llamada se hizo y no marcará dos veces.',
  },
  delays: {
    kally_busy: 'KallyAI pide a Kally que espere antes de llamar. Kally vuelve a intentarlo por su cuenta.',
    kally_away: 'Ahora mismo no se puede contactar con KallyAI. Kally lo sigue intentando.',
    not_connected:
      'Tu cuenta de KallyAI ya no está conectada. Escribe `/kally conectar` para conectarla otra vez.',
    not_stopped: 'KallyAI no ha parado esta llamada: sigue.',
  },
  statuses: {
    success: 'Llamada completada',
    no_answer: 'No ha contestado nadie',
    busy: 'La línea comunicaba',
    failed: 'La llamada ha fallado',
    voicemail: 'Ha saltado el buzón de voz',
    cancelled: 'La llamada se canceló',
    terminated: 'La llamada se dio por terminada',
  },
  unknown: 'KallyAI no ha dicho si la llamada se hizo',
  unknownNext: 'Mira tu historial en KallyAI o pregunta al negocio antes de volver a llamar.',
  refused: 'No se ha llamado',
  reference: (id) => `Referencia para el soporte de KallyAI: \`${id}\``,
};

export const cardWords: Record<Language, typeof en> = { en, es };
