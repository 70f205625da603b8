import type { Language } from '../../domain/language.ts';

const en = {
  title: 'Connect KallyAI',
  text: 'Kally calls businesses with your own KallyAI account. Connect it once, then come back here.',
  kept: 'What you asked for is kept.',
  button: 'Connect KallyAI',
  note: 'The button is for you alone and works for 10 minutes.',
  again: 'Your KallyAI account is connected already. Connect it again, or another one in its place.',
  connected: 'Your KallyAI account is connected.',
  ready: 'Type `/kally` in any channel to make a call.',
  calledIn: (channel: string) => `Your call is in ${channel}.`,
  goOn: 'You can go on where you stopped.',
  continueButton: 'Continue',
  statusNotConnected: 'No KallyAI account is connected. `/kally login` connects one.',
  loggedOut: 'Your KallyAI account is disconnected, and Kally has forgotten its tokens.',
  continueGone: 'What you asked for is no longer kept. Type `/kally` to start again.',
  stranger:
    'This Kally belongs to another workspace, so it cannot make calls for you. Use Kally in your own workspace, or ask your admin to add it there.',
  code: {
    ask: 'Almost there. Type the six digits that your browser shows.',
    enter: 'Enter the code',
    notMe: 'It was not me',
    note: 'You did not just sign in at KallyAI? Press *It was not me*. Never type digits that somebody sent you.',
    title: 'Connect KallyAI',
    submit: 'Connect',
    label: 'The six digits in your browser',
    hint: 'They are on the page where you signed in.',
    wrong: 'These are not the digits. Look at the page where you signed in.',
    gone: 'This code no longer works, and nothing was connected. Type /kally login to start again.',
    late: 'That took too long. Close this window: the message from Kally says whether it worked.',
    thrownAway: 'Nothing was connected, and the sign-in was thrown away. `/kally login` starts again.',
  },
};
const es: typeof en = {
  title: 'Conectar KallyAI',
  text: 'Kally llama a los negocios con tu propia cuenta de KallyAI. Conéctala una vez y vuelve aquí.',
  kept: 'Lo que has pedido queda guardado.',
  button: 'Conectar KallyAI',
  note: 'El botón es solo para ti y funciona durante 10 minutos.',
  again: 'Tu cuenta de KallyAI ya está conectada. Puedes conectarla otra vez o cambiarla por otra.',
  connected: 'Tu cuenta de KallyAI está conectada.',
  ready: 'Escribe `/kally` en cualquier canal para hacer una llamada.',
  calledIn: (channel) => `Tu llamada está en ${channel}.`,
  goOn: 'Puedes seguir donde lo dejaste.',
  continueButton: 'Continuar',
  statusNotConnected: 'No hay ninguna cuenta de KallyAI conectada. Conéctala con `/kally conectar`.',
  loggedOut: 'Tu cuenta de KallyAI está desconectada y Kally ha olvidado sus claves de acceso.',
  continueGone: 'Lo que pediste ya no está guardado. Escribe `/kally` para empezar de nuevo.',
  stranger:
    'Este Kally es de otro espacio de trabajo, así que no puede hacer llamadas para ti. Usa Kally en el tuyo, o pide a tu administrador que lo añada.',
  code: {
    ask: 'Ya casi está. Escribe las seis cifras que ves en tu navegador.',
    enter: 'Escribir el código',
    notMe: 'No he sido yo',
    note: '¿No acabas de iniciar sesión en KallyAI? Pulsa *No he sido yo*. No escribas nunca unas cifras que te haya enviado alguien.',
    title: 'Conectar KallyAI',
    submit: 'Conectar',
    label: 'Las seis cifras de tu navegador',
    hint: 'Están en la página donde has iniciado sesión.',
    wrong: 'Esas no son las cifras. Míralas en la página donde has iniciado sesión.',
    gone: 'Este código ya no sirve y no se ha conectado nada. Escribe /kally conectar para empezar de nuevo.',
    late: 'Ha tardado demasiado. Cierra esta ventana: el mensaje de Kally dice si ha funcionado.',
    thrownAway:
      'No se ha conectado nada: ese inicio de sesión queda descartado. Con `/kally conectar` empiezas otra vez.',
  },
};

export const connectWords: Record<Language, typeof en> = { en, es };
