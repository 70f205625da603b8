import type { Words } from './phrases.ts';
import type { Clause, Line } from './speech.ts';

/** What would happen is no refusal: "if it is not in by noon, I let it go". */
export const isConditional = /^(?:and |y |or )?(?:if|unless|else|otherwise|si|de lo contrario)\b/;

/** "It probably takes two hours" leaves the appointment sure. */
const measure = /\d (?:minutes?|hours?|quid|pounds|dollars|bucks|euros|pesos|minutos|horas)\b/;

/** "I think so" is no hedge where the question was whether they can help. */
export function hedges({ words: text, digits }: Clause, asked: Line | undefined, said: Words): boolean {
  const isConfident = said.confident.test(text) && asked !== undefined && said.offersHelp.test(asked.plain);
  return !isConfident && said.hedge.test(text) && !measure.test(digits);
}
