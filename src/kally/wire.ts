import { z } from 'zod';
import type { TranscriptLine } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import { instructionsFor } from '../domain/instructions.ts';
import { callLanguageFor } from '../domain/language.ts';
import { isLoopback } from '../domain/loopback.ts';
import { decisive } from './salvage.ts';
import { statusOf } from './status.ts';

/** Ids become part of a path: no slash, and no leading dot, since `..` would climb even when percent-encoded. */
export const callIdSchema = z.string().regex(/^[\w:~-][\w.:~-]{0,127}$/);

/** Null and missing mean the same on the wire. */
function optional<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((value) => value ?? undefined);
}

type OptionalKeys<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type Present<T> = { [K in Exclude<keyof T, OptionalKeys<T>>]: T[K] } & {
  [K in OptionalKeys<T>]?: Exclude<T[K], undefined>;
} extends infer Flat
  ? { [K in keyof Flat]: Flat[K] }
  : never;

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** Salvaging leaves undefined in place of an item that it left out; this drops it. */
function list<S extends z.ZodType>(item: S) {
  return z
    .array(item.optional())
    .transform((items) => items.filter((found) => found !== undefined) as z.output<S>[]);
}

/** No call is older than KallyAI; year 1 and 1970 are how programs write "unknown". */
const earliest = Date.UTC(2000, 0, 1);

/** ISO 8601 or an epoch, to milliseconds. */
const instant = z.union([z.string(), z.number()]).transform((time, context) => {
  const ms = typeof time === 'string' ? msOfIso(time) : msOfEpoch(time);
  if (ms >= earliest) return ms;
  context.addIssue({ code: 'custom', message: 'expected an ISO 8601 time' });
  return z.NEVER;
});

/** A time without a zone is UTC, as servers write it, and not this machine's. */
function msOfIso(text: string): number {
  const [, day, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text) ?? [];
  return day ? Date.parse(`${day}T${time}${zone}`) : Number.NaN;
}

/** Seconds or milliseconds: no time since 2001 could be both. */
function msOfEpoch(epoch: number): number {
  if (epoch >= 1e9 && epoch < 1e10) return epoch * 1000;
  return epoch >= 1e12 && epoch < 1e13 ? epoch : Number.NaN;
}

/** No phone call lasts a day. */
const daySeconds = 86_400;
const duration = z.number().min(0).max(daySeconds);

/** A list, a text of several lines, or nothing: always a list of lines without their bullets. */
const lines = z
  .union([list(z.string()), z.string().transform((text) => text.split('\n'))], {
    error: 'expected a text or a list of texts',
  })
  .nullish()
  .transform((found) => (found ?? []).map((line) => line.replace(/^\s*[-*•]\s+/, '').trim()).filter(Boolean));

/** Slack takes 3,000 characters for a button's address, and refuses the whole message above. */
const longestAddress = 2_000;

