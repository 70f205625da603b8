import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type CallingHours, nextAllowed } from './calling-hours.ts';
import { type DueFault, readDueTime, type WallTime, wallTimeAt } from './due-time.ts';
import { callLanguageFor, callLanguages, type Language, languages } from './language.ts';
import { formatPhone, type PhoneFault, readPhone } from './phone.ts';
import { type PlaceZone, placeZoneOf } from './place-zone.ts';

export const categories = ['restaurant', 'clinic', 'hotel', 'general'] as const;
export type Category = (typeof categories)[number];

/** KallyAI's own clients accept tasks of this length, in characters. */
export const taskLength = { min: 10, max: 1000 } as const;
export const partySizeRange = { min: 1, max: 50 } as const;
export const businessNameMax = 200;
export const nameMax = 100;
export const wishesMax = 300;

/** What may be arranged if the time asked for is not possible. Without one of these, KallyAI agrees to nothing else. */
export const otherTimes = ['within_30', 'within_60', 'same_day'] as const;
export type OtherTime = (typeof otherTimes)[number];

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a person confirmed: complete, checked, and enough to place the call. */
export const callRequestSchema = z.object({
  phone,
  task: z.string().min(taskLength.min).max(taskLength.max),
  category: z.enum(categories),
  callLanguage: z.enum(callLanguages),
  /** The language of the card and thread. */
  language: z.enum(languages),
  /** Of the business: dates and times of the request are by its clock. */
  timeZone: z.string(),
  /** The number may be in several zones, and nobody was asked, because no time depended on it. */
  isTimeZoneGuessed: z.literal(true).exactOptional(),
  /** The requester's own, if it is another. */
  requesterTimeZone: z.string().exactOptional(),
  businessName: z.string().max(businessNameMax).exactOptional(),
  name: z.string().max(nameMax).exactOptional(),
  callbackPhone: phone.exactOptional(),
  partySize: z.int().min(partySizeRange.min).max(partySizeRange.max).exactOptional(),
  date: z.iso.date().exactOptional(),
  time: time.exactOptional(),
  otherTime: z.enum(otherTimes).exactOptional(),
  /** What KallyAI should know besides, and not read out. */
  wishes: z.string().max(wishesMax).exactOptional(),
  /** Our id of the call whose arrangement this one is to cancel or change. */
  about: z.uuid().exactOptional(),
  /** If nobody answers, Kally tries again by itself, until the evening of the next day. */
  triesAgain: z.literal(true).exactOptional(),
  /** The time to which KallyAI's dialling was moved; without it, as soon as possible. */
  dialAt: z.object({ date: z.iso.date(), time }).exactOptional(),
});
export type CallRequest = z.infer<typeof callRequestSchema>;

/** When to call: at once, as soon as the business can be called, or at a time by its clock. */
export const whens = ['now', 'open', 'at'] as const;

/** What Kally does when nobody answers or the line is busy. */
export const ifNobodyChoices = ['leave', 'retry'] as const;

/** What KallyAI does if the time asked for is not possible. */
export const ifNotPossibleChoices = ['ask', ...otherTimes] as const;

