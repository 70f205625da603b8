import { hedges } from './doubt.ts';
import type { Words } from './phrases.ts';
import type { Verdict } from './schema.ts';
import type { Clause, Line } from './speech.ts';

const linesPerStep = 50;

/** Said by who hangs up, and by who is glad to help: it answers nothing. */
const isPolite = /^(?:no,? )?(?:thanks|thank you|gracias)$/;

/** They do not want to talk, which answers nothing. */
const brushesOff =
  /\bnot interested\b|\bno (?:me|nos) interesa\b|\bno (?:trato|hablo) con (?:maquinas|robots|grabaciones)|\bcon (?:maquinas|robots|grabaciones) (?:yo )?no\b|\bnot (?:talk|deal|speak) (?:to|with) (?:machines|robots|computers)\b/;

/** "Yes, this is the place" answers nothing else. */
const isThePlace = /^(?:yes )?(?:(?:yes )?es aqui|aqui es|that is us|speaking)$/;

/** "Una furgoneta" counts nothing. */
const anArticle =
  /\b1 (?=\p{L}{3})(?!(?:euro|pound|dollar|peso|sol|hour|hora|day|dia|week|semana|month|mes|year|ano)\b)/gu;

/** A yes to it answers nothing else. */
const asksLater =
  /\b(?:call|try|ring|phone) (?:you )?(?:again|back|later|after)\b|\b(?:puedo|puede|volver a|vuelvo a) llamar\b/;

/** What came of a question: a statement that answers it, or nothing that is sure. */
export function* answerTo(lines: readonly Line[], said: Words): Generator<void, Verdict, void> {
  const asking = lines.findIndex(
    ({ by, clauses, plain }, at) =>
      by === 'assistant' &&
      (clauses.length > 1 || lines.slice(0, at).some((line) => line.by === 'assistant')) &&
      !said.offersHelp.test(plain),
  );
  if (asking < 0) return 'unclear';
  let isAnswered = false;
  let isDoubted = false;
  let isBrushedOff = false;
  /** Something was stated, and neither a yes, a no nor any value. */
  let isVague = false;
  let asked = lines[asking];
  for (const line of lines.slice(asking + 1)) {
    if (line.index % linesPerStep === 0) yield;
    if (line.by === 'assistant') asked = line;
    if (line.by !== 'business' || isPolite.test(line.plain)) continue;
    if (brushesOff.test(line.plain)) {
      isBrushedOff = true;
      continue;
    }
    if (asked && asksLater.test(asked.plain)) continue;
    const doubt = line.clauses.findLastIndex(
      (clause) =>
        (hedges(clause, asked, said) && !isUnfolded(clause, line)) ||
        said.defer.test(clause.words) ||
        said.callBack.test(clause.words),
    );
    // Somebody else is asked while the line is held.
    if (doubt >= 0 && (!isAnswered || isVague) && !said.hold.test(line.plain)) {
      isDoubted = true;
      isAnswered = false;
    }
    const isTold = line.clauses
      .slice(doubt + 1)
      .some(
        (clause) =>
          clause.sentence !== line.clauses[doubt]?.sentence &&
          (isDoubted ? isFirm(clause, said) : isAnswer(clause, said)),
      );
    // "Fifty-nine ninety. And don't ask me which is better, I don't know."
    const isAside =
      doubt > 0 &&
      line.clauses.some(
        (clause) =>
          clause.sentence < (line.clauses[doubt]?.sentence ?? 0) &&
          /\d/.test(clause.digits) &&
          isAnswer(clause, said),
      ) &&
      /^(?:and|y) /.test(
        line.clauses.find(({ sentence }) => sentence === line.clauses[doubt]?.sentence)?.words ?? '',
      );
    if (isAside) isAnswered = true;
    // "Yes, we have it. Somebody will call him."
    const isPlainYes =
      doubt > 0 &&
      said.yes.test(line.clauses[0]?.words ?? '') &&
      said.defer.test(line.clauses[doubt]?.words ?? '') &&
      line.clauses[doubt]?.sentence !== 0 &&
      !line.clauses.some((clause) => hedges(clause, asked, said));
    if (isPlainYes) isAnswered = true;
    // "No, not yet. Thursday, I'd think": the no is sure, and only the rest is a guess.
    const isPlainNo = line.clauses
      .slice(0, Math.max(doubt, 0))
      .some(
        ({ words: text, sentence }) =>
          said.no.test(text) &&
          !said.hedge.test(text) &&
          !said.defer.test(text) &&
          line.clauses[doubt]?.sentence !== sentence,
      );
    if (isPlainNo && !said.callBack.test(line.clauses[doubt]?.words ?? '')) isAnswered = true;
    if (isTold && !/\b(?:over the phone|por telefono)\b/.test(line.plain)) {
      isVague =
        (!isAnswered || isVague) &&
        !line.clauses.some(
          (clause) =>
            isFirm(clause, said) ||
            /\d/.test(clause.digits) ||
            (!clause.isQuestion && said.refuse.test(clause.words)),
        );
      isAnswered = true;
    }
  }
  return isAnswered ? 'answered' : isBrushedOff ? 'declined' : 'unclear';
}

/** "It depends. They start at three hundred": what it depends on is told. */
function isUnfolded({ words: text, sentence }: Clause, { clauses }: Line): boolean {
  return (
    /\bdepend/.test(text) &&
    clauses.some(
      ({ digits, isQuestion, sentence: later }) => later > sentence && (isQuestion || /\d/.test(digits)),
    )
  );
}

function isAnswer({ words: text, digits, isQuestion }: Clause, said: Words): boolean {
  if (isThePlace.test(text)) return false;
  if (isQuestion || said.recording.test(text) || said.hold.test(text) || said.silent.test(text)) return false;
  return (
    /\d/.test(digits.replace(anArticle, '')) ||
    /\b(?:yes|no)$/.test(text) ||
    [said.refuse, said.yes, said.no, said.tells, said.affirms].some((pattern) => pattern.test(text))
  );
}

/** A doubt is lifted by a plain yes or no, and by nothing less. */
function isFirm({ words: text, isQuestion }: Clause, said: Words): boolean {
  return !isQuestion && (said.yes.test(text) || said.no.test(text)) && !said.silent.test(text);
}
