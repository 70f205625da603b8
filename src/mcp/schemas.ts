import { z } from 'zod';
import {
  businessNameMax,
  categories,
  type Draft,
  ifNobodyChoices,
  ifNotPossibleChoices,
  nameMax,
  partySizeRange,
  taskLength,
  whens,
  wishesMax,
} from '../domain/call-request.ts';
import { factKinds, verdicts } from '../domain/evidence/schema.ts';
import { callLanguages } from '../domain/language.ts';

const date = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const id = z.string().trim().min(8).max(100);

export const prepareCallInput = z.strictObject({
  phone: z
    .string()
    .min(3)
    .max(40)
    .describe('The number of the business, best with + and the country code: +34 912 34 56 78.'),
  task: z
    .string()
    .trim()
    .min(taskLength.min)
    .max(taskLength.max)
    .describe('What the AI on the phone should ask or arrange, in the words of the person.'),
  category: z.enum(categories).default('general'),
  business_name: z.string().max(businessNameMax).optional(),
  name: z.string().max(nameMax).optional().describe('In whose name to reserve. Left out: the person’s own.'),
  party_size: z.int().min(partySizeRange.min).max(partySizeRange.max).optional(),
  date: date.optional().describe('The day that is asked for, by the clock of the business.'),
  time: time.optional().describe('The time that is asked for, HH:MM, by the clock of the business.'),
  time_zone: z
    .string()
    .max(60)
    .optional()
    .describe('IANA zone of the business, for numbers that do not tell, such as toll-free ones.'),
  call_language: z.enum(callLanguages).optional().describe('What is spoken on the phone.'),
  when: z
    .enum(whens)
    .optional()
    .describe('Dial now (as soon as confirmed), when they are open, or at a time.'),
  call_date: date.optional().describe('With when=at: the day to dial, by the clock of the business.'),
  call_time: time.optional().describe('With when=at: the time to dial, HH:MM.'),
  if_not_possible: z
    .enum(ifNotPossibleChoices)
    .optional()
    .describe('If that time is not possible: ask the person again, or agree to another within these bounds.'),
  wishes: z
    .string()
    .max(wishesMax)
    .optional()
    .describe('What the AI on the phone should know besides, and not read out.'),
  if_nobody_answers: z.enum(ifNobodyChoices).optional(),
  channel_id: z
    .string()
    .regex(/^[CG][A-Z0-9]{5,30}$/)
    .optional()
    .describe('Slack channel in which the result is posted. Left out: only for the person.'),
  client_key: z
    .string()
    .min(8)
    .max(100)
    .describe('Your own key for this one wish. The same key again is the same proposal, never a second one.'),
});

export function draftIn(input: z.output<typeof prepareCallInput>): Draft {
  const { phone, task, category, business_name, name, party_size, time_zone, call_language } = input;
  const { when, call_date, call_time, if_nobody_answers, if_not_possible, wishes } = input;
  return {
    phone,
    task,
    category,
    ...(business_name && { businessName: business_name }),
    ...(name && { name }),
    ...(party_size !== undefined && { partySize: String(party_size) }),
    ...(input.date && { date: input.date }),
    ...(input.time && { time: input.time }),
    ...(time_zone && { timeZone: time_zone }),
    ...(call_language && { callLanguage: call_language }),
    ...(when && { when }),
    ...(call_date && { callDate: call_date }),
    ...(call_time && { callTime: call_time }),
    ...(if_nobody_answers && { ifNobody: if_nobody_answers }),
    ...(if_not_possible && { ifNotPossible: if_not_possible }),
    ...(wishes && { wishes }),
  };
}

export const proposalOutput = z.object({
  status: z.enum(['waiting_for_confirmation', 'confirmed', 'discarded', 'expired']),
  proposal_id: z.string(),
  call_id: z.string().optional(),
  expires_at: z.iso.datetime(),
  /** Kally's message to the person. */
  message_url: z.string().optional(),
});

export const listCallsInput = z.strictObject({
  limit: z.int().min(1).max(20).default(10),
  offset: z.int().min(0).max(10_000).default(0),
});

export const callIdInput = z.strictObject({
  call_id: id.describe('The id of a call, or the beginning of it; get_call also takes the id of a proposal.'),
});

const callOutput = z.object({
  call_id: z.string(),
  state: z.enum(['planned', 'under_way', 'ended', 'not_made', 'unknown']),
  /** As the call's card says it. */
  said: z.string(),
  business: z.string(),
  task: z.string().optional(),
  made_at: z.iso.datetime().optional(),
  verdict: z.enum(verdicts).optional(),
  card_url: z.string().optional(),
});
export type CallOutput = z.output<typeof callOutput>;

export const listCallsOutput = z.object({ calls: z.array(callOutput), has_more: z.boolean() });

export const getCallOutput = z.object({
  call: callOutput
    .extend({
      phone: z.string().optional(),
      duration_seconds: z.number().optional(),
      highlights: z.array(z.string()),
      next_steps: z.array(z.string()),
      facts: z.array(z.object({ kind: z.enum(factKinds), value: z.string(), quote: z.string() })),
    })
    .optional(),
  proposal: proposalOutput.optional(),
});

export const transcriptOutput = z.object({
  lines: z.array(
    z.object({
      speaker: z.enum(['kally', 'business', 'other']),
      text: z.string(),
      at_seconds: z.number().optional(),
    }),
  ),
  /** Why there are no lines, or not all. */
  note: z.enum(['not_made', 'not_yet', 'none', 'not_allowed', 'shortened']).optional(),
});

export const stopCallOutput = z.object({
  result: z.enum([
    'stopped',
    'cancelled',
    'already_ended',
    'too_late',
    'not_offered',
    'not_allowed',
    'later',
  ]),
});
