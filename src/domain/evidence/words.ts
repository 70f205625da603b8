import type { Words } from './phrases.ts';
import { inBoth, type Tongue } from './tongue.ts';
import { english } from './words-en.ts';
import { spanish } from './words-es.ts';

const mixed = Object.fromEntries(
  Object.keys(english).map((name) => [
    name,
    inBoth(english[name as keyof Words], spanish[name as keyof Words]).mixed,
  ]),
) as Words;

export const words: Record<Tongue, Words> = { en: english, es: spanish, mixed };
