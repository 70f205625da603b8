import { randomUUID } from 'node:crypto';
import type { Middleware, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction, webApi } from '@slack/bolt';
import type { Person } from '../../domain/call.ts';
import { type CallRequest, readCallRequest } from '../../domain/call-request.ts';
import { type Kit, personIn } from '../context.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { wordsIn } from '../ui/formats.ts';
import { canPostIn } from '../workspace/channels.ts';
import { type CallForm, readCallForm, readingOf } from './form-state.ts';
import { faultErrors, placeError } from './form-view.ts';

type Submitted = { person: Person; client: webApi.WebClient; form: CallForm; view: ViewOutput };
type Errors = Record<string, string>;

/** Writes the call before the form closes; until then everything typed stays where it is. */
export function submitCallForm(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const form = readCallForm(view);
    const read = readCallRequest(form.draft, readingOf(form, kit.clock.now()));
    if ('faults' in read)
      return ack({ response_action: 'errors', errors: faultErrors(view, form.language, read.faults) });
    const { callbackPhone } = form;
    const request = { ...read.request, ...(callbackPhone && { callbackPhone }) };
    const errors = await confirm(kit, { person, client, form, view }, request);
    if (errors) return ack({ response_action: 'errors', errors });
    await ack();
    await rememberFor(kit, person, request);
  };
}

async function confirm(kit: Kit, submitted: Submitted, request: CallRequest): Promise<Errors | undefined> {
  const { submission } = wordsIn(submitted.form.language);
  let isGivenUp = false;
  const saving = save(kit, submitted, request, () => isGivenUp).catch((error: unknown) => {
    const reference = randomUUID().slice(0, 8);
    kit.log.error({ err: error, reference }, 'a confirmed call could not be saved');
    return placeError(submitted.view, submission.notSaved(reference));
  });
  const outcome = await within(leftToAck(), saving);
  if (outcome !== late) return outcome;
  isGivenUp = true;
  return placeError(submitted.view, submission.slow);
}

async function save(
  kit: Kit,
  { person, client, form, view }: Submitted,
  request: CallRequest,
  isGivenUp: () => boolean,
): Promise<Errors | undefined> {
  const { submission } = wordsIn(form.language);
  const channelId = channelOf(form, person);
  if (!channelId) return placeError(view, submission.choose);
  const [isConnected, postable] = await Promise.all([
    kit.store.links.isConnected(person),
    channelId === person.userId ? 'yes' : canPostIn(client, channelId),
  ]);
  if (!isConnected) return placeError(view, submission.notConnected);
  if (postable === 'no') return placeError(view, submission.cannotPost);
  // The person was told to press again, and may not: a call must not begin now behind their back.
  if (isGivenUp()) return undefined;
  await kit.confirmCall({ requester: person, request, channelId }, view.id);
  kit.savedPlaces.changed(person);
  return undefined;
}

/** Offered in the next form; a second name may be somebody else's table. Not worth troubling anybody about: the call is on its way. */
async function rememberFor(kit: Kit, person: Person, { name, callLanguage }: CallRequest) {
  try {
    await kit.store.preferences.change(person, (known) => ({
      ...(name && { name }),
      ...known,
      callLanguage,
    }));
  } catch (error) {
    kit.log.warn({ err: error }, 'preferences could not be saved');
  }
}

function channelOf({ place, channelId, otherChannelId }: CallForm, { userId }: Person): string | undefined {
  return { here: channelId ?? userId, other: otherChannelId, me: userId }[place];
}
