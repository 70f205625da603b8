import type { Language } from '../domain/language.ts';

/** What Kally tells a person's assistant. What is wrong with a request, and how a call went, Slack's own words say. */
const en = {
  asked: (whom: string) =>
    `Nobody has been called yet. Kally asked the person in its own messages in Slack whether to call ${whom}; only their click there calls.`,
  confirmed: (whom: string) => `The person confirmed the call to ${whom}.`,
  discarded: (whom: string) => `The person discarded the call to ${whom}. Nobody was called.`,
  expired: (whom: string) => `Nobody confirmed the call to ${whom} within a day, so nobody was called.`,
  /** The same, as Slackbot shows it to the person. */
  shown: {
    waiting_for_confirmation: (whom: string) =>
      `Nobody has been called yet. Kally asks you in its messages whether to call ${whom}.`,
    confirmed: (whom: string) => `You confirmed the call to ${whom}.`,
    discarded: (whom: string) => `You discarded the call to ${whom}. Nobody was called.`,
    expired: (whom: string) => `You did not confirm the call to ${whom} within a day, so nobody was called.`,
  },
  open: 'Open in Slack',
  refused: 'Nothing was proposed, and nobody is called:',
  keyTaken:
    'This client_key was used for another request, which stands. For a new wish, use a new key. Nothing else was proposed.',
  capped:
    'Too many calls wait for this person, or were proposed to them within the hour. They can confirm or discard some in Slack. Nothing was proposed.',
  untold: 'Slack takes no message of Kally’s to this person, so nothing was proposed.',
  noCalls: 'There are no calls.',
  calls: (count: number) => (count === 1 ? '1 call:' : `${count} calls:`),
  transcript: {
    not_made: 'The call was not made, so there is no transcript.',
    not_yet: 'The transcript is not ready yet.',
    none: 'Nobody spoke, so there is no transcript.',
    not_allowed: 'The person’s sign-in at KallyAI does not allow reading transcripts.',
    shortened: 'Only the beginning: the transcript is very long.',
  },
  stop: {
    stopped: 'The call was stopped.',
    cancelled: 'The call was cancelled before anybody’s phone rang.',
  },
  denied: {
    gone: 'No call of this person has this id.',
    notYours: 'Only the person who asked for this call can do that.',
    off: 'The admins of this workspace do not allow that.',
    notApprover: 'This person may not approve calls in this workspace.',
    ownCall: 'Somebody else has to approve the calls of this person.',
    unsure: 'Slack does not say right now whether this person may do that. Try again in a minute.',
  },
  lacksScope: (scope: string) =>
    `The person did not let this assistant do that: its token lacks "${scope}". They can connect it again in Kally’s Home tab in Slack.`,
  stranger: 'Slack did not say for whom, or Kally is not installed in their workspace.',
  wait: (seconds: number) => `Too many requests. Wait ${seconds} seconds.`,
  broken: (reference: string) => `Something went wrong at Kally. Reference: ${reference}`,
};

const es: typeof en = {
  asked: (whom) =>
    `Todavía no se ha llamado a nadie. Kally ha preguntado a la persona, en sus mensajes de Slack, si llamar a ${whom}; solo se llama si lo confirma allí.`,
  confirmed: (whom) => `La persona ha confirmado la llamada a ${whom}.`,
  discarded: (whom) => `La persona ha descartado la llamada a ${whom}. No se ha llamado a nadie.`,
  expired: (whom) => `Nadie confirmó en un día la llamada a ${whom}, así que no se ha llamado a nadie.`,
  shown: {
    waiting_for_confirmation: (whom) =>
      `Todavía no se ha llamado a nadie. Kally te pregunta en sus mensajes si llamar a ${whom}.`,
    confirmed: (whom) => `Has confirmado la llamada a ${whom}.`,
    discarded: (whom) => `Has descartado la llamada a ${whom}. No se ha llamado a nadie.`,
    expired: (whom) => `No confirmaste en un día la llamada a ${whom}, así que no se ha llamado a nadie.`,
  },
  open: 'Abrir en Slack',
  refused: 'No se ha propuesto nada y no se llama a nadie:',
  keyTaken:
    'Esta client_key ya se usó para otra petición, que sigue en pie. Para otra cosa, usa otra clave. No se ha propuesto nada más.',
  capped:
    'Esta persona tiene demasiadas llamadas por confirmar, o se le han propuesto demasiadas en una hora. Puede confirmar o descartar algunas en Slack. No se ha propuesto nada.',
  untold: 'Slack no acepta mensajes de Kally para esta persona, así que no se ha propuesto nada.',
  noCalls: 'No hay llamadas.',
  calls: (count) => (count === 1 ? '1 llamada:' : `${count} llamadas:`),
  transcript: {
    not_made: 'La llamada no se hizo, así que no hay transcripción.',
    not_yet: 'La transcripción aún no está lista.',
    none: 'Nadie habló, así que no hay transcripción.',
    not_allowed: 'La sesión de la persona en KallyAI no permite leer transcripciones.',
    shortened: 'Solo el principio: la transcripción es muy larga.',
  },
  stop: {
    stopped: 'Se ha cortado la llamada.',
    cancelled: 'Se ha cancelado la llamada antes de que sonara ningún teléfono.',
  },
  denied: {
    gone: 'Ninguna llamada de esta persona tiene ese identificador.',
    notYours: 'Eso solo lo puede hacer quien pidió la llamada.',
    off: 'Los administradores de este espacio de trabajo no lo permiten.',
    notApprover: 'Esta persona no puede aprobar llamadas en este espacio de trabajo.',
    ownCall: 'Las llamadas de esta persona las tiene que aprobar alguien más.',
    unsure: 'Ahora mismo Slack no dice si esta persona puede hacerlo. Inténtalo dentro de un minuto.',
  },
  lacksScope: (scope) =>
    `La persona no ha permitido eso a este asistente: a su token le falta «${scope}». Puede conectarlo otra vez en la pestaña de inicio de Kally en Slack.`,
  stranger: 'Slack no ha dicho para quién, o Kally no está instalado en su espacio de trabajo.',
  wait: (seconds) => `Demasiadas peticiones. Espera ${seconds} segundos.`,
  broken: (reference) => `Algo ha fallado en Kally. Referencia: ${reference}`,
};

export const mcpWords: Record<Language, typeof en> = { en, es };
