import type { Language } from '../../domain/language.ts';

/** Why KallyAI did not give what was asked for, and what to do. */
const en = {
  away: 'KallyAI cannot be reached right now. Try again in a minute.',
  troubled: 'KallyAI has trouble of its own right now. Try again in a few minutes.',
  unreadable:
    'KallyAI gave an answer that Kally cannot read. Try again later; if that does not help, tell whoever runs Kally here.',
  limited: (wait: string) => `KallyAI asks you to wait. Try again in ${wait}.`,
  rejected: 'KallyAI no longer accepts your sign-in. Type `/kally login` to connect again.',
  forbidden:
    'Your sign-in at KallyAI does not allow this. Type `/kally login` to connect again with all its rights.',
  refused: 'KallyAI does not allow this. Look at your account at KallyAI.',
  reference: (id: string) => `For KallyAI’s support, the reference is ${id}.`,
};

const es: typeof en = {
  away: 'Ahora mismo no se puede contactar con KallyAI. Inténtalo dentro de un minuto.',
  troubled: 'KallyAI tiene problemas en este momento. Inténtalo dentro de unos minutos.',
  unreadable:
    'KallyAI ha dado una respuesta que Kally no entiende. Inténtalo más tarde; si sigue igual, avisa a quien se ocupa de Kally.',
  limited: (wait) => `KallyAI pide que esperes. Inténtalo dentro de ${wait}.`,
  rejected: 'KallyAI ya no acepta tu sesión. Escribe `/kally conectar` para conectar otra vez.',
  forbidden:
    'Tu sesión en KallyAI no permite esto. Escribe `/kally conectar` para conectar otra vez con todos los permisos.',
  refused: 'KallyAI no lo permite. Mira tu cuenta en KallyAI.',
  reference: (id) => `Para el soporte de KallyAI, la referencia es ${id}.`,
};

export const kallyErrorWords: Record<Language, typeof en> = { en, es };