/** An address that people will press: https, or http on this machine (the sandbox), and no user or password in it. */
function isPressable(address: string | null | undefined): address is string {
  if (!address || address.length > longestAddress) return false;
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

const link = z.string().refine((address) => isPressable(address), { error: 'expected an https address' });

const optionalLink = optional(link);

const submissionSchema = z
  .object({
    respondent_phone: optional(z.string()),
    task_description: optional(z.string()),
    task_category: optional(z.string()),
    business_name: optional(z.string()),
    user_name: optional(z.string()),
    user_phone: optional(z.string()),
    appointment_date: optional(z.string()),
    appointment_time: optional(z.string()),
    party_size: optional(z.int().positive()),
    language: optional(z.string()),
    call_language: optional(z.string()),
  })
  .transform((wire) =>
    present({
      phone: wire.respondent_phone,
      task: wire.task_description,
      category: wire.task_category,
      businessName: wire.business_name,
      name: wire.user_name,
      callbackPhone: wire.user_phone,
      date: wire.appointment_date,
      time: wire.appointment_time,
      partySize: wire.party_size,
      language: wire.language,
      callLanguage: wire.call_language,
    }),
  );

const status = z.string().transform((text, context) => {
  const word = statusOf(text);
  if (word !== undefined) return word;
  context.addIssue({ code: 'custom', message: 'expected a word' });
  return z.NEVER;
});

/** Stands for a status that is missing or cannot be read: as any word that nobody documented, it does not end the call. */
const unreadStatus = 'unknown';

/** Whole, with less of a submission, or flat with other names: lists have been documented in all three. */
export const callSchema = z
  .object({
    call_id: optional(callIdSchema),
    id: optional(callIdSchema),
    status: optional(status),
    highlights: lines,
    result_summary: lines,
    next_steps: lines,
    duration_seconds: optional(duration),
    credits_used: optional(z.number()),
    metadata: optional(z.object({ created_at: optional(instant), ended_at: optional(instant) })),
    created_at: optional(instant),
    ended_at: optional(instant),
    submission: optional(submissionSchema),
    to: optional(z.string()),
    business_name: optional(z.string()),
  })
  .transform((wire, context) =>
    present({
      id: either(wire.call_id, wire.id, 'call_id', context),
      /** KallyAI's word, or `unknown`; the set is open. */
      status: wire.status ?? unreadStatus,
      highlights: wire.highlights.length > 0 ? wire.highlights : wire.result_summary,
      nextSteps: wire.next_steps,
      durationSeconds: wire.duration_seconds,
      creditsUsed: wire.credits_used,
      /** Milliseconds since the epoch, as `endedAt`. */
      createdAt: wire.metadata?.created_at ?? wire.created_at,
      endedAt: wire.metadata?.ended_at ?? wire.ended_at,
      /** Each of its fields may be missing, in lists most of all. */
      submission: wire.submission ?? submissionOfFlat(wire),
    }),
  );
export type KallyCall = z.infer<typeof callSchema>;

function submissionOfFlat({
  to,
  business_name,
}: {
  to: string | undefined;
  business_name: string | undefined;
}) {
  if (to === undefined && business_name === undefined) return undefined;
  return submissionSchema.parse({ respondent_phone: to, business_name });
}

/**
 * What changing a call answers is not documented: nothing, any object, or the call, which is then given. `success` is
 * how KallyAI confirms elsewhere; where it is false, nothing was changed.
 */
export const callChangeSchema = z
  .looseObject({
    success: z
      .unknown()
      .refine((success) => success !== false, { error: 'expected no failure', ...decisive })
      .optional(),
  })
  .nullable()
  .transform((answer) => (answer?.status === undefined ? undefined : callSchema.safeParse(answer).data));

/** The API's versions give one thing two names; a body with neither is an issue at the first. */
function either<T>(first: T | undefined, second: T | undefined, name: string, context: z.RefinementCtx): T {
  const found = first ?? second;
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'missing', path: [name] });
  return z.NEVER;
}

export const callListSchema = z
  .object({
    calls: optional(list(callSchema)),
    items: optional(list(callSchema)),
    total: optional(z.int().nonnegative()),
  })
  .transform(({ calls, items, total }, context) =>
    present({ calls: either(calls, items, 'calls', context), total }),
  );

export type KallyCallList = z.infer<typeof callListSchema>;

const speakers: Record<string, TranscriptLine['speaker']> = {
  ai: 'kally',
  assistant: 'kally',
  human: 'business',
  user: 'business',
};

/** `00:00:05`, `00:05`, or a number of seconds; a date and time says no more than which line came first. */
const moment = z.union([z.string(), z.number()]).transform((time, context) => {
  const seconds = typeof time === 'number' ? time : secondsOf(time);
  if (seconds >= 0 && seconds <= daySeconds) return { atSeconds: seconds };
  const at = instant.safeParse(time).data;
  if (at !== undefined) return { at };
  context.addIssue({ code: 'custom', message: 'expected hh:mm:ss or seconds' });
  return z.NEVER;
});

