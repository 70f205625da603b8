import { type Language, languageOfTag } from '../domain/language.ts';
import { type Html, html } from '../web/html.ts';

/** What a page can explain. Each explanation says what happened, what was kept, and what to do next. */
export const explanations = [
  'unknown',
  'used',
  'old',
  'otherBrowser',
  'otherSignIn',
  'refused',
  'rejected',
  'kallyAway',
  'otherPerson',
  'notProven',
  'slackAway',
  'notFromHere',
  'cancelled',
  'notFound',
  'notAllowed',
  'tooLarge',
  'tooMany',
  'notAForm',
  'failed',
] as const;
export type Explanation = (typeof explanations)[number];

export type PasteFault = 'unreadable' | 'otherSignIn' | 'refused';

type Explained = { title: string; sentences: readonly (string | Html)[] };

export type Words = {
  startAgain: string;
  openSlack: string;
  reference: (reference: string) => string;
  explain: Record<Explanation, Explained>;
  confirm: {
    title: string;
    who: (person: string, workspace: string) => Html;
    onlyIf: string;
    account: string;
    noName: string;
    nothingSaid: string;
    plan: string;
    planPeriod: (plan: string, period: string) => string;
    /** By KallyAI's names, which are not documented. */
    periods: ReadonlyMap<string, string>;
    noSubscription: string;
    minutes: string;
    leftOf: (left: string, of: string) => string;
    calls: string;
    nothingYet: Html;
    connect: string;
    cancel: string;
  };
  paste: {
    title: string;
    intro: (person: string, workspace: string) => Html;
    signIn: string;
    signInButton: string;
    newTab: string;
    copy: string;
    copyNote: (begins: string) => Html;
    bringBack: string;
    field: string;
    next: string;
    secret: string;
    faults: Record<PasteFault, string>;
  };
  code: {
    title: string;
    goToSlack: Html;
    who: (person: string, workspace: string) => Html;
    tellNobody: string;
    cancel: string;
    nothingYet: string;
  };
  done: Explained;
};

const command = html`<code>/kally</code>`;
const login = html`<code>/kally login</code>`;
const logout = html`<code>/kally logout</code>`;
const conectar = html`<code>/kally conectar</code>`;
const desconectar = html`<code>/kally desconectar</code>`;

