import type { Language } from '../../domain/language.ts';
import type { Hold } from '../../domain/plan.ts';

/** A call that is planned for later. */
const en = {
  when: (date: string, time: string, place: string) => `on ${date}, at ${time} ${place} time`,
  yours: (time: string) => `${time} yours`,
  planned: (when: string) => `Kally calls ${when}`,
  plannedShort: (when: string) => `Planned ${when}`,
  plannedAgain: (when: string) => `Kally tries again ${when}`,
  /** What became of a planned call that was not dialled when it was due. */
  heldTitle: 'Not called yet: Kally asks you first',
  was: (when: string) => `The call was planned ${when}.`,
  held: {
    outside_hours: 'That was outside the hours in which Kally calls there, so nobody was called.',
    number_called:
      'Somebody in this workspace had Kally call the same number shortly before, so nobody was called.',
    balance_low: 'What is left at KallyAI may not be enough for this call, so nobody was called.',
    private_number: 'The number looks like a private person’s, so nobody was called.',
    late: 'Kally could not make it on time, so nobody was called.',
    due_gone: 'The clocks change there at that time, so it is not clear when to call. Nobody was called.',
    restored:
      'Kally was restored from a backup and cannot know whether this call was made or cancelled meanwhile. Look in your KallyAI history before you have it made.',
  } satisfies Record<Hold, string>,
  heldNext: 'Without an answer, Kally drops the call after a day.',
  none: 'Nothing is planned. Type `/kally` and choose when Kally should call.',
  movedOn: 'This call is being made already, or it is over.',
  noFurtherTry: 'Kally does not try this call again. Choose *Call again* to make a new one.',
  change: {
    title: 'When to call',
    submit: 'Change',
    intro: (who: string) => `When should Kally call ${who}?`,
    underWay: 'Changing it…',
    changed: (when: string) => `Done. Kally calls ${when}.`,
  },
  faults: {
    due_unreadable: 'Choose a date and a time.',
    due_zone_unknown: 'Kally does not know this time zone. Choose another.',
    due_past: (place: string) => `It is later than that in ${place} already. Choose a later time.`,
    due_too_far: 'Kally plans calls for the next 90 days. Choose an earlier day.',
    due_skipped: (before: string, after: string) =>
      `The clocks go forward there that night, so this time does not exist. Choose ${before} or ${after}.`,
    due_repeated: 'The clocks go back there that night, so this time comes twice. Choose another.',
  },
};

const es: typeof en = {
  when: (date, time, place) =>
    `el ${date}, ${time.startsWith('1:') ? 'a la' : 'a las'} ${time}, hora de ${place}`,
  yours: (time) => `${time} para ti`,
  planned: (when) => `Kally llama ${when}`,
  plannedShort: (when) => `Programada para ${when}`,
  plannedAgain: (when) => `Kally vuelve a intentarlo ${when}`,
  heldTitle: 'Todavía no se ha llamado: Kally te pregunta antes',
  was: (when) => `La llamada estaba prevista para ${when}.`,
  held: {
    outside_hours: 'Era fuera de las horas a las que Kally llama allí, así que no se ha llamado a nadie.',
    number_called:
      'Alguien de este espacio de trabajo acababa de pedir una llamada al mismo número, así que no se ha llamado a nadie.',
    balance_low:
      'Puede que lo que queda en KallyAI no baste para esta llamada, así que no se ha llamado a nadie.',
    private_number: 'El número parece de un particular, así que no se ha llamado a nadie.',
    late: 'Kally no ha podido llamar a tiempo, así que no se ha llamado a nadie.',
    due_gone: 'A esa hora cambian allí los relojes y no está claro cuándo llamar. No se ha llamado a nadie.',
    restored:
      'Kally se ha restaurado desde una copia de seguridad y no puede saber si esta llamada se hizo o se canceló entretanto. Mira tu historial en KallyAI antes de pedirla otra vez.',
  },
  heldNext: 'Si no contestas, Kally descarta la llamada al cabo de un día.',
  none: 'No hay nada programado. Escribe `/kally` y elige cuándo quieres que llame Kally.',
  movedOn: 'Esta llamada ya se está haciendo o ha terminado.',
  noFurtherTry: 'Kally ya no reintenta esta llamada. Elige *Volver a llamar* para hacer una nueva.',
  change: {
    title: 'Cuándo llamar',
    submit: 'Cambiar',
    intro: (who) => `¿Cuándo quieres que Kally llame a ${who}?`,
    underWay: 'Cambiando…',
    changed: (when) => `Hecho. Kally llama ${when}.`,
  },
  faults: {
    due_unreadable: 'Elige una fecha y una hora.',
    due_zone_unknown: 'Kally no conoce esta zona horaria. Elige otra.',
    due_past: (place) => `En ${place} ya es más tarde. Elige una hora posterior.`,
    due_too_far: 'Kally programa llamadas para los próximos 90 días. Elige un día anterior.',
    due_skipped: (before, after) =>
      `Esa noche se adelantan allí los relojes y esa hora no existe. Elige las ${before} o las ${after}.`,
    due_repeated: 'Esa noche se atrasan allí los relojes y esa hora se repite. Elige otra.',
  },
};

export const plannedWords: Record<Language, typeof en> = { en, es };
