import type { types } from '@slack/bolt';
import { retentionDaysRange } from '../../domain/retention.ts';
import { button, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { input } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { openAuditActionId } from './audit-view.ts';
import { auditWords } from './audit-words.ts';
import { openOverviewActionId } from './overview-view.ts';
import { overviewWords } from './overview-words.ts';
import { ruleWords } from './rule-words.ts';
import { rulesButtons } from './rules-view.ts';
import { adminWords } from './words.ts';

export const adminFormId = 'admin_form';
export const openAdminActionId = 'open_admin';

/** What those who answer for a workspace decide, and the way to its calls. */
export function adminView(
  reader: Reader,
  { retentionDays, standardDays }: { retentionDays: number; standardDays: number },
): ModalView {
  const words = adminWords[reader.language];
  const rules = ruleWords[reader.language];
  const audit = auditWords[reader.language];
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
      section(`*${audit.audit}*\n${audit.intro}`),
      {
        type: 'actions',
        elements: [
          button(openAuditActionId, audit.open, 'audit'),
          button(openOverviewActionId, overviewWords[reader.language].open, 'overview'),
        ],
      },
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
