import type { CallRequest } from './call-request.ts';
import { instructionWords } from './instruction-words.ts';

/** How KallyAI is to behave on the phone, in the language of the call. */
export function instructionsFor(request: CallRequest): string[] {
  const { callLanguage, category, name, otherTime = 'ask', wishes, callbackPhone } = request;
  const said = instructionWords[callLanguage];
  return [
    said.disclose(name ? name.replace(/\s+/g, ' ') : said.customer),
    ...(category === 'general' ? [] : [said.otherTime[otherTime]]),
    ...(wishes ? [said.wishes(wishes)] : []),
    ...(callbackPhone ? [said.callback] : []),
  ];
}
