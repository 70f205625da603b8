import type { Language } from '../../domain/language.ts';

/** What somebody is told when a listener failed. */
const en = {
  any: (reference: string) =>
    `Something went wrong, and nothing was called. Please try again. Reference: ${reference}`,
  tooSlow: (reference: string) =>
    `That took too long for Slack, and nothing was called. Please try again. Reference: ${reference}`,
};

const es: typeof en = {
  any: (reference) =>
    `Algo ha fallado y no se ha llamado a nadie. Inténtalo otra vez. Referencia: ${reference}`,
  tooSlow: (reference) =>
    `Ha tardado demasiado para Slack y no se ha llamado a nadie. Inténtalo otra vez. Referencia: ${reference}`,
};

export const lastResortWords: Record<Language, typeof en> = { en, es };
