import type { Reminded } from '../../calls/remind.ts';
import type { ReminderFor } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';

const en = {
  reminder: (who: string) => `Reminder: ${who}`,
  code: (code: string) => `Confirmation number: ${code}`,
  line: {
    requester: (when: string) => `Private reminder: ${when}`,
    channel: (when: string) => `Reminder in this channel: ${when}`,
  } satisfies Record<ReminderFor, (when: string) => string>,
  faults: {
    too_late: 'It is less than two hours away, so Kally sends no reminder any more.',
    no_appointment:
      'Kally does not know for certain on which day and at what time it is, so it cannot remind you. Add it to your calendar.',
    channel_closed: 'Kally may not write in this channel any more. Press *Remind me* instead.',
    not_kept: (days: number) =>
      `Kally forgets calls after ${days} days, which is before that day. Add it to your calendar.`,
  } satisfies Record<Extract<Reminded, { fault: string }>['fault'], unknown>,
  things: { reservation: 'reservation', appointment: 'appointment' },
  of: (date: string, time: string) => `on ${date} at ${time}`,
  cancel: (thing: string, what: string) => `Cancel the ${thing}${what && ` ${what}`}.`,
};

const es: typeof en = {
  reminder: (who) => `Recordatorio: ${who}`,
  code: (code) => `Número de confirmación: ${code}`,
  line: {
    requester: (when) => `Recordatorio privado: ${when}`,
    channel: (when) => `Recordatorio en este canal: ${when}`,
  },
  faults: {
    too_late: 'Faltan menos de dos horas, así que Kally ya no envía recordatorio.',
    no_appointment:
      'Kally no sabe con certeza qué día y a qué hora es, así que no puede recordártelo. Añádelo a tu calendario.',
    channel_closed: 'Kally ya no puede escribir en este canal. Pulsa *Recordármelo*.',
    not_kept: (days) =>
      `Kally olvida las llamadas a los ${days} días, antes de esa fecha. Añádelo a tu calendario.`,
  },
  things: { reservation: 'reserva', appointment: 'cita' },
  of: (date, time) => `del ${date} a las ${time}`,
  cancel: (thing, what) => `Cancela la ${thing}${what && ` ${what}`}.`,
};

export const reminderWords: Record<Language, typeof en> = { en, es };
