import type { Language } from '../../domain/language.ts';

const en = {
  title: 'Connect KallyAI',
  text: 'Kally phones businesses with your own KallyAI account. Connect it once, then come back here.',
  kept: 'What you asked for is kept until then.',
  button: 'Connect KallyAI',
  note: 'The button is for you alone and works for 10 minutes.',
  again: 'A KallyAI account is connected already. The button connects it anew, or another one in its place.',
  connected: 'Your KallyAI account is connected.',
  ready: 'Type `/kally` in any channel to make a call.',
  goOn: 'You can go on where you stopped.',
  continueButton: 'Continue',
  statusNotConnected: 'No KallyAI account is connected. `/kally login` connects one.',
  loggedOut: 'Your KallyAI account is disconnected, and Kally has forgotten its tokens.',
  continueGone: 'What you asked for is no longer kept. Type `/kally` to start again.',
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
const es: typeof en = {
  title: 'Conectar KallyAI',
  text: 'Kally llama a los negocios con tu propia cuenta de KallyAI. Conéctala una vez y vuelve aquí.',
  kept: 'Lo que has pedido se guarda hasta entonces.',
  button: 'Conectar KallyAI',
  note: 'El botón es solo para ti y funciona durante 10 minutos.',
  again: 'Ya hay una cuenta de KallyAI conectada. El botón la conecta de nuevo, o pone otra en su lugar.',
  connected: 'Tu cuenta de KallyAI está conectada.',
  ready: 'Escribe `/kally` en cualquier canal para hacer una llamada.',
  goOn: 'Puedes seguir donde lo dejaste.',
  continueButton: 'Continuar',
  statusNotConnected: 'No hay ninguna cuenta de KallyAI conectada. `/kally conectar` conecta una.',
  loggedOut: 'Tu cuenta de KallyAI está desconectada y Kally ha olvidado sus claves de acceso.',
  continueGone: 'Lo que pediste ya no está guardado. Escribe `/kally` para empezar de nuevo.',
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

export const connectWords: Record<Language, typeof en> = { en, es };
