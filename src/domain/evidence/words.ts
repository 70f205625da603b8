import type { Language } from '../language.ts';
import type { Words } from './phrases.ts';
import { english } from './words-en.ts';
import { spanish } from './words-es.ts';

export const words: Record<Language, Words> = { en: english, es: spanish };
