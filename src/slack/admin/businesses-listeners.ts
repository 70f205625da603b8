import { z } from 'zod';
import type { SharedBusiness } from '../../calls/saved-businesses.ts';
import { type Interaction, onAction, onSubmit } from '../context.ts';
import { answerInView } from '../send/answer-in-view.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import { typedInputs } from '../ui/inputs.ts';
import { momentView } from '../ui/notices.ts';
import {
  businessErrors,
  businessesView,
  decisionText,
  editBusinessView,
  editedBusinessView,
  goneBusinessView,
  offsetIn,
  phoneInEdit,
  readOffset,
  wishOf,
} from './businesses-view.ts';
import { makerOf, openForAdmin, viewFor } from './rules-listeners.ts';

const phoneSchema = z.e164();
const carriedBy = (action: object) => ('value' in action ? String(action.value) : undefined);

/** The list, as it is now. */
const page = (i: Interaction, offset: number) => i.deps.calls.businesses.list(makerOf(i), offset);

export const openBusinesses = onAction((i, { body }) =>
  openForAdmin(
    i,
    { body },
    () => page(i, 0),
    (found, reader) => businessesView(reader, found),
  ),
);

/** *Next*, *Previous*. */
export const turnBusinesses = onAction(async (i, { action, body }) => {
  if (!body.view) return;
  const offset = readOffset(carriedBy(action));
  await answerInView({ client: i.client, viewId: body.view.id, language: i.languageSoFar() }, () =>
    viewFor(
      i,
      () => page(i, offset),
      (found, reader) => businessesView(reader, found),
    ),
  );
});

/** *Pin*, *Remove* and so on: the list says what became of it. */
export const decideBusiness = onAction(async (i, { action, body }) => {
  const wish = wishOf(action.action_id);
  const phone = phoneSchema.safeParse(carriedBy(action)).data;
  if (!body.view || !wish || !phone) return;
  const offset = offsetIn(body.view.private_metadata);
  await answerInView({ client: i.client, viewId: body.view.id, language: i.languageSoFar() }, () =>
    viewFor(
      i,
      async () => {
        const answer = await i.deps.calls.businesses.decide(makerOf(i), phone, wish);
        if ('denied' in answer) return answer;
        const list = await page(i, offset);
        return 'denied' in list ? list : { answer, list };
      },
      ({ answer, list }, reader) => businessesView(reader, list, decisionText(reader.language, wish, answer)),
    ),
  );
});

/** *Edit…* */
export const openBusinessEdit = onAction(async (i, { action, body }) => {
  const phone = phoneSchema.safeParse(carriedBy(action)).data;
  if (!phone) return;
  await openForAdmin(
    i,
    { body },
    () => i.deps.calls.businesses.find(makerOf(i), phone),
    ({ found }: { found: SharedBusiness | undefined }, { language }) =>
      found ? editBusinessView(language, found) : goneBusinessView(language),
  );
});

export const submitBusiness = onSubmit(async (i, { view, ack }) => {
  const { language, country } = await i.profile();
  const { businesses } = i.deps.calls;
  const { businessName = '', phone: text = '' } = typedInputs(view.state.values).typed;
  const edit = { businessName, text, country };
  const faults = await within(leftToAck(), businesses.faultsOfEdit(i.person, edit));
  if (faults !== late && Object.keys(faults).length > 0)
    return ack({ response_action: 'errors', errors: businessErrors(language, faults) });
  await ack({ response_action: 'update', view: momentView(language) });
  await answerInView({ client: i.client, viewId: view.id, language }, () =>
    viewFor(
      i,
      () => businesses.edit(makerOf(i), phoneInEdit(view.private_metadata), edit),
      (answer, reader) => editedBusinessView(reader.language, answer),
    ),
  );
});
