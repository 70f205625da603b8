import type { Language } from '../../domain/language.ts';
import type { ProposerKind } from '../../domain/proposal.ts';

/** A call that something else proposes, in Kally's messages. */
const en = {
  /** Who proposes; the name is their own word for themselves. */
  proposers: {
    mcp: (name: string) => (name ? `${name}, which you connected,` : 'An assistant that you connected'),
    slackbot: () => 'Slackbot',
    workflow: (name: string) => (name ? `The workflow ${name}` : 'A workflow'),
  } satisfies Record<ProposerKind, (name: string) => string>,
  proposes: (who: string) => `${who} suggests this call`,
  proposed: (who: string, whom: string) => `${who} suggested a call to ${whom}`,
  task: 'What to ask or arrange',
  category: 'Who to call',
  partySize: 'People',
  when: 'When to call',
  whenOpen: 'when they can be called',
  there: (date: string, time: string) => `${date}, ${time} on their clock`,
  result: 'Result',
  review: 'Review and call',
  reviewCallTo: (whom: string) => `Review and call ${whom}`,
  discard: 'Discard',
  discardCallTo: (whom: string) => `Discard the call to ${whom}`,
  notYet: (until: string) =>
    `Nobody is called until you confirm it in the form. This suggestion ends ${until}.`,
  called: (where: string) => `You confirmed it. Its card is in ${where}.`,
  calledAlone: 'You confirmed it. Its card is here, in your messages with Kally.',
  calledBefore: 'You confirmed it. That call is no longer kept.',
  discarded: 'You discarded it. Nobody was called.',
  expired: 'Nobody confirmed it within a day, so nobody was called.',
  /** Where a button was pressed. */
  sorry: {
    called: 'You confirmed this suggestion already: its call has a card of its own.',
    discarded: 'You discarded this suggestion. Type `/kally` to make the call.',
    expired: 'This suggestion has expired. Type `/kally` to make the call.',
    gone: 'This suggestion is no longer kept. Type `/kally` to make the call.',
  },
};

const es: typeof en = {
  proposers: {
    mcp: (name) => (name ? `${name}, que tú has conectado,` : 'Un asistente que tú has conectado'),
    slackbot: () => 'Slackbot',
    workflow: (name) => (name ? `El flujo de trabajo ${name}` : 'Un flujo de trabajo'),
  },
  proposes: (who) => `${who} propone esta llamada`,
  proposed: (who, whom) => `${who} propuso una llamada a ${whom}`,
  task: 'Qué preguntar o gestionar',
  category: 'A quién llamamos',
  partySize: 'Personas',
  when: 'Cuándo llamar',
  whenOpen: 'cuando se les pueda llamar',
  there: (date, time) => `${date}, ${time}, hora de allí`,
  result: 'Resultado',
  review: 'Revisar y llamar',
  reviewCallTo: (whom) => `Revisar y llamar a ${whom}`,
  discard: 'Descartar',
  discardCallTo: (whom) => `Descartar la llamada a ${whom}`,
  notYet: (until) =>
    `No se llama a nadie hasta que lo confirmas en el formulario. La propuesta caduca ${until}.`,
  called: (where) => `La has confirmado. Su tarjeta está en ${where}.`,
  calledAlone: 'La has confirmado. Su tarjeta está aquí, en tus mensajes con Kally.',
  calledBefore: 'La has confirmado. Esa llamada ya no está guardada.',
  discarded: 'La has descartado. No se ha llamado a nadie.',
  expired: 'Nadie la confirmó en un día, así que no se ha llamado a nadie.',
  sorry: {
    called: 'Ya has confirmado esta propuesta: su llamada tiene su propia tarjeta.',
    discarded: 'Has descartado esta propuesta. Escribe `/kally` para hacer la llamada.',
    expired: 'Esta propuesta ha caducado. Escribe `/kally` para hacer la llamada.',
    gone: 'Esta propuesta ya no está guardada. Escribe `/kally` para hacer la llamada.',
  },
};

export const proposalWords: Record<Language, typeof en> = { en, es };
