import type { FinishedCall } from './finished-call.ts';
import type { Words } from './phrases.ts';
import type { Flag, Verdict } from './schema.ts';
import type { Clause, Line } from './speech.ts';
import { words } from './words.ts';

/** Where the matter stands. `stale` is a yes to terms that changed since. */
type Deal =
  | 'nothing'
  | 'offered'
  | 'accepted'
  | 'committed'
  | 'refused'
  | 'pending'
  | 'stale'
  | 'turned_down';

/** What the call came to; `unclear` wherever the business did not bind itself in plain words. */
export function readVerdict(lines: readonly Line[], flags: readonly Flag[], call: FinishedCall): Verdict {
  const said = words[call.language];
  const isHeard = lines.some(({ by }) => by === 'business');
  if (lines.length === 0) return isUnreachable(call.status) ? 'not_reached' : 'unclear';
  if (!isHeard || flags.includes('wrong_number')) return 'not_reached';
  if (flags.includes('do_not_call_again')) return 'declined';
  if (isQuestion(call)) return answerTo(lines, said, flags);
  const deal = dealOf(lines, said);
  if (deal === 'committed') return 'arranged';
  if (deal === 'turned_down') return flags.includes('condition') ? 'unclear' : 'declined';
  if (deal === 'refused') return flags.includes('asked_to_call_back') ? 'unclear' : 'declined';
  return 'unclear';
}

/** Whether something is to be found out, not arranged. */
export function isQuestion({ request, language }: Pick<FinishedCall, 'request' | 'language'>): boolean {
  const plain = request.task
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}¿]/gu, '')
    .trim();
  const { question, arranges } = words[language];
  if (question.test(plain)) return true;
  return request.category === 'general' && request.date === undefined && !arranges.test(plain);
}

/** "I think so" is no hedge where the question was whether they can help. */
function hedges({ words: text }: Clause, asked: Line | undefined, said: Words): boolean {
  const isConfident = said.confident.test(text) && asked !== undefined && said.offersHelp.test(asked.plain);
  return !isConfident && said.hedge.test(text);
}

function isUnreachable(status: string): boolean {
  return status === 'no_answer' || status === 'busy' || status === 'voicemail';
}

function dealOf(lines: readonly Line[], said: Words): Deal {
  let deal: Deal = 'nothing';
  let asked: Line | undefined;
  let isRefused = false;
  for (const line of lines) {
    if (line.by === 'assistant') {
      deal = afterAssistant(deal, line, said);
      asked = line;
    } else if (line.by === 'business') {
      deal = afterBusiness(deal, line, asked, said);
      isRefused ||= line.clauses.some(({ words: text, isQuestion }) => !isQuestion && said.refuse.test(text));
    }
  }
  return deal === 'offered' && isRefused ? 'turned_down' : deal;
}

function afterAssistant(deal: Deal, { plain, clauses }: Line, said: Words): Deal {
  const hasValue = clauses.some(({ digits }) => /\d/.test(digits));
  if (deal === 'committed' && said.change.test(plain) && hasValue) return 'stale';
  if (deal !== 'offered') return deal;
  if (said.decline.test(plain)) return 'refused';
  return said.accept.test(plain) ? 'accepted' : deal;
}

/** What would happen is no refusal: "if it is not in by noon, I let it go". */
export const isConditional = /^(?:and |y )?(?:if|unless|si)\b/;

