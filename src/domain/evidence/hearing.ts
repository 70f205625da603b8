import { asksForANumber } from './codes.ts';
import { readDate } from './dates.ts';
import type { HeardCall } from './finished-call.ts';
import { namesGiven } from './names.ts';
import { isAskedIn, type Line, unaccented } from './speech.ts';
import { isQuestion } from './task.ts';
import { readTimes } from './times.ts';
import { words } from './words.ts';

/** What was spoken of before a line, which tells what its numbers may be. */
export type Hearing = {
  /** The business is about to spell a code. */
  isSpelling: boolean;
  /** The assistant asked for the number. */
  isCodeWanted: boolean;
  isPriceAsked: boolean;
  isTimeAsked: boolean;
  isDayAsked: boolean;
  isClosingAsked: boolean;
  /** By when something is to be done was asked. */
  isDeadlineAsked: boolean;
  isNameAsked: boolean;
  /** The business asked when somebody was born, and says the day again. */
  isBirthAsked: boolean;
  /** The prices of this call go into the hundreds. */
  isGrand: boolean;
  /** Times that the assistant named, or that were asked for. */
  proposed: readonly string[];
  /** The assistant took another time than the one that was asked for. */
  isOtherTaken: boolean;
  /** Days that the assistant named. */
  proposedDays: readonly string[];
  names: readonly string[];
  /** What the call is about, and what was last asked. */
  matter: string;
  /** The day that was last spoken of: "Thursday" is that Thursday. */
  lastDate?: string | undefined;
};

export const asks = {
  price:
    /\b(?:how much|costs?|prices?|admission|entry|charges?|fees?|rates?|quote|(?:does|will|would) (?:it|that|they) (?:run|come to|set)|(?:it|that) will come to|cuanto (?:cuestan?|salen?|valen?|cobra\w*|es|seria|costaria|me|le|queda|debe|hay que)|que (?:le|te|les|os)? ?(?:costar[ai]a?|cuesta|vale|sale)|precio|cobran?|(?:la|de) entrada|abono|presupuesto|tarifa|costo|costando|valiendo)\b/,
  time: /\b(?:when|time|check ?(?:in|out)|open|close|hours?|cuando|horas?|horario|abr\w+|cierr\w+)\b/,
  deadline: /\b(?:antes del?|antes de este|by (?=\w*day|the|then|when)|before (?=\w*day|the|then))\b/,
  day: /\b(?:when|days?|date|next|soon\w*|earliest|until|cuando|dias?|fecha|proxim\w+|hasta)\b/,
};
const namesMax = 6;
/** An assistant that talks on and on proposes nothing more. */
const clausesHeard = 20;

export function beforeAnything({ request }: Pick<HeardCall, 'request'>): Hearing {
  return {
    isSpelling: false,
    isCodeWanted: false,
    isPriceAsked: false,
    isTimeAsked: true,
    isDayAsked: true,
    isClosingAsked: false,
    isDeadlineAsked: false,
    isNameAsked: false,
    isBirthAsked: false,
    isGrand: false,
    proposed: request.time ? [request.time] : [],
    isOtherTaken: false,
    proposedDays: [],
    names: request.name ? [request.name] : [],
    matter: matterOf(request.task),
  };
}

/** What a line of the assistant leads one to expect of the next. */
export function afterAssistant(before: Hearing, line: Line, call: HeardCall): Hearing {
  const { request, language } = call;
  const isArranging = !isQuestion(call);
  const isPriceWanted = !isArranging && asks.price.test(unaccented(request.task));
  const proposedDays = datesOf(line, call, before.lastDate);
  const times = timesOf(line, call);
  const isOtherTaken =
    before.isOtherTaken ||
    (times.length > 0 && !times.includes(request.time ?? '') && words[language].accept.test(line.plain));
  return {
    ...before,
    isPriceAsked: isAskedIn(line, asks.price) || (isPriceWanted && !asks.time.test(line.plain)),
    isCodeWanted: asksForANumber(line, language),
    isClosingAsked: words[language].closing.test(line.plain),
    isDeadlineAsked: isAskedIn(line, asks.deadline),
    isTimeAsked: isArranging || asks.time.test(line.plain),
    isDayAsked:
      isArranging || request.date !== undefined || asks.day.test(line.plain) || proposedDays.length > 0,
    isOtherTaken,
    proposed: [...(request.time && !isOtherTaken ? [request.time] : []), ...times],
    proposedDays,
    matter: `${matterOf(request.task)} ${line.plain}`,
    names: [...before.names, ...namesGiven(line, before.isNameAsked)].slice(-namesMax),
  };
}

function matterOf(task: string): string {
  return unaccented(task).replaceAll('-', ' ');
}

/** The days that a line of the assistant names. */
export function datesOf(
  { clauses }: Line,
  { language, request, callDate }: HeardCall,
  lastDate?: string,
): string[] {
  return clauses
    .slice(0, clausesHeard)
    .flatMap(
      ({ digits }) => readDate(digits, language, { callDate, askedDate: request.date ?? lastDate }) ?? [],
    );
}

/** The times that a line of the assistant names. */
export function timesOf({ clauses }: Line, { language, request }: HeardCall): string[] {
  const around = { category: request.category, askedTime: request.time };
  return clauses.slice(0, clausesHeard).flatMap(({ digits }) => readTimes(digits, language, around).values);
}
