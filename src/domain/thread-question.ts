import { type FactKind, factKinds } from './evidence/schema.ts';
import type { Language } from './language.ts';

/** The values that a question in a card's thread asks for. */
export type ThreadQuestion = readonly FactKind[];

const patterns: Record<Language, Record<FactKind | 'result', RegExp>> = {
  en: {
    confirmation:
      /\b(?:confirmation|reference|(?:booking|reservation|appointment|order) (?:number|code|reference|id))\b/,
    price: /\b(?:how much|prices?|costs?|charge)\b/,
    hours: /\b(?:hours|open|opens|opening|close|closes|closing)\b/,
    name: /\b(?:(?:what|which|whose) name|in the name of|under what)\b/,
    date: /\b(?:what|which) (?:day|date)\b|\bwhen\b/,
    time: /\b(?:what|which) time\b|\bwhen\b/,
    result:
      /\b(?:what (?:did (?:they|he|she) say|happened|was said|came of it)|how did it go|did (?:it|that) work|any news|the result|outcome)\b/,
  },
  es: {
    confirmation:
      /\b(?:confirmacion|localizador|referencia|(?:numero|codigo) de (?:la )?(?:reserva|cita|pedido))\b/,
    price: /\b(?:cuanto (?:cuesta|vale|es|cobran|costaba|valia)|precio|coste)\b/,
    hours: /\b(?:horario|abren|cierran|abierto)\b/,
    name: /\b(?:a (?:que )?nombre de|a que nombre)\b/,
    date: /\b(?:que dia|que fecha|cuando)\b/,
    time: /\b(?:(?:a )?que hora|cuando)\b/,
    result: /\b(?:que (?:han dicho|dijeron|ha pasado|paso)|como (?:ha ido|fue)|el resultado)\b/,
  },
};

/** Reads which values a question asks for, in any of our languages; undefined if none. */
export function readThreadQuestion(text: string): ThreadQuestion | undefined {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const asks = (kind: FactKind | 'result') => Object.values(patterns).some((of) => of[kind].test(plain));
  const kinds = factKinds.filter(asks);
  if (kinds.length > 0) return kinds;
  return asks('result') ? factKinds : undefined;
}
