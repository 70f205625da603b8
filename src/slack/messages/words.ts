import type { Language } from '../../domain/language.ts';

const en = {
  understood: 'Is this the call you want?',
  phone: 'Phone number',
  noPhone: 'missing; the form asks for it',
  task: 'What to ask or arrange',
  noTask: 'missing; the form asks for it',
  category: 'Who to call',
  partySize: 'People',
  date: 'Date',
  time: 'Time',
  review: 'Review and call',
  reviewCallTo: (phone: string) => `Review and call ${phone}`,
  dismiss: 'Dismiss',
  dismissThis: 'Dismiss this suggestion',
  notYet: 'Nobody is called until you confirm it in the form.',
  hello:
    'Hello, I am Kally. I phone businesses for you: to reserve a table, book an appointment, ask a question.',
  helloConnect: 'Connect your KallyAI account once, and nobody is called before you confirm it.',
  hint: 'I can phone a business for you. Tell me the number and what to ask.',
  example: (mention: string) => `For example: ${mention}call +44 20 7946 0958 and ask if they repair bikes`,
  more: 'Or type `/kally` in any channel; `/kally help` says what else there is.',
  makeCall: 'Make a phone call',
};

type AnswerWords = typeof en;

const es: AnswerWords = {
  understood: '¿Es esta la llamada que quieres?',
  phone: 'Número de teléfono',
  noPhone: 'falta; el formulario te lo pide',
  task: 'Qué preguntar o gestionar',
  noTask: 'falta; el formulario te lo pide',
  category: 'A quién llamamos',
  partySize: 'Personas',
  date: 'Fecha',
  time: 'Hora',
  review: 'Revisar y llamar',
  reviewCallTo: (phone) => `Revisar y llamar al ${phone}`,
  dismiss: 'Descartar',
  dismissThis: 'Descartar esta sugerencia',
  notYet: 'No se llama a nadie hasta que lo confirmas en el formulario.',
  hello: 'Hola, soy Kally. Llamo a negocios por ti: para reservar mesa, pedir cita o preguntar algo.',
  helloConnect: 'Conecta una vez tu cuenta de KallyAI. No se llama a nadie hasta que lo confirmas.',
  hint: 'Puedo llamar a un negocio por ti. Dime el número y qué hay que preguntar.',
  example: (mention) => `Por ejemplo: ${mention}llama al 912 34 56 78 y pregunta si arreglan bicis`,
  more: 'O escribe `/kally` en cualquier canal; `/kally ayuda` dice qué más se puede hacer.',
  makeCall: 'Hacer una llamada',
};

export const answerWords: Record<Language, AnswerWords> = { en, es };
