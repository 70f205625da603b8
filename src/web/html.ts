/** Markup that needs no escaping. */
export type Html = { readonly markup: string };

type Value = string | number | Html | undefined | readonly Value[];

/** A template of markup. It escapes its values, except those that were made by this template. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const parts = strings.map((text, index) => text + markupOf(values[index]));
  return { markup: parts.join('') };
}

function markupOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(markupOf).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
