import type { Call } from '../../domain/call.ts';
import { type DueFault, wallTimeAt } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import type { Plan } from '../../domain/plan.ts';
import { formatsIn, placeOfTimeZone } from '../ui/formats.ts';
import { plannedWords } from './due-words.ts';

/**
 * "on Monday, November 30, at 9:05 AM London time (4:05 AM yours)". In mark-up, Slack writes the second time on the clock of whoever
 * reads it; plain, it is the requester's.
 */
export function dueText(
  language: Language,
  { request, confirmedAt }: Call,
  { due, dueAt }: Plan,
  { isMarkup = false } = {},
): string {
  const words = plannedWords[language];
  const ownZone = request.requesterTimeZone ?? request.timeZone;
  const formats = formatsIn(language, ownZone);
  const there = words.when(
    formats.date(due.date, confirmedAt),
    formats.time(due.time),
    placeOfTimeZone(due.timeZone, language),
  );
  const own = wallTimeAt(dueAt, ownZone);
  if (own.date === due.date && own.time === due.time) return there;
  const isSameDay = own.date === due.date;
  const ownTime = isSameDay
    ? formats.time(own.time)
    : `${formats.date(own.date, confirmedAt)}, ${formats.time(own.time)}`;
  const pattern = isSameDay ? '{time}' : '{date_short}, {time}';
  return `${there} (${words.yours(isMarkup ? `<!date^${Math.floor(dueAt / 1000)}^${pattern}|${ownTime}>` : ownTime)})`;
}

/** What is wrong with a time to call. */
export function dueFaultText(language: Language, timeZone: string, fault: DueFault): string {
  const { faults } = plannedWords[language];
  const { time } = formatsIn(language, timeZone);
  switch (fault.fault) {
    case 'due_past':
      return faults.due_past(placeOfTimeZone(timeZone, language));
    case 'due_skipped':
      return faults.due_skipped(time(fault.before), time(fault.after));
    default:
      return faults[fault.fault];
  }
}
