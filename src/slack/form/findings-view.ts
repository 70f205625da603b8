import type { Finding } from '../../calls/policies.ts';
import type { Language } from '../../domain/language.ts';
import { refusalWords } from '../errors/words.ts';
import { formWords } from './words.ts';

/** What a finding says, for people. */
export function findingText(language: Language, { code }: Finding): string {
  const { findings, submission } = formWords[language];
  switch (code) {
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
    case 'do_not_call':
    case 'country_not_allowed':
    case 'channel_not_allowed':
    case 'guest_may_not_call':
    case 'not_a_named_caller':
      // The errors of a field are plain text.
      return refusalWords[language].refusals[code].replaceAll('`', '');
    default:
      return findings[code];
  }
}