function afterBusiness(before: Deal, line: Line, asked: Line | undefined, said: Words): Deal {
  const statements = line.clauses.filter(({ isQuestion }) => !isQuestion);
  const isHedged = statements.some((clause) => hedges(clause, asked, said));
  const isDeferred = line.clauses.some(
    ({ words: text, isQuestion }) =>
      said.defer.test(text) &&
      (!isQuestion || /\b(?:call|ring|phone) (?:you|him|her|them) back\b/.test(text)),
  );
  let deal = before;
  for (const { words: text, digits, isQuestion } of line.clauses) {
    if (said.refuse.test(text) && !isQuestion && !isConditional.test(text)) {
      if (
        before === 'pending' &&
        /(?:^| )no(?: |$)/.test(text) &&
        !/\d/.test(digits) &&
        !/full|booked|complet|llen/.test(text)
      )
        continue;
      if (before !== 'committed' || isRetraction(line, asked, said)) deal = 'refused';
    } else if (isQuestion ? /\d/.test(digits) && said.guard.test(text) : /\d/.test(digits)) {
      if (deal !== 'committed') deal = 'offered';
    }
  }
  const isSettled =
    before === 'accepted' && deal !== 'refused' && (restates(line) || said.settles.test(line.plain));
  if ((isSettled || commits(line, asked, said)) && deal !== 'refused') deal = 'committed';
  else if (
    deal === 'refused' &&
    statements.findLastIndex((clause) => isCommitment(clause, said)) >
      statements.findLastIndex(({ words: text }) => said.refuse.test(text))
  )
    deal = 'committed';
  if (isDeferred && before !== 'committed') return 'pending';
  const isNo = line.clauses.some(({ words: text }) => said.no.test(text));
  if (isHedged && (deal !== 'refused' || !isNo))
    return isAside(line, said) && before === 'committed' ? deal : 'pending';
  return deal;
}

/** The assistant accepted, and the business says the terms once more. */
function restates({ clauses }: Line): boolean {
  return clauses.some(({ digits, isQuestion }) => !isQuestion && /\d/.test(digits));
}

/** A no to a side question takes nothing back. */
function isRetraction({ plain }: Line, asked: Line | undefined, said: Words): boolean {
  return !asked?.clauses.some(({ isQuestion }) => isQuestion) || !said.no.test(plain);
}

function isAside({ plain }: Line, said: Words): boolean {
  return !said.commit.test(plain) && !/\d/.test(plain);
}

function isCommitment({ words: text, isQuestion }: Clause, said: Words): boolean {
  return !isQuestion && said.commit.test(text) && !said.guard.test(text);
}

function commits(line: Line, asked: Line | undefined, said: Words): boolean {
  if (line.clauses.some((clause) => isCommitment(clause, said))) return true;
  const isYes =
    said.yes.test(line.clauses[0]?.words ?? '') &&
    !line.clauses.some(({ words: text }) => said.refuse.test(text) || said.guard.test(text));
  return (
    isYes &&
    (asked?.clauses.some(
      ({ isQuestion, words: text }) => isQuestion && said.confirming.test(text) && !said.asking.test(text),
    ) ??
      false)
  );
}

/** They do not want to talk, which answers nothing. */
const brushesOff = /^(?:no,? )?(?:thanks|thank you|gracias|not interested|no me interesa)$/;

function answerTo(lines: readonly Line[], said: Words, flags: readonly Flag[]): Verdict {
  if (flags.includes('recording_objection')) return 'unclear';
  const asking = lines.findIndex(({ by, clauses }) => by === 'assistant' && clauses.length > 1);
  const answers = lines
    .slice(asking + 1)
    .filter(({ by, plain }) => by === 'business' && !brushesOff.test(plain));
  let isAnswered = false;
  for (const { clauses, plain, index } of answers) {
    const asked = lines.findLast((line) => line.by === 'assistant' && line.index < index);
    if (
      clauses.some(
        (clause) =>
          hedges(clause, asked, said) || said.defer.test(clause.words) || said.callBack.test(clause.words),
      )
    ) {
      // Somebody else is asked while the line is held.
      if (!isAnswered && !said.hold.test(plain)) return 'unclear';
      continue;
    }
    const tells = clauses.some(
      ({ words: text, digits, isQuestion }) =>
        !isQuestion &&
        !said.hold.test(text) &&
        (/\d/.test(digits) || said.refuse.test(text) || said.yes.test(text) || said.no.test(text)),
    );
    if (tells && !/\b(?:over the phone|por telefono)\b/.test(plain)) isAnswered = true;
  }
  return isAnswered && asking >= 0 ? 'answered' : 'unclear';
}
