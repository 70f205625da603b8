import type { Language } from '../../domain/language.ts';

/** The card of a call, and where the call stands. */
const en = {
  callTo: (who: string) => `Call to ${who}`,
  for: (name: string) => `For ${name}`,
  numberEnding: (digits: string) => `a number ending in ${digits}`,
  party: { one: 'for 1 person', other: (count: string) => `for ${count} people` },
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
    not_connected: 'Your KallyAI account is no longer connected. Connect it again to go on.',
    not_connected_elsewhere: 'KallyAI cannot be asked about this call right now.',
    not_stopped: 'KallyAI did not stop this call: it goes on.',
  },
  unknown: 'KallyAI did not say whether the call was made',
  unknownNext: 'Look in your KallyAI history, or ask the business, before you call again.',
  refused: 'Not called',
};

const es: typeof en = {
  callTo: (who) => `Llamada a ${who}`,
  for: (name) => `Para ${name}`,
  numberEnding: (digits) => `un número que acaba en ${digits}`,
  party: { one: 'para 1 persona', other: (count) => `para ${count} personas` },
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
    not_connected: 'Tu cuenta de KallyAI ya no está conectada. Conéctala otra vez para seguir.',
    not_connected_elsewhere: 'Ahora mismo no se puede preguntar a KallyAI por esta llamada.',
    not_stopped: 'KallyAI no ha parado esta llamada: sigue.',
  },
  unknown: 'KallyAI no ha dicho si la llamada se hizo',
  unknownNext: 'Mira tu historial en KallyAI o pregunta al negocio antes de volver a llamar.',
  refused: 'No se ha llamado',
};

export const cardWords: Record<Language, typeof en> = { en, es };
