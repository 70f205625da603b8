import type { Language } from '../../domain/call-request.ts';

const en = {
  stop: 'Stop',
  stopFor: (who: string) => `Stop the call to ${who}`,
  stopping: 'Stopping the call…',
  stopped: 'Stopped',
  stoppedAfter: (length: string) => `Stopped after ${length}`,
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
  more: 'More about this call',
};

export type CallActionWords = typeof en;

const es: CallActionWords = {
  stop: 'Parar',
  stopFor: (who) => `Parar la llamada a ${who}`,
  stopping: 'Parando la llamada…',
  stopped: 'Parada',
  stoppedAfter: (length) => `Parada a los ${length}`,
  stoppedBefore: 'Cancelada antes de que sonara ningún teléfono',
  endedFirst: 'Terminó antes de que se pudiera parar.',
  stoppedBy: (who) => `ha parado tu llamada a ${who}.`,
  stopAnswers: {
    already_ended: 'Esta llamada ya había terminado, así que no había nada que parar.',
    too_late: 'KallyAI dice que ya es tarde para parar esta llamada, así que sigue.',
    not_offered: 'Tu cuenta de KallyAI no permite parar llamadas, así que esta sigue.',
    not_allowed:
      'KallyAI no ha dejado que Kally pare esta llamada, así que sigue. Escribe `/kally login` para conectar otra vez la cuenta.',
    later:
      'Todavía no se le puede decir a KallyAI que pare esta llamada. Kally lo sigue intentando hasta que se pare o termine.',
  },
  more: 'Más sobre esta llamada',
};

export function callActionWords(language: Language): CallActionWords {
  return { en, es }[language];
}
