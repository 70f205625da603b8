import type { Digest } from '../../calls/announcer.ts';
import type { Language } from '../../domain/language.ts';
import { type OutcomeKind, outcomeKinds } from '../../domain/outcome-kind.ts';
import { type Message, note, section } from '../ui/blocks.ts';
import { formatsIn, placeOfTimeZone, slackMoment } from '../ui/formats.ts';
import { messageText } from '../ui/text.ts';

/** In a channel, once a day: what its calls came to, in numbers. */
export function digestMessage({ language, timeZone, at, since, tally }: Digest): Message {
  const words = digestWords[language];
  const { number, plural, moment, time } = formatsIn(language, timeZone);
  const { calls, kinds } = tally;
  const when = slackMoment(since, moment(since));
  const came = outcomeKinds
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => `${number(kinds[kind])} ${words.kinds[kind]}`);
  const said = words.calls[plural(calls)](number(calls), when, came.join(', '));
  const why = words.why(time(at), placeOfTimeZone(timeZone, language));
  return { text: messageText([said, why]), blocks: [section(said), note(why)] };
}

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
    stopped: 'detenidas',
    refused: 'sin hacer',
    under_way: 'en curso',
  },
  why: (time, place) =>
    `Kally lo dice aquí todos los días a las ${time} (hora de ${place}), porque lo quiere un administrador.`,
};

export const digestWords: Record<Language, typeof en> = { en, es };
