import type { OtherTime } from './call-request.ts';
import type { CallLanguage } from './language.ts';

type Words = {
  disclose: (name: string) => string;
  otherTime: Record<OtherTime | 'ask', string>;
  wishes: (wishes: string) => string;
  callback: string;
  customer: string;
};

/** Assistants have recited their whole plan on the phone: each sentence says that it is for them alone. */
const en: Words = {
  disclose: (name) =>
    `Begin the call by saying that you are an AI assistant, and that you are calling for ${name}.`,
  otherTime: {
    ask: 'For you alone, not to be read out: if what is asked for is not possible, agree to nothing else. Ask what they can offer, and say that you will pass it on.',
    within_30: within('30'),
    within_60: within('60'),
    same_day:
      'For you alone, not to be read out: first ask for the exact time, and name no other one. Only if it is not possible, you may accept another time on the same day, as near as they have. Agree to no other day: ask what they can offer, and say that you will pass it on.',
  },
  wishes: (wishes) => `For you alone, not to be read out; use it only where it helps: ${wishes}`,
  callback: 'Give the call-back number only if they ask for one.',
  customer: 'a customer',
};

function within(minutes: string): string {
  return `For you alone, not to be read out: first ask for the exact time, and name no other one. Only if it is not possible, you may accept the nearest time on the same day that is at most ${minutes} minutes earlier or later. Agree to nothing else: ask what they can offer, and say that you will pass it on.`;
}

const es: Words = {
  disclose: (name) =>
    `Empieza la llamada diciendo que eres un asistente de inteligencia artificial y que llamas de parte de ${name}.`,
  otherTime: {
    ask: 'Solo para ti, no lo leas en voz alta: si lo que se pide no es posible, no aceptes otra cosa. Pregunta qué pueden ofrecer y di que lo transmitirás.',
    within_30: dentroDe('30'),
    within_60: dentroDe('60'),
    same_day:
      'Solo para ti, no lo leas en voz alta: pide primero la hora exacta y no menciones otra. Solo si no es posible, puedes aceptar otra hora del mismo día, la más cercana que tengan. No aceptes otro día: pregunta qué pueden ofrecer y di que lo transmitirás.',
  },
  wishes: (wishes) => `Solo para ti, no lo leas en voz alta; úsalo solo donde ayude: ${wishes}`,
  callback: 'Da el número de contacto solo si lo piden.',
  customer: 'un cliente',
};

function dentroDe(minutes: string): string {
  return `Solo para ti, no lo leas en voz alta: pide primero la hora exacta y no menciones otra. Solo si no es posible, puedes aceptar la hora más cercana del mismo día, como mucho ${minutes} minutos antes o después. No aceptes otra cosa: pregunta qué pueden ofrecer y di que lo transmitirás.`;
}

export const instructionWords: Record<CallLanguage, Words> = { en, es };
