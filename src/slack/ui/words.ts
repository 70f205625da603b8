import type { Language } from '../../domain/language.ts';

/** Words of all views: labels, and what is wrong with a field. */
const en = {
  title: 'Make a phone call',
  cancel: 'Cancel',
  close: 'Close',
  momentTitle: 'One moment',
  moment: 'Getting your form ready…',
  notOpened: 'The form could not be opened, and nothing was called. Please type `/kally` again in a moment.',
  broken: 'Something went wrong on our side. Please try again in a moment.',
  fileComing: 'Your file is on its way.',
  fileRefused:
    'Slack did not take the file. Ask an admin of this workspace whether apps may upload files, and then try again.',
  categories: {
    restaurant: 'A restaurant',
    clinic: 'A clinic or a doctor',
    hotel: 'A hotel',
    general: 'Another business',
  },
  callLanguages: { en: 'English', es: 'Spanish' },
  faults: {
    phone_missing: 'Enter the number to call.',
    phone_unreadable:
      'This is not a number that can be called. Check the digits, or start with + and the country code: +44 20 7946 0958.',
    phone_two: 'These are two numbers: which one? Leave only that one here.',
    phone_extension: 'Only the number fits here. Put the extension or code into what Kally should ask.',
    phone_needs_country: 'Start with + and the country code, for example +44 20 7946 0958.',
    phone_emergency: 'This is an emergency number. Kally cannot call it: dial it yourself, now.',
    phone_short: 'This number is too short. Enter the full number, with its area code.',
    phone_premium: 'Kally does not call premium-rate numbers. Look for the business’s ordinary number.',
    category_missing: 'Choose who you are calling.',
    task_too_short: 'Say a little more: at least 10 characters.',
    task_too_long: 'This is too long. Shorten it to 1,000 characters.',
    business_too_long: 'Shorten the name to 200 characters.',
    name_too_long: 'Shorten the name to 100 characters.',
    party_size_out_of_range: 'Enter a whole number from 1 to 50.',
    date_unreadable: 'Choose a date.',
    date_past: 'This date has passed. Choose today or a later day.',
    time_unreadable: 'Choose a time.',
    time_past: 'This time has passed. Choose a later time or another day.',
    time_without_date: 'Choose the date that goes with the time.',
    zone_missing: 'Choose by which clock they live: the number does not tell.',
    never_open: 'The number may be in zones that are never awake at once. Choose a time, and the zone.',
    other_time_without_time: 'Choose the time that it should be near, or “Ask me first”.',
    other_time_without_date: 'Choose the date that it is about, or “Ask me first”.',
    wishes_too_long: 'Shorten this to 300 characters.',
    due_unreadable: 'Choose a date and a time to call.',
    due_zone_unknown: 'Kally does not know this time zone. Choose another.',
    due_past: 'It is later than that there already. Choose a later time, or another day.',
    due_too_far: 'Kally plans calls for the next 90 days. Choose an earlier day.',
    due_skipped: 'The clocks go forward there that night, and this time does not exist. Choose another.',
    due_repeated:
      'The clocks go back there that night, and this time comes twice. Choose which one is meant.',
  },
};

const es: typeof en = {
  title: 'Hacer una llamada',
  cancel: 'Cancelar',
  close: 'Cerrar',
  momentTitle: 'Un momento',
  moment: 'Preparando el formulario…',
  notOpened:
    'No se ha podido abrir el formulario y no se ha llamado a nadie. Escribe `/kally` otra vez dentro de un momento.',
  broken: 'Algo ha fallado por nuestra parte. Inténtalo otra vez dentro de un momento.',
  fileComing: 'Tu archivo está en camino.',
  fileRefused:
    'Slack no ha aceptado el archivo. Pregunta a quien administra este espacio de trabajo si las aplicaciones pueden subir archivos y luego inténtalo otra vez.',
  categories: {
    restaurant: 'Un restaurante',
    clinic: 'Una clínica o un médico',
    hotel: 'Un hotel',
    general: 'Otro negocio',
  },
  callLanguages: { en: 'Inglés', es: 'Español' },
  faults: {
    phone_missing: 'Escribe el número al que hay que llamar.',
    phone_unreadable:
      'A este número no se puede llamar. Revisa las cifras o empieza por + y el prefijo del país: +34 912 34 56 78.',
    phone_two: 'Son dos números: ¿cuál de los dos? Deja aquí solo ese.',
    phone_extension:
      'Aquí solo cabe el número. Pon la extensión o el código en lo que Kally tiene que preguntar.',
    phone_needs_country: 'Empieza por + y el prefijo del país, por ejemplo +34 912 34 56 78.',
    phone_emergency: 'Es un número de emergencias. Kally no puede llamar: márcalo tú, ahora mismo.',
    phone_short: 'El número es demasiado corto. Escríbelo entero, con su prefijo.',
    phone_premium: 'Kally no llama a números de tarificación especial. Busca el teléfono normal del negocio.',
    category_missing: 'Elige a quién llamamos.',
    task_too_short: 'Cuenta un poco más: al menos 10 caracteres.',
    task_too_long: 'Es demasiado largo. Acórtalo a 1000 caracteres.',
    business_too_long: 'Acorta el nombre a 200 caracteres.',
    name_too_long: 'Acorta el nombre a 100 caracteres.',
    party_size_out_of_range: 'Escribe un número entero del 1 al 50.',
    date_unreadable: 'Elige una fecha.',
    date_past: 'Esa fecha ya ha pasado. Elige hoy u otro día.',
    time_unreadable: 'Elige una hora.',
    time_past: 'Esa hora ya ha pasado. Elige otra hora u otro día.',
    time_without_date: 'Elige la fecha que va con la hora.',
    zone_missing: 'Elige por qué hora se rigen: el número no lo dice.',
    never_open:
      'El número puede ser de zonas en las que nunca es de día a la vez. Elige una hora y la zona horaria.',
    other_time_without_time: 'Elige la hora a la que debe acercarse, o «Preguntarme antes».',
    other_time_without_date: 'Elige la fecha de la que se trata, o «Preguntarme antes».',
    wishes_too_long: 'Acórtalo a 300 caracteres.',
    due_unreadable: 'Elige una fecha y una hora para llamar.',
    due_zone_unknown: 'Kally no conoce esta zona horaria. Elige otra.',
    due_past: 'Allí ya es más tarde. Elige una hora posterior u otro día.',
    due_too_far: 'Kally programa llamadas para los próximos 90 días. Elige un día anterior.',
    due_skipped: 'Esa noche se adelantan allí los relojes y esa hora no existe. Elige otra.',
    due_repeated: 'Esa noche se atrasan allí los relojes y esa hora se repite. Elige cuál de las dos es.',
  },
};

export const uiWords: Record<Language, typeof en> = { en, es };
