import type { types } from '@slack/bolt';
import type { SavedBusiness } from '../../calls/saved-businesses.ts';
import {
  type Category,
  type Draft,
  detailsOf,
  type Faults,
  ifNobodyChoices,
  ifNotPossibleChoices,
  nameMax,
  whens,
} from '../../domain/call-request.ts';
import { instantOf } from '../../domain/due-time.ts';
import { callLanguageFor, type Language } from '../../domain/language.ts';
import { countryOfPhone, formatPhone, readPhone } from '../../domain/phone.ts';
import { isSameClock, type PlaceZone } from '../../domain/place-zone.ts';
import { isChannelAllowed } from '../../domain/rules.ts';
import { refusalOf } from '../errors/refusals.ts';
import { approvalRules } from '../ui/approval-rules.ts';
import { type Block, button, type ModalView, markup, note, plain, plainNote, section } from '../ui/blocks.ts';
import {
  callLanguageSelect,
  categorySelect,
  datePicker,
  input,
  menu,
  option,
  partySizeInput,
  textInput,
  timePicker,
} from '../ui/form-fields.ts';
import { formatsIn, placeOfTimeZone } from '../ui/formats.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { timeZoneLabel } from '../ui/time-zones.ts';
import { uiWords } from '../ui/words.ts';
import {
  type CallForm,
  memoryOf,
  type Place,
  placeOf,
  places,
  readingOf,
  showsMore,
  wholeDraft,
} from './form-state.ts';
import { formWords } from './words.ts';

type Words = (typeof formWords)[Language];

export const callFormId = 'call_form';

/** Slack's limit of what stands in a menu. */
const optionMax = 75;

export function callFormView(form: CallForm, now: number): ModalView {
  const words = formWords[form.language];
  const { title, cancel } = uiWords[form.language];
  const place = placeOf(form);
  const blocks = [
    ...(form.hasMoved ? [section(words.zoneMoved(placeOfTimeZone(place.timeZone, form.language)))] : []),
    input(
      { field: 'category', label: words.category, dispatch: true },
      categorySelect(form.language, form.draft.category),
    ),
    ...whatBlocks(form, words, now),
    ...detailsOf[form.draft.category].flatMap((field) => detailBlocks(field, form, words, place)),
    ...whenBlocks(form, words, place),
    ...zoneBlocks(form, words, place, now),
    ifNobodyBlock(form, words),
    input(
      { field: 'callLanguage', label: words.callLanguage },
      callLanguageSelect(form.language, form.draft.callLanguage ?? callLanguageFor[form.language]),
    ),
    ...moreBlocks(form, words),
    ...placeBlocks(form, words),
    ...leftBlocks(form, words),
    ...approvalBlocks(form),
    plainNote(afterwards(form, words)),
  ];
  return {
    type: 'modal',
    callback_id: callFormId,
    title: plain(title),
    submit: plain(words.submit),
    close: plain(cancel),
    private_metadata: memoryOf({ ...form, shownZone: place.timeZone }),
    blocks: withRefusal(blocks, form),
  };
}

/** Slack shows errors at fields only when a form is sent: until then a note stands below the field, or above them all. */
function withRefusal(blocks: Block[], { refused, language }: CallForm): Block[] {
  if (!refused) return blocks;
  const { sentence, field, isWanted } = refusalOf({ code: refused }, language);
  if (isWanted) return blocks;
  const at = field ? blocks.findIndex(({ block_id: id }) => id?.replace(/_\d+$/, '') === field) : -1;
  return blocks.toSpliced(at + 1, 0, note(formWords[language].refused(sentence)));
}

/** What happens after *Call*, and a warning if little is left of the plan. */
function afterwards({ draft, fewLeft, language, timeZone }: CallForm, words: Words): string {
  const name = shorten(oneLine(draft.name ?? ''), nameMax);
  const formats = formatsIn(language, timeZone);
  const count = (left: number) => (left <= 0 ? 'none' : formats.plural(left));
  const warning = fewLeft && words.fewLeft[fewLeft.unit][count(fewLeft.left)](formats.amount(fewLeft.left));
  return [name ? words.callsFor(name) : words.callsForYou, warning].filter(Boolean).join(' ');
}

