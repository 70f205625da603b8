import { z } from 'zod';
import type { Postable } from '../../calls/policies.ts';
import { fewLeftSchema } from '../../domain/allowance.ts';
import {
  type Category,
  categories,
  type Draft,
  draftSchema,
  type Reading,
} from '../../domain/call-request.ts';
import { languages } from '../../domain/language.ts';
import { formatPhone, readPhone } from '../../domain/phone.ts';
import { type PlaceZone, placeZoneOf } from '../../domain/place-zone.ts';
import { isChannelAllowed, rulesSchema, standardRules } from '../../domain/rules.ts';
import { typedInputs } from '../ui/inputs.ts';

/** Where the card goes: the channel the form was opened in, another one, or the person alone. */
export const places = ['here', 'other', 'me'] as const;
export type Place = (typeof places)[number];

/** The form's state. It travels with the view, because nothing is stored before the call is confirmed. */
const memorySchema = z.object({
  /** Where the form was opened; `undefined` in a direct message. */
  channelId: z.string().exactOptional(),
  /** Slack said that the person was in that channel when they opened the form. */
  isOpenedThere: z.boolean().exactOptional(),
  timeZone: z.string(),
  country: z.string().exactOptional(),
  language: z.enum(languages),
  canPostHere: z.enum(['yes', 'no', 'unknown']),
  place: z.enum(places),
  /** Once the person chose a place, a change of category does not choose another. */
  placeChosen: z.boolean(),
  /** How often the app chose the place for the person; see the view. */
  placeRevision: z.int(),
  /** How often the app filled in number and business for the person; see the view. */
  filledRevision: z.int(),
  /** The person's own number, which goes along unless they type another; E.164. */
  callbackPhone: z.string().exactOptional(),
  /** The person pressed *More options*. */
  showsMore: z.boolean().exactOptional(),
  /** The person had called businesses before, and may choose one of them. */
  hasSavedBusinesses: z.boolean(),
  /** The numbers in the message that the form is about; missing when it is about none. */
  foundPhones: z.array(z.string()).exactOptional(),
  /** Rules of the workspace: categories whose results go to the person alone, and channels for results; no channel means any. */
  privateCategories: z.array(z.enum(categories)).default(standardRules.privateCategories),
  allowedChannels: z.array(z.string()).default([]),
  /** The calls that the day limits leave. */
  callsLeft: z
    .object({ left: z.int(), limit: z.int(), whose: z.enum(['person', 'workspace']) })
    .exactOptional(),
  /** A rule of the workspace: the calls that somebody else has to approve, and who. */
  approval: rulesSchema.shape.approval.unwrap().exactOptional(),
  /** The small rest of the person's plan, as far as Kally knows without asking. */
  fewLeft: fewLeftSchema.exactOptional(),
  /** The attempt to connect that the form continues. */
  attemptId: z.string().exactOptional(),
  /** The proposal that the form confirms. */
  proposalId: z.string().exactOptional(),
  /** Why KallyAI did not take the call that the form repeats: its code, or ours. */
  refused: z.string().exactOptional(),
  /** The zone that the form says its times are in: another one is shown before anything is confirmed. */
  shownZone: z.string().exactOptional(),
  /** What was typed in fields that do not show at present. */
  kept: z.object({
    partySize: z.string().exactOptional(),
    date: z.string().exactOptional(),
    time: z.string().exactOptional(),
    timeZone: z.string().exactOptional(),
    callDate: z.string().exactOptional(),
    callTime: z.string().exactOptional(),
    callOccurrence: z.string().exactOptional(),
    ifNotPossible: z.string().exactOptional(),
    about: z.string().exactOptional(),
    callbackPhone: z.string().exactOptional(),
    otherChannel: z.string().exactOptional(),
  }),
});
type Memory = z.infer<typeof memorySchema>;

export type CallForm = Omit<Memory, 'kept'> & {
  draft: Draft & { category: Category };
  otherChannelId?: string;
  /** The number is in another zone than the form named, so the form is shown again before anything is confirmed. */
  hasMoved?: boolean;
  canPostThere?: Postable;
};

