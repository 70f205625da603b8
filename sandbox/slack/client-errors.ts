import { type Element, isEmpty, placedElements } from './inputs.ts';
import type { Block, InputState, StateValues } from './wire.ts';

const english = {
  missing: 'Please complete this required field.',
  tooShort: (length: number) => `Please lengthen this text to ${length} characters or more.`,
  tooLong: (length: number) => `Please shorten this text to ${length} characters or fewer.`,
  email: 'Please enter a valid email address.',
  url: 'Please enter a valid URL.',
  number: 'Please enter a valid number.',
  whole: 'Please enter a whole number.',
  tooSmall: (least: string) => `Please enter a number no less than ${least}.`,
  tooLarge: (most: string) => `Please enter a number no more than ${most}.`,
};

const spanish: typeof english = {
  missing: 'Rellena este campo obligatorio.',
  tooShort: (length) => `Alarga este texto hasta ${length} caracteres como mínimo.`,
  tooLong: (length) => `Acorta este texto a ${length} caracteres como máximo.`,
  email: 'Escribe una dirección de correo válida.',
  url: 'Escribe una URL válida.',
  number: 'Escribe un número válido.',
  whole: 'Escribe un número entero.',
  tooSmall: (least) => `Escribe un número que no sea menor que ${least}.`,
  tooLarge: (most) => `Escribe un número que no sea mayor que ${most}.`,
};

/** The faults that Slack's client finds itself, without asking the app, in the language of its locale; by block_id. */
export function clientErrors(blocks: Block[], values: StateValues, locale: string): Record<string, string> {
  const words = locale.startsWith('es') ? spanish : english;
  const errors: Record<string, string> = {};
  for (const { block, element } of placedElements(blocks)) {
    const state = values[block.block_id]?.[element.action_id];
    if (block.type !== 'input' || !state) continue;
    const missing = block.optional ? undefined : words.missing;
    const error = isEmpty(state) ? missing : malformed(element, state, words);
    if (error) errors[block.block_id] = error;
  }
  return errors;
}

function malformed(element: Element, state: InputState, words: typeof english): string | undefined {
  const value = state.value;
  if (typeof value !== 'string') return undefined;
  const { min_length: shortest = 0, max_length: longest = 3000 } = element as {
    min_length?: number;
    max_length?: number;
  };
  if (value.length < shortest) return words.tooShort(shortest);
  if (value.length > longest) return words.tooLong(longest);
  if (element.type === 'number_input') return malformedNumber(element, value, words);
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) return words.email;
  return element.type === 'url_text_input' && !URL.canParse(value) ? words.url : undefined;
}

function malformedNumber(element: Element, value: string, words: typeof english): string | undefined {
  const number = Number(value);
  const { min_value: min, max_value: max } = element as { min_value?: string; max_value?: string };
  if (Number.isNaN(number)) return words.number;
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return words.whole;
  if (min !== undefined && number < Number(min)) return words.tooSmall(min);
  return max !== undefined && number > Number(max) ? words.tooLarge(max) : undefined;
}