function whatBlocks(form: CallForm, words: Words, now: number): Block[] {
  const { phone, task, businessName } = form.draft;
  return [
    ...(form.hasSavedBusinesses ? [savedBusinessesBlock(words)] : []),
    input(
      {
        field: 'phone',
        revision: form.filledRevision,
        label: words.phone,
        hint: phoneHint(form, words, now),
        // Enter shows how the number is read, instead of placing the call.
        dispatch: true,
      },
      textInput('phone', { value: phone, placeholder: words.phoneExample, focus: !phone }),
    ),
    ...foundPhonesBlocks(form, words),
    input(
      { field: 'task', label: words.task },
      textInput('task', { value: task, placeholder: words.taskExample, multiline: true }),
    ),
    input(
      {
        field: 'businessName',
        revision: form.filledRevision,
        label: words.business,
        optional: true,
      },
      textInput('businessName', { value: businessName }),
    ),
  ];
}

function savedBusinessesBlock(words: Words): Block {
  return input(
    { field: 'savedPlace', label: words.savedPlaces, optional: true, dispatch: true },
    {
      type: 'external_select',
      action_id: 'savedPlace',
      min_query_length: 0,
      placeholder: plain(words.savedPlacesExample),
    },
  );
}

/** "Luigi's · +1 415 555 0101" */
export function savedBusinessOption({ phone, businessName }: SavedBusiness): types.PlainTextOption {
  const number = ` · ${formatPhone(phone)}`;
  return option(`${shorten(oneLine(businessName), optionMax - number.length)}${number}`, phone);
}

/** How the number was read, or what is wrong with it. */
function phoneHint(form: CallForm, words: Words, now: number): string | undefined {
  const { phone } = form.draft;
  if (!phone) return form.foundPhones?.length === 0 ? words.noPhoneFound : undefined;
  const { country, language, timeZone } = readingOf(form, now);
  const read = readPhone(phone, country);
  if ('fault' in read) return uiWords[language].faults[read.fault];
  const home = countryOfPhone(read.phone);
  const name = home ? formatsIn(language, timeZone).country(home) : '';
  return words.phoneRead(formatPhone(read.phone), name);
}

/** Only one of them can stand in the field; the others are a choice away. */
function foundPhonesBlocks({ foundPhones = [], draft, filledRevision }: CallForm, words: Words): Block[] {
  const [first, ...others] = foundPhones.map((phone) => option(phone, phone));
  if (!first || others.length === 0) return [];
  const chosen = [first, ...others].find(({ value }) => value === draft.phone);
  const select: types.StaticSelect = {
    type: 'static_select',
    action_id: 'foundPhone',
    options: [first, ...others],
    ...(chosen && { initial_option: chosen }),
  };
  const label = words.foundPhones;
  return [
    input({ field: 'foundPhone', revision: filledRevision, label, optional: true, dispatch: true }, select),
  ];
}

type Detail = (typeof detailsOf)[Category][number];

function detailBlocks(field: Detail, { draft, language }: CallForm, words: Words, place: PlaceZone): Block[] {
  const hint = zoneHint(language, place);
  const optional = true;
  const blocks: Record<Detail, () => types.InputBlock> = {
    partySize: () => input({ field, label: words.partySize, optional }, partySizeInput(draft.partySize)),
    date: () => input({ field, label: words.date, optional }, datePicker(draft.date)),
    time: () => input({ field, label: words.time, hint, optional }, timePicker(draft.time)),
    name: () => input({ field, label: words.name, optional }, textInput('name', { value: draft.name })),
  };
  return [blocks[field](), ...(field === 'time' ? [ifNotPossibleBlock(draft, words)] : [])];
}

/** Whose clock the times are on; nothing while that has to be chosen. */
function zoneHint(language: Language, { timeZone, isOpen }: PlaceZone): string | undefined {
  return isOpen ? undefined : formWords[language].timesAreIn(placeOfTimeZone(timeZone, language));
}

