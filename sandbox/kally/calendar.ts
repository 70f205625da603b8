import { Temporal } from 'temporal-polyfill';
import type { Appointment } from './language-pack.ts';
import type { Submission } from './submission.ts';

const hours: Record<Submission['task_category'], number> = {
  restaurant: 2,
  clinic: 1,
  hotel: 20,
  general: 1,
};

interface CalendarEvent {
  callId: string;
  appointment: Appointment;
  timezone: string;
  submission: Submission;
  highlights: string;
  stampedAt: Date;
}

/** An RFC 5545 file with one event, in UTC. */
export function calendarFile(event: CalendarEvent): string {
  const { appointment, submission } = event;
  const start = Temporal.PlainDateTime.from(`${appointment.date}T${appointment.time}`).toZonedDateTime(
    event.timezone,
  );
  const end = start.add({ hours: hours[submission.task_category] });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//KallyAI sandbox//Calls//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.callId}@sandbox.kallyai.example`,
    `DTSTAMP:${utc(event.stampedAt.getTime())}`,
    `DTSTART:${utc(start.epochMilliseconds)}`,
    `DTEND:${utc(end.epochMilliseconds)}`,
    `SUMMARY:${escaped(summaryOf(submission))}`,
    ...(submission.business_name ? [`LOCATION:${escaped(submission.business_name)}`] : []),
    `DESCRIPTION:${escaped(event.highlights)}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function summaryOf(submission: Submission): string {
  const business = submission.business_name ?? submission.respondent_phone;
  const party = submission.party_size ? ` for ${submission.party_size}` : '';
  const kinds = {
    restaurant: `Table${party}`,
    clinic: 'Appointment',
    hotel: `Room${party}`,
    general: 'Appointment',
  };
  return `${kinds[submission.task_category]}, ${business}`;
}

function utc(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines are at most 75 octets, and a character is never cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const character of line) {
    const limit = rows.length === 0 ? 75 : 74;
    if (Buffer.byteLength(row + character) > limit) {
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return [...rows, row].join('\r\n ');
}
