import type { Language } from '../../domain/language.ts';
import type { OutcomeKind } from '../../domain/outcome-kind.ts';

/** What a channel reads once a day. */
const en = {
  calls: {
    one: (count: string, since: string, came: string) =>
      `*${count} call* in this channel since ${since}: ${came}.`,
    other: (count: string, since: string, came: string) =>
      `*${count} calls* in this channel since ${since}: ${came}.`,
  },
  kinds: {
    arranged: 'arranged',
    answered: 'answered',
    declined: 'declined',
    not_reached: 'to try again',
    unclear: 'not clear',
    stopped: 'stopped',
    refused: 'not called',
    under_way: 'not over',
  } satisfies Record<OutcomeKind, string>,
  why: (time: string, place: string) =>
    `Kally says this every day at ${time} (${place} time), because an admin wants it here.`,
};

const es: typeof en = {
  calls: {
    one: (count, since, came) => `*${count} llamada* en este canal desde ${since}: ${came}.`,
    other: (count, since, came) => `*${count} llamadas* en este canal desde ${since}: ${came}.`,
  },
  kinds: {
    arranged: 'con acuerdo',
    answered: 'con respuesta',
    declined: 'con un no',
    not_reached: 'para volver a intentar',
    unclear: 'sin aclarar',
    stopped: 'cortadas',
    refused: 'sin hacer',
    under_way: 'en curso',
  },
  why: (time, place) =>
    `Kally lo dice aquí todos los días a las ${time} (hora de ${place}), porque así lo ha pedido un administrador.`,
};

export const digestWords: Record<Language, typeof en> = { en, es };
