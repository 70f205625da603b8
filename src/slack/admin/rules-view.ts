import type { types } from '@slack/bolt';
import { approvalReasons } from '../../domain/approval.ts';
import { categories } from '../../domain/call-request.ts';
import { defaultHours } from '../../domain/calling-hours.ts';
import type { Language } from '../../domain/language.ts';
import {
  approvedAttemptsRange,
  approverKinds,
  callableCountries,
  callerKinds,
  mostListed,
  perDayRange,
  type RulePage,
  type Rules,
} from '../../domain/rules.ts';
import { isOfRules, type RuleChange } from '../../store/rules.ts';
import { approvalLines } from '../ui/approval-rules.ts';
import { type Block, button, type Message, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { input, option, timePicker } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { messageText, oneLine } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { businessWords } from './business-words.ts';
import { linesOf, pagesChanged, pagesOfRules } from './rule-lines.ts';
import { ruleWords } from './rule-words.ts';
import { memoryOfPage } from './rules-form.ts';

export const rulesFormId = 'rules_form';
export const openRulesActionId = 'open_rules';
export const openDoNotCallActionId = 'open_do_not_call';
export const openBusinessesActionId = 'open_businesses';
export const openChangesActionId = 'open_rule_changes';
export const olderChangesActionId = 'older_rule_changes';
export const changesFileActionId = 'rule_changes_file';

/** Slack reports a choice in these at once, and the preview follows it. */
export const previewFields = [
  'who',
  'people',
  'countries',
  'channels',
  'hoursDays',
  'hoursFrom',
  'hoursUntil',
  'privateCategories',
  'recordings',
  'privateTranscripts',
  'approvalWhen',
  'approvers',
  'approverPeople',
  'digestChannels',
  'digestAt',
] as const;

/** The way to each page. */
export function rulesButtons(language: Language): types.ActionsBlock {
  const words = ruleWords[language];
  return {
    type: 'actions',
    elements: [
      // Several buttons of one block need names of their own.
      ...pagesOfRules.map((page) => button(`${openRulesActionId}_${page}`, words.pages[page], page)),
      button(openDoNotCallActionId, words.list, 'list'),
      button(openBusinessesActionId, businessWords[language].title, 'businesses'),
      button(openChangesActionId, words.changes, 'changes'),
    ],
  };
}

/** What everybody in the workspace reads: all of the rules, or those that are not as usual. */
export function rulesLines(reader: Reader, rules: Rules, which: 'all' | 'changed' = 'all'): string[] {
  const pages = which === 'all' ? pagesOfRules : pagesChanged(rules);
  return pages.map((page) => asList(linesOf(reader, page, rules)));
}

const asList = (lines: string[]) => lines.map((line) => `• ${line}`).join('\n');

/** `/kally rules` */
export function rulesMessage(reader: Reader, rules: Rules, isAdmin: boolean): Message {
  const { heading } = ruleWords[reader.language];
  const lines = rulesLines(reader, rules);
  return {
    text: messageText([heading, ...lines]),
    blocks: [section(heading), ...lines.map(section), ...(isAdmin ? [rulesButtons(reader.language)] : [])],
  };
}

type Page = {
  page: RulePage;
  version: number;
  rules: Rules;
  /** The result of saving it. */
  said?: string | undefined;
};

/** One page of the rules, with what people will read of it. */
export function rulesPageView(reader: Reader, { page, version, rules, said }: Page): ModalView {
  const words = ruleWords[reader.language];
  return {
    type: 'modal',
    callback_id: rulesFormId,
    title: plain(words.pages[page]),
    submit: plain(words.save),
    close: plain(words.cancel),
    private_metadata: memoryOfPage({ page, version, timeZone: reader.timeZone, language: reader.language }),
    blocks: [
      ...(said ? [section(said)] : []),
      ...fields[page](reader, rules),
      { type: 'divider' },
      section(`${words.preview}\n${asList(linesOf(reader, page, rules))}`),
    ],
  };
}

export function rulesSavedView(reader: Reader, page: RulePage, rules: Rules): ModalView {
  const words = ruleWords[reader.language];
  return {
    type: 'modal',
    title: plain(words.pages[page]),
    close: plain(words.close),
    blocks: [section(words.saved), section(`${words.preview}\n${asList(linesOf(reader, page, rules))}`)],
  };
}

const fields: Record<RulePage, (reader: Reader, rules: Rules) => Block[]> = {
  callers: ({ language }, { callers: { who, people } }) => {
    const words = ruleWords[language];
    const radio = radioButtons('who', callerKinds, words.whos, who);
    const select = peopleSelect('people', people, mostListed.people);
    const named = { field: 'people', label: words.people, hint: words.peopleHint, optional: true };
    return [
      input({ field: 'who', label: words.who, dispatch: true }, radio),
      ...(who === 'named' ? [input({ ...named, dispatch: true }, select)] : []),
    ];
  },

  places: ({ language, timeZone }, { countries, channels }) => {
    const words = ruleWords[language];
    const chosen = countries.map((code) => countryOption(language, timeZone, code));
    const countrySelect: types.MultiExternalSelect = {
      type: 'multi_external_select',
      action_id: 'countries',
      min_query_length: 1,
      max_selected_items: mostListed.countries,
      placeholder: plain(words.countriesExample),
      ...(chosen.length > 0 && { initial_options: chosen }),
    };
    const channelSelect: types.MultiConversationsSelect = {
      type: 'multi_conversations_select',
      action_id: 'channels',
      max_selected_items: mostListed.channels,
      filter: { include: ['public', 'private'] },
      ...(channels.length > 0 && { initial_conversations: channels }),
    };
    const shared = { optional: true, dispatch: true };
    return [
      input(
        { field: 'countries', label: words.countries, hint: words.countriesHint, ...shared },
        countrySelect,
      ),
      input({ field: 'channels', label: words.channels, hint: words.channelsHint, ...shared }, channelSelect),
    ];
  },

  hours: ({ language, timeZone }, { hours }) => {
    const words = ruleWords[language];
    const { days, from, until } = hours ?? defaultHours;
    const { weekdayOf } = formatsIn(language, timeZone);
    const dayOption = (day: number) => option(weekdayOf(day), String(day));
    const checkboxes: types.Checkboxes = {
      type: 'checkboxes',
      action_id: 'hoursDays',
      options: defaultHours.days.map(dayOption),
      ...(days.length > 0 && { initial_options: days.map(dayOption) }),
    };
    const dispatch = true;
    // Slack has no 24:00.
    const untilPicker = timePicker(until === '24:00' ? '00:00' : until, 'hoursUntil');
    return [
      note(words.hoursHint),
      input({ field: 'hoursDays', label: words.hoursDays, dispatch }, checkboxes),
      input({ field: 'hoursFrom', label: words.hoursFrom, dispatch }, timePicker(from, 'hoursFrom')),
      input({ field: 'hoursUntil', label: words.hoursUntil, dispatch }, untilPicker),
    ];
  },

  amounts: ({ language }, { perDay: { person, workspace, number } }) => {
    const words = ruleWords[language];
    const field = (name: 'perPerson' | 'perWorkspace' | 'perNumber', value: number | undefined) =>
      input({ field: name, label: words[name], optional: true }, amountInput(name, value));
    return [
      note(words.amountHint),
      field('perPerson', person),
      field('perWorkspace', workspace),
      field('perNumber', number),
    ];
  },

  digest: ({ language }, { digest: { channels, at } }) => {
    const words = ruleWords[language];
    const select: types.MultiConversationsSelect = {
      type: 'multi_conversations_select',
      action_id: 'digestChannels',
      max_selected_items: mostListed.digestChannels,
      filter: { include: ['public', 'private'] },
      ...(channels.length > 0 && { initial_conversations: channels }),
    };
    const named = { field: 'digestChannels', label: words.digestChannels, hint: words.digestHint };
    return [
      input({ ...named, optional: true, dispatch: true }, select),
      input({ field: 'digestAt', label: words.digestAt, dispatch: true }, timePicker(at, 'digestAt')),
    ];
  },

  privacy: ({ language }, rules) => {
    const words = ruleWords[language];
    const names = uiWords[language].categories;
    const chosen = rules.privateCategories.map((category) => option(names[category], category));
    const checkboxes: types.Checkboxes = {
      type: 'checkboxes',
      action_id: 'privateCategories',
      options: categories.map((category) => option(names[category], category)),
      ...(chosen.length > 0 && { initial_options: chosen }),
    };
    const onOff = (
      field: 'recordings' | 'privateTranscripts',
      label: string,
      choices: { on: string; off: string },
      isOn: boolean,
    ) =>
      input(
        { field, label, dispatch: true },
        {
          type: 'radio_buttons',
          action_id: field,
          options: [option(choices.on, 'on'), option(choices.off, 'off')],
          initial_option: isOn ? option(choices.on, 'on') : option(choices.off, 'off'),
        },
      );
    const label = words.privateCategories;
    return [
      input({ field: 'privateCategories', label, optional: true, dispatch: true }, checkboxes),
      onOff('recordings', words.recordings, words.recordingChoices, rules.recordings),
      onOff('privateTranscripts', words.transcripts, words.transcriptChoices, rules.privateTranscripts),
    ];
  },

  approval: ({ language }, { approval: { when, attempts, who, people } }) => {
    const words = ruleWords[language];
    const chosen = when.map((reason) => option(words.approvalChoices[reason], reason));
    const checkboxes: types.Checkboxes = {
      type: 'checkboxes',
      action_id: 'approvalWhen',
      options: approvalReasons.map((reason) => option(words.approvalChoices[reason], reason)),
      ...(chosen.length > 0 && { initial_options: chosen }),
    };
    const radio = radioButtons('approvers', approverKinds, words.approverKinds, who);
    const select = peopleSelect('approverPeople', people, mostListed.approvers);
    const { approvalWhen: label, approvalHint: hint, approverPeople, approverHint } = words;
    const named = { field: 'approverPeople', label: approverPeople, hint: approverHint, optional: true };
    return [
      input({ field: 'approvalWhen', label, hint, optional: true, dispatch: true }, checkboxes),
      ...(when.includes('many_attempts')
        ? [
            input(
              { field: 'approvalAttempts', label: words.approvalAttempts },
              amountInput('approvalAttempts', attempts, approvedAttemptsRange),
            ),
          ]
        : []),
      ...(when.length > 0
        ? [input({ field: 'approvers', label: words.approvers, dispatch: true }, radio)]
        : []),
      ...(when.length > 0 && who === 'named' ? [input({ ...named, dispatch: true }, select)] : []),
    ];
  },
};

function radioButtons<Kind extends string>(
  field: string,
  kinds: readonly Kind[],
  words: Record<Kind, string>,
  chosen: Kind,
): types.RadioButtons {
  const options = kinds.map((kind) => option(words[kind], kind));
  return { type: 'radio_buttons', action_id: field, options, initial_option: option(words[chosen], chosen) };
}

function peopleSelect(field: string, people: string[], most: number): types.MultiUsersSelect {
  return {
    type: 'multi_users_select',
    action_id: field,
    max_selected_items: most,
    ...(people.length > 0 && { initial_users: people }),
  };
}

function amountInput(
  name: string,
  value: number | undefined,
  { min, max }: { min: number; max: number } = perDayRange,
): types.NumberInput {
  return {
    type: 'number_input',
    action_id: name,
    is_decimal_allowed: false,
    min_value: String(min),
    max_value: String(max),
    ...(value !== undefined && { initial_value: String(value) }),
  };
}

function countryOption(language: Language, timeZone: string, code: string): types.PlainTextOption {
  return option(formatsIn(language, timeZone).country(code), code);
}

/** Slack takes no more. */
const mostSuggested = 100;

/** The countries whose name has what is typed, those first that begin with it. */
export function countriesLike({ language, timeZone }: Reader, typed: string): types.PlainTextOption[] {
  const wanted = spell(typed);
  const named = callableCountries.map((code) => countryOption(language, timeZone, code));
  const rank = ({ text, value }: types.PlainTextOption) => {
    if (value?.toLowerCase() === wanted || spell(text.text).startsWith(wanted)) return 0;
    return spell(text.text).includes(wanted) ? 1 : 2;
  };
  return named
    .filter((one) => rank(one) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.text.text.localeCompare(b.text.text, language))
    .slice(0, mostSuggested);
}

function spell(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Who changed the rules, the do-not-call list and the businesses, newest first. */
export function ruleChangesView(
  reader: Reader,
  { changes, hasOlder, said }: { changes: RuleChange[]; hasOlder: boolean; said?: string | undefined },
): ModalView {
  const words = ruleWords[reader.language];
  const last = changes.at(-1);
  const buttons = last && [
    ...(hasOlder ? [button(olderChangesActionId, words.older, placeOf(last.changedAt, last.id))] : []),
    button(changesFileActionId, words.changed.file, 'csv'),
  ];
  return {
    type: 'modal',
    title: plain(words.changes),
    close: plain(words.close),
    blocks: [
      ...(said ? [section(said)] : []),
      ...(changes.length > 0
        ? changes.flatMap((change) => changeBlocks(reader, change))
        : [section(words.changed.empty)]),
      ...(buttons ? [{ type: 'actions' as const, elements: buttons }] : []),
    ],
  };
}

/** The reason and the name of a business in plain text, because people wrote them. */
function changeBlocks(reader: Reader, { kind, ...change }: RuleChange): Block[] {
  const { changed, doNotCall, somebody } = ruleWords[reader.language];
  const { changedAt, userId, maskedPhone, businessName, isAsked, after } = change;
  const reason = isAsked ? doNotCall.asked : change.reason;
  const when = formatsIn(reader.language, reader.timeZone).moment(changedAt);
  const isKallyAi = kind === 'number_added' && !userId && maskedPhone !== undefined;
  const who = userId ? `<@${userId}>` : isKallyAi ? 'KallyAI' : somebody;
  const head = `*${when}* · ${who} · ${changed.kinds[kind]}`;
  const rules = isOfRules(kind) && after ? asList(linesWithoutNames(reader, kind, after)) : undefined;
  const told = [businessName && oneLine(businessName), maskedPhone, reason && oneLine(reason)];
  const number = isOfRules(kind) ? undefined : told.filter(Boolean).join(' · ');
  if (number) return [section(head), { type: 'section', text: plain(number) }];
  return [section(`${head}\n${rules ?? changed.forgotten}`)];
}

/** What is kept of a change says how many people were named, and not who. */
export function linesWithoutNames(reader: Reader, page: RulePage, after: Rules): string[] {
  const { number, plural } = formatsIn(reader.language, reader.timeZone);
  const { changed } = ruleWords[reader.language];
  if (page === 'approval') {
    const { length } = after.approval.people;
    const people = length > 0 ? changed.approvers[plural(length)](number(length)) : undefined;
    return approvalLines(reader, after.approval, people);
  }
  const count = after.callers.people.length;
  if (page !== 'callers' || after.callers.who !== 'named' || count === 0) return linesOf(reader, page, after);
  return [changed.people[plural(count)](number(count))];
}

/** Where a list goes on. */
export const placeOf = (at: number, id: string): string => `${at} ${id}`;
