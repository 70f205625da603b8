import type { ViewOutput } from '@slack/bolt';
import type { Finding } from '../../calls/policies.ts';
import type { CallRequest } from '../../domain/call-request.ts';
import { formatPhone } from '../../domain/phone.ts';
import { newReference } from '../../domain/reference.ts';
import type { Rules } from '../../domain/rules.ts';
import { CommitLost } from '../../store/calls.ts';
import { attemptOf } from '../connect/code.ts';
import { type Interaction, onSubmit } from '../context.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { sentence } from '../ui/blocks.ts';
import { findingText } from './findings-view.ts';
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
  await tellWhere(i, form);
  await rememberLanguage(i, request);
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
  const confirmed = await deps.calls.confirm(actor, request, {
    channelId,
    isAskedThere: form.place === 'here' && form.isOpenedThere === true,
    submissionId: view.id,
    isGivenUp,
  });
  if ('already' in confirmed) {
    const phone = formatPhone(confirmed.already.request.phone);
    return fieldError(view, 'phone', formWords[form.language].submission.already(phone));
  }
  if (!('findings' in confirmed)) return undefined;
  const [finding] = confirmed.findings;
  return finding && errorOf(finding, form, view);
}

const ofNumber = new Set<Finding['code']>([
  'too_many_to_number',
  'emergency_number',
  'toll_number',
  'do_not_call',
  'country_not_allowed',
  'day_limit_of_number',
]);

function errorOf(finding: Finding, { language }: CallForm, view: ViewOutput): Errors {
  const text = findingText(language, finding);
  return ofNumber.has(finding.code) ? fieldError(view, 'phone', text) : placeError(view, text);
}

/** Where they were, when their card is somewhere else; and no button is left that would ask for the same call. */
async function tellWhere(i: Interaction, form: CallForm): Promise<void> {
  const { deps, person, client } = i;
  const posted = channelOf(form, i);
  const elsewhere = form.place === 'me' || posted === form.channelId ? undefined : posted;
  try {
    const attempt = form.attemptId && (await attemptOf(i, form.attemptId));
    if (attempt) await deps.connecting.announceCalled(attempt, form.place === 'me' ? undefined : posted);
    else if (elsewhere) {
      const said = sentence(formWords[form.language].cardIsIn(`<#${elsewhere}>`));
      if (form.channelId)
        await client.chat.postEphemeral({ ...said, channel: form.channelId, user: person.userId });
      else await client.chat.postMessage({ ...said, channel: person.userId });
    }
  } catch (error) {
    deps.log.info({ err: error }, 'nobody was told where a card is');
  }
}

/** Offered in the next form; not the name, which may be somebody else's for once. Not worth troubling anybody about: the call is on its way. */
async function rememberLanguage({ deps, person }: Interaction, { callLanguage }: CallRequest) {
  try {
    await deps.store.preferences.change(person, (stored) => ({ ...stored, callLanguage }));
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
