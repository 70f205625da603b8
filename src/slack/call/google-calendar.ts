import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, CalendarStart } from '../../kally/calendar.ts';
import { shorten } from '../ui/text.ts';

/** Slack takes no longer address of a button. */
const urlMax = 3_000;
const textMax = 200;

/** The page of Google Calendar that offers this event to be added: https://developers.google.com/workspace/calendar */
export function googleCalendarUrl({ startsAt, endsAt, summary, location }: CalendarEvent): string {
  const url = new URL('https://calendar.google.com/calendar/render');
  const dates = `${written(startsAt)}/${written(endsAt ?? laterThan(startsAt))}`;
  const fields = { action: 'TEMPLATE', text: summary, dates, location };
  for (const [name, value] of Object.entries(fields))
    if (value) url.searchParams.set(name, shorten(value, textMax));
  return url.href.slice(0, urlMax);
}

/** Without a zone it is on the clock of whoever adds it, as in the file. */
function written({ date, time, timeZone }: CalendarStart): string {
  if (!time) return date.replaceAll('-', '');
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const inUtc = timeZone && local.toZonedDateTime(timeZone).withTimeZone('UTC').toPlainDateTime();
  const text = (inUtc || local).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  return inUtc ? `${text}Z` : text;
}

/** Google wants an end: an hour later, or the next day. */
function laterThan({ date, time, ...zone }: CalendarStart): CalendarStart {
  if (!time) return { date: Temporal.PlainDate.from(date).add({ days: 1 }).toString() };
  const end = Temporal.PlainDateTime.from(`${date}T${time}`).add({ hours: 1 });
  return {
    date: end.toPlainDate().toString(),
    time: end.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...zone,
  };
}
