import type { Language } from '../../domain/language.ts';

const en = {
  title: 'Kally calls businesses for you',
  strangers: [
    'Tell Kally who to call and what for: a table for four, an appointment, whether they repair bikes.',
    'KallyAI, an AI phone assistant, makes the call. You see it happen in Slack, and can stop it.',
    'You read here how it went and what was said. Nobody is called until you confirm.',
  ],
  connect: 'Connect KallyAI',
  makeCall: 'Make a phone call',
  usage: 'Your KallyAI account',
  usageAsked: 'Asking KallyAI how much is left…',
  usageAway: 'KallyAI cannot be reached right now, so what is left is not shown. `/kally usage` tries again.',
  running: 'Under way',
  recent: 'Your latest calls',
  noCalls: 'You have made no calls yet.',
  allCalls: '`/kally history` lists all your calls, also those you made elsewhere.',
  preferences: 'Preferences',
  preferencesLine: (language: string, timeZone: string) => `Language: ${language} · Time zone: ${timeZone}`,
  nameLine: (name: string) => `Name: ${name}`,
  phoneLine: (phone: string) => `Your number: ${phone}`,
  transcriptsLine: {
    thread: 'Transcripts: in the call’s thread',
    me: 'Transcripts: only for you',
  },
  changePreferences: 'Change preferences',
  rules: 'Rules of this workspace',
  help: 'What you can type in any channel',
  disconnect: 'Disconnect KallyAI',
  disconnectSure: 'Disconnect your account?',
  disconnectText: 'Kally forgets its access to your KallyAI account. Your calls stay where they are.',
  disconnectCancel: 'Cancel',
  details: 'Details of a call',
};

type HomeWords = typeof en;

const es: HomeWords = {
  title: 'Kally llama a negocios por ti',
  strangers: [
    'Dile a Kally a quién llamar y para qué: una mesa para cuatro, una cita, si arreglan bicis.',
    'KallyAI, un asistente telefónico con IA, hace la llamada. La sigues en directo en Slack y puedes colgar cuando quieras.',
    'Después lees aquí cómo ha ido y qué se ha dicho. No se llama a nadie hasta que lo confirmas.',
  ],
  connect: 'Conectar KallyAI',
  makeCall: 'Hacer una llamada',
  usage: 'Tu cuenta de KallyAI',
  usageAsked: 'Preguntando a KallyAI cuánto queda…',
  usageAway:
    'Ahora mismo no se puede contactar con KallyAI, así que no se ve cuánto queda. Con `/kally uso` lo intentas otra vez.',
  running: 'En curso',
  recent: 'Tus últimas llamadas',
  noCalls: 'Todavía no has hecho ninguna llamada.',
  allCalls: '`/kally historial` muestra todas tus llamadas, también las que hiciste en otro sitio.',
  preferences: 'Preferencias',
  preferencesLine: (language, timeZone) => `Idioma: ${language} · Zona horaria: ${timeZone}`,
  nameLine: (name) => `Nombre: ${name}`,
  phoneLine: (phone) => `Tu número: ${phone}`,
  transcriptsLine: {
    thread: 'Transcripciones: en el hilo de la llamada',
    me: 'Transcripciones: solo para ti',
  },
  changePreferences: 'Cambiar preferencias',
  rules: 'Reglas de este espacio de trabajo',
  help: 'Lo que puedes escribir en cualquier canal',
  disconnect: 'Desconectar KallyAI',
  disconnectSure: '¿Desconectar tu cuenta?',
  disconnectText: 'Kally pierde el acceso a tu cuenta de KallyAI. Tus llamadas se quedan donde están.',
  disconnectCancel: 'Cancelar',
  details: 'Detalles de una llamada',
};

export const homeWords: Record<Language, HomeWords> = { en, es };
