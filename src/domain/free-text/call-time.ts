import { Temporal } from 'temporal-polyfill';
import type { Draft, Reading } from '../call-request.ts';
import { daysIn } from './days.ts';
import { timesIn } from './times.ts';

const greeting = /(?:please|hey|hi|hello|kally|can you|could you|would you|por favor|hola|oye|puedes|podrias)/
  .source;
const verb = /(?:call|phone|ring|dial|llamar?|llame|llama|marcar?)\b/.source;
const lead =
  /(?:at|around|on|after|before|by|tomorrow|today|tonight|later|this|next|in the|in|first thing|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a las?|manana|pasado manana|hoy|el|este|despues|antes|a primera hora|dentro de|en)\b/
    .source;
const asked =
  /(?:ask|book|reserve|tell|find|see|check|get|make|order|cancel|confirm|request|enquire|inquire|let|say|schedule|arrange|pregunt|reserv|pid|ped|di\b|dile|diles|decir|cancel|anul|confirm|averigu|concert|saber|comprob|avis|encarg)/
    .source;

/** "Call … at 5pm and ask", and behind a number, which is blank here, "at 5pm and ask". */
const callAt = new RegExp(
  `^(?:[^a-z]*(?:${greeting},?\\s+)*${verb}[^,;.!?\\n]{0,60}?\\s|[^a-z]*)(?=${lead})([^;!?\\n]{0,50}?)\\s(?:and|to|y|para)\\s+(?=${asked})`,
);

/** Up to where a folded text says when to call, which is no time of the appointment; 0 where it does not. */
export function endOfCallTime(text: string): number {
  return callAt.exec(text)?.[0].length ?? 0;
}

/** Businesses are there from about then. */
const firstThing = '09:00';
const openHours = { between: [7.9, 19.9] as const };

/** When to call, as a folded text plainly says: "at 5pm and ask", "mañana a primera hora y pregunta". */
export function callTimeIn(text: string, reading: Reading): Pick<Draft, 'when' | 'callDate' | 'callTime'> {
  const said = callAt.exec(text)?.[1];
  if (!said) return {};
  const inWhile = relative(said);
  const now = Temporal.Instant.fromEpochMilliseconds(reading.now).toZonedDateTimeISO(
    reading.placeZone ?? reading.timeZone,
  );
  if (inWhile) {
    const at = now.add(inWhile);
    return { when: 'at', callDate: at.toPlainDate().toString(), callTime: minuteOf(at.toPlainTime()) };
  }
  const isFirst = /\b(?:first thing|a primera hora)\b/.test(said);
  const { days, rest } = daysIn(said, reading);
  const hours = timesIn(rest, openHours);
  const [day, hour] = [
    days.length === 1 ? days[0]?.date : undefined,
    hours.length === 1 ? hours[0]?.time : undefined,
  ];
  const callTime = hour ?? (isFirst ? firstThing : undefined);
  if (!day && !callTime && days.length + hours.length === 0) return {};
  const isPassed = callTime !== undefined && callTime <= minuteOf(now.toPlainTime());
  const soonest = now
    .toPlainDate()
    .add({ days: isPassed ? 1 : 0 })
    .toString();
  const callDate = day ?? (days.length === 0 && callTime ? soonest : undefined);
  return { when: 'at', ...(callDate && { callDate }), ...(callTime && { callTime }) };
}

const amounts: Record<string, number> = {
  a: 1,
  an: 1,
  una: 1,
  un: 1,
  'half an': 0.5,
  media: 0.5,
  two: 2,
  dos: 2,
};

function relative(said: string): { minutes: number } | undefined {
  const [, amount = '', unit = ''] =
    /^(?:in|dentro de|en) (\d{1,3}|half an|an?|una?|media|two|dos) (minutes?|mins?|minutos?|hours?|horas?)\b/.exec(
      said.trim(),
    ) ?? [];
  const count = amounts[amount] ?? Number(amount);
  if (!amount || !Number.isFinite(count)) return undefined;
  return { minutes: Math.round(count * (unit.startsWith('h') ? 60 : 1)) };
}

function minuteOf(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
