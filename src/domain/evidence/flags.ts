import type { Words } from './phrases.ts';
import type { Flag } from './schema.ts';
import { type Line, noise, sentencesOf } from './speech.ts';
import type { Tongue } from './tongue.ts';
import { words } from './words.ts';

/** "You have reached the county clerk. For passports, press two." */
const isMenu =
  /^(?!.*\b(?:message|tone|beep|mailbox|mensaje|tono|senal|buzon)\b).*\b(?:press|marque|oprima|pulse)\b/;
/** "You have reached a number that is no longer in service." */
const noSuchNumber =
  /\b(?:disconnected|(?:not|no longer) in service|check the number|no existe|fuera de (?:servicio|cobertura))\b/;
/** "Switched off. Leave a message after the tone." */
const leavesMessage = /\b(?:leave|record|dej\w+|grab\w+)\b.*\b(?:message|mensaje)\b/;
/** "You are number nine in line." */
const inLine =
  /\bnumber,? \w+(?: \w+)?,? in (?:the )?(?:line|queue)\b|\bocupa (?:usted )?el (?:puesto|lugar)\b/;
/** With which a recording ends. */
const beep = /^(?:bee+p|bip|pi+p?|tono?e?|(?:fin|end)\b.*)$/;
/** "Recorded? I'd rather you didn't." */
const objects =
  /\brecord\w*\b.*\b(?:rather (?:you|not)|(?:turn|switch|shut) (?:it|that|this)(?: thing)? off|not cool with|not sign up for (?:it|that)|not care for (?:it|that)|stop (?:it|that)|not having (?:it|that)|not be into (?:it|that)|no thank you|not (?:okay|happy|comfortable))\b|\b(?:can|do) not (?:just )?(?:go (?:around )?)?record\w*|\b(?:sooner|rather|prefer) (?:it|this|that|you|we) (?:(?:was|were|is|be|did|do) )?not (?:be )?record\w*|\bgrab\w+.*\b(?:no (?:me|nos) (?:gusta|parece|hace gracia)|prefiero que no|apag\w+ (?:eso|la)|quite eso)\b/;
/** "No Gino here": a name is missing, where "no garden here" tells of the place. */
const nobodyOfThatName = /\b[Nn]o (?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}’']+ here\b/u;
const asksWhere =
  /\b(?:is (?:this|that)|hablo (?:con|al?)|llamo al?|(?<!\b(?:cual|que|cuando|como|donde|cuanto) )es)\b/;

/** "Is this Gino's?" "No, a taxi company." */
function isSomebodyElse(lines: readonly Line[], said: Words): boolean {
  const at = lines.findIndex(({ by }) => by === 'assistant');
  const questions = (lines[at]?.clauses ?? []).filter(({ isQuestion }) => isQuestion);
  const answer = lines.slice(at + 1).find(({ by }) => by === 'business');
  return (
    new Set(questions.map(({ sentence }) => sentence)).size === 1 &&
    questions.some(({ words: text }) => asksWhere.test(text) && text.split(' ').length <= 6) &&
    !/\b(?:para|espera|espere|wait|hang on)\b/.test(answer?.plain ?? '') &&
    (answer?.clauses ?? [])
      .slice(0, 2)
      .some(({ words: text, sentence }) => sentence === 0 && said.no.test(text))
  );
}

/** What is said to a line on which nothing is heard. */
const stillThere =
  /\b(?:still there|anybody there|anyone there|(?:nobody|no ?one) (?:is|seems|has|came|comes)|on hold for|hang up now|sigue ahi|hay alguien|me (?:oye|escucha)|nadie (?:vuelve|regresa|contesta|responde)|en espera)\b/;

/** "One moment, I've got someone at the desk": the last that was heard, and nothing is said with it. */
function isHeld(line: Line | undefined, said: Words): boolean {
  const at = line?.clauses.findLastIndex(({ words: text }) => said.hold.test(text)) ?? -1;
  return (
    at >= 0 &&
    (line?.clauses.length ?? 0) <= 4 &&
    !line?.clauses
      .slice(at + 1)
      .some(({ words: text, digits }) => /\d/.test(digits) || said.refuse.test(text))
  );
}

/** What a recording says while one waits. */
function isSaidAgain({ quote }: Line, lines: readonly Line[]): boolean {
  return lines.filter((line) => line.quote === quote).length > 1;
}

/** The last that is heard is music, an announcement of a queue, or a person who asks to wait. */
function isLeftOnHold(lines: readonly Line[], said: Words): boolean {
  const people = lines.filter(({ by }) => by === 'business');
  const isAsked = people.some(({ plain }) => said.hold.test(plain));
  const lastSound = lines.findLast(({ by }) => by !== 'assistant');
  const lastHeard = lines.findLast(({ by, quote }) => by !== 'assistant' && !noise.test(quote));
  if (!lastSound || !lastHeard) return false;
  if (noise.test(lastSound.quote))
    return lastHeard.by === 'machine' || said.menu.test(lastSound.plain) || isAsked;
  if (lastHeard.by === 'machine')
    return (
      (said.menu.test(lastHeard.plain) || isSaidAgain(lastHeard, lines)) &&
      !said.voicemail.test(lastHeard.plain)
    );
  const last = lines.at(-1);
  if (!isAsked || last?.by !== 'assistant') return false;
  const isShort = people.length <= 2;
  return (
    (isShort && lastHeard.clauses.length <= 2) ||
    ((isShort || stillThere.test(last.plain)) && isHeld(lastHeard, said))
  );
}

function endsWithBeep(lines: readonly Line[]): boolean {
  return beep.test(lines.findLast(({ by }) => by !== 'assistant')?.plain ?? '');
}

/** What deserves to be known besides the verdict. */
export function readFlags(lines: readonly Line[], language: Tongue): Flag[] {
  const said = words[language];
  const people = lines.filter(({ by }) => by === 'business');
  const assistant = lines.filter(({ by }) => by === 'assistant');
  const some = (pattern: RegExp) =>
    people.some(({ clauses }) => clauses.some((clause) => pattern.test(clause.words)));
  const isDisclosed = assistant.some(({ plain }) => said.disclosure.test(plain));
  const isVoicemail = lines.some(
    ({ by, plain }) =>
      by === 'machine' &&
      said.voicemail.test(plain) &&
      !isMenu.test(plain) &&
      !inLine.test(plain) &&
      (!noSuchNumber.test(plain) || leavesMessage.test(plain)),
  );
  const doNotCall = some(said.noCalls);
  const found: [Flag, boolean][] = [
    ['voicemail_greeting', isVoicemail],
    ['do_not_call_again', doNotCall],
    ['asked_to_call_back', !doNotCall && some(said.callBack)],
    ['ai_not_disclosed', people.length > 0 && assistant.length > 0 && !isDisclosed],
    ['recording_objection', some(said.recording) || people.some(({ plain }) => objects.test(plain))],
    [
      'wrong_number',
      some(said.wrongNumber) ||
        people.some(({ quote }) => nobodyOfThatName.test(quote)) ||
        isSomebodyElse(lines, said) ||
        assistant.some(({ plain }) => said.wrongNumber.test(plain)),
    ],
    ['on_hold_abandoned', isLeftOnHold(lines, said) && !(isVoicemail && endsWithBeep(lines))],
    [
      'condition',
      people.some((line) => sentencesOf(line).some((sentence) => said.condition.test(sentence))) &&
        !some(said.noCondition),
    ],
  ];
  return found.filter(([, is]) => is).map(([flag]) => flag);
}
