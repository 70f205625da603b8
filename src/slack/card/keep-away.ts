import { isSamePerson } from '../../domain/person.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import { callActionWords } from '../call/words.ts';
import type { Interaction } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { tellPrivately } from '../send/say.ts';
import { formatsIn } from '../ui/formats.ts';

/** *Do not call again*: the number of a business that asked for it goes on the list. An admin who did not ask for the call sees it masked. */
export async function keepAway(i: Interaction, callId: string | undefined): Promise<void> {
  const [{ language, timeZone }, answer] = await Promise.all([
    i.profile(),
    i.deps.calls.keepAway(i.actor, callId),
  ]);
  const words = callActionWords[language].keepAway;
  if (answer === 'not_asked') return tellPrivately(i, words.notAsked);
  if ('denied' in answer) return tellPrivately(i, deniedWords[language][answer.denied]);
  const { call, isNew, underWay } = answer;
  const { phone } = call.request;
  const shown = isSamePerson(call.requester, i.person) ? formatPhone(phone) : maskPhone(phone);
  const { number, plural } = formatsIn(language, timeZone);
  const goesOn = underWay > 0 ? [words.underWay[plural(underWay)](number(underWay))] : [];
  await tellPrivately(i, [(isNew ? words.added : words.already)(shown), ...goesOn].join(' '));
}
