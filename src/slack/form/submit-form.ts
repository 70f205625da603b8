import type { ViewOutput } from '@slack/bolt';
import { type Block, type Finding, isBlock } from '../../calls/policies.ts';
import type { CallRequest } from '../../domain/call-request.ts';
import type { WallTime } from '../../domain/due-time.ts';
import { formatPhone } from '../../domain/phone.ts';
import { isSameClock } from '../../domain/place-zone.ts';
import { secretIn } from '../../domain/secrets.ts';
import { type Interaction, onSubmit, type Submitted } from '../context.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { afterSending, type Sent } from './after-sending.ts';
import { lookAgain } from './before-call.ts';
import { blockText } from './findings-view.ts';
import { type CallForm, readCallForm, readingOf, wholeDraft } from './form-state.ts';
import { callFormView, faultErrors, fieldError, placeError } from './form-view.ts';
import { saveInTime } from './save-in-time.ts';
import { formWords } from './words.ts';

type ViewAnswer = Parameters<Submitted['ack']>[0];
type Submission = { form: CallForm; view: ViewOutput };

/** Writes the call before the form closes; until then everything typed stays where it is. */
export const submitCallForm = onSubmit(async (i, { view, ack }) => {
  const { calls, clock } = i.deps;
  const form = readCallForm(view);
  const whole = wholeDraft(form);
  const read = await within(leftToAck(), calls.check(i.actor, whole, readingOf(form, clock.now())));
  if (read === late) return ack(refusing(placeError(view, formWords[form.language].submission.slow)));
  if ('faults' in read)
    return ack({ response_action: 'errors', errors: faultErrors(view, form.language, read.faults) });
  const { request, due } = read;
  if (isOnAnotherClock(form, request, due, clock.now())) {
    const moved = callFormView({ ...form, hasMoved: true }, clock.now());
    return ack({ response_action: 'update', view: moved });
  }
  const answer = await confirm(i, { form, view }, request, due);
  if (answer) return ack(answer);
  await ack();
  await afterSending(i, sentOf(form, i), request);
});

/** Slack reports a typed number only after Enter, so the form may still name another zone for its times. */
function isOnAnotherClock(
  { shownZone }: CallForm,
  { time, timeZone }: CallRequest,
  due: WallTime | undefined,
  now: number,
): boolean {
  const hasTime = time !== undefined || due !== undefined;
  return hasTime && shownZone !== undefined && !isSameClock(shownZone, timeZone, now);
}

async function confirm(
  i: Interaction,
  submission: Submission,
  request: CallRequest,
  due: WallTime | undefined,
): Promise<ViewAnswer> {
  const { form, view } = submission;
  const channelId = channelOf(form, i);
  if (!channelId) return refusing(placeError(view, formWords[form.language].submission.choose));
  const isAskedThere = form.place === 'here' && form.isOpenedThere === true;
  const { proposalId } = form;
  const wanted = {
    request,
    channelId,
    isAskedThere,
    submissionId: view.id,
    ...(proposalId && { proposalId }),
    ...(due && { due }),
  };
  return saveInTime(
    i,
    form.language,
    (isGivenUp) => save(i, submission, wanted, isGivenUp),
    (why) => refusing(placeError(view, why)),
  );
}

const refusing = (errors: Record<string, string>): ViewAnswer => ({ response_action: 'errors', errors });

type Wanted = {
  request: CallRequest;
  channelId: string;
  isAskedThere: boolean;
  submissionId: string;
  proposalId?: string;
  due?: WallTime;
};

async function save(
  i: Interaction,
  { form, view }: Submission,
  { request, ...wanted }: Wanted,
  isGivenUp: () => boolean,
): Promise<ViewAnswer> {
  const confirmed = await i.deps.calls.confirm(i.actor, request, { ...wanted, isGivenUp });
  if ('already' in confirmed) {
    const phone = formatPhone(confirmed.already.request.phone);
    return refusing(fieldError(view, 'phone', formWords[form.language].submission.already(phone)));
  }
  if (!('findings' in confirmed)) return undefined;
  const block = confirmed.findings.find(isBlock);
  if (block) return refusing(errorOf(block, form, view));
  const { task, ...rest } = request;
  const { timeZone } = request;
  const look = { wanted: { ...wanted, request: rest, sent: sentOf(form, i) }, task, timeZone };
  // The form stays below, so that going back shows what was typed.
  return { response_action: 'push', view: await lookAgain(i, form, confirmed.findings, look) };
}

const fieldsOf: Partial<Record<Finding['code'], string>> = {
  too_many_to_number: 'phone',
  emergency_number: 'phone',
  toll_number: 'phone',
  card_number: 'task',
  iban: 'task',
  one_time_code: 'task',
  do_not_call: 'phone',
  country_not_allowed: 'phone',
  day_limit_of_number: 'phone',
};

function errorOf(finding: Block, { language, draft }: CallForm, view: ViewOutput) {
  const text = blockText(language, finding);
  const isInWishes = secretIn(draft.wishes ?? '') === finding.code;
  const field = isInWishes ? 'wishes' : fieldsOf[finding.code];
  return field ? fieldError(view, field, text) : placeError(view, text);
}

function sentOf(form: CallForm, i: Interaction): Sent {
  const posted = form.place === 'me' ? undefined : channelOf(form, i);
  return { openedIn: form.channelId, postedIn: posted, attemptId: form.attemptId };
}

function channelOf(
  { place, channelId, otherChannelId }: CallForm,
  { person: { userId } }: Interaction,
): string | undefined {
  return { here: channelId ?? userId, other: otherChannelId, me: userId }[place];
}
