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
    case 'emergency_number':
    case 'toll_number':
      return refusalWords[language].refusals[code];
    default:
      return findings[code];
  }
}
