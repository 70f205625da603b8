import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction, webApi } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { callFor } from '../../calls/access.ts';
import type { Call } from '../../domain/call.ts';
import { faultsOfWhen, type Language } from '../../domain/call-request.ts';
import { whenText } from '../call/waiting.ts';
import { callActionWords } from '../call/words.ts';
import { type Kit, personIn } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { faultErrors } from '../form/form-view.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { openView, type Ready } from '../send/open-modal.ts';
import { createSender } from '../send/sender.ts';
import { type ModalView, sentence } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';
import { typedInputs } from '../ui/inputs.ts';
import type { Profile } from '../workspace/profiles.ts';
import type { CardPress } from './card-press.ts';
import { movedMessage, readRescheduleMemory, rescheduleNotice, rescheduleView } from './reschedule-view.ts';

/** *Reschedule*, for a call that does not ring yet. */
export async function openReschedule(press: CardPress): Promise<void> {
  await openView(press.kit, press, prepare(press));
}

async function prepare({ kit, person, client, callId }: CardPress): Promise<Ready> {
  const [{ language }, found] = await Promise.all([
    kit.profiles.of(person, client),
    callFor(kit, person, callId),
  ]);
  if ('sorry' in found) {
    const text = wordsIn(language).card[found.sorry];
    return { view: rescheduleNotice(language, text), message: sentence(text) };
  }
  const { call } = found;
  const now = Temporal.Instant.fromEpochMilliseconds(kit.clock.now());
  const today = now.toZonedDateTimeISO(call.request.timeZone).toPlainDate();
  return { view: rescheduleView(language, { call, date: today.toString() }) };
}

const typedSchema = z.object({ date: z.string(), time: z.string() });
type When = z.infer<typeof typedSchema>;

export function submitReschedule(kit: Kit): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, context, client }) => {
    const person = personIn(context, body.user.id);
    const language = kit.profiles.languageOf(person);
    const { callId, timeZone } = readRescheduleMemory(view.private_metadata);
    const when = typedSchema.parse(typedInputs(view.state.values).typed);
    const faults = faultsOfWhen(when.date, when.time, { now: kit.clock.now(), timeZone });
    if (Object.keys(faults).length > 0)
      return ack({ response_action: 'errors', errors: faultErrors(view, language, faults) });
    await ack({ response_action: 'update', view: rescheduleNotice(language) });
    await answerInView({ client, viewId: view.id, language }, async () => {
      const profile = await kit.profiles.of(person, client);
      const found = await callFor(kit, person, callId);
      if ('sorry' in found) return rescheduleNotice(language, wordsIn(language).card[found.sorry]);
      return reschedule(kit, { call: found.call, when, profile, client });
    });
  };
}

type Wish = { call: Call; when: When; profile: Profile; client: webApi.WebClient };

async function reschedule(kit: Kit, { call, when, profile, client }: Wish): Promise<ModalView> {
  const { language } = profile;
  const words = callActionWords(language).reschedule;
  const again = (trouble: string) => rescheduleView(language, { call, ...when, trouble });
  try {
    const answer = await kit.rescheduleCall(call, when);
    if (answer === 'not_then') return again(words.notThen);
    if (answer !== 'moved') return rescheduleNotice(language, words.answers[answer]);
  } catch (error) {
    const trouble = kallyTroubleOf(profile, error);
    if (!trouble) throw error;
    return again(trouble.text);
  }
  await tellThread(kit, { call, when, client });
  return rescheduleNotice(language, words.moved(momentOf(language, kit, call, when)));
}

function momentOf(language: Language, { clock }: Kit, { request }: Call, when: When): string {
  return whenText(language, request, { ...when, now: clock.now() });
}

async function tellThread({ store, clock }: Kit, { call, when, client }: Omit<Wish, 'profile'>) {
  const card = (await store.posts.ofCall(call.id)).find(({ part }) => part === 'card');
  const message = movedMessage(call, { ...when, now: clock.now() });
  if (card) await createSender(client, clock).post(card.channelId, message, card.ts);
}