const en: Words = {
  startAgain: 'Start again',
  openSlack: 'Open Kally in Slack',
  reference: (reference) => `If you ask for help, give this reference: ${reference}`,
  explain: {
    unknown: {
      title: 'This link is not known',
      sentences: [
        'It may have been cut off when it was copied, or it was forgotten because it is older than a day.',
        html`Nothing was changed. Type ${command} in Slack to get a new button.`,
      ],
    },
    used: {
      title: 'This link was used already',
      sentences: [
        'Each link connects an account once. If that was you a moment ago, KallyAI is connected and you can go back to Slack.',
        html`Nothing was changed now. To connect another account, type ${login} in Slack.`,
      ],
    },
    old: {
      title: 'This link is too old',
      sentences: [
        'A link works for ten minutes, so that nobody can use one that was left lying around.',
        html`Nothing was stored. Type your ${command} command in Slack once more to get a new button.`,
      ],
    },
    otherBrowser: {
      title: 'Please stay in one browser',
      sentences: [
        'This page was opened in another browser than the one you started in, or that browser keeps no cookies.',
        'Nothing was stored. Go back to Slack, open the button’s address again, and sign in within the same browser.',
      ],
    },
    otherSignIn: {
      title: 'This is the answer to another sign-in',
      sentences: [
        'You may have started twice, or somebody sent you their link. To be safe, it was thrown away.',
        'Nothing was stored. Start again and finish in the same tab.',
      ],
    },
    refused: {
      title: 'KallyAI was not connected',
      sentences: [
        'KallyAI says that you did not allow it.',
        'Nothing was stored. If you change your mind, start again; the link works for ten minutes.',
      ],
    },
    rejected: {
      title: 'KallyAI did not accept the sign-in',
      sentences: [
        'It may have been used already, or have taken too long.',
        'Nothing was stored. Start again and sign in once more.',
      ],
    },
    kallyAway: {
      title: 'KallyAI does not answer',
      sentences: [
        'You were signing in when KallyAI stopped answering. This is not your fault.',
        'Nothing was stored, and your link still works. Try again in a minute.',
      ],
    },
    otherPerson: {
      title: 'This link is for somebody else',
      sentences: [
        'You are signed in to Slack as another person than the one who asked for this link. If somebody sent it to you, close this page: with your account they could place calls in your name.',
        html`Nothing was stored. To connect your own account, type ${login} in Slack and use your own button.`,
      ],
    },
    notProven: {
      title: 'We could not see that it is you',
      sentences: [
        'Slack did not tell us who you are. You may have said no there, or taken too long.',
        'Nothing was stored. Start again, and allow Kally to see who you are in Slack.',
      ],
    },
    slackAway: {
      title: 'Slack does not answer',
      sentences: [
        'Without Slack we cannot make sure that it is you. This is not your fault.',
        'Nothing was stored, and your link still works. Try again in a minute.',
      ],
    },
    notFromHere: {
      title: 'That click did not come from our page',
      sentences: [
        'To be safe, it was ignored. It also happens when you signed in a second time in another tab.',
        'Nothing was stored. Start again and press the button on the page that opens.',
      ],
    },
    cancelled: {
      title: 'Nothing was connected',
      sentences: [
        'You cancelled. Nothing was stored: what KallyAI sent us was thrown away.',
        'You can close this page. The button in Slack works for ten minutes, if you change your mind.',
      ],
    },
    notFound: {
      title: 'There is no such page',
      sentences: [
        'The address may be mistyped or cut off.',
        html`Type ${command} in Slack to start from there.`,
      ],
    },
    notAllowed: {
      title: 'This page does not work that way',
      sentences: ['Nothing was changed.', html`Type ${command} in Slack to start from there.`],
    },
    tooLarge: {
      title: 'That was too much text',
      sentences: [
        'What was sent is longer than anything this page needs.',
        'Nothing was changed. Go back and try again.',
      ],
    },
    tooMany: {
      title: 'One moment, please',
      sentences: [
        'Too many pages were opened from your address within a minute. Others who share it count as well.',
        'Nothing was changed, and your link still works. Load this page again in a moment.',
      ],
    },
    notAForm: {
      title: 'That could not be read',
      sentences: [
        'What was sent did not come from a form of ours.',
        'Nothing was changed. Go back and try again.',
      ],
    },
    failed: {
      title: 'Something went wrong on our side',
      sentences: [
        'This is not your fault, and it was noted.',
        html`Try again in a minute, or type ${command} in Slack to get a new button.`,
      ],
    },
  },
  confirm: {
    title: 'Connect KallyAI to Slack?',
    who: (person, workspace) =>
      html`<strong>${person}</strong> in the Slack workspace <strong>${workspace}</strong> will be able to place phone
      calls with this KallyAI account, and to read their results.`,
    onlyIf: 'Connect only if that is you, and you asked for it in Slack just now. Otherwise, cancel.',
    account: 'The account',
    noName: 'KallyAI does not tell us whose account it is, only this.',
    nothingSaid: 'KallyAI told us nothing about the account. It is the one you have just signed in with.',
    plan: 'Plan',
    planPeriod: (plan, period) => `${plan}, ${period}`,
    periods: new Map([
      ['monthly', 'monthly'],
      ['month', 'monthly'],
      ['yearly', 'yearly'],
      ['annual', 'yearly'],
      ['year', 'yearly'],
      ['weekly', 'weekly'],
    ]),
    noSubscription: 'no active subscription',
    minutes: 'Minutes left',
    leftOf: (left, of) => `${left} of ${of}`,
    calls: 'Calls left',
    nothingYet: html`Nothing is stored before you press Connect. ${logout} in Slack disconnects it again.`,
    connect: 'Connect',
    cancel: 'Cancel',
  },
  paste: {
    title: 'Connect KallyAI in three steps',
    intro: (person, workspace) =>
      html`This lets <strong>${person}</strong> in the Slack workspace <strong>${workspace}</strong> place phone calls
      with your KallyAI account.`,
    signIn: 'Sign in at KallyAI.',
    signInButton: 'Sign in at KallyAI',
    newTab: 'It opens in a new tab. Keep this one open.',
    copy: 'Copy the address of the page that does not load.',
    copyNote: (begins) =>
      html`After you sign in, your browser says that the page cannot be reached. That is as it should be. Copy its whole
      address from the address bar; it begins with <code>${begins}</code>`,
    bringBack: 'Come back to this tab and paste it here.',
    field: 'The address you copied',
    next: 'Next',
    secret: 'That address works like a password: paste it here and nowhere else, not in Slack either.',
    faults: {
      unreadable:
        'That is not the address we need. Copy all of it, from the page that did not load after you signed in.',
      otherSignIn:
        'That address is from another sign-in. Sign in again with step 1, and paste the new address.',
      refused: 'KallyAI says that you did not allow it. If you change your mind, sign in again with step 1.',
    },
  },
  code: {
    title: 'One last step, in Slack',
    goToSlack: html`Go back to Slack. Press <strong>Enter the code</strong> where you pressed Connect, or in Kally’s messages, and type:`,
    who: (person, workspace) =>
      html`This connects the account to <strong>${person}</strong> of the Slack workspace <strong>${workspace}</strong>.`,
    tellNobody:
      'Do not give this code to anybody. If somebody sent you the link to this page, they want to place calls with your account: press “This is not me”.',
    cancel: 'This is not me',
    nothingYet: 'Nothing is connected before the code is entered. It works for ten minutes.',
  },
  done: {
    title: 'Connected. Go back to Slack',
    sentences: [
      html`You can place phone calls from Slack now. Kally’s message there takes you on where you were; ${command} opens a new
      form.`,
      'You can close this page.',
    ],
  },
};

