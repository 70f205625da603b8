import type { AssistantScope } from '../../domain/assistant.ts';
import type { Language } from '../../domain/language.ts';

/** Assistants of a person that reach Kally by MCP. */
const en = {
  title: 'Assistants',
  connect: 'Connect',
  cancel: 'Cancel',
  close: 'Close',
  intro:
    'An assistant such as Claude can prepare calls for you. Kally then asks you here, and nobody is called before you confirm.',
  name: 'Name of the assistant',
  nameExample: 'Claude on my laptop',
  nameTooLong: 'Use a shorter name.',
  scopes: 'What may it do?',
  scopeNames: {
    read: 'See your calls and what was said in them',
    propose: 'Prepare calls for you to confirm',
    stop: 'Stop your calls',
  } satisfies Record<AssistantScope, string>,
  days: 'For how long?',
  dayNames: { 30: '30 days', 90: '90 days', 365: 'A year' },
  tooMany: 'You have connected as many assistants as Kally keeps. Disconnect one of them first.',
  connected: 'Connected',
  connectedIntro: (name: string) =>
    `Give ${name} this address and this token. The token is shown once, and whoever has it can do this in your name: keep it like a password.`,
  address: 'Address',
  token: 'Token',
  list: 'Connected now',
  none: 'No assistant is connected.',
  unnamed: 'An assistant',
  used: (when: string) => `last used ${when}`,
  unused: 'never used',
  until: (when: string) => `until ${when}`,
  disconnect: 'Disconnect',
  disconnectOne: (name: string) => `Disconnect ${name}`,
  sure: 'Disconnect this assistant?',
  sureText: 'Its token stops working at once. What it proposed stays in your messages with Kally.',
  off: 'This Kally serves no assistants.',
};

const es: typeof en = {
  title: 'Asistentes',
  connect: 'Conectar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  intro:
    'Un asistente como Claude puede prepararte llamadas. Kally te pregunta aquí, y no se llama a nadie hasta que lo confirmas.',
  name: 'Nombre del asistente',
  nameExample: 'Claude en mi portátil',
  nameTooLong: 'Usa un nombre más corto.',
  scopes: '¿Qué puede hacer?',
  scopeNames: {
    read: 'Ver tus llamadas y lo que se dijo en ellas',
    propose: 'Preparar llamadas para que las confirmes',
    stop: 'Cortar tus llamadas',
  },
  days: '¿Durante cuánto tiempo?',
  dayNames: { 30: '30 días', 90: '90 días', 365: 'Un año' },
  tooMany: 'Ya has conectado todos los asistentes que Kally guarda. Desconecta antes uno de ellos.',
  connected: 'Conectado',
  connectedIntro: (name) =>
    `Dale a ${name} esta dirección y este token. El token se muestra una sola vez, y quien lo tenga podrá hacer esto en tu nombre: guárdalo como una contraseña.`,
  address: 'Dirección',
  token: 'Token',
  list: 'Conectados ahora',
  none: 'No hay ningún asistente conectado.',
  unnamed: 'Un asistente',
  used: (when) => `usado por última vez el ${when}`,
  unused: 'sin usar todavía',
  until: (when) => `hasta el ${when}`,
  disconnect: 'Desconectar',
  disconnectOne: (name) => `Desconectar ${name}`,
  sure: '¿Desconectar este asistente?',
  sureText: 'Su token deja de funcionar al momento. Lo que haya propuesto sigue en tus mensajes con Kally.',
  off: 'Este Kally no atiende a asistentes.',
};

export const assistantWords: Record<Language, typeof en> = { en, es };
