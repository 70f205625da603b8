import type { types } from '@slack/bolt';
import { type Category, categories, partySizeRange } from '../../domain/call-request.ts';
import { type CallLanguage, callLanguages, type Language } from '../../domain/language.ts';
import { plain } from './blocks.ts';
import { uiWords } from './words.ts';

/** Slack's limit of a text input. The domain checks our own limits, so that nothing is cut before a person sees why. */
const inputMax = 3000;

type InputElement = types.InputBlock['element'];
type Input = {
  field: string;
  /** How often the app, not the person, changed the value of the field. */
  revision?: number;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  dispatch?: boolean;
};

/**
 * Slack keeps a typed value across an update of the view while block_id and action_id stay the same, so both are the field's name. It ignores
 * a new initial value in an old block, so a block that the app fills in again gets another number.
 */
export function input(
  { field, revision = 0, label, hint, optional, dispatch }: Input,
  element: InputElement,
): types.InputBlock {
  return {
    type: 'input',
    block_id: revision ? `${field}_${revision}` : field,
    label: plain(label),
    element,
    ...(hint && { hint: plain(hint) }),
    ...(optional && { optional }),
    ...(dispatch && { dispatch_action: true }),
  };
}

type Text = { value?: string | undefined; placeholder?: string; multiline?: boolean; focus?: boolean };

export function textInput(
  field: string,
  { value, placeholder, multiline, focus }: Text,
): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: field,
    max_length: inputMax,
    ...(value && { initial_value: value.slice(0, inputMax) }),
    ...(placeholder && { placeholder: plain(placeholder) }),
    ...(multiline && { multiline }),
    ...(focus && { focus_on_load: true }),
  };
}

/** Slack refuses a view whose initial number is outside its limits, so such a number is left out. */
export function partySizeInput(value: string | undefined): types.NumberInput {
  const { min, max } = partySizeRange;
  const size = Number(value);
  const fits = Number.isInteger(size) && size >= min && size <= max;
  return {
    type: 'number_input',
    action_id: 'partySize',
    is_decimal_allowed: false,
    min_value: String(min),
    max_value: String(max),
    ...(value && fits && { initial_value: String(size) }),
  };
}

export function datePicker(value: string | undefined, field = 'date'): types.Datepicker {
  const isDate = value && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { type: 'datepicker', action_id: field, ...(isDate && { initial_date: value }) };
}

export function timePicker(value: string | undefined, field = 'time'): types.Timepicker {
  const isTime = value && /^\d{2}:\d{2}$/.test(value);
  return { type: 'timepicker', action_id: field, ...(isTime && { initial_time: value }) };
}

/** A menu in which something is always chosen. */
export function menu<T extends string>(
  field: string,
  { choices, words, chosen }: { choices: readonly T[]; words: Readonly<Record<T, string>>; chosen: T },
): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: field,
    options: choices.map((choice) => option(words[choice], choice)),
    initial_option: option(words[chosen], chosen),
  };
}

export function categorySelect(language: Language, chosen: Category): types.StaticSelect {
  return menu('category', { choices: categories, words: uiWords[language].categories, chosen });
}

export function callLanguageSelect(language: Language, chosen: CallLanguage): types.StaticSelect {
  return menu('callLanguage', { choices: callLanguages, words: uiWords[language].callLanguages, chosen });
}

export function option(label: string, value: string): types.PlainTextOption {
  return { text: plain(label), value };
}
