import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { CallSearch } from '../../calls/answers.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Language } from '../../domain/language.ts';
import { outcomeKinds } from '../../domain/outcome-kind.ts';
import { formatPhone } from '../../domain/phone.ts';
import { reasonOf } from '../../domain/reason.ts';
import type { AuditPage, AuditPlace } from '../../store/audit.ts';
import { decisionText } from '../call/approval-line.ts';
import { wordOfStage } from '../call/details-view.ts';
import { plainResult } from '../call/outcome-line.ts';
import { standingOfWaiting } from '../call/standing.ts';
import { type Block, button, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { datePicker, input, option, textInput } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { auditWords } from './audit-words.ts';

export const auditFormId = 'audit_form';
export const openAuditActionId = 'open_audit';
export const newerAuditActionId = 'newer_audit';
export const olderAuditActionId = 'older_audit';
export const auditFileActionId = 'audit_file';

export const auditPageSize = 15;

/** What the open page was searched for, so that turning it looks for the same. */
const searchSchema = z.object({
  userId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  phone: z
    .string()
    .regex(/^\+\d{5,15}$/)
    .exactOptional(),
  day: z.iso.date().exactOptional(),
  outcome: z.enum(outcomeKinds).exactOptional(),
});

/** The search of the page that is open; all calls where that cannot be read. */
export function readSearch(memory: string | undefined): CallSearch {
  try {
    return searchSchema.parse(JSON.parse(memory ?? '{}'));
  } catch {
    return {};
  }
}

/** What is typed and chosen above the calls, as it may be searched for; the number is read by somebody else. */
export function readAuditForm({ person, day, outcome }: Record<string, string>): CallSearch {
  const read = searchSchema.safeParse({
    ...(person && { userId: person }),
    ...(day && { day }),
    ...(outcome && outcome !== any && { outcome }),
  });
  return read.data ?? {};
}

type Shown = { search: CallSearch; page: AuditPage; said?: string | undefined };

/** A page of who called whom. Everything in it is ours or Slack's: nothing that people typed. */
export function auditView(reader: Reader, { search, page, said }: Shown): ModalView {
  const words = auditWords[reader.language];
  const { entries } = page;
  const turning = turningButtons(reader.language, page);
  return {
    type: 'modal',
    callback_id: auditFormId,
    title: plain(words.title),
    submit: plain(words.search),
    close: plain(words.close),
    private_metadata: JSON.stringify(searchSchema.parse(search)),
    blocks: [
      ...searchFields(reader.language, search),
      ...(said ? [section(said)] : []),
      note(words.intro),
      ...(entries.length > 0
        ? entries.map((entry) => entryBlock(reader, entry))
        : [section(nothingText(reader.language, search, page))]),
      ...(turning.length > 0 ? [{ type: 'actions' as const, elements: turning }] : []),
    ],
  };
}

const any = 'any';

function searchFields(language: Language, { phone, userId, day, outcome }: CallSearch): Block[] {
  const words = auditWords[language];
  const person: types.UsersSelect = {
    type: 'users_select',
    action_id: 'person',
    ...(userId && { initial_user: userId }),
  };
  const kinds = outcomeKinds.map((kind) => option(words.outcomes[kind], kind));
  const anything = option(words.anyOutcome, any);
  const outcomes: types.StaticSelect = {
    type: 'static_select',
    action_id: 'outcome',
    options: [anything, ...kinds],
    initial_option: outcome ? option(words.outcomes[outcome], outcome) : anything,
  };
  const optional = true;
  const number = textInput('phone', { value: phone && formatPhone(phone) });
  return [
    input({ field: 'phone', label: words.number, optional }, number),
    input({ field: 'person', label: words.person, optional }, person),
    input({ field: 'day', label: words.day, optional }, datePicker(day, 'day')),
    input({ field: 'outcome', label: words.outcome, optional }, outcomes),
  ];
}

function nothingText(language: Language, search: CallSearch, { newer, older }: AuditPage): string {
  const words = auditWords[language];
  if (search.outcome && older) return words.nothingSoFar;
  if (newer || older) return words.noMore;
  return Object.keys(search).length > 0 ? words.nothing : words.empty;
}

function entryBlock(reader: Reader, entry: AuditEntry): Block {
  const formats = formatsIn(reader.language, reader.timeZone);
  const words = auditWords[reader.language];
  const { userId, channelId, confirmedAt, durationSeconds, refusal, approval, accepted = [] } = entry;
  const { maskedPhone = words.lostPhone } = entry;
  // Only channels can be named: other conversations are for those who are in them.
  const where = /^[CG]/.test(channelId) ? `<#${channelId}>` : words.onlyThem;
  const came = [
    outcomeText(reader.language, entry),
    refusal && refusal.code !== 'stopped' && words.reasons[reasonOf(refusal.code)],
    durationSeconds && formats.duration(durationSeconds),
    approval && decisionText(reader, approval),
  ];
  const warned = accepted.map((code) => words.accepted[code]).join(', ');
  return section(
    [
      `*${formats.moment(confirmedAt)}* · <@${userId}> · ${maskedPhone} · ${where}`,
      came.filter(Boolean).join(' · '),
      ...(warned ? [words.inSpiteOf(warned)] : []),
    ].join('\n'),
  );
}

/** The same as on the card, without what was said: that is no business of the admins. */
export function outcomeText(language: Language, { status, stage, result, confirmedAt }: AuditEntry): string {
  if (stage === 'ended') return plainResult(language, result ?? 'over');
  const waiting = stage === 'calling' && standingOfWaiting(language, { status, now: confirmedAt });
  return waiting ? waiting.title : wordOfStage(language, stage);
}

function turningButtons(language: Language, { entries, newer, older }: AuditPage): types.Button[] {
  const words = auditWords[language];
  return [
    ...(newer ? [button(newerAuditActionId, words.newer, placeValue(newer))] : []),
    ...(older ? [button(olderAuditActionId, words.older, placeValue(older))] : []),
    ...(entries.length > 0 ? [button(auditFileActionId, words.file, 'csv')] : []),
  ];
}

const placeSchema = z
  .tuple([z.coerce.number().int().positive(), z.uuid()])
  .transform(([confirmedAt, id]) => ({ confirmedAt, id }));

function placeValue({ confirmedAt, id }: AuditPlace): string {
  return `${confirmedAt} ${id}`;
}

/** Next to which entry a page is asked for; the newest page where that cannot be read. */
export function readPlace(actionId: string, value: string | undefined): AuditPlace | undefined {
  const place = placeSchema.safeParse(value?.split(' ')).data;
  return place && { ...place, side: actionId === newerAuditActionId ? 'newer' : 'older' };
}
