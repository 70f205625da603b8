import type { Language } from '../../domain/language.ts';

type PromptWords = { title: string; prompts: { title: string; message: string }[] };

const en: PromptWords = {
  title: 'What shall I call about?',
  prompts: [
    { title: 'Reserve a table', message: 'Call a restaurant and reserve a table for two' },
    { title: 'Book an appointment', message: 'Call a clinic and book an appointment' },
    { title: 'Ask a shop something', message: 'Call a shop and ask for its opening hours' },
  ],
};

const es: PromptWords = {
  title: '¿Para qué llamo?',
  prompts: [
    { title: 'Reservar mesa', message: 'Llama a un restaurante y reserva mesa para dos' },
    { title: 'Pedir cita', message: 'Llama a una clínica y pide cita' },
    { title: 'Preguntar en una tienda', message: 'Llama a una tienda y pregunta su horario' },
  ],
};

export const promptWords: Record<Language, PromptWords> = { en, es };
