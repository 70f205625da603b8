import type { Language } from '../../domain/language.ts';

/** What those who answer for a workspace read. */
const en = {
  title: 'Administration',
  notAdmin:
    'Only admins and owners of this workspace can do this. Where a whole organization has Kally, its own admins and owners can.',
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
    'Who had Kally call which number when, and what came of it, for as long as calls are kept. Numbers are masked. What was asked or said is never shown here.',
  openAudit: 'Show calls',
  auditTitle: 'Calls',
  empty: 'No calls are kept.',
  noMore: 'There are no more calls here.',
  newer: 'Newer calls',
  older: 'Older calls',
  file: 'Send me all as CSV',
  fileTitle: 'Calls of this workspace',
  fileComment:
    'Here are the calls of this workspace: who called which number when, and what came of it. Nobody else sees this file.',
  fileSent: 'The file is in your direct messages with Kally.',
  fileCut: (count: string) =>
    `It has the newest ${count} calls. Whoever runs Kally can list all of them with \`npm run audit\`.`,
  close: 'Close',
  lostPhone: 'number cannot be read',
};

type AdminWords = typeof en;

const es: AdminWords = {
  title: 'Administración',
  notAdmin:
    'Solo pueden hacerlo los administradores y propietarios de este espacio de trabajo. Donde toda una organización tiene Kally, los de la organización.',
  retention: '¿Durante cuántos días se guardan las llamadas?',
  retentionHint: (standard) =>
    `Cuando acaba una llamada, Kally guarda lo que se pidió y cómo acabó de 1 a 365 días y luego lo borra la noche siguiente. Si nadie decide otra cosa, son ${standard}. Los mensajes en Slack se quedan.`,
  retentionFault: 'Escribe un número entero del 1 al 365.',
  save: 'Guardar',
  cancel: 'Cancelar',
  saved: (days) => `Guardado. A partir de ahora, Kally borra las llamadas ${days} después de que acaben.`,
  savedNote: 'Lo que ya es más antiguo se borra la próxima noche y no se puede recuperar.',
  audit: 'Quién llamó a quién',
  auditIntro:
    'Quién hizo que Kally llamara a qué número y cuándo, y qué resultó, mientras se guardan las llamadas. Los números van ocultos. Lo que se pidió o se dijo no se muestra nunca aquí.',
  openAudit: 'Ver llamadas',
  auditTitle: 'Llamadas',
  empty: 'No hay ninguna llamada guardada.',
  noMore: 'Aquí no hay más llamadas.',
  newer: 'Llamadas más recientes',
  older: 'Llamadas anteriores',
  file: 'Enviármelas en CSV',
  fileTitle: 'Llamadas de este espacio de trabajo',
  fileComment:
    'Estas son las llamadas de este espacio de trabajo: quién llamó a qué número, cuándo, y qué resultó. Nadie más ve este archivo.',
  fileSent: 'El archivo está en tus mensajes directos con Kally.',
  fileCut: (count) =>
    `Tiene las ${count} llamadas más recientes. Quien se ocupa de Kally puede listarlas todas con \`npm run audit\`.`,
  close: 'Cerrar',
  lostPhone: 'no se puede leer el número',
};

export const adminWords: Record<Language, AdminWords> = { en, es };