function secondsOf(time: string): number {
  const isClock = /^(\d+:)?[0-5]?\d:[0-5]?\d(\.\d+)?$/.test(time) || /^\d+(\.\d+)?$/.test(time);
  return isClock ? time.split(':').reduce((total, part) => total * 60 + Number(part), 0) : Number.NaN;
}

type Entry = { line: TranscriptLine; at: number | undefined };

const said = z.string().regex(/\S/);

const entrySchema = z
  .object({
    speaker: optional(z.string()),
    role: optional(z.string()),
    content: optional(said),
    text: optional(said),
    timestamp: optional(moment),
  })
  .transform((wire, context): Entry => {
    const speaker = speakers[(wire.speaker ?? wire.role ?? '').toLowerCase()] ?? 'other';
    const text = either(wire.content, wire.text, 'content', context);
    const { atSeconds, at } = { atSeconds: undefined, at: undefined, ...wire.timestamp };
    return { line: present({ speaker, text, atSeconds }), at: atSeconds ?? at };
  });

const entriesSchema = list(entrySchema);

export const transcriptSchema = z
  .union([
    entriesSchema,
    z
      .object({ entries: optional(entriesSchema), transcript: optional(entriesSchema) })
      .transform(({ entries, transcript }, context) => either(entries, transcript, 'entries', context)),
  ])
  .transform((entries) => inOrder(entries).map(({ line }) => line));

/**
 * Oldest first. A transcript whose times only fall is turned round, which lines of the same time need too. Otherwise a line without a
 * time stays behind the one before it.
 */
function inOrder(entries: Entry[]): Entry[] {
  const times = entries.flatMap(({ at }) => at ?? []);
  const falls = times.some((time, index) => time < (times[index - 1] ?? time));
  const rises = times.some((time, index) => time > (times[index - 1] ?? time));
  if (!falls) return entries;
  if (!rises) return entries.toReversed();
  let latest = Number.NEGATIVE_INFINITY;
  const placed = entries.map((entry) => {
    latest = entry.at ?? latest;
    return { entry, at: latest };
  });
  return placed.toSorted((one, other) => one.at - other.at || 0).map(({ entry }) => entry);
}

export const recordingSchema = z
  .object({
    url: link,
    duration_seconds: optional(duration),
    format: optional(z.string()),
  })
  .transform((wire) =>
    present({ url: wire.url, durationSeconds: wire.duration_seconds, format: wire.format }),
  );
export type Recording = z.infer<typeof recordingSchema>;

export const calendarSchema = z.string().refine((text) => /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text), {
  error: 'expected an iCalendar file',
});

export const statisticsSchema = z
  .object({
    plan_type: optional(z.string()),
    minutes_allocated: optional(z.number()),
    minutes_used: optional(z.number()),
    minutes_remaining: optional(z.number()),
    calls_allocated: optional(z.number()),
    calls_used: optional(z.number()),
    calls_remaining: optional(z.number()),
    period_start: optional(instant),
    period_end: optional(instant),
    usage_percentage: optional(z.number()),
    subscription_status: optional(z.string()),
  })
  .transform((wire) =>
    present({
      planType: wire.plan_type,
      minutesAllocated: wire.minutes_allocated,
      minutesUsed: wire.minutes_used,
      minutesRemaining: wire.minutes_remaining,
      callsAllocated: wire.calls_allocated,
      callsUsed: wire.calls_used,
      callsRemaining: wire.calls_remaining,
      periodStart: wire.period_start,
      periodEnd: wire.period_end,
      usagePercentage: wire.usage_percentage,
      subscriptionStatus: wire.subscription_status,
    }),
  );
export type Statistics = z.infer<typeof statisticsSchema>;

const planSchema = z
  .object({
    type: optional(z.string()),
    period: optional(z.string()),
    minutes_included: optional(z.number()),
  })
  .transform((wire) =>
    present({ type: wire.type, period: wire.period, minutesIncluded: wire.minutes_included }),
  );

