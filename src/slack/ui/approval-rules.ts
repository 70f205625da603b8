import type { Rules } from '../../domain/rules.ts';
import { approvalRuleWords } from './approval-rule-words.ts';
import { formatsIn, type Reader } from './formats.ts';

/** Which calls need approval, and whose; `people` as they are to be read. */
export function approvalLines(
  reader: Pick<Reader, 'language' | 'timeZone'>,
  approval: Rules['approval'],
  people: string | undefined = namesOf(approval),
): string[] {
  const words = approvalRuleWords[reader.language];
  if (approval.when.length === 0) return [words.noApproval];
  if (approval.who === 'named' && people === undefined) return [words.noApprover];
  return [...approvalRules(reader, approval, people), words.ownApproval];
}

/** One sentence for each rule that wants approval. */
export function approvalRules(
  { language, timeZone }: Pick<Reader, 'language' | 'timeZone'>,
  approval: Rules['approval'],
  people: string | undefined = namesOf(approval),
): string[] {
  const { when, attempts, who } = approval;
  const words = approvalRuleWords[language];
  const { number, plural } = formatsIn(language, timeZone);
  const approver = who === 'named' && people ? people : words.admins;
  const count = words.times[plural(attempts)](number(attempts));
  const shown = when.includes('always') ? (['always'] as const) : when;
  return shown.map((reason) => words.approval[reason](approver, count));
}

function namesOf({ people }: Rules['approval']): string | undefined {
  return people.length > 0 ? people.map((id) => `<@${id}>`).join(', ') : undefined;
}