/** A request still being typed: the unchecked values of the form. */
export const draftSchema = z.object({
  phone: z.string().exactOptional(),
  task: z.string().exactOptional(),
  category: z.enum(categories).exactOptional(),
  callLanguage: z.enum(callLanguages).exactOptional(),
  businessName: z.string().exactOptional(),
  name: z.string().exactOptional(),
  partySize: z.string().exactOptional(),
  date: z.string().exactOptional(),
  time: z.string().exactOptional(),
  /** Of the business, if its number does not tell. */
  timeZone: z.string().exactOptional(),
  when: z.enum(whens).exactOptional(),
  callDate: z.string().exactOptional(),
  callTime: z.string().exactOptional(),
  /** Which of two, if clocks go back over the time to call. */
  callOccurrence: z.enum(['first', 'second']).exactOptional(),
  ifNobody: z.enum(ifNobodyChoices).exactOptional(),
  ifNotPossible: z.enum(ifNotPossibleChoices).exactOptional(),
  wishes: z.string().exactOptional(),
  /** Empty: none is given. */
  callbackPhone: z.string().exactOptional(),
  about: z.uuid().exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;
export type DraftField = keyof Draft;

/** The details each category's form asks for, beside phone, task, category, business and language. */
export const detailsOf: Record<Category, readonly ('partySize' | 'date' | 'time' | 'name')[]> = {
  restaurant: ['partySize', 'date', 'time', 'name'],
  clinic: ['date', 'time', 'name'],
  hotel: ['date', 'name'],
  general: ['name'],
};

export type Fault =
  | PhoneFault
  | 'category_missing'
  | 'task_too_short'
  | 'task_too_long'
  | 'business_too_long'
  | 'name_too_long'
  | 'party_size_out_of_range'
  | 'date_unreadable'
  | 'date_past'
  | 'time_unreadable'
  | 'time_past'
  | 'time_without_date'
  | 'other_time_without_time'
  | 'other_time_without_date'
  | 'wishes_too_long'
  | 'zone_missing'
  | 'never_open'
  | DueFault['fault'];

export type Faults = Partial<Record<DraftField, Fault>>;

/** Where and when the person is: decides how a number is read and what is past. */
export type Reading = {
  now: number;
  timeZone: string;
  country: string | undefined;
  language: Language;
  /** The clock of the business, if its number tells: "tomorrow" is tomorrow there. */
  placeZone?: string;
};

/** What a draft asks for: the request, and when to call, unless at once. */
export type Asked = { request: CallRequest; due?: WallTime };

/** Checks a whole draft; leaves out fields that the category does not ask for. Dates and times are by the clock of the business. */
export function readCallRequest(
  draft: Draft,
  reading: Reading,
  hours: CallingHours,
): Asked | { faults: Faults } {
  const faults: Faults = {};
  const fault = (field: DraftField, found: Fault | undefined) => {
    if (found) faults[field] = found;
  };
  const category = draft.category;
  if (!category) fault('category', 'category_missing');
  const asked = new Set<string>(category ? detailsOf[category] : []);
  const detail = (field: 'partySize' | 'date' | 'time' | 'name') =>
    asked.has(field) ? filled(draft[field]) : undefined;

  const number = readPhone(draft.phone ?? '', reading.country);
  if ('fault' in number) fault('phone', number.fault);
  const task = (draft.task ?? '').trim();
  fault('task', faultOfTask(task));
  const businessName = filled(draft.businessName);
  if (businessName && businessName.length > businessNameMax) fault('businessName', 'business_too_long');
  const name = detail('name');
  if (name && name.length > nameMax) fault('name', 'name_too_long');
  const partySize = detail('partySize');
  fault('partySize', partySize ? faultOfPartySize(partySize) : undefined);
  const date = detail('date');
  const time = detail('time');
  const otherTime = asked.has('time') ? otherTimeOf(draft) : undefined;
  fault('ifNotPossible', otherTime && faultOfOtherTime(otherTime, date, time));
  const wishes = filled(draft.wishes?.replace(/[\s\p{Cc}]+/gu, ' '));
  if (wishes && wishes.length > wishesMax) fault('wishes', 'wishes_too_long');
  const callback = filled(draft.callbackPhone);
  const callbackNumber = callback ? readPhone(callback, reading.country) : undefined;
  if (callbackNumber && 'fault' in callbackNumber) fault('callbackPhone', callbackNumber.fault);
  const place =
    'phone' in number ? placeZoneOf(number.phone, filled(draft.timeZone), reading.timeZone) : undefined;
  const timeZone = place?.timeZone ?? reading.timeZone;
  Object.assign(faults, faultsOfWhen(date, time, { now: reading.now, timeZone }));
  if (place?.isOpen && (date || time || draft.when === 'at')) fault('timeZone', 'zone_missing');
  const due = place && readDue(draft, reading.now, place, hours);
  if (due && 'faults' in due) Object.assign(faults, due.faults);

  if (Object.keys(faults).length > 0 || 'fault' in number || !category || !place || !due || 'faults' in due)
    return { faults };
  return {
    ...due,
    request: callRequestSchema.parse({
      phone: number.phone,
      task,
      category,
      callLanguage: draft.callLanguage ?? callLanguageFor[reading.language],
      language: reading.language,
      timeZone,
      ...(place.isOpen && { isTimeZoneGuessed: true }),
      ...(timeZone !== reading.timeZone && { requesterTimeZone: reading.timeZone }),
      ...(businessName && { businessName }),
      ...(name && { name }),
      ...(partySize && { partySize: Number(partySize) }),
      ...(date && { date }),
      ...(time && { time }),
      ...(otherTime && { otherTime }),
      ...(wishes && { wishes }),
      ...(callbackNumber && 'phone' in callbackNumber && { callbackPhone: callbackNumber.phone }),
      ...(draft.about && { about: draft.about }),
      ...(draft.ifNobody === 'retry' && { triesAgain: true }),
    }),
  };
}

/** When a draft asks to call, unless at once. */
function readDue(
  { when = 'now', callDate, callTime, callOccurrence }: Draft,
  now: number,
  { timeZone, clocks }: PlaceZone,
  hours: CallingHours,
): { due?: WallTime } | { faults: Faults } {
  if (when === 'now') return {};
  if (when === 'open') {
    const at = nextAllowed(now, clocks, hours);
    if (at === undefined) return { faults: { when: 'never_open' } };
    return at === now ? {} : { due: wallTimeAt(at, timeZone) };
  }
  const [date, time] = [filled(callDate), filled(callTime)];
  if (!date) return { faults: { callDate: 'date_unreadable' } };
  if (!time) return { faults: { callTime: 'time_unreadable' } };
  const wall = { date, time, timeZone };
  const due = { ...wall, ...(callOccurrence && { occurrence: callOccurrence }) };
  const read = readDueTime(due, now);
  if ('instant' in read) return { due: wallTimeAt(read.instant, timeZone) };
  return { faults: { [faultyPart[read.fault]]: read.fault } };
}

const faultyPart: Record<DueFault['fault'], DraftField> = {
  due_unreadable: 'callTime',
  due_zone_unknown: 'timeZone',
  due_skipped: 'callTime',
  due_repeated: 'callTime',
  due_past: 'callTime',
  due_too_far: 'callDate',
};

/** The draft that would make this request again. */
export function draftOf(request: CallRequest): Draft {
  const { phone, task, category, callLanguage, businessName, name, partySize, date, time } = request;
  const { timeZone, requesterTimeZone, triesAgain, otherTime, wishes, callbackPhone = '', about } = request;
  return {
    phone,
    task,
    category,
    callLanguage,
    ...(businessName && { businessName }),
    ...(name && { name }),
    ...(partySize && { partySize: String(partySize) }),
    ...(date && { date }),
    ...(time && { time }),
    ...(requesterTimeZone && { timeZone }),
    ...(triesAgain && { ifNobody: 'retry' }),
    ...(otherTime && { ifNotPossible: otherTime }),
    ...(wishes && { wishes }),
    ...(about && { about }),
    callbackPhone: callbackPhone && formatPhone(callbackPhone),
  };
}

/** The draft with which somebody else makes the same call: as themselves, and with nothing that is for its requester alone. */
export function draftForOthers(request: CallRequest): Draft {
  const { name: _, wishes: _wishes, callbackPhone: _phone, about: _about, ...theirs } = draftOf(request);
  return theirs;
}

function otherTimeOf({ ifNotPossible = 'ask' }: Draft): OtherTime | undefined {
  return ifNotPossible === 'ask' ? undefined : ifNotPossible;
}

/** "Within 30 minutes" of nothing allows nothing. */
function faultOfOtherTime(
  otherTime: OtherTime,
  date: string | undefined,
  time: string | undefined,
): Fault | undefined {
  if (!date) return 'other_time_without_date';
  return time || otherTime === 'same_day' ? undefined : 'other_time_without_time';
}

function filled(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function faultOfTask(task: string): Fault | undefined {
  if (task.length < taskLength.min) return 'task_too_short';
  if (task.length > taskLength.max) return 'task_too_long';
}

function faultOfPartySize(text: string): Fault | undefined {
  const size = Number(text);
  const fits = Number.isInteger(size) && size >= partySizeRange.min && size <= partySizeRange.max;
  return fits ? undefined : 'party_size_out_of_range';
}

/** What is wrong with a day and a time of that day, by the person's clock. */
export function faultsOfWhen(
  date: string | undefined,
  time: string | undefined,
  reading: Pick<Reading, 'now' | 'timeZone'>,
): Faults {
  const day = date === undefined ? undefined : parsed(() => Temporal.PlainDate.from(date));
  const hour = time === undefined ? undefined : parsed(() => Temporal.PlainTime.from(time));
  if (date !== undefined && !day) return { date: 'date_unreadable' };
  if (time !== undefined && !hour) return { time: 'time_unreadable' };
  if (hour && !day) return { date: 'time_without_date' };
  if (!day) return {};
  const now = Temporal.Instant.fromEpochMilliseconds(reading.now).toZonedDateTimeISO(reading.timeZone);
  if (Temporal.PlainDate.compare(day, now) < 0) return { date: 'date_past' };
  if (hour && Temporal.PlainDateTime.compare(day.toPlainDateTime(hour), now.toPlainDateTime()) < 0)
    return { time: 'time_past' };
  return {};
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
