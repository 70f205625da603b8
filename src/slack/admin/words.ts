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
  close: 'Close',
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
  close: 'Cerrar',
};

export const adminWords: Record<Language, AdminWords> = { en, es };
