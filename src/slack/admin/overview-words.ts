import type { Language } from '../../domain/language.ts';

/** What calls came to, in numbers. */
const en = {
  title: 'Overview',
  open: 'Overview',
  connected: {
    one: (count: string) => `*${count}* person has their KallyAI account connected.`,
    other: (count: string) => `*${count}* people have their KallyAI account connected.`,
  },
  week: 'The last 7 days',
  month: 'The last 30 days',
  calls: { one: (count: string) => `*${count}* call`, other: (count: string) => `*${count}* calls` },
  people: {
    one: (count: string) => `asked for by ${count} person`,
    other: (count: string) => `asked for by ${count} people`,
  },
  onThePhone: (length: string) => `${length} on the phone`,
  credits: (amount: string) => `KallyAI credits used: ${amount}`,
  refused: '*Refused, and why*',
  note: 'Calls that are no longer kept are not counted. What was refused before a call was made of it counts by days in UTC.',
  close: 'Close',
};

const es: typeof en = {
  title: 'Resumen',
  open: 'Resumen',
  connected: {
    one: (count) => `*${count}* persona tiene conectada su cuenta de KallyAI.`,
    other: (count) => `*${count}* personas tienen conectada su cuenta de KallyAI.`,
  },
  week: 'Los últimos 7 días',
  month: 'Los últimos 30 días',
  calls: { one: (count) => `*${count}* llamada`, other: (count) => `*${count}* llamadas` },
  people: {
    one: (count) => `pedidas por ${count} persona`,
    other: (count) => `pedidas por ${count} personas`,
  },
  onThePhone: (length) => `${length} al teléfono`,
  credits: (amount) => `créditos de KallyAI gastados: ${amount}`,
  refused: '*Qué se rechazó y por qué*',
  note: 'Las llamadas que ya no se guardan no se cuentan. Lo que se rechazó antes de convertirse en llamada se cuenta por días en UTC.',
  close: 'Cerrar',
};

export const overviewWords: Record<Language, typeof en> = { en, es };
