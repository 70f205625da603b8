import { z } from 'zod';
import { readPhone } from '../../domain/phone.ts';
import type { DoNotCallEntry } from '../../store/do-not-call.ts';
import { onAction, onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView } from '../ui/notices.ts';
import { uiWords } from '../ui/words.ts';
import { doNotCallView, faultOfReason, forbiddenView, liftedView, liftView } from './do-not-call-view.ts';
import { ruleWords } from './rule-words.ts';
import { listForAdmins, makerOf, openForAdmin, viewFor } from './rules-listeners.ts';

export const doNotCallList = listForAdmins(
  (i, place) => i.deps.calls.rules.doNotCallList(makerOf(i), place && { id: place.id, addedAt: place.at }),
  (page, reader) => doNotCallView(reader, page),
);

/** A number that is not to be called. */
export const submitDoNotCall = onSubmit(async (i, { view, ack }) => {
  const { country, language } = await i.profile();
  const { phone: text = '', reason = '' } = typedInputs(view.state.values).typed;
  const read = readPhone(text, country);
  const reasonFault = faultOfReason(language, reason);
  const errors = {
    ...('fault' in read && { phone: uiWords[language].faults[read.fault] }),
    ...(reasonFault && { reason: reasonFault }),
  };
  if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
  await ack({ response_action: 'update', view: momentView(language) });
  await answerInView({ client: i.client, viewId: view.id, language }, () =>
    viewFor(
      i,
      () => i.deps.calls.rules.forbidNumber(makerOf(i), { text, country, reason }),
      (answer, reader) => {
        // It was read a moment ago, by the same rules.
        if ('fault' in answer)
          throw new Error(`a number could be read, and cannot any more: ${answer.fault}`);
        return forbiddenView(reader, answer);
      },
    ),
  );
});

/** *Lift…* */
export const openLift = onAction(async (i, { action, body }) => {
  const id = z.uuid().safeParse('value' in action ? action.value : undefined).data;
  if (!id) return;
  await openForAdmin(
    i,
    { body },
    async () => {
      const found = await i.deps.calls.rules.doNotCallEntry(makerOf(i), id);
      return found && 'denied' in found ? found : { entry: found };
    },
    ({ entry }: { entry: DoNotCallEntry | undefined }, { language }) =>
      entry ? liftView(language, entry) : liftedView(language, undefined),
  );
});

const liftSchema = z.object({ id: z.uuid() });

export const submitLift = onSubmit(async (i, { view, ack }) => {
  const language = i.languageSoFar();
  const { id } = liftSchema.parse(JSON.parse(view.private_metadata));
  const { reason = '' } = typedInputs(view.state.values).typed;
  const fault = faultOfReason(language, reason);
  if (fault) return ack({ response_action: 'errors', errors: { reason: fault } });
  await ack({ response_action: 'update', view: momentView(language) });
  const { rules } = i.deps.calls;
  await answerInView({ client: i.client, viewId: view.id, language }, () =>
    viewFor(
      i,
      async () => {
        const entry = await rules.doNotCallEntry(makerOf(i), id);
        if (entry && 'denied' in entry) return entry;
        const lifted = await rules.liftNumber(makerOf(i), { id, reason });
        if ('denied' in lifted) return lifted;
        const { lost } = ruleWords[language].doNotCall;
        return { phone: lifted.isLifted ? (entry?.maskedPhone ?? lost) : undefined };
      },
      ({ phone }: { phone: string | undefined }) => liftedView(language, phone),
    ),
  );
});
