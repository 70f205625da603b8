import type { Language } from '../../domain/language.ts';

const en = {
  stranger:
    'This Kally belongs to another workspace, so it cannot make calls for you. Use Kally in your own workspace, or ask your admin to add it there.',
  code: {
    signedIn: 'Somebody has just signed in at KallyAI, in a browser, with the link that is for you.',
    wasItYou: 'Was it you? Then enter the code that the page shows.',
    enter: 'Enter the code',
    notMe: 'It was not me',
    note: 'Nothing is connected before that. Never enter a code that you do not see in your own browser.',
    title: 'Connect KallyAI',
    submit: 'Connect',
    label: 'Code',
    hint: 'The six digits on the page where you signed in.',
    wrong: 'This is not the code. Look at the page where you signed in.',
    gone: 'This code works no more, and nothing is connected. Type /kally login to start again.',
    late: 'That took too long. Close this: the message from Kally says whether it worked.',
    thrownAway: 'Nothing is connected: the sign-in was thrown away. `/kally login` starts another.',
  },
};
export type ConnectWords = typeof en;

const es: ConnectWords = {
  stranger:
    'Este Kally es de otro espacio de trabajo, así que no puede hacer llamadas para ti. Usa Kally en el tuyo, o pide a tu administrador que lo añada.',
  code: {
    signedIn: 'Alguien acaba de iniciar sesión en KallyAI, en un navegador, con el enlace que es para ti.',
    wasItYou: '¿Has sido tú? Entonces introduce el código que muestra la página.',
    enter: 'Introducir el código',
    notMe: 'No he sido yo',
    note: 'Hasta entonces no se conecta nada. No introduzcas nunca un código que no veas en tu propio navegador.',
    title: 'Conectar KallyAI',
    submit: 'Conectar',
    label: 'Código',
    hint: 'Las seis cifras de la página donde has iniciado sesión.',
    wrong: 'Ese no es el código. Míralo en la página donde has iniciado sesión.',
    gone: 'Este código ya no sirve y no se ha conectado nada. Escribe /kally conectar para empezar de nuevo.',
    late: 'Ha tardado demasiado. Cierra esto: el mensaje de Kally dice si ha funcionado.',
    thrownAway:
      'No se ha conectado nada: hemos descartado ese inicio de sesión. `/kally conectar` empieza otro.',
  },
};

export function connectWords(language: Language): ConnectWords {
  return { en, es }[language];
}
