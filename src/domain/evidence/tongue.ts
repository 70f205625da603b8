import type { TranscriptLine } from '../call.ts';
import type { Language } from '../language.ts';

/** The language that is spoken; `mixed` where people go from one to the other, or speak another than the request. */
export type Tongue = Language | 'mixed';

/** Words of one language alone that no business has in its name. */
const signs: Record<Language, RegExp> = {
  en: /\b(?:the|you|your|we|have|that|is|it|not|what|see|can|will|are|they|for|at|okay so)\b/gi,
  es: /(?<!\p{L})(?:para|que|con|una|desde|hasta|cómo|buen[oa]s|tardes|noches|cerrad[oa]|abrimos|español|aquí|porque|señor[a]?|nos|más|son|están?|hay|pero|usted|tengo|tenemos|puedo|puede|queda|cuántos?|mesa|hora|está|entonces|muy|a las|nombre|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|sí)(?!\p{L})/giu,
};
const signsMin = 2;
const linesHeard = 300;

export function tongueOf(transcript: readonly TranscriptLine[], language: Language): Tongue {
  const other = signs[language === 'en' ? 'es' : 'en'];
  const heard = new Set<string>();
  for (const { speaker, text } of transcript.slice(0, linesHeard))
    if (speaker === 'business')
      for (const [sign] of text.slice(0, 1000).matchAll(other)) heard.add(sign.toLowerCase());
  return heard.size >= signsMin ? 'mixed' : language;
}

/** The same pattern for each language, and for both at once. */
export function inBoth(en: RegExp, es: RegExp): Record<Tongue, RegExp> {
  return { en, es, mixed: new RegExp(`${es.source}|${en.source}`, en.flags) };
}

export function listInBoth<T>(en: readonly T[], es: readonly T[]): Record<Tongue, readonly T[]> {
  return { en, es, mixed: [...es, ...en] };
}