export const subscriptionSchema = z
  .object({
    has_active_subscription: z.boolean(),
    provider: optional(z.string()),
    plan: optional(planSchema),
    status: optional(z.string()),
    expires_at: optional(instant),
    auto_renew: optional(z.boolean()),
    management_url: optionalLink,
  })
  .transform((wire) =>
    present({
      active: wire.has_active_subscription,
      provider: wire.provider,
      plan: wire.plan,
      status: wire.status,
      expiresAt: wire.expires_at,
      autoRenew: wire.auto_renew,
      managementUrl: wire.management_url,
    }),
  );
export type Subscription = z.infer<typeof subscriptionSchema>;

export const creditsBalanceSchema = z
  .object({
    credits_remaining: optional(z.number()),
    credits_used: optional(z.number()),
    credits_allocated: optional(z.number()),
    plan_type: optional(z.string()),
    period_start: optional(instant),
    period_end: optional(instant),
  })
  .transform((wire) =>
    present({
      creditsRemaining: wire.credits_remaining,
      creditsUsed: wire.credits_used,
      creditsAllocated: wire.credits_allocated,
      planType: wire.plan_type,
      periodStart: wire.period_start,
      periodEnd: wire.period_end,
    }),
  );
export type CreditsBalance = z.infer<typeof creditsBalanceSchema>;

export const callCostsSchema = z
  .object({ costs: z.object({ call: z.object({ base: z.number(), per_minute: z.number() }) }) })
  .transform(({ costs: { call } }) => ({ base: call.base, perMinute: call.per_minute }));
/** In credits. */
export type CallCosts = z.infer<typeof callCostsSchema>;

export const billingPortalSchema = z.object({ url: link });

/** A year. Longer would give a date that the database rejects. */
const longestLifeSeconds = 31_536_000;

export const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: optional(z.string().min(1)),
  expires_in: optional(
    z
      .unknown()
      .transform(Number)
      .refine((seconds) => seconds > 0 && seconds <= longestLifeSeconds, {
        error: 'expected a number of seconds',
        ...decisive,
      }),
  ),
  scope: optional(z.string()),
});

/** A code is a word, not a sentence: whatever else stands there might be about somebody and ends in a log. */
const codeSchema = z.string().regex(/^[\w.-]{1,64}$/);

/** Wherever it may stand; a detail in an unknown shape must not hide the code. */
const spoken = z.string().min(1).optional().catch(undefined);
const details = z
  .object({ message: spoken, reason: spoken, upgrade_url: spoken })
  .optional()
  .catch(undefined);

/** `error` is an object in both API versions; a bare word is how OAuth endpoints answer (RFC 6749, 5.2). */
export const refusalSchema = z.union([
  z
    .object({
      error: z.object({
        code: codeSchema,
        message: spoken,
        details,
        correlation_id: spoken,
        upgrade_url: spoken,
      }),
      upgrade_url: spoken,
    })
    .transform(({ error, upgrade_url }) => ({
      code: error.code,
      reason: error.details?.reason ?? error.details?.message ?? error.message,
      correlationId: error.correlation_id,
      upgradeUrl: [error.upgrade_url, error.details?.upgrade_url, upgrade_url].find(isPressable),
    })),
  z
    .object({ error: codeSchema, error_description: spoken })
    .transform(({ error, error_description }) => ({ code: error, reason: error_description })),
]);

/** What 402 brings when it comes without `error`. */
export const quotaSchema = z.object({ upgrade_url: optionalLink }).catch({ upgrade_url: undefined });

export function wireOf(request: CallRequest) {
  return {
    timezone: request.timeZone,
    submission: {
      task_category: request.category,
      task_description: request.task,
      respondent_phone: request.phone,
      business_name: request.businessName,
      user_name: request.name,
      user_phone: request.callbackPhone,
      appointment_date: request.date,
      appointment_time: request.time,
      party_size: request.partySize,
      /** Of the highlights and next steps. */
      language: callLanguageFor[request.language],
      call_language: request.callLanguage,
      additional_instructions: instructionsFor(request),
    },
  };
}
