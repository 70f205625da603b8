import type { Block, Finding } from '../../calls/policies.ts';
import { wallTimeAt } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import { refusalWords } from '../errors/words.ts';
import { formatsIn, placeOfTimeZone, type Reader } from '../ui/formats.ts';
import { uiWords } from '../ui/words.ts';
import { beforeWords } from './before-words.ts';
import { formWords } from './words.ts';

export type Asking = Finding & { effect: 'asks' };

export const isAsking = (finding: Finding): finding is Asking => finding.effect === 'asks';

/** Why a call may not leave, and what to do. */
export function blockText(language: Language, { code }: Block): string {
  const { submission } = formWords[language];
  switch (code) {
    case 'proposal_over':
      return submission.proposalOver;
    case 'not_connected':
      return submission.notConnected;
    case 'cannot_post':
    case 'not_in_channel':
    case 'membership_unknown':
      return submission.channel[code];
    case 'too_many_to_number':
      return submission.tooManyToNumber;
    case 'too_many_of_person':
      return submission.tooManyOfPerson;
    case 'too_many_in_workspace':
      return submission.tooManyInWorkspace;
    case 'day_limit_of_number':
      return submission.dayLimits.number;
    case 'day_limit_of_person':
      return submission.dayLimits.person;
    case 'day_limit_of_workspace':
      return submission.dayLimits.workspace;
    case 'emergency_number':
    case 'toll_number':
    case 'number_rests':
    case 'asked_time_over':
      return refusalWords[language].refusals[code];
    case 'card_number':
    case 'iban':
    case 'one_time_code':
      return beforeWords[language].secrets[code];
    case 'do_not_call':
    case 'country_not_allowed':
    case 'channel_not_allowed':
    case 'guest_may_not_call':
    case 'not_a_named_caller':
      // The errors of a field are plain text.
      return refusalWords[language].refusals[code].replaceAll('`', '');
    default:
      return uiWords[language].faults[code];
  }
}

/** What is unusual about a call, for the person who asks for it. */
export function askText(reader: Reader, finding: Asking, now: number): string {
  const words = beforeWords[reader.language];
  const formats = formatsIn(reader.language, reader.timeZone);
  switch (finding.code) {
    case 'outside_hours': {
      const { timeZone, at, isNow } = finding;
      if (!timeZone) return words.nightPerhaps;
      const time = formats.time(wallTimeAt(at, timeZone).time);
      return (isNow ? words.nightNow : words.nightThen)(time, placeOfTimeZone(timeZone, reader.language));
    }
    case 'number_called': {
      const { by, at, isUnderWay } = finding;
      const ago = agoText(reader, now - at);
      const isOwn = by !== undefined && 'isOwn' in by;
      const who = by && 'userId' in by ? `<@${by.userId}>` : words.colleague;
      const said = isOwn ? words.calledByYou(ago) : words.calledBy(who, ago);
      return isUnderWay ? `${said} ${words.underWay}` : said;
    }
    case 'balance_low': {
      const { unit, left, needs } = finding.balance;
      if (left <= 0) return words.noneLeft[unit];
      const amount = (count: number) => {
        const { one, other } = words.units[unit];
        return count === 1 ? one : other(formats.amount(count));
      };
      return words.balance(amount(left), amount(needs));
    }
    case 'private_number':
      return words.privateNumber;
  }
}

function agoText({ language, timeZone }: Reader, ms: number): string {
  const { minutesAgo, hoursAgo } = beforeWords[language];
  const { number } = formatsIn(language, timeZone);
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return minutes === 1 ? minutesAgo.one : minutesAgo.other(number(minutes));
  const hours = Math.round(minutes / 60);
  return hours === 1 ? hoursAgo.one : hoursAgo.other(number(hours));
}