function whenBlocks({ draft, language }: CallForm, words: Words, place: PlaceZone): Block[] {
  const { when = 'now', callDate, callTime, callOccurrence } = draft;
  const select = menu('when', { choices: whens, words: words.whens, chosen: when });
  const asked = input({ field: 'when', label: words.when, dispatch: true }, select);
  if (when !== 'at') return [asked];
  const wall = { date: callDate ?? '', time: callTime ?? '', timeZone: place.timeZone };
  const read = instantOf(wall);
  const isTwice = 'fault' in read && read.fault === 'due_repeated';
  return [
    asked,
    input({ field: 'callDate', label: words.callDate, dispatch: true }, datePicker(callDate, 'callDate')),
    input(
      { field: 'callTime', label: words.callTime, hint: zoneHint(language, place), dispatch: true },
      timePicker(callTime, 'callTime'),
    ),
    ...(isTwice ? [occurrenceBlock(callOccurrence, language)] : []),
  ];
}

function ifNobodyBlock({ draft: { ifNobody = 'leave' } }: CallForm, words: Words): Block {
  const select = menu('ifNobody', {
    choices: ifNobodyChoices,
    words: words.ifNobodyChoices,
    chosen: ifNobody,
  });
  return input({ field: 'ifNobody', label: words.ifNobody }, select);
}

function ifNotPossibleBlock({ ifNotPossible = 'ask' }: Draft, words: Words): Block {
  const select = menu('ifNotPossible', {
    choices: ifNotPossibleChoices,
    words: words.ifNotPossibleChoices,
    chosen: ifNotPossible,
  });
  return input({ field: 'ifNotPossible', label: words.ifNotPossible }, select);
}

export const moreOptionsActionId = 'more_options';

function moreBlocks(form: CallForm, words: Words): Block[] {
  const { wishes, callbackPhone } = wholeDraft(form);
  if (!showsMore(form))
    return [
      ...(callbackPhone ? [plainNote(words.callback(shorten(oneLine(callbackPhone), nameMax)))] : []),
      { type: 'actions', elements: [button(moreOptionsActionId, words.more, 'more')] },
    ];
  return [
    input(
      { field: 'wishes', label: words.wishes, hint: words.wishesHint, optional: true },
      textInput('wishes', { value: wishes, placeholder: words.wishesExample, multiline: true }),
    ),
    input(
      { field: 'callbackPhone', label: words.callbackPhone, hint: words.callbackHint, optional: true },
      textInput('callbackPhone', { value: callbackPhone }),
    ),
  ];
}

/** On the night when clocks go back, one time comes twice. */
export function occurrenceBlock(chosen: Draft['callOccurrence'], language: Language): Block {
  const words = formWords[language];
  const options = (['first', 'second'] as const).map((one) => option(words.occurrences[one], one));
  const select: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: 'callOccurrence',
    options,
    ...(chosen && { initial_option: option(words.occurrences[chosen], chosen) }),
  };
  return input({ field: 'callOccurrence', label: words.occurrence }, select);
}

/** The zone is asked only if a time depends on it and the number does not tell it. */
function zoneBlocks(
  { draft, language, timeZone: own }: CallForm,
  words: Words,
  place: PlaceZone,
  now: number,
): Block[] {
  const { timeZone, isOpen, choices } = place;
  const isCertain = !isOpen && choices.length === 0 && !draft.timeZone;
  const dependsOnIt = draft.when === 'at' || detailsOf[draft.category].includes('time');
  const isLikelyOurs = !isOpen && !draft.timeZone && isSameClock(timeZone, own, now);
  if (isCertain || !dependsOnIt || isLikelyOurs) return [];
  const hint = isOpen ? words.zoneOpen : words.zoneLikely;
  const asked = { field: 'timeZone', label: words.zone, hint, dispatch: true };
  const chosen = isOpen ? undefined : option(timeZoneLabel(timeZone, language, now), timeZone);
  if (choices.length === 0)
    return [
      input(asked, {
        type: 'external_select',
        action_id: 'timeZone',
        min_query_length: 1,
        placeholder: plain(words.zoneExample),
        ...(chosen && { initial_option: chosen }),
      }),
    ];
  const options = choices.map((one) => option(timeZoneLabel(one, language, now), one));
  return [
    input(asked, {
      type: 'static_select',
      action_id: 'timeZone',
      options,
      ...(chosen && { initial_option: chosen }),
    }),
  ];
}

