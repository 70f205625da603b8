import type { Language } from '../../domain/language.ts';

/** What a step of a workflow answers. Whoever made the workflow reads it, and so may others to whom it passes it on. */
const en = {
  asked: (whom: string) => `Kally asked them to confirm the call to ${whom}.`,
  discarded: 'The person who was asked discarded the call, so nobody was called.',
  expired: 'Nobody confirmed the call within a day, so nobody was called.',
  untold: 'Slack takes no message of Kally’s to this person, so nobody was asked.',
  gone: 'The call is not kept any more, so Kally cannot say what came of it.',
  refused: 'The call was confirmed, but it was not made. Kally told the person why.',
  cancelled: 'The call was taken back before anybody’s phone rang.',
  unknown: 'KallyAI did not say whether the call was made. Ask the business before you call again.',
  capped: 'This person was asked to confirm many calls already. Try again in an hour.',
  noPerson: 'The step does not say who confirms the call. Choose a person in this workspace.',
  unreadable: 'The step’s values cannot be read. Each is a text of at most 2,000 characters.',
  blocked: (why: string) => `Kally does not suggest this call: ${why}`,
};

const es: typeof en = {
  asked: (whom) => `Kally le ha pedido que confirme la llamada a ${whom}.`,
  discarded: 'La persona a la que se le pidió ha descartado la llamada, así que no se ha llamado a nadie.',
  expired: 'Nadie confirmó la llamada en un día, así que no se ha llamado a nadie.',
  untold: 'Slack no deja que Kally escriba a esta persona, así que no se le ha pedido nada.',
  gone: 'La llamada ya no está guardada, así que Kally no puede decir en qué quedó.',
  refused: 'La llamada se confirmó, pero no se hizo. Kally le ha dicho a la persona por qué.',
  cancelled: 'La llamada se canceló antes de que sonara ningún teléfono.',
  unknown: 'KallyAI no ha dicho si la llamada se hizo. Pregunta al negocio antes de volver a llamar.',
  capped: 'A esta persona ya se le ha pedido que confirme muchas llamadas. Inténtalo dentro de una hora.',
  noPerson: 'El paso no dice quién confirma la llamada. Elige a una persona de este espacio de trabajo.',
  unreadable: 'No se pueden leer los valores del paso. Cada uno es un texto de 2000 caracteres como mucho.',
  blocked: (why) => `Kally no propone esta llamada: ${why}`,
};

export const stepWords: Record<Language, typeof en> = { en, es };
