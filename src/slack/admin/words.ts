import type { Language } from '../../domain/language.ts';

/** What those who answer for a workspace read. */
const en = {
  title: 'Administration',
  notAdmin:
    'Only admins and owners of this workspace can do this. If Kally is installed for a whole organization, only the admins and owners of the organization can.',
  retention: 'For how many days are calls kept?',
  retentionHint: (standard: string) =>
    `After a call is over, Kally keeps what was asked and how it ended for 1 to 365 days, and then deletes it in the next night. Unless an admin decides otherwise, it is ${standard}. Messages in Slack stay.`,
  retentionFault: 'Enter a whole number from 1 to 365.',
  save: 'Save',
  cancel: 'Cancel',
  saved: (days: string) => `Saved. From now on, Kally deletes calls ${days} after they are over.`,
  savedNote: 'What is older already is deleted in the coming night and cannot be brought back.',
  audit: 'Who called whom',
  auditIntro:
    'Who asked for each call, to which number, when, and what came of it, for as long as calls are kept. Numbers are masked. What was asked or said is never shown here.',
  openAudit: 'Show calls',
  auditTitle: 'Calls',
  empty: 'No calls are kept.',
  noMore: 'There are no more calls here.',
  newer: 'Newer calls',
  older: 'Older calls',
  file: 'Send me all of them as CSV',
  fileTitle: 'Calls of this workspace',
  fileComment:
    'Here are the calls of this workspace: who asked for each, to which number, when, and what came of it. Nobody else sees this file.',
  fileSent: 'The file is in your direct messages with Kally.',
  fileCut: (count: string) =>
    `It has the newest ${count} calls. Whoever runs Kally can list all of them with \`npm run audit\`.`,
  close: 'Close',
  lostPhone: 'unreadable number',
};

type AdminWords = typeof en;

const es: AdminWords = {
  title: 'Administración',
  notAdmin:
    'Solo pueden hacerlo los administradores y propietarios de este espacio de trabajo. Si Kally está instalado en toda la organización, los administradores de esta.',
  retention: '¿Durante cuántos días se guardan las llamadas?',
  retentionHint: (standard) =>
    `Cuando termina una llamada, Kally guarda entre 1 y 365 días lo que se pidió y cómo terminó, y lo borra la noche siguiente. Si ningún administrador decide otra cosa, son ${standard}. Los mensajes de Slack se quedan.`,
  retentionFault: 'Escribe un número entero del 1 al 365.',
  save: 'Guardar',
  cancel: 'Cancelar',
  saved: (days) => `Guardado. A partir de ahora, Kally borra las llamadas ${days} después de que terminen.`,
  savedNote: 'Lo que ya es más antiguo se borra la próxima noche y no se puede recuperar.',
  audit: 'Quién llamó a quién',
  auditIntro:
    'Quién pidió cada llamada, a qué número, cuándo y cómo terminó, mientras se guarden las llamadas. Los números aparecen ocultos. Aquí nunca se ve lo que se pidió ni lo que se dijo.',
  openAudit: 'Ver llamadas',
  auditTitle: 'Llamadas',
  empty: 'No hay ninguna llamada guardada.',
  noMore: 'Aquí no hay más llamadas.',
  newer: 'Llamadas más recientes',
  older: 'Llamadas anteriores',
  file: 'Enviármelas en CSV',
  fileTitle: 'Llamadas de este espacio de trabajo',
  fileComment:
    'Estas son las llamadas de este espacio de trabajo: quién pidió cada una, a qué número, cuándo y cómo terminó. Nadie más ve este archivo.',
  fileSent: 'El archivo está en tus mensajes directos con Kally.',
  fileCut: (count) =>
    `Contiene las ${count} llamadas más recientes. Quien administra Kally puede listarlas todas con \`npm run audit\`.`,
  close: 'Cerrar',
  lostPhone: 'número ilegible',
};

export const adminWords: Record<Language, AdminWords> = { en, es };
