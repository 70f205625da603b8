import type { Language } from '../../domain/language.ts';

const en = {
  call: 'Phone call',
  callTo: (name: string) => `Phone call to ${name}`,
};

type SessionWords = typeof en;

const es: SessionWords = {
  call: 'Llamada',
  callTo: (name) => `Llamada a ${name}`,
};

export const sessionWords: Record<Language, SessionWords> = { en, es };
