import type { Words } from './phrases.ts';
import type { Flag } from './schema.ts';
import { type Line, sentencesOf } from './speech.ts';
import type { Tongue } from './tongue.ts';
import { words } from './words.ts';

/** "You have reached the county clerk. For passports, press two." */
const isMenu =
  /^(?!.*\b(?:message|tone|beep|mailbox|mensaje|tono|senal|buzon)\b).*\b(?:press|marque|oprima|pulse)\b/;
const asksWhere = /\b(?:is (?:this|that)|hablo con|llamo al?|es)\b/;

/** "Is this Gino's?" "No, a taxi company." */
function isSomebodyElse(lines: readonly Line[], said: Words): boolean {
  const at = lines.findIndex(({ by }) => by === 'assistant');
  const questions = (lines[at]?.clauses ?? []).filter(({ isQuestion }) => isQuestion);
  const answer = lines.slice(at + 1).find(({ by }) => by === 'business');
  return (
    new Set(questions.map(({ sentence }) => sentence)).size === 1 &&
    questions.some(({ words: text }) => asksWhere.test(text) && text.split(' ').length <= 6) &&
    said.no.test(answer?.clauses[0]?.words ?? '')
  );
}

/** What deserves to be known besides the verdict. */
export function readFlags(lines: readonly Line[], language: Tongue): Flag[] {
  const said = words[language];
  const people = lines.filter(({ by }) => by === 'business');
  const assistant = lines.filter(({ by }) => by === 'assistant');
  const some = (pattern: RegExp) =>
    people.some(({ clauses }) => clauses.some((clause) => pattern.test(clause.words)));
  const isDisclosed = assistant.some(({ plain }) => said.disclosure.test(plain));
  const lastHeard = lines.findLast(({ by }) => by !== 'assistant');
  const isOnHold =
    lastHeard?.by === 'machine'
      ? said.menu.test(lastHeard.plain) && !said.voicemail.test(lastHeard.plain)
      : lastHeard !== undefined &&
        people.length <= 2 &&
        people.some(({ plain }) => said.hold.test(plain)) &&
        lines.at(-1)?.by === 'assistant' &&
        (people.at(-1)?.clauses.length ?? 0) <= 2;
  const doNotCall = some(said.noCalls);
  const found: [Flag, boolean][] = [
    [
      'voicemail_greeting',
      lines.some(({ by, plain }) => by === 'machine' && said.voicemail.test(plain) && !isMenu.test(plain)),
    ],
    ['do_not_call_again', doNotCall],
    ['asked_to_call_back', !doNotCall && some(said.callBack)],
    ['ai_not_disclosed', people.length > 0 && assistant.length > 0 && !isDisclosed],
    ['recording_objection', some(said.recording)],
    [
      'wrong_number',
      some(said.wrongNumber) ||
        isSomebodyElse(lines, said) ||
        assistant.some(({ plain }) => said.wrongNumber.test(plain)),
    ],
    ['on_hold_abandoned', isOnHold],
    [
      'condition',
      people.some((line) => sentencesOf(line).some((sentence) => said.condition.test(sentence))) &&
        !some(said.noCondition),
    ],
  ];
  return found.filter(([, is]) => is).map(([flag]) => flag);
}
