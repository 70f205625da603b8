import type { Language } from '../../domain/language.ts';

/** The businesses that Kally suggests to a whole workspace. */
const en = {
  title: 'Businesses',
  intro:
    'Kally suggests these in the form, and finds them by name where somebody types “call Luigi’s …”. They come from calls that arranged something and whose card everybody can read. People who do not want that turn it off in their preferences. Guests are not shown them.',
  empty: 'There are none yet.',
  called: (when: string) => `Last called: ${when}`,
  pinned: (when: string) => `📌 Pinned: ${when}`,
  removed: (when: string) => `Removed: ${when}`,
  by: (who: string) => `by ${who}`,
  edit: 'Edit…',
  pin: 'Pin',
  unpin: 'Unpin',
  remove: 'Remove',
  putBack: 'Put back',
  next: 'Next',
  previous: 'Previous',
  said: {
    pin: (name: string) => `${name} is pinned: Kally suggests it until an admin removes it.`,
    remove: (name: string) =>
      `${name} is removed: Kally no longer suggests it to others. People who called it themselves still find it.`,
    free: (name: string) => `Kally suggests ${name} again for as long as its calls are kept.`,
    edited: (name: string) => `Saved. Kally suggests ${name} like this from now on. It is pinned.`,
  },
  gone: 'This business is no longer in the list.',
  full: 'You can pin or remove 200 businesses. Unpin or put back another one first.',
  editTitle: 'Edit business',
  name: 'Name of the business',
  phone: 'Phone number',
  phoneHint: 'Calls that are already planned keep their number.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  nameMissing: 'Enter the name of the business.',
};

type BusinessWords = typeof en;

const es: BusinessWords = {
  title: 'Negocios',
  intro:
    'Kally los sugiere en el formulario y los encuentra por su nombre cuando alguien escribe «llama a Casa Pepe…». Vienen de llamadas que consiguieron lo que se pedía y cuya tarjeta puede leer todo el mundo. Quien no quiera compartir los suyos puede desactivarlo en sus preferencias. A los invitados no se les muestran.',
  empty: 'Todavía no hay ninguno.',
  called: (when) => `Última llamada: ${when}`,
  pinned: (when) => `📌 Fijado: ${when}`,
  removed: (when) => `Quitado: ${when}`,
  by: (who) => `por ${who}`,
  edit: 'Editar…',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  remove: 'Quitar',
  putBack: 'Recuperar',
  next: 'Siguientes',
  previous: 'Anteriores',
  said: {
    pin: (name) => `Has fijado ${name}: Kally lo sugerirá hasta que un administrador lo quite.`,
    remove: (name) =>
      `Has quitado ${name}: Kally ya no se lo sugiere a los demás. Quien lo haya llamado lo sigue encontrando.`,
    free: (name) => `Kally vuelve a sugerir ${name} mientras se guarden sus llamadas.`,
    edited: (name) => `Guardado. A partir de ahora, Kally sugiere ${name} con estos datos. Queda fijado.`,
  },
  gone: 'Este negocio ya no está en la lista.',
  full: 'Se pueden fijar o quitar 200 negocios. Antes tienes que dejar de fijar o recuperar otro.',
  editTitle: 'Editar negocio',
  name: 'Nombre del negocio',
  phone: 'Número de teléfono',
  phoneHint: 'Las llamadas ya programadas conservan su número.',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  nameMissing: 'Escribe el nombre del negocio.',
};

export const businessWords: Record<Language, BusinessWords> = { en, es };