/** The form as it opens. */
export function newCallForm(
  opening: Pick<CallForm, 'timeZone' | 'language' | 'canPostHere' | 'hasSavedBusinesses'> & {
    privateCategories?: CallForm['privateCategories'] | undefined;
    allowedChannels?: string[] | undefined;
    callsLeft?: CallForm['callsLeft'] | undefined;
    approval?: CallForm['approval'] | undefined;
    channelId?: string | undefined;
    isOpenedThere?: boolean | undefined;
    country?: string | undefined;
    callbackPhone?: string | undefined;
    foundPhones?: string[] | undefined;
    refused?: string | undefined;
    attemptId?: string | undefined;
    proposalId?: string | undefined;
    fewLeft?: CallForm['fewLeft'] | undefined;
    draft: Draft;
  },
): CallForm {
  const {
    channelId,
    isOpenedThere,
    country,
    callbackPhone,
    foundPhones,
    refused,
    attemptId,
    proposalId,
    fewLeft,
    callsLeft,
    approval,
    draft,
    ...rest
  } = opening;
  const form = {
    ...rest,
    privateCategories: opening.privateCategories ?? standardRules.privateCategories,
    allowedChannels: opening.allowedChannels ?? standardRules.channels,
    ...(channelId && { channelId }),
    ...(isOpenedThere && { isOpenedThere }),
    ...(country && { country }),
    ...(callbackPhone && { callbackPhone }),
    ...(foundPhones && { foundPhones }),
    ...(refused && { refused }),
    ...(callsLeft && { callsLeft }),
    ...(approval && approval.when.length > 0 && { approval }),
    ...(attemptId && { attemptId }),
    ...(proposalId && { proposalId }),
    ...(fewLeft && { fewLeft }),
    draft: { ...draft, category: draft.category ?? ('general' as const) },
    placeChosen: false,
    placeRevision: 0,
    filledRevision: 0,
  };
  return { ...form, place: usualPlace(form) };
}

type Placing = Pick<
  CallForm,
  'draft' | 'canPostHere' | 'channelId' | 'privateCategories' | 'allowedChannels'
>;

/** Health is nobody else's business: such a result goes to the person alone unless they choose otherwise. */
export function usualPlace({
  draft,
  channelId,
  canPostHere,
  privateCategories,
  allowedChannels: channels,
}: Placing): Place {
  if (!channelId || canPostHere === 'no' || !isChannelAllowed({ channels }, channelId)) return 'me';
  return privateCategories.includes(draft.category) ? 'me' : 'here';
}

export function readingOf(form: CallForm, now: number): Reading {
  return { now, timeZone: form.timeZone, country: form.country, language: form.language };
}

/** What is typed, with the call-back number that goes along. */
export function wholeDraft({ draft, callbackPhone }: CallForm): Draft {
  return { ...(callbackPhone && { callbackPhone: formatPhone(callbackPhone) }), ...draft };
}

/** What few people fill in shows only to those who did, or who ask for it. */
export function showsMore(form: CallForm): boolean {
  return form.showsMore === true || form.draft.wishes !== undefined;
}

/** The clock of the business, as far as the number typed tells it. */
export function placeOf({ draft, country, timeZone }: CallForm): PlaceZone {
  const read = readPhone(draft.phone ?? '', country);
  if ('phone' in read) return placeZoneOf(read.phone, draft.timeZone, timeZone);
  return { timeZone, isOpen: false, choices: [], clocks: [timeZone] };
}

const memoryFields = Object.keys(memorySchema.shape);
const keptFields = Object.keys(memorySchema.shape.kept.shape);

function pick(from: object, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)));
}

/** For the view's `private_metadata`. */
export function memoryOf(form: CallForm): string {
  const { draft, otherChannelId } = form;
  const kept = pick({ ...draft, ...(otherChannelId && { otherChannel: otherChannelId }) }, keptFields);
  return JSON.stringify({ ...pick(form, memoryFields), kept });
}

/** The form as it stands in Slack: what is typed in the fields that show, and what was kept of the others. */
export function readCallForm(view: { private_metadata: string; state: { values: unknown } }): CallForm {
  const { kept, place: givenPlace, ...memory } = memorySchema.parse(JSON.parse(view.private_metadata));
  const { shown, typed } = typedInputs(view.state.values);
  const hidden = Object.entries(kept).filter(([field]) => !shown.has(field));
  const { place: typedPlace, otherChannel, ...rest } = { ...Object.fromEntries(hidden), ...typed };
  const place = z.enum(places).parse(typedPlace);
  const draft = draftSchema.parse({
    ...rest,
    // Emptied, the field means that no number is given.
    ...(shown.has('callbackPhone') && { callbackPhone: typed.callbackPhone ?? '' }),
  });
  return {
    ...memory,
    draft: { ...draft, category: draft.category ?? 'general' },
    place,
    placeChosen: memory.placeChosen || place !== givenPlace,
    ...(otherChannel && { otherChannelId: otherChannel }),
  };
}