const es: Words = {
  startAgain: 'Empezar de nuevo',
  openSlack: 'Abrir Kally en Slack',
  reference: (reference) => `Si pides ayuda, da esta referencia: ${reference}`,
  explain: {
    unknown: {
      title: 'No conocemos este enlace',
      sentences: [
        'Puede que se cortara al copiarlo, o que lo hayamos olvidado porque tiene más de un día.',
        html`No ha cambiado nada. Escribe ${command} en Slack y tendrás un botón nuevo.`,
      ],
    },
    used: {
      title: 'Este enlace ya se ha usado',
      sentences: [
        'Cada enlace sirve para conectar una cuenta una sola vez. Si has sido tú hace un momento, KallyAI está conectado y puedes volver a Slack.',
        html`Ahora no ha cambiado nada. Para conectar otra cuenta, escribe ${conectar} en Slack.`,
      ],
    },
    old: {
      title: 'Este enlace ha caducado',
      sentences: [
        'Un enlace sirve durante diez minutos, para que nadie pueda usar uno que haya quedado por ahí.',
        html`No se ha guardado nada. Escribe otra vez tu comando ${command} en Slack y tendrás un botón nuevo.`,
      ],
    },
    otherBrowser: {
      title: 'Sigue en el mismo navegador',
      sentences: [
        'Esta página se ha abierto en un navegador distinto de aquel en el que empezaste, o tu navegador no guarda cookies.',
        'No se ha guardado nada. Vuelve a Slack, abre otra vez la dirección del botón e inicia sesión en ese mismo navegador.',
      ],
    },
    otherSignIn: {
      title: 'Esta respuesta es de otro inicio de sesión',
      sentences: [
        'Puede que empezaras dos veces, o que alguien te haya enviado su enlace. Por seguridad, la hemos descartado.',
        'No se ha guardado nada. Empieza de nuevo y termina en la misma pestaña.',
      ],
    },
    refused: {
      title: 'KallyAI no se ha conectado',
      sentences: [
        'KallyAI dice que no has dado permiso.',
        'No se ha guardado nada. Si cambias de idea, empieza de nuevo; el enlace sirve durante diez minutos.',
      ],
    },
    rejected: {
      title: 'KallyAI no ha aceptado el inicio de sesión',
      sentences: [
        'Puede que ya se hubiera usado o que haya tardado demasiado.',
        'No se ha guardado nada. Empieza de nuevo e inicia sesión otra vez.',
      ],
    },
    kallyAway: {
      title: 'KallyAI no responde',
      sentences: [
        'Estabas iniciando sesión cuando KallyAI dejó de responder. No es culpa tuya.',
        'No se ha guardado nada y tu enlace sigue sirviendo. Inténtalo dentro de un minuto.',
      ],
    },
    otherPerson: {
      title: 'Este enlace es para otra persona',
      sentences: [
        'En Slack has iniciado sesión como otra persona, no como la que pidió este enlace. Si alguien te lo ha enviado, cierra esta página: con tu cuenta podría hacer llamadas en tu nombre.',
        html`No se ha guardado nada. Para conectar tu propia cuenta, escribe ${conectar} en Slack y usa tu propio botón.`,
      ],
    },
    notProven: {
      title: 'No hemos podido comprobar que eres tú',
      sentences: [
        'Slack no nos ha dicho quién eres. Puede que allí no hayas dado permiso o que haya pasado demasiado tiempo.',
        'No se ha guardado nada. Empieza de nuevo y permite que Kally vea quién eres en Slack.',
      ],
    },
    slackAway: {
      title: 'Slack no responde',
      sentences: [
        'Sin Slack no podemos comprobar que eres tú. No es culpa tuya.',
        'No se ha guardado nada y tu enlace sigue sirviendo. Inténtalo dentro de un minuto.',
      ],
    },
    notFromHere: {
      title: 'Ese clic no venía de nuestra página',
      sentences: [
        'Por seguridad, no lo hemos tenido en cuenta. También ocurre si inicias sesión otra vez en otra pestaña.',
        'No se ha guardado nada. Empieza de nuevo y pulsa el botón de la página que se abra.',
      ],
    },
    cancelled: {
      title: 'No se ha conectado nada',
      sentences: [
        'Has cancelado. No se ha guardado nada: hemos descartado lo que nos envió KallyAI.',
        'Puedes cerrar esta página. El botón de Slack sirve durante diez minutos, por si cambias de idea.',
      ],
    },
    notFound: {
      title: 'Esta página no existe',
      sentences: [
        'Puede que la dirección esté mal escrita o cortada.',
        html`Escribe ${command} en Slack para empezar desde allí.`,
      ],
    },
    notAllowed: {
      title: 'Esta página no se usa así',
      sentences: ['No ha cambiado nada.', html`Escribe ${command} en Slack para empezar desde allí.`],
    },
    tooLarge: {
      title: 'Es demasiado texto',
      sentences: [
        'Lo que se ha enviado es más largo que cualquier cosa que necesite esta página.',
        'No ha cambiado nada. Vuelve atrás e inténtalo otra vez.',
      ],
    },
    tooMany: {
      title: 'Un momento, por favor',
      sentences: [
        'Desde tu dirección IP se han abierto demasiadas páginas en un minuto. También cuentan las de quienes la comparten.',
        'No ha cambiado nada y tu enlace sigue sirviendo. Vuelve a cargar esta página dentro de un momento.',
      ],
    },
    notAForm: {
      title: 'No hemos podido leerlo',
      sentences: [
        'Lo que se ha enviado no viene de un formulario nuestro.',
        'No ha cambiado nada. Vuelve atrás e inténtalo otra vez.',
      ],
    },
    failed: {
      title: 'Algo ha fallado por nuestra parte',
      sentences: [
        'No es culpa tuya y ha quedado anotado.',
        html`Inténtalo dentro de un minuto, o escribe ${command} en Slack y tendrás un botón nuevo.`,
      ],
    },
  },
  confirm: {
    title: '¿Conectar KallyAI con Slack?',
    who: (person, workspace) =>
      html`<strong>${person}</strong>, del espacio de trabajo <strong>${workspace}</strong> de Slack, podrá hacer llamadas
      con esta cuenta de KallyAI y leer sus resultados.`,
    onlyIf: 'Conéctala solo si esa persona eres tú y lo acabas de pedir en Slack. Si no, cancela.',
    account: 'La cuenta',
    noName: 'KallyAI no nos dice de quién es la cuenta, solo esto.',
    nothingSaid: 'KallyAI no nos ha dicho nada de la cuenta. Es con la que acabas de iniciar sesión.',
    plan: 'Plan',
    planPeriod: (plan, period) => `${plan}, ${period}`,
    periods: new Map([
      ['monthly', 'mensual'],
      ['month', 'mensual'],
      ['yearly', 'anual'],
      ['annual', 'anual'],
      ['year', 'anual'],
      ['weekly', 'semanal'],
    ]),
    noSubscription: 'sin suscripción activa',
    minutes: 'Minutos restantes',
    leftOf: (left, of) => `${left} de ${of}`,
    calls: 'Llamadas restantes',
    nothingYet: html`No se guarda nada hasta que pulses Conectar. Puedes desconectarla con ${desconectar} en Slack.`,
    connect: 'Conectar',
    cancel: 'Cancelar',
  },
  paste: {
    title: 'Conecta KallyAI en tres pasos',
    intro: (person, workspace) =>
      html`Así <strong>${person}</strong>, del espacio de trabajo <strong>${workspace}</strong> de Slack, podrá hacer
      llamadas con tu cuenta de KallyAI.`,
    signIn: 'Inicia sesión en KallyAI.',
    signInButton: 'Iniciar sesión en KallyAI',
    newTab: 'Se abre en otra pestaña. Deja esta abierta.',
    copy: 'Copia la dirección de la página que no carga.',
    copyNote: (begins) =>
      html`Cuando inicies sesión, tu navegador dirá que no puede abrir la página. Es lo normal. Copia la dirección entera
      de la barra de direcciones; empieza por <code>${begins}</code>`,
    bringBack: 'Vuelve a esta pestaña y pégala aquí.',
    field: 'La dirección que has copiado',
    next: 'Siguiente',
    secret: 'Esa dirección vale como una contraseña: pégala aquí y en ningún otro sitio, tampoco en Slack.',
    faults: {
      unreadable:
        'No es la dirección que necesitamos. Copia entera la de la página que no cargó tras iniciar sesión.',
      otherSignIn: 'Esa dirección es de otro inicio de sesión. Repite el paso 1 y pega la dirección nueva.',
      refused: 'KallyAI dice que no has dado permiso. Si cambias de idea, repite el paso 1.',
    },
  },
  code: {
    title: 'Un último paso, en Slack',
    goToSlack: html`Vuelve a Slack. Pulsa <strong>Escribir el código</strong> donde pulsaste Conectar, o en los mensajes de Kally, y escribe:`,
    who: (person, workspace) =>
      html`Así la cuenta queda conectada con <strong>${person}</strong>, del espacio de trabajo <strong>${workspace}</strong> de Slack.`,
    tellNobody:
      'No le digas este código a nadie. Si alguien te ha enviado el enlace a esta página, quiere hacer llamadas con tu cuenta: pulsa «No soy yo».',
    cancel: 'No soy yo',
    nothingYet: 'No se conecta nada hasta que escribas el código. Sirve durante diez minutos.',
  },
  done: {
    title: 'Conectado. Vuelve a Slack',
    sentences: [
      html`Ya puedes hacer llamadas desde Slack. El mensaje de Kally te lleva a donde lo dejaste; ${command} abre un
      formulario nuevo.`,
      'Puedes cerrar esta página.',
    ],
  },
};

export const words: Record<Language, Words> = { en, es };

/** The first of the browser's languages that we have. */
export function readLanguage(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', weight = ''] = part.trim().split(/;\s*q=/i);
    return { language: languageOfTag(tag), weight: weight === '' ? 1 : Number(weight) };
  });
  const [best] = asked
    .filter(({ language, weight }) => language && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return best?.language ?? 'en';
}
