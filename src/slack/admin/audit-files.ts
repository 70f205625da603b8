import { type AuditEntry, auditHeader, auditLine, csvLine, csvTime } from '../../domain/audit.ts';
import { isOfRules, type RuleChange } from '../../store/rules.ts';
import type { Interaction } from '../context.ts';
import type { PrivateFile } from '../send/private-file.ts';
import type { Reader } from '../ui/formats.ts';
import { outcomeText } from './audit-view.ts';
import { auditWords } from './audit-words.ts';
import { ruleWords } from './rule-words.ts';
import { linesWithoutNames } from './rules-view.ts';

/** A file of a few MiB; what is more goes into another one, so that one alone is in memory. */
const linesMax = 10_000;
const filesMax = 10;
/** Nobody waits while Slack is asked for more people than these; the others stand there with their id alone. */
const namesMax = 500;

export type Cut = { lines: number; isCut: boolean };

/** Lines of CSV as files, each begun when the one before it was sent. Afterwards `told` says how many lines there were. */
export async function* filesOf(
  lines: AsyncIterable<string>,
  { name, title, header, now }: { name: string; title: string; header: string; now: number },
  told: Cut,
): AsyncGenerator<PrivateFile> {
  const day = new Date(now).toISOString().slice(0, 10);
  let content = '';
  let held = 0;
  let files = 0;
  const file = (): PrivateFile => {
    files += 1;
    const made = {
      filename: `${name}-${day}${files > 1 ? `-${files}` : ''}.csv`,
      title: files > 1 ? `${title} (${files})` : title,
      content,
    };
    told.lines += held;
    content = '';
    held = 0;
    return made;
  };
  for await (const line of lines) {
    if (files === filesMax) {
      told.isCut = true;
      return;
    }
    content += `${content === '' ? `${header}\r\n` : ''}${line}\r\n`;
    held += 1;
    if (held === linesMax) yield file();
  }
  if (held > 0) yield file();
}

/** The calls as an admin reads them: with names beside ids, and the outcome in words. */
export async function* callLines(
  i: Interaction,
  reader: Reader,
  entries: AsyncIterable<AuditEntry>,
): AsyncGenerator<string> {
  const nameOf = createNames(i);
  for await (const entry of entries) {
    const name = await nameOf(entry.userId);
    const outcome = outcomeText(reader.language, entry);
    yield auditLine(entry, { timeZone: reader.timeZone, outcome, ...(name && { name }) });
  }
}

export const callFile = (reader: Reader) => ({
  name: 'kally-calls',
  title: auditWords[reader.language].fileTitle,
  header: auditHeader,
});

export async function* changeLines(
  i: Interaction,
  reader: Reader,
  changes: AsyncIterable<RuleChange>,
): AsyncGenerator<string> {
  const nameOf = createNames(i);
  const { changed, doNotCall } = ruleWords[reader.language];
  for await (const change of changes) {
    const { changedAt, userId, kind, maskedPhone, businessName, isAsked, after } = change;
    const rules =
      after && isOfRules(kind)
        ? linesWithoutNames(reader, kind, after)
            .join(' ')
            .replaceAll(/<#(\w+)>/g, '$1')
        : undefined;
    const name = userId && (await nameOf(userId));
    const reason = isAsked ? doNotCall.asked : change.reason;
    const time = csvTime(changedAt, reader.timeZone);
    yield csvLine([time, userId, name, changed.kinds[kind], maskedPhone, reason, rules, businessName]);
  }
}

export const changeFile = (reader: Reader) => ({
  name: 'kally-rule-changes',
  title: auditWords[reader.language].changesTitle,
  header: 'changed_at,user,name,change,number,reason,rules,business',
});

/** Names as Slack has them, each asked for once; none for those who left. */
function createNames({ deps, person: { workspaceId }, client }: Interaction) {
  const names = new Map<string, string | undefined>();
  return async (userId: string): Promise<string | undefined> => {
    if (!names.has(userId) && names.size < namesMax)
      names.set(userId, (await deps.profiles.inSlack({ workspaceId, userId }, client)).name);
    return names.get(userId);
  };
}
