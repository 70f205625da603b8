import type { Language } from '../domain/language.ts';
import { type Html, html } from '../web/html.ts';

/** Why a workspace did not get the app. */
export type NotInstalled = 'cancelled' | 'startOver' | 'failed';

type Words = {
  landing: { title: string; sentences: readonly Html[]; add: string; scopes: string; leaving: Html };
  installed: {
    title: (workspace: string) => string;
    sentences: readonly Html[];
    open: string;
  };
  notInstalled: Record<NotInstalled, { title: string; sentences: readonly Html[] }>;
  tryAgain: string;
};

const command = html`<code>/kally</code>`;

const en: Words = {
  landing: {
    title: 'Have Kally phone for you',
    sentences: [
      html`Type ${command} in Slack, fill in a short form, and KallyAI, an AI phone assistant, calls the business: a table for
four, an appointment at the clinic, a question to a hotel. The outcome and the transcript appear in a thread.`,
      html`Every person connects a KallyAI account of their own, and nothing is dialled without their click.`,
    ],
    add: 'Add to Slack',
    scopes:
      'Kally asks to post messages and files of its own, and to see the names of channels and people. It does not read what people write.',
    leaving: html`Remove the app in Slack, and everything about your workspace is deleted here.`,
  },
  installed: {
    title: (workspace) => `Kally was added to ${workspace}`,
    sentences: [
      html`Go to Slack and type ${command} in any channel. Everybody in the workspace can use it.`,
      html`The first time, each person connects a KallyAI account of their own.`,
    ],
    open: 'Open Slack',
  },
  notInstalled: {
    cancelled: {
      title: 'Kally was not added to Slack',
      sentences: [html`You did not allow it, or your workspace asks an admin first. Nothing was changed.`],
    },
    startOver: {
      title: 'Please start again',
      sentences: [
        html`This page belongs to an installation that was begun more than ten minutes ago, in another browser, or that is
finished already. Nothing was changed now.`,
      ],
    },
    failed: {
      title: 'Kally was not added to Slack',
      sentences: [
        html`Slack did not let the installation come to its end. Nothing was changed. Please try again.`,
      ],
    },
  },
  tryAgain: 'Start again',
};

const es: Words = {
  landing: {
    title: 'Kally llama por ti',
    sentences: [
      html`Escribe ${command} en Slack, rellena un formulario breve y KallyAI, un asistente telefónico con IA, llama al negocio:
una mesa para cuatro, una cita en la clínica, una pregunta a un hotel. El resultado y la transcripción aparecen en un hilo.`,
      html`Cada persona conecta su propia cuenta de KallyAI y no se marca ningún número sin su clic.`,
    ],
    add: 'Añadir a Slack',
    scopes:
      'Kally pide permiso para publicar sus propios mensajes y archivos y para ver los nombres de canales y personas. No lee lo que escribe la gente.',
    leaving: html`Si quitas la aplicación en Slack, aquí se borra todo lo de tu espacio de trabajo.`,
  },
  installed: {
    title: (workspace) => `Kally se ha añadido a ${workspace}`,
    sentences: [
      html`Vuelve a Slack y escribe ${command} en cualquier canal. Puede usarlo todo el espacio de trabajo.`,
      html`La primera vez, cada persona conecta su propia cuenta de KallyAI.`,
    ],
    open: 'Abrir Slack',
  },
  notInstalled: {
    cancelled: {
      title: 'Kally no se ha añadido a Slack',
      sentences: [
        html`No has dado permiso, o en tu espacio de trabajo tiene que aprobarlo antes un administrador. No ha cambiado nada.`,
      ],
    },
    startOver: {
      title: 'Empieza de nuevo',
      sentences: [
        html`Esta página es de una instalación que empezó hace más de diez minutos o en otro navegador, o que ya ha terminado. No ha
cambiado nada.`,
      ],
    },
    failed: {
      title: 'Kally no se ha añadido a Slack',
      sentences: [html`Slack no ha dejado terminar la instalación. No ha cambiado nada. Inténtalo de nuevo.`],
    },
  },
  tryAgain: 'Empezar de nuevo',
};

export const words: Record<Language, Words> = { en, es };
