import type { ViewOutput } from '@slack/bolt';
import type { Finding } from '../../calls/policies.ts';
import type { CallRequest } from '../../domain/call-request.ts';
import { formatPhone } from '../../domain/phone.ts';
import { newReference } from '../../domain/reference.ts';
import type { Rules } from '../../domain/rules.ts';
import { CommitLost } from '../../store/calls.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { refusalWords } from '../errors/words.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { formatsIn } from '../ui/formats.ts';
import { type CallForm, readCallForm, readingOf } from './form-state.ts';
import { faultErrors, fieldError, placeError } from './form-view.ts';
import { formWords } from './words.ts';

type Errors = Record<string, string>;
type Submission = { form: CallForm; view: ViewOutput };

/** Writes the call before the form closes; until then everything typed stays where it is. */
export const submitCallForm = onSubmit(async (i, { view, ack }) => {
  const { calls, clock } = i.deps;
  const form = readCallForm(view);
  const read = calls.check(form.draft, readingOf(form, clock.now()));
  if ('faults' in read)
    return ack({ response_action: 'errors', errors: faultErrors(view, form.language, read.faults) });
  const { callbackPhone } = form;
  const request = { ...read.request, ...(callbackPhone && { callbackPhone }) };
  const errors = await confirm(i, { form, view }, request);
  if (errors) return ack({ response_action: 'errors', errors });
  await ack();
  await rememberChoices(i, request);
});

async function confirm(i: Interaction, submission: Submission, request: CallRequest) {
  const { form, view } = submission;
  const { submission: words } = formWords[form.language];
  const channelId = channelOf(form, i);
  if (!channelId) return placeError(view, words.choose);
  let isGivenUp = false;
  const confirming = save(i, submission, request, channelId, () => isGivenUp).catch((error: unknown) => {
    const reference = newReference();
    i.deps.log.error({ err: error, reference }, 'a confirmed call could not be saved');
    return placeError(
      view,
      error instanceof CommitLost ? words.unsure(reference) : words.notSaved(reference),
    );
  });
  const outcome = await within(leftToAck(), confirming);
  if (outcome !== late) return outcome;
  isGivenUp = true;
  return placeError(view, words.slow);
}

async function save(
  { deps, actor }: Interaction,
  { form, view }: Submission,
  request: CallRequest,
  channelId: string,
  isGivenUp: () => boolean,
): Promise<Errors | undefined> {
  const confirmed = await deps.calls.confirm(actor, request, { channelId, submissionId: view.id, isGivenUp });
  if ('already' in confirmed) {
    const phone = formatPhone(confirmed.already.request.phone);
    return fieldError(view, 'phone', formWords[form.language].submission.already(phone));
  }
  if (!('findings' in confirmed)) return undefined;
  const [finding] = confirmed.findings;
  return finding && errorOf(finding, form, view, await deps.calls.rulesOf(actor));
}

function errorOf(
  { code }: Finding,
  { language, timeZone }: CallForm,
  view: ViewOutput,
  { perDay }: Rules,
): Errors {
  const { submission } = formWords[language];
  const { refusals } = refusalWords[language];
  const limit = (of: keyof Rules['perDay']) => formatsIn(language, timeZone).number(perDay[of] ?? 0);
  switch (code) {
    case 'not_connected':
      return placeError(view, submission.notConnected);
    case 'cannot_post':
      return placeError(view, submission.cannotPost);
    case 'too_many_to_number':
      return fieldError(view, 'phone', submission.tooManyToNumber);
    case 'too_many_of_person':
      return placeError(view, submission.tooManyOfPerson);
    case 'too_many_in_workspace':
      return placeError(view, submission.tooManyInWorkspace);
    case 'day_limit_of_number':
      return fieldError(view, 'phone', submission.dayLimits.number(limit('number')));
    case 'day_limit_of_person':
      return placeError(view, submission.dayLimits.person(limit('person')));
    case 'day_limit_of_workspace':
      return placeError(view, submission.dayLimits.workspace(limit('workspace')));
    case 'guest_may_not_call':
    case 'not_a_named_caller':
    case 'channel_not_allowed':
      return placeError(view, withoutMarkup(refusals[code]));
    case 'emergency_number':
    case 'toll_number':
    case 'do_not_call':
    case 'country_not_allowed':
      return fieldError(view, 'phone', withoutMarkup(refusals[code]));
  }
}

/** The errors of a field are plain text. */
const withoutMarkup = (text: string) => text.replaceAll('`', '');

/** Offered in the next form; a second name may be somebody else's table. Not worth troubling anybody about: the call is on its way. */
async function rememberChoices({ deps, person }: Interaction, { name, callLanguage }: CallRequest) {
  try {
    await deps.store.preferences.change(person, (stored) => ({
      ...(name && { name }),
      ...stored,
      callLanguage,
    }));
  } catch (error) {
    deps.log.warn({ err: error }, 'preferences could not be saved');
  }
}

function channelOf(
  { place, channelId, otherChannelId }: CallForm,
  { person: { userId } }: Interaction,
): string | undefined {
  return { here: channelId ?? userId, other: otherChannelId, me: userId }[place];
}
