import type { Language } from '../domain/language.ts';

type Explained = { title: string; sentences: readonly string[] };

/** Why a page of a call does not show it. */
export const reasons = [
  'expired',
  'fromSlack',
  'gone',
  'unsure',
  'notSignedIn',
  'slackAway',
  'tooOften',
] as const;
export type Reason = (typeof reasons)[number];

const en = {
  decided: 'Approval',
  transcript: 'Transcript',
  notForYou: 'What was said in this call is for whoever asked for it alone.',
  /** To people whose own account is not the one that is asked. */
  unreadable:
    'KallyAI does not give the transcript now. What is known of the conversation is in the call’s thread in Slack.',
  notOver: 'The transcript comes when the call is over. Load this page again then.',
  notStored: 'KallyAI keeps the transcript. Kally only shows it here, and stores none of it.',
  forYou: (until: string) =>
    `This page is for you alone. Its address shows nothing to others, and nothing in this browser after ${until}. To open it again, press the button in Slack again.`,
  forYouSignedIn:
    'This page is for you alone. Its address shows to others only what they may see themselves.',
  openSlack: 'Open Slack',
  again: 'Try again',
  explain: {
    expired: {
      title: 'This link is over',
      sentences: [
        'A link to a call works for ten minutes, so that nobody can use one that was left lying around.',
        'To get another, choose *Details* on the call’s card in Slack and press *Open the page*.',
      ],
    },
    fromSlack: {
      title: 'This page opens from Slack',
      sentences: [
        'This address alone shows nothing, because the page is only for people who see the call in Slack.',
        'Choose *Details* on the call’s card in Slack and press *Open the page*. Use the button’s whole address, in one browser that keeps cookies.',
      ],
    },
    gone: {
      title: 'There is no call here for you',
      sentences: [
        'It may no longer be kept, or be for others, or its card may be in a channel that you are not in.',
        'Your own calls are in Slack: type `/kally history`.',
      ],
    },
    unsure: {
      title: 'Slack does not answer',
      sentences: [
        'Without Slack, Kally cannot see whether this call is for you. That is not your fault.',
        'Load this page again in a minute.',
      ],
    },
    notSignedIn: {
      title: 'We could not see who you are',
      sentences: [
        'Slack did not tell us. Perhaps you did not allow it there, or it took too long.',
        'Try again, and allow Kally to see who you are in Slack.',
      ],
    },
    slackAway: {
      title: 'Slack does not answer',
      sentences: [
        'Without Slack, Kally cannot see who you are. That is not your fault.',
        'Try again in a minute.',
      ],
    },
    tooOften: {
      title: 'One moment, please',
      sentences: [
        'You have opened more pages of calls within a minute than Kally can ask Slack about.',
        'Load this page again in a moment.',
      ],
    },
  } satisfies Record<Reason, Explained>,
};
export type CallPageWords = Omit<typeof en, 'explain'> & { explain: Record<Reason, Explained> };

const es: CallPageWords = {
  decided: 'Aprobación',
  transcript: 'Transcripción',
  notForYou: 'Lo que se dijo en esta llamada es solo para quien la pidió.',
  unreadable:
    'KallyAI no da ahora la transcripción. Lo que se sabe de la conversación está en el hilo de la llamada, en Slack.',
  notOver: 'La transcripción llega cuando termina la llamada. Vuelve a cargar esta página entonces.',
  notStored: 'La transcripción la guarda KallyAI. Kally solo la muestra aquí y no guarda nada de ella.',
  forYou: (until) =>
    `Esta página es solo para ti. A otras personas su dirección no les enseña nada, y en este navegador tampoco después de las ${until}. Para volver a abrirla, pulsa otra vez el botón en Slack.`,
  forYouSignedIn:
    'Esta página es solo para ti. A otras personas su dirección solo les enseña lo que ellas pueden ver.',
  openSlack: 'Abrir Slack',
  again: 'Probar otra vez',
  explain: {
    expired: {
      title: 'Este enlace ha caducado',
      sentences: [
        'El enlace a una llamada sirve durante diez minutos, para que nadie pueda usar uno que haya quedado por ahí.',
        'Para tener otro, elige *Detalles* en la tarjeta de la llamada, en Slack, y pulsa *Abrir la página*.',
      ],
    },
    fromSlack: {
      title: 'Esta página se abre desde Slack',
      sentences: [
        'Esta dirección por sí sola no enseña nada, porque la página es solo para quienes ven la llamada en Slack.',
        'Elige *Detalles* en la tarjeta de la llamada, en Slack, y pulsa *Abrir la página*. Usa la dirección entera del botón, en un mismo navegador que guarde cookies.',
      ],
    },
    gone: {
      title: 'Aquí no hay ninguna llamada para ti',
      sentences: [
        'Puede que ya no esté guardada, que sea de otras personas o que su tarjeta esté en un canal en el que no estás.',
        'Tus llamadas están en Slack: escribe `/kally historial`.',
      ],
    },
    unsure: {
      title: 'Slack no responde',
      sentences: [
        'Sin Slack, Kally no puede comprobar si esta llamada es para ti. No es culpa tuya.',
        'Vuelve a cargar esta página dentro de un minuto.',
      ],
    },
    notSignedIn: {
      title: 'No hemos podido ver quién eres',
      sentences: [
        'Slack no nos lo ha dicho. Puede que allí no hayas dado permiso o que haya pasado demasiado tiempo.',
        'Prueba otra vez y permite que Kally vea quién eres en Slack.',
      ],
    },
    slackAway: {
      title: 'Slack no responde',
      sentences: [
        'Sin Slack, Kally no puede ver quién eres. No es culpa tuya.',
        'Prueba otra vez dentro de un minuto.',
      ],
    },
    tooOften: {
      title: 'Un momento, por favor',
      sentences: [
        'Has abierto en un minuto más páginas de llamadas de las que Kally puede consultar a Slack.',
        'Vuelve a cargar esta página dentro de un momento.',
      ],
    },
  },
};

export const callPageWords: Record<Language, CallPageWords> = { en, es };
