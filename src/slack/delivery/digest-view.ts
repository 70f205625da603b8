import type { Digest } from '../../calls/announcer.ts';
import { outcomeKinds } from '../../domain/outcome-kind.ts';
import { type Message, note, section } from '../ui/blocks.ts';
import { formatsIn, placeOfTimeZone, slackMoment } from '../ui/formats.ts';
import { messageText } from '../ui/text.ts';
import { digestWords } from './digest-words.ts';

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
