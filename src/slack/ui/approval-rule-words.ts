import type { ApprovalReason } from '../../domain/approval.ts';
import type { Language } from '../../domain/language.ts';

/** Which calls of a workspace need approval, and whose. */
const en = {
  noApproval: 'No call needs approval.',
  approval: {
    always: (who: string) => `Every call needs the approval of ${who}.`,
    new_number: (who: string) =>
      `Calls to numbers that nobody here has had called before need the approval of ${who}.`,
    outside_hours: (who: string) =>
      `Calls outside the hours in which Kally calls there need the approval of ${who}.`,
    many_attempts: (who: string, count: string) =>
      `Calls that Kally may try more often than ${count} need the approval of ${who}.`,
  } satisfies Record<ApprovalReason, unknown>,
  times: { one: () => 'once', other: (count: string) => `${count} times` },
  admins: 'an admin',
  ownApproval: 'Nobody approves their own calls.',
  noApprover: 'Nobody is named who could approve a call.',
};

const es: typeof en = {
  noApproval: 'No hace falta aprobar ninguna llamada.',
  approval: {
    always: (who) => `Todas las llamadas las tiene que aprobar ${who}.`,
    new_number: (who) =>
      `Las llamadas a números a los que aquí nadie ha llamado antes las tiene que aprobar ${who}.`,
    outside_hours: (who) =>
      `Las llamadas fuera de las horas a las que Kally llama allí las tiene que aprobar ${who}.`,
    many_attempts: (who, count) =>
      `Las llamadas que Kally puede intentar más de ${count} las tiene que aprobar ${who}.`,
  },
  times: { one: () => 'una vez', other: (count) => `${count} veces` },
  admins: 'un administrador',
  ownApproval: 'Nadie aprueba sus propias llamadas.',
  noApprover: 'No hay nadie elegido que pueda aprobar una llamada.',
};

export const approvalRuleWords: Record<Language, typeof en> = { en, es };
