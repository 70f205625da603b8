import type { types } from '@slack/bolt';
import { z } from 'zod';
import { type AuditEntry, auditHeader, auditLine } from '../../domain/audit.ts';
import type { Language } from '../../domain/language.ts';
import { retentionDaysRange } from '../../domain/retention.ts';
import type { AuditPage, AuditPlace } from '../../store/audit.ts';
import { wordOfStage } from '../call/details-view.ts';
import { plainResult } from '../call/outcome-line.ts';
import { standingOfWaiting } from '../call/standing.ts';
import { type Block, button, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { input } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { ruleWords } from './rule-words.ts';
import { rulesButtons } from './rules-view.ts';
import { adminWords } from './words.ts';

export const adminFormId = 'admin_form';
export const openAdminActionId = 'open_admin';
export const openAuditActionId = 'open_audit';
export const newerAuditActionId = 'newer_audit';
export const olderAuditActionId = 'older_audit';
export const auditFileActionId = 'audit_file';

export const auditPageSize = 15;

/** What those who answer for a workspace decide, and the way to its calls. */
export function adminView(
  reader: Reader,
  { retentionDays, standardDays }: { retentionDays: number; standardDays: number },
): ModalView {
  const words = adminWords[reader.language];
  const rules = ruleWords[reader.language];
  return {
    type: 'modal',
    callback_id: adminFormId,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(words.cancel),
    blocks: [
      input(
        {
          field: 'retentionDays',
          label: words.retention,
          hint: words.retentionHint(formatsIn(reader.language, reader.timeZone).days(standardDays)),
        },
        daysInput(retentionDays),
      ),
      { type: 'divider' },
      section(`*${rules.title}*\n${rules.intro}`),
      rulesButtons(reader.language),
      { type: 'divider' },
      section(`*${words.audit}*\n${words.auditIntro}`),
      { type: 'actions', elements: [button(openAuditActionId, words.openAudit, 'audit')] },
    ],
  };
}

function daysInput(days: number): types.NumberInput {
  const { min, max } = retentionDaysRange;
  return {
    type: 'number_input',
    action_id: 'retentionDays',
    is_decimal_allowed: false,
    min_value: String(min),
    max_value: String(max),
    initial_value: String(days),
  };
}

export function retentionSavedView({ language, timeZone }: Reader, retentionDays: number): ModalView {
  const words = adminWords[language];
  const { days } = formatsIn(language, timeZone);
  return {
    type: 'modal',
    title: plain(words.title),
    close: plain(words.close),
    blocks: [section(words.saved(days(retentionDays))), note(words.savedNote)],
  };
}

/** A page of who called whom. Everything in it is ours or Slack's: nothing that people typed. */
export function auditView(reader: Reader, page: AuditPage, said?: string): ModalView {
  const { entries, hasNewer, hasOlder } = page;
  const words = adminWords[reader.language];
  const nothing = hasNewer || hasOlder ? words.noMore : words.empty;
  const turning = turningButtons(reader.language, page);
  return {
    type: 'modal',
    title: plain(words.auditTitle),
    close: plain(words.close),
    blocks: [
      ...(said ? [section(said)] : []),
      note(words.auditIntro),
      ...(entries.length > 0 ? entries.map((entry) => entryBlock(reader, entry)) : [section(nothing)]),
      ...(turning.length > 0 ? [{ type: 'actions' as const, elements: turning }] : []),
    ],
  };
}

function entryBlock(reader: Reader, entry: AuditEntry): Block {
  const formats = formatsIn(reader.language, reader.timeZone);
  const words = adminWords[reader.language];
  const { userId, confirmedAt, durationSeconds, maskedPhone = words.lostPhone } = entry;
  const came = [outcomeOf(reader.language, entry), durationSeconds && formats.duration(durationSeconds)];
  return section(
    `*${formats.moment(confirmedAt)}* · <@${userId}> · ${maskedPhone}\n${came.filter(Boolean).join(' · ')}`,
  );
}

/** The same as on the card, without what was said: that is no business of the admins. */
function outcomeOf(language: Language, { status, stage, result, confirmedAt }: AuditEntry): string {
  if (stage === 'ended') return plainResult(language, result ?? 'over');
  const waiting = stage === 'calling' && standingOfWaiting(language, { status, now: confirmedAt });
  return waiting ? waiting.title : wordOfStage(language, stage);
}

function turningButtons(language: Language, { entries, hasNewer, hasOlder }: AuditPage): types.Button[] {
  const words = adminWords[language];
  const [newest, oldest] = [entries.at(0), entries.at(-1)];
  return [
    ...(hasNewer && newest ? [button(newerAuditActionId, words.newer, placeValue(newest))] : []),
    ...(hasOlder && oldest ? [button(olderAuditActionId, words.older, placeValue(oldest))] : []),
    ...(newest ? [button(auditFileActionId, words.file, 'csv')] : []),
  ];
}

const placeSchema = z
  .tuple([z.coerce.number().int().positive(), z.uuid()])
  .transform(([confirmedAt, id]) => ({ confirmedAt, id }));

function placeValue({ confirmedAt, id }: AuditEntry): string {
  return `${confirmedAt} ${id}`;
}

/** Next to which entry a page is asked for; the newest page where that cannot be read. */
export function readPlace(actionId: string, value: string | undefined): AuditPlace | undefined {
  const place = placeSchema.safeParse(value?.split(' ')).data;
  return place && { ...place, side: actionId === newerAuditActionId ? 'newer' : 'older' };
}

export function auditFile(language: Language, entries: AuditEntry[], now: number) {
  const words = adminWords[language];
  return {
    filename: `kally-calls-${new Date(now).toISOString().slice(0, 10)}.csv`,
    title: words.fileTitle,
    content: `${[auditHeader, ...entries.map(auditLine)].join('\r\n')}\r\n`,
    comment: words.fileComment,
  };
}
