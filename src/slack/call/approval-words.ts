import type { ApprovalReason } from '../../domain/approval.ts';
import type { Language } from '../../domain/language.ts';

/** A call that somebody else has to approve. */
const en = {
  short: 'Waiting for approval',
  /** With the names of those who may approve it. */
  waiting: (who: string, until: string) => `Waiting for ${who}’s approval until ${until}`,
  waitingForAnybody: (until: string) => `Waiting for approval until ${until}`,
  either: (first: string, last: string) => `${first} or ${last}`,
  others: { one: '1 other', other: (count: string) => `${count} others` },
  notBefore: 'Nothing is dialled before that.',
  planned: (when: string) => `Once approved, Kally calls ${when}.`,
  declinedBy: (who: string, reason: string) => `${who} declined it: ${reason}`,
  ask: (who: string, whom: string) => `${who} asks you to approve a call to ${whom}`,
  reminder: (who: string, whom: string) => `${who} still waits for your approval of a call to ${whom}`,
  somebody: 'Somebody',
  because: {
    always: 'The rules of this workspace want every call approved.',
    new_number: 'Nobody in this workspace has had this number called before.',
    outside_hours: 'It is outside the hours in which Kally calls there.',
    many_attempts: 'Kally may try several times.',
  } satisfies Record<ApprovalReason, string>,
  facts: {
    task: 'What Kally asks',
    wishes: 'What else KallyAI is told',
    number: 'Number',
    details: 'Details',
    when: 'When',
    attempts: 'Tries',
    cost: 'Cost',
    until: 'Answer by',
  },
  now: 'As soon as you approve',
  /** A moment on the reader's clock, and on that of the business. */
  bothClocks: (yours: string, theirs: string, place: string) => `${yours} your time (${theirs} in ${place})`,
  atMost: { one: 'Once', other: (count: string) => `${count} at most` },
  costs: (amount: string) => `About ${amount} KallyAI credits for each try, from the requester’s account`,
  costsPlan: 'One call for each try, from the requester’s KallyAI account',
  approve: { label: 'Approve', spoken: (who: string) => `Approve the call to ${who}` },
  decline: { label: 'Decline…', spoken: (who: string) => `Decline… the call to ${who}` },
  declineForm: {
    title: 'Decline the call',
    submit: 'Decline',
    intro: (who: string) => `Nothing will be dialled. Whoever asked for the call to ${who} reads why.`,
    reason: 'Why?',
    missing: 'Say why, in a few words.',
    long: (most: string) => `Say it in ${most} characters at most.`,
    underWay: 'Declining it…',
    done: 'Declined. Nothing is dialled.',
  },
  /** What was decided, and by whom. */
  outcomes: {
    approved: (who: string, when: string) => `Approved by ${who}, ${when}`,
    approvedBySomebody: (when: string) => `Approved, ${when}`,
    declined: (who: string, when: string) => `Declined by ${who}, ${when}`,
    declinedBySomebody: (when: string) => `Declined, ${when}`,
    expired: 'Nobody answered in time. Nothing was dialled.',
    withdrawn: 'It was taken back. Nothing was dialled.',
  },
  over: 'This is not waiting for approval any more.',
  altered: 'The call is not what you read any more. Kally asks again with what it is now.',
};

export type ApprovalWords = typeof en;

const es: ApprovalWords = {
  short: 'Pendiente de aprobación',
  waiting: (who, until) => `Esperando la aprobación de ${who} hasta las ${until}`,
  waitingForAnybody: (until) => `Esperando aprobación hasta las ${until}`,
  either: (first, last) => `${first} o ${last}`,
  others: { one: '1 más', other: (count) => `${count} más` },
  notBefore: 'Antes no se marca ningún número.',
  planned: (when) => `Cuando se apruebe, Kally llama ${when}.`,
  declinedBy: (who, reason) => `${who} la ha rechazado: ${reason}`,
  ask: (who, whom) => `${who} te pide que apruebes una llamada a ${whom}`,
  reminder: (who, whom) => `${who} sigue esperando que apruebes una llamada a ${whom}`,
  somebody: 'Alguien',
  because: {
    always: 'Las reglas de este espacio de trabajo piden que se apruebe cada llamada.',
    new_number: 'Nadie de este espacio de trabajo había llamado antes a este número.',
    outside_hours: 'Es fuera de las horas a las que Kally llama allí.',
    many_attempts: 'Kally puede intentarlo varias veces.',
  },
  facts: {
    task: 'Qué pide Kally',
    wishes: 'Qué más se le dice a KallyAI',
    number: 'Número',
    details: 'Datos',
    when: 'Cuándo',
    attempts: 'Intentos',
    cost: 'Coste',
    until: 'Responder antes de',
  },
  now: 'En cuanto la apruebes',
  bothClocks: (yours, theirs, place) => `${yours}, tu hora (${theirs} en ${place})`,
  atMost: { one: 'Una vez', other: (count) => `${count} como mucho` },
  costs: (amount) => `Unos ${amount} créditos de KallyAI por intento, de la cuenta de quien la pide`,
  costsPlan: 'Una llamada por intento, de la cuenta de KallyAI de quien la pide',
  approve: { label: 'Aprobar', spoken: (who) => `Aprobar la llamada a ${who}` },
  decline: { label: 'Rechazar…', spoken: (who) => `Rechazar… la llamada a ${who}` },
  declineForm: {
    title: 'Rechazar la llamada',
    submit: 'Rechazar',
    intro: (who) => `No se marcará ningún número. Quien pidió la llamada a ${who} leerá por qué.`,
    reason: '¿Por qué?',
    missing: 'Di por qué en pocas palabras.',
    long: (most) => `Dilo en ${most} caracteres como mucho.`,
    underWay: 'Rechazándola…',
    done: 'Rechazada. No se marca ningún número.',
  },
  outcomes: {
    approved: (who, when) => `Aprobada por ${who}, ${when}`,
    approvedBySomebody: (when) => `Aprobada, ${when}`,
    declined: (who, when) => `Rechazada por ${who}, ${when}`,
    declinedBySomebody: (when) => `Rechazada, ${when}`,
    expired: 'Nadie respondió a tiempo. No se ha marcado ningún número.',
    withdrawn: 'Se retiró. No se ha marcado ningún número.',
  },
  over: 'Esta llamada ya no espera aprobación.',
  altered: 'La llamada ya no es la que leíste. Kally vuelve a preguntar con lo que es ahora.',
};

export const approvalWords: Record<Language, ApprovalWords> = { en, es };