/** Choosing a place for the person (a clinic call is theirs alone) needs a new block: hence the revision. */
function placeBlocks(form: CallForm, words: Words): Block[] {
  const { place, placeRevision, channelId, canPostHere, otherChannelId } = form;
  const offered = places.filter((one) => one !== 'here' || channelId);
  const here = channelId && canPostHere !== 'no' && words.hereNamed(`<#${channelId}>`);
  const optionOf = (one: Place) =>
    one === 'here' && here ? { text: markup(here), value: one } : option(words.places[one], one);
  const radio: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: 'place',
    options: offered.map(optionOf),
    initial_option: optionOf(place),
  };
  const which = input(
    { field: 'otherChannel', label: words.otherChannel, dispatch: true },
    {
      type: 'conversations_select',
      action_id: 'otherChannel',
      filter: { include: ['public', 'private'] },
      ...(otherChannelId && { initial_conversation: otherChannelId }),
    },
  );
  return [
    input({ field: 'place', revision: placeRevision, label: words.place, dispatch: true }, radio),
    ...(place === 'other' ? [which] : []),
    ...placeNotes(form, words).map(note),
  ];
}

/** Told beforehand, so that nobody learns after the call that its result went elsewhere. */
function placeNotes(
  { place, channelId, canPostHere, otherChannelId, canPostThere, allowedChannels: channels }: CallForm,
  words: Words,
): string[] {
  const chosen = { here: channelId, other: otherChannelId, me: undefined }[place];
  if (chosen && !isChannelAllowed({ channels }, chosen))
    return [words.notAllowed(channels.map((channel) => `<#${channel}>`).join(', '))];
  if (place === 'other' && otherChannelId && canPostThere === 'no')
    return [words.cannotPost(`<#${otherChannelId}>`)];
  if (!channelId) return [words.noChannel];
  return canPostHere === 'no' && place !== 'other' ? [words.cannotPost(`<#${channelId}>`)] : [];
}

/** What is left is said before the click. */
function leftBlocks({ callsLeft, language, timeZone }: CallForm, words: Words): Block[] {
  if (!callsLeft) return [];
  const { left, limit, whose } = callsLeft;
  const { number, plural } = formatsIn(language, timeZone);
  return [note(words.left[whose][plural(left)](number(left), number(limit)))];
}

/** Which calls somebody else has to approve, and who decides: a number or a time that is typed later may be one of them. */
function approvalBlocks({ approval, ...reader }: CallForm): Block[] {
  return approval ? [note(approvalRules(reader, approval).join('\n'))] : [];
}

type Submitted = { state: { values: Record<string, object> } };

/** One sentence on each field that has a fault: what is wrong and what to do. */
export function faultErrors(view: Submitted, language: Language, faults: Faults): Record<string, string> {
  const { faults: sentences } = uiWords[language];
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [blockOf(view, field), sentences[fault]]),
  );
}

/** What is wrong with the place, or with the whole: on the field beside the *Call* button. */
export function placeError(view: Submitted, sentence: string): Record<string, string> {
  return fieldError(view, 'place', sentence);
}

export function fieldError(view: Submitted, field: string, sentence: string): Record<string, string> {
  return { [blockOf(view, field)]: sentence };
}

/** Slack wants an error under the name of its block; a field that does not show speaks by one that always does. */
function blockOf({ state }: Submitted, field: string): string {
  const block = Object.entries(state.values).find(([, inputs]) => field in inputs);
  return block?.[0] ?? 'task';
}
