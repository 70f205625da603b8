import type { Language } from '../../domain/language.ts';

const en = {
  title: 'Preferences',
  save: 'Save',
  cancel: 'Cancel',
  language: 'Language of Kally',
  languages: { en: 'English', es: 'Español' } satisfies Record<Language, string>,
  asInSlack: (what: string) => `As in Slack: ${what}`,
  timeZone: 'Time zone',
  timeZoneHint: 'Type a city or a country. Dates and times that you give Kally are in this zone.',
  timeZoneUnknown: 'Kally does not know this time zone. Choose another.',
  timeZonePlaceholder: 'Choose a time zone',
  name: 'Your name',
  nameHint: 'For reservations and appointments, instead of your name in Slack.',
  callbackPhone: 'Your phone number',
  callbackPhoneHint: 'KallyAI gives it when a business asks how to reach you.',
  transcripts: 'Who sees what was said in your calls?',
  transcriptsFor: {
    thread: 'Everybody who sees the call: the transcript is in its thread',
    me: 'Only me: the transcript comes as a direct message',
  },
  businesses: 'Who is shown the businesses that you call?',
  businessesHint:
    'Name and number only, and only if the call arranged something and its result is in a channel that everybody can join.',
  businessesFor: {
    workspace: 'My colleagues: Kally suggests them to everybody but guests',
    me: 'Only me',
  },
  notSaved: 'This could not be saved in time. Press Save again.',
};

type PreferencesWords = typeof en;

const es: PreferencesWords = {
  title: 'Preferencias',
  save: 'Guardar',
  cancel: 'Cancelar',
  language: 'Idioma de Kally',
  languages: { en: 'English', es: 'Español' },
  asInSlack: (what) => `Como en Slack: ${what}`,
  timeZone: 'Zona horaria',
  timeZoneHint: 'Escribe una ciudad o un país. Las fechas y horas que le des a Kally son de esta zona.',
  timeZoneUnknown: 'Kally no conoce esta zona horaria. Elige otra.',
  timeZonePlaceholder: 'Elige una zona horaria',
  name: 'Tu nombre',
  nameHint: 'Para reservas y citas, en lugar de tu nombre de Slack.',
  callbackPhone: 'Tu número de teléfono',
  callbackPhoneHint: 'KallyAI lo da si un negocio pregunta cómo localizarte.',
  transcripts: '¿Quién ve lo que se dijo en tus llamadas?',
  transcriptsFor: {
    thread: 'Todos los que ven la llamada: la transcripción está en su hilo',
    me: 'Solo yo: la transcripción me llega por mensaje directo',
  },
  businesses: '¿A quién se muestran los negocios a los que llamas?',
  businessesHint:
    'Solo el nombre y el número, y solo si la llamada consiguió lo que pedías y el resultado está en un canal abierto a todos.',
  businessesFor: {
    workspace: 'A mis compañeros: Kally se los sugiere a todos menos a los invitados',
    me: 'Solo a mí',
  },
  notSaved: 'No se ha podido guardar a tiempo. Pulsa Guardar otra vez.',
};

export const preferencesWords: Record<Language, PreferencesWords> = { en, es };
