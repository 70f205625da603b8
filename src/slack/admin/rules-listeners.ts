import type { BlockAction, BlockElementAction, Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { RuleMaker } from '../../calls/change-rules.ts';
import { type RulePage, standardRules } from '../../domain/rules.ts';
import type { RuleChange, StoredRules } from '../../store/rules.ts';
import { type Deps, type Interaction, interactionOf, onAction, onSubmit } from '../context.ts';
import { answerInView, ignoreClosed } from '../send/answer-in-view.ts';
import { late, leftToAck, within } from '../transport/deadline.ts';
import type { Message, ModalView } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { momentView, noticeView } from '../ui/notices.ts';
import { isAdminOfAll } from '../workspace/admins.ts';
import { pagesOfRules } from './rule-lines.ts';
import { ruleWords } from './rule-words.ts';
import { atFields, errorsOf, readRulesForm, sentenceOf } from './rules-form.ts';
import { countriesLike, ruleChangesView, rulesMessage, rulesPageView, rulesSavedView } from './rules-view.ts';
import { adminWords } from './words.ts';

export const makerOf = ({ person, client }: Interaction): RuleMaker => ({
  person,
  isAdminOfAll: () => isAdminOfAll(person, client),
});

/** `/kally rules`: for everybody. */
export async function tellRules({ deps, actor, profile }: Interaction): Promise<Message[]> {
  const [reader, rules] = await Promise.all([profile(), deps.calls.rulesOf(actor)]);
  return [rulesMessage(reader, rules, reader.isAdmin ?? false)];
}

/** Opens a page for admins: over the modal that is open, or by itself. */
export async function openForAdmin<T extends object>(
  i: Interaction,
  { body }: { body: Pick<BlockAction, 'view'> },
  read: () => Promise<T | { denied: 'notAdmin' }>,
  show: (found: T, reader: Reader) => ModalView,
): Promise<void> {
  const { deps, client, triggerId } = i;
  const language = i.languageSoFar();
  const moment = momentView(language);
  const { view } =
    body.view?.type === 'modal'
      ? await client.views.push({ trigger_id: triggerId, view: moment })
      : await deps.openView(client, triggerId, moment);
  await answerInView({ client, viewId: view?.id ?? '', language }, () => viewFor(i, read, show));
}

/** What an admin sees; anybody else reads that they are none. */
export async function viewFor<T extends object>(
  { profile }: Interaction,
  read: () => Promise<T | { denied: 'notAdmin' }>,
  show: (found: T, reader: Reader) => ModalView,
): Promise<ModalView> {
  const [reader, found] = await Promise.all([profile(), read()]);
  const { notAdmin } = adminWords[reader.language];
  if ('denied' in found) return noticeView(reader.language, notAdmin, ruleWords[reader.language].title);
  return show(found, reader);
}

/** *Who may call*, *Privacy* and so on. */
export const openRules = onAction(async (i, { action, body }) => {
  const page = pagesOfRules.find((one) => 'value' in action && one === action.value);
  if (!page) return;
  await openForAdmin(
    i,
    { body },
    () => i.deps.calls.rules.rules(makerOf(i)),
    ({ rules, version }: StoredRules, reader) => rulesPageView(reader, { page, version, rules }),
  );
});

/** Shows what people would read of the choices as they stand, and the fields that belong to them. */
export const previewRules = onAction<BlockElementAction>(async (i, { body }) => {
  if (!body.view) return;
  const { page, version, wanted } = readRulesForm(body.view);
  const view = rulesPageView(await i.profile(), { page, version, rules: { ...standardRules, ...wanted } });
  await i.client.views.update({ view_id: body.view.id, view }).catch(ignoreClosed);
});

export const submitRules = onSubmit(async (i, { view, ack }) => {
  const { deps, client } = i;
  const language = i.languageSoFar();
  const { page, version, wanted, faults } = readRulesForm(view);
  if (faults.length > 0) return ack({ response_action: 'errors', errors: errorsOf(view, language, faults) });
  const checked = await within(leftToAck(), deps.calls.rules.faultsOfChange(i, page, wanted));
  if (checked !== late && checked.length > 0)
    return ack({ response_action: 'errors', errors: errorsOf(view, language, atFields(checked)) });
  await ack({ response_action: 'update', view: momentView(language) });
  await answerInView({ client, viewId: view.id, language }, () =>
    viewFor(
      i,
      () => deps.calls.rules.change(makerOf(i), { page, version, wanted }),
      (answer, reader) => answerView(reader, page, answer, { version, wanted }),
    ),
  );
});

type Changed = Exclude<Awaited<ReturnType<Deps['calls']['rules']['change']>>, { denied: 'notAdmin' }>;

function answerView(
  reader: Reader,
  page: RulePage,
  answer: Changed,
  { version, wanted }: Pick<ReturnType<typeof readRulesForm>, 'version' | 'wanted'>,
): ModalView {
  if ('saved' in answer) return rulesSavedView(reader, page, answer.saved.rules);
  if ('moved' in answer) {
    const { rules, version: now } = answer.moved;
    return rulesPageView(reader, { page, version: now, rules, said: movedText(reader, answer.by) });
  }
  const [fault] = atFields(answer.faults);
  const said = fault && sentenceOf(reader.language, fault.field, fault.code, fault.what);
  return rulesPageView(reader, { page, version, rules: { ...standardRules, ...wanted }, said });
}

function movedText({ language, timeZone }: Reader, by: RuleChange | undefined): string {
  const words = ruleWords[language];
  if (!by) return words.movedBySomebody;
  const who = by.userId ? `<@${by.userId}>` : words.somebody;
  return words.moved(who, formatsIn(language, timeZone).moment(by.changedAt));
}

export function suggestCountries(deps: Deps): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> {
  return async ({ ack, body, context, client }) => {
    const { profile } = interactionOf(deps, { context, client, userId: body.user.id });
    await ack({ options: countriesLike(await profile(), body.value) });
  };
}

const placeSchema = z
  .tuple([z.coerce.number().int().positive(), z.uuid()])
  .transform(([at, id]) => ({ at, id }));

type Place = z.infer<typeof placeSchema>;

/** A list for admins, newest first: opens at its beginning, and turns to the place that a button names, or to the beginning again. */
export function listForAdmins<T extends object>(
  read: (i: Interaction, place: Place | undefined) => Promise<T | { denied: 'notAdmin' }>,
  show: (page: T, reader: Reader) => ModalView,
) {
  return {
    open: onAction((i, { body }) => openForAdmin(i, { body }, () => read(i, undefined), show)),
    turn: onAction(async (i, { action, body }) => {
      const viewId = body.view?.id;
      if (!viewId) return;
      const place = placeSchema.safeParse('value' in action ? action.value?.split(' ') : undefined).data;
      await answerInView({ client: i.client, viewId, language: i.languageSoFar() }, () =>
        viewFor(i, () => read(i, place), show),
      );
    }),
  };
}

export const ruleChanges = listForAdmins(
  (i, place) => i.deps.calls.rules.changes(makerOf(i), place && { id: place.id, changedAt: place.at }),
  (page, reader) => ruleChangesView(reader, page),
);
