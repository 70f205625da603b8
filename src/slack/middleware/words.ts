import type { Language } from '../../domain/language.ts';

/** The apology after a listener failed. */
const en = {
  any: (reference: string) =>
    `Something went wrong, and nothing was called. Please try again. Reference: ${reference}`,
  tooSlow: (reference: string) =>
    `That took too long, and nothing was called. Please try again. Reference: ${reference}`,
  notInstalled:
    'Kally is not installed in this workspace any more, so it does nothing here. Ask an admin to add it again.',
};

const es: typeof en = {
  any: (reference) =>
    `Algo ha fallado y no se ha llamado a nadie. Inténtalo otra vez. Referencia: ${reference}`,
  tooSlow: (reference) =>
    `Ha tardado demasiado y no se ha llamado a nadie. Inténtalo otra vez. Referencia: ${reference}`,
  notInstalled:
    'Kally ya no está instalado en este espacio de trabajo y aquí ya no funciona. Pide a un administrador que lo añada otra vez.',
};

export const lastResortWords: Record<Language, typeof en> = { en, es };
