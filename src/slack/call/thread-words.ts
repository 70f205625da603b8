import type { Language } from '../../domain/language.ts';

/** The thread beneath a card, and lists of what KallyAI says. */
const en = {
  highlights: 'Highlights',
  nextSteps: 'Next steps',
  more: (count: string) => `and ${count} more`,
  transcript: 'Transcript',
  transcriptOf: (who: string) => `Transcript of your call to ${who}`,
  transcriptElsewhere: (person: string) => `The transcript went to ${person} alone.`,
  transcriptGoesOn: (id: string) =>
    `The conversation goes on. Type \`/kally transcript ${id}\` to get all of it as a file.`,
  transcriptInThread: 'What is known of what they said is in the thread of this call.',
  transcriptPage: (page: string, pages: string) => `Transcript, ${page} of ${pages}`,
  transcriptFile: 'The call was long, so its transcript is in this file.',
  unavailable: 'KallyAI has no transcript of this call.',
  notAllowed: 'Your sign-in does not allow transcripts. Type `/kally login` to connect again with them.',
  speakers: { kally: 'Kally', business: 'Business', other: 'Other' },
};

const es: typeof en = {
  highlights: 'Lo más importante',
  nextSteps: 'Próximos pasos',
  more: (count) => `y ${count} más`,
  transcript: 'Transcripción',
  transcriptOf: (who) => `Transcripción de tu llamada a ${who}`,
  transcriptElsewhere: (person) => `La transcripción la tiene solo ${person}.`,
  transcriptGoesOn: (id) =>
    `La conversación sigue. Escribe \`/kally transcripción ${id}\` para recibirla entera en un archivo.`,
  transcriptInThread: 'Lo que se sabe de lo que dijeron está en el hilo de esta llamada.',
  transcriptPage: (page, pages) => `Transcripción, ${page} de ${pages}`,
  transcriptFile: 'La llamada fue larga, así que la transcripción está en este archivo.',
  unavailable: 'KallyAI no tiene transcripción de esta llamada.',
  notAllowed:
    'Tu sesión no permite ver transcripciones. Escribe `/kally conectar` para conectar otra vez con ese permiso.',
  speakers: { kally: 'Kally', business: 'Negocio', other: 'Otra voz' },
};

export const threadWords: Record<Language, typeof en> = { en, es };
