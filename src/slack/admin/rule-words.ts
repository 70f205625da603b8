import type { ApprovalReason } from '../../domain/approval.ts';
import type { Language } from '../../domain/language.ts';

/** The rules of a workspace: what admins decide, and what everybody reads of it. */
const en = {
  title: 'Rules',
  intro: 'Who may have Kally call, where to, how often, and who reads what comes of it.',
  heading: '*Rules of this workspace*',
  pages: {
    callers: 'Who may call',
    places: 'Countries, channels',
    hours: 'Calling hours',
    amounts: 'How many calls',
    privacy: 'Privacy',
    approval: 'Approval',
    digest: 'Daily digest',
  },
  list: 'Do-not-call list',
  changes: 'Changes',
  administer: 'Administration',
  preview: '*What people in this workspace read of it*',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  saved:
    'Saved. It counts for every call that is confirmed from now on, and for calls that are still waiting.',
  moved: (who: string, when: string) =>
    `Nothing of yours was saved: ${who} changed the rules meanwhile, ${when}. This is what they are now.`,
  movedBySomebody:
    'Nothing of yours was saved: somebody changed the rules meanwhile. This is what they are now.',
  somebody: 'somebody',

  who: 'Who may have Kally call?',
  whos: {
    everybody: 'Everybody, guests too',
    members: 'Everybody but guests',
    named: 'Only these people',
  },
  people: 'Which people?',
  peopleHint: 'Add yourself too, or you could not call either.',
  countries: 'Which countries may be called?',
  countriesHint: 'Leave it empty for all countries that KallyAI calls.',
  countriesExample: 'Type the name of a country',
  channels: 'In which channels may results be posted?',
  channelsHint: 'Leave it empty for all. Everybody can always have results for themselves alone.',
  hoursHint:
    'By the clock of the place that is called. At other times, Kally asks before it calls, and offers the next time within these hours.',
  hoursDays: 'On which days may phones ring?',
  hoursFrom: 'From',
  hoursUntil: 'Until',
  amountHint: 'Leave it empty for no limit. A call that was never dialled does not count.',
  perPerson: 'Calls within 24 hours for each person',
  perWorkspace: 'Calls within 24 hours for the whole workspace',
  perNumber: 'Calls within 24 hours to one number',
  privateCategories: 'Whose results go to the requester alone, unless they choose otherwise?',
  recordings: 'May requesters listen to recordings?',
  recordingChoices: { on: 'Yes', off: 'No, recordings are off' },
  transcripts: 'Who reads what was said?',
  transcriptChoices: { off: 'As the requester chose', on: 'The requester alone' },
  approvalWhen: 'Which calls must somebody else approve?',
  approvalHint: 'Choose none, and no call needs approval.',
  approvalChoices: {
    always: 'Every call',
    new_number: 'To numbers that nobody here has had called before',
    outside_hours: 'Outside the hours in which Kally calls there',
    many_attempts: 'That Kally may try more often than…',
  } satisfies Record<ApprovalReason, string>,
  approvalAttempts: 'More often than how many times?',
  approvers: 'Who approves?',
  approverKinds: { admins: 'The admins', named: 'These people' },
  approverPeople: 'Which people?',
  approverHint: 'Name at least two: nobody approves their own calls.',

  digestChannels: 'Which channels are told once a day what their calls came to?',
  digestHint:
    'In numbers, and only of calls whose card stands in that channel: never of anybody’s private calls. A channel without calls is told nothing.',
  digestAt: 'At what time, on your clock?',

  faults: {
    nobody: 'Name at least one person, or nobody could call any more.',
    author_left_out: 'You are not among them. Add yourself, or you could not call either.',
    too_many: (most: string) => `At most ${most} can be listed.`,
    no_such_country: (code: string) => `There is no country "${code}". Choose one from the list.`,
    hours_no_day: 'Choose at least one day on which Kally calls.',
    hours_never: 'This is not after the beginning, so no phone could ring.',
    hours_too_wide: (usual: string) => `Kally may call here from ${usual} only. Choose times within that.`,
    hours_unreadable: 'Kally cannot read these days and times. Choose them again.',
    more_than_workspace:
      'This is more than the whole workspace may call. Lower it, or raise the other number.',
    not_a_number: (most: string) => `Enter a whole number from 1 to ${most}, or leave it empty.`,
    no_approver: 'Name at least one person, or no call could be approved.',
    only_author_approves: 'Name somebody else too: nobody approves their own calls.',
    cannot_approve: 'Guests, bots and people who left cannot approve calls. Choose somebody else.',
    attempts_range: 'Enter 1 or 2: Kally tries three times at most.',
    cannot_post: 'Kally cannot post in one of the new channels. Invite it there with /invite @Kally first.',
    no_results_there: 'Your rules allow no results in one of these channels. Allow it there first.',
    reason_missing: 'Say why, in a few words: other admins will read it.',
    reason_long: (most: string) => `Say it in ${most} characters at most.`,
  },

  lines: {
    who: {
      everybody: 'Everybody may have Kally call, guests too.',
      members: 'Everybody but guests may have Kally call.',
    },
    named: (people: string) => `These people may have Kally call: ${people}.`,
    noOne: 'Nobody is named, so nobody may have Kally call.',
    allCountries: 'Every country may be called that KallyAI calls.',
    countries: (names: string) => `Only these countries may be called: ${names}.`,
    allChannels: 'Results may be posted in every channel in which Kally can post.',
    channels: (names: string) => `Results may be posted in ${names}, or for the requester alone.`,
    usualHours: 'At night there, Kally asks before it calls.',
    allHours: 'Kally calls at any hour.',
    everyDay: 'every day',
    hours: (days: string, from: string, until: string) =>
      `Kally calls ${days} from ${from} to ${until}, by the clock of the place that is called. At other times it asks first.`,
    noLimit: 'Calls within 24 hours are not counted.',
    perPerson: (count: string) => `Calls within 24 hours for each person: ${count} at most.`,
    perWorkspace: (count: string) => `Calls within 24 hours for the whole workspace: ${count} at most.`,
    perNumber: (count: string) => `Calls within 24 hours to one number: ${count} at most.`,
    noDigest: 'No channel is told every day what its calls came to.',
    digest: (channels: string, time: string, place: string) =>
      `Every day at ${time} (${place} time), Kally tells ${channels} in numbers what the calls there came to.`,
    privateCategories: (names: string) =>
      `These results go to the requester alone, unless they choose otherwise: ${names}.`,
    noPrivateCategories: 'Results go where the requester chooses.',
    recordings: { on: 'Requesters may listen to recordings.', off: 'Recordings are off.' },
    transcripts: {
      off: 'Who reads a transcript is for the requester to choose.',
      on: 'Only the requester reads a transcript.',
    },
  },

  doNotCall: {
    intro:
      'Kally calls none of these numbers, whoever asks. Kally keeps a keyed hash of each, its last digits, who added it and why.',
    phone: 'Number that must not be called',
    reason: 'Why?',
    reasonExample: 'They asked us not to call again.',
    add: 'Add',
    empty: 'No number is on the list.',
    lost: 'A number whose author was forgotten',
    kallyai: 'KallyAI: they asked not to be called',
    asked: 'They asked for it in a call',
    added: (phone: string) => `${phone} is on the list. Nobody in this workspace can have it called now.`,
    already: (phone: string) => `${phone} was on the list already. Nothing was changed.`,
    underWay: (who: string) =>
      `A call to it is under way for ${who}, and goes on. *Stop* takes it back or hangs up.`,
    stop: 'Stop',
    lift: 'Lift…',
    liftTitle: 'Lift a number',
    liftIntro: (phone: string) =>
      `${phone} can be called again when you lift it. Other admins will see that you did, and why.`,
    liftReason: 'Why may it be called again?',
    liftSubmit: 'Lift',
    lifted: (phone: string) => `${phone} is off the list.`,
    gone: 'This number is not on the list any more.',
  },
  older: 'Older',

  changed: {
    empty: 'Nobody has changed anything yet.',
    kinds: {
      callers: 'Who may call',
      places: 'Countries and channels',
      hours: 'Calling hours',
      amounts: 'How many calls',
      privacy: 'Privacy',
      approval: 'Approval',
      digest: 'Daily digest',
      number_added: 'Put on the do-not-call list',
      number_lifted: 'Taken off the do-not-call list',
      business_pinned: 'Business pinned',
      business_edited: 'Business edited',
      business_removed: 'Business removed from the suggestions',
      business_freed: 'Business unpinned or put back',
    },
    people: {
      one: (count: string) => `Only ${count} person by name may have Kally call.`,
      other: (count: string) => `Only ${count} people by name may have Kally call.`,
    },
    approvers: {
      one: (count: string) => `${count} person by name`,
      other: (count: string) => `one of ${count} people by name`,
    },
    forgotten: 'What it was is gone with the person who did it.',
    file: 'Send me all of them as CSV',
  },
};

export type RuleWords = typeof en;

const es: RuleWords = {
  title: 'Reglas',
  intro: 'Quién puede pedir llamadas a Kally, adónde, con qué frecuencia y quién lee el resultado.',
  heading: '*Reglas de este espacio de trabajo*',
  pages: {
    callers: 'Quién puede llamar',
    places: 'Países y canales',
    hours: 'Horario de llamadas',
    amounts: 'Cuántas llamadas',
    privacy: 'Privacidad',
    approval: 'Aprobación',
    digest: 'Resumen diario',
  },
  list: 'Lista de no llamar',
  changes: 'Cambios',
  administer: 'Administración',
  preview: '*Lo que lee la gente de este espacio de trabajo*',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  saved:
    'Guardado. Vale para todas las llamadas que se confirmen desde ahora y para las que aún están esperando.',
  moved: (who, when) =>
    `No se han guardado tus cambios: ${who} ha cambiado las reglas mientras tanto, ${when}. Ahora son estas.`,
  movedBySomebody:
    'No se han guardado tus cambios: alguien ha cambiado las reglas mientras tanto. Ahora son estas.',
  somebody: 'alguien',

  who: '¿Quién puede pedir llamadas a Kally?',
  whos: {
    everybody: 'Todo el mundo, también los invitados',
    members: 'Todo el mundo menos los invitados',
    named: 'Solo estas personas',
  },
  people: '¿Qué personas?',
  peopleHint: 'Añádete también, o tú tampoco podrías llamar.',
  countries: '¿A qué países se puede llamar?',
  countriesHint: 'Déjalo vacío para todos los países a los que llama KallyAI.',
  countriesExample: 'Escribe el nombre de un país',
  channels: '¿En qué canales se pueden publicar los resultados?',
  channelsHint: 'Déjalo vacío para todos. Cualquiera puede recibir siempre los suyos en privado.',
  hoursHint:
    'Según el reloj del lugar al que se llama. A otras horas, Kally pregunta antes de llamar y ofrece el siguiente momento dentro de este horario.',
  hoursDays: '¿Qué días pueden sonar los teléfonos?',
  hoursFrom: 'Desde',
  hoursUntil: 'Hasta',
  amountHint: 'Déjalo vacío si no hay límite. Una llamada que no se llegó a marcar no cuenta.',
  perPerson: 'Llamadas en 24 horas por persona',
  perWorkspace: 'Llamadas en 24 horas en todo el espacio de trabajo',
  perNumber: 'Llamadas en 24 horas a un mismo número',
  privateCategories: '¿Qué resultados recibe solo quien los pidió, si no elige otra cosa?',
  recordings: '¿Se pueden escuchar las grabaciones?',
  recordingChoices: { on: 'Sí', off: 'No, están desactivadas' },
  transcripts: '¿Quién lee lo que se dijo?',
  transcriptChoices: { off: 'Como elija quien pidió la llamada', on: 'Solo quien pidió la llamada' },
  approvalWhen: '¿Qué llamadas tiene que aprobar otra persona?',
  approvalHint: 'Si no eliges ninguna, no hace falta aprobar nada.',
  approvalChoices: {
    always: 'Todas',
    new_number: 'A números a los que aquí nadie ha llamado antes',
    outside_hours: 'Fuera de las horas a las que Kally llama allí',
    many_attempts: 'Las que Kally puede intentar más veces que…',
  },
  approvalAttempts: '¿Más de cuántas veces?',
  approvers: '¿Quién las aprueba?',
  approverKinds: { admins: 'Los administradores', named: 'Estas personas' },
  approverPeople: '¿Qué personas?',
  approverHint: 'Elige al menos dos: nadie aprueba sus propias llamadas.',

  digestChannels: '¿A qué canales se les dice una vez al día cómo acabaron sus llamadas?',
  digestHint:
    'En números, y solo de las llamadas cuya tarjeta está en ese canal: nunca de las llamadas privadas de nadie. A un canal sin llamadas no se le dice nada.',
  digestAt: '¿A qué hora, según tu reloj?',

  faults: {
    nobody: 'Elige al menos a una persona, o ya no podría llamar nadie.',
    author_left_out: 'No estás entre ellas. Añádete, o tú tampoco podrías llamar.',
    too_many: (most) => `Se pueden elegir ${most} como mucho.`,
    no_such_country: (code) => `No hay ningún país «${code}». Elige uno de la lista.`,
    hours_no_day: 'Elige al menos un día en que Kally llame.',
    hours_never: 'No es después del comienzo, así que no podría sonar ningún teléfono.',
    hours_too_wide: (usual) => `Aquí Kally solo puede llamar de ${usual}. Elige horas dentro de ese horario.`,
    hours_unreadable: 'Kally no entiende estos días y horas. Elígelos otra vez.',
    more_than_workspace:
      'Es más de lo que puede llamar todo el espacio de trabajo. Bájalo o sube el otro número.',
    not_a_number: (most) => `Escribe un número entero del 1 al ${most} o déjalo vacío.`,
    no_approver: 'Elige al menos a una persona, o no se podría aprobar ninguna llamada.',
    only_author_approves: 'Elige también a otra persona: nadie aprueba sus propias llamadas.',
    cannot_approve:
      'Los invitados, los bots y quienes ya no están no pueden aprobar llamadas. Elige a otra persona.',
    attempts_range: 'Escribe 1 o 2: Kally lo intenta tres veces como mucho.',
    cannot_post:
      'Kally no puede publicar en alguno de los canales nuevos. Invítalo allí primero con /invite @Kally.',
    no_results_there:
      'Tus reglas no permiten resultados en alguno de estos canales. Permítelos allí primero.',
    reason_missing: 'Di por qué en pocas palabras: lo leerán otros administradores.',
    reason_long: (most) => `Dilo en ${most} caracteres como mucho.`,
  },

  lines: {
    who: {
      everybody: 'Todo el mundo puede pedir llamadas a Kally, también los invitados.',
      members: 'Todo el mundo menos los invitados puede pedir llamadas a Kally.',
    },
    named: (people) => `Estas personas pueden pedir llamadas a Kally: ${people}.`,
    noOne: 'No hay nadie elegido, así que nadie puede pedir llamadas a Kally.',
    allCountries: 'Se puede llamar a todos los países a los que llama KallyAI.',
    countries: (names) => `Solo se puede llamar a estos países: ${names}.`,
    allChannels: 'Los resultados se pueden publicar en cualquier canal en el que Kally pueda publicar.',
    channels: (names) => `Los resultados se pueden publicar en ${names}, o solo para quien los pidió.`,
    usualHours: 'Si allí es de noche, Kally pregunta antes de llamar.',
    allHours: 'Kally llama a cualquier hora.',
    everyDay: 'todos los días',
    hours: (days, from, until) =>
      `Kally llama ${days} de ${from} a ${until}, según el reloj del lugar al que llama. A otras horas pregunta antes.`,
    noLimit: 'No hay límite de llamadas en 24 horas.',
    perPerson: (count) => `Llamadas en 24 horas por persona: ${count} como mucho.`,
    perWorkspace: (count) => `Llamadas en 24 horas en todo el espacio de trabajo: ${count} como mucho.`,
    perNumber: (count) => `Llamadas en 24 horas a un mismo número: ${count} como mucho.`,
    noDigest: 'A ningún canal se le dice a diario cómo acabaron sus llamadas.',
    digest: (channels, time, place) =>
      `Todos los días a las ${time} (hora de ${place}), Kally dice en ${channels}, en números, cómo acabaron las llamadas de allí.`,
    privateCategories: (names) =>
      `Estos resultados los recibe solo quien los pidió, si no elige otra cosa: ${names}.`,
    noPrivateCategories: 'Los resultados van a donde elige quien los pidió.',
    recordings: {
      on: 'Quien pidió una llamada puede escuchar su grabación.',
      off: 'Las grabaciones están desactivadas.',
    },
    transcripts: {
      off: 'Quien pidió la llamada elige quién lee la transcripción.',
      on: 'Solo quien pidió la llamada lee la transcripción.',
    },
  },

  doNotCall: {
    intro:
      'Kally no llama a ninguno de estos números, lo pida quien lo pida. De cada uno guarda un hash con clave, las últimas cifras, quién lo añadió y por qué.',
    phone: 'Número al que no hay que llamar',
    reason: '¿Por qué?',
    reasonExample: 'Nos han pedido que no llamemos más.',
    add: 'Añadir',
    empty: 'No hay ningún número en la lista.',
    lost: 'Un número que añadió alguien que ya no consta',
    kallyai: 'KallyAI: han pedido que no se les llame',
    asked: 'Lo pidieron en una llamada',
    added: (phone) => `El ${phone} está en la lista. Ya nadie de este espacio de trabajo puede llamarlo.`,
    already: (phone) => `El ${phone} ya estaba en la lista. No se ha cambiado nada.`,
    underWay: (who) =>
      `Hay una llamada en curso a ese número, de ${who}, y sigue adelante. *Cortar* la cancela o cuelga.`,
    stop: 'Cortar',
    lift: 'Quitar…',
    liftTitle: 'Quitar un número',
    liftIntro: (phone) =>
      `Si lo quitas, se podrá volver a llamar al ${phone}. Otros administradores verán que lo has hecho y por qué.`,
    liftReason: '¿Por qué se puede volver a llamar?',
    liftSubmit: 'Quitar',
    lifted: (phone) => `El ${phone} ya no está en la lista.`,
    gone: 'Este número ya no está en la lista.',
  },
  older: 'Anteriores',

  changed: {
    empty: 'Nadie ha cambiado nada todavía.',
    kinds: {
      callers: 'Quién puede llamar',
      places: 'Países y canales',
      hours: 'Horario de llamadas',
      amounts: 'Cuántas llamadas',
      privacy: 'Privacidad',
      approval: 'Aprobación',
      digest: 'Resumen diario',
      number_added: 'Añadido a la lista de no llamar',
      number_lifted: 'Quitado de la lista de no llamar',
      business_pinned: 'Negocio fijado',
      business_edited: 'Negocio corregido',
      business_removed: 'Negocio quitado de las sugerencias',
      business_freed: 'Negocio que se dejó de fijar o se recuperó',
    },
    people: {
      one: (count) => `Solo ${count} persona elegida puede pedir llamadas a Kally.`,
      other: (count) => `Solo ${count} personas elegidas pueden pedir llamadas a Kally.`,
    },
    approvers: {
      one: (count) => `${count} persona elegida`,
      other: (count) => `una de ${count} personas elegidas`,
    },
    forgotten: 'El detalle se ha borrado con los datos de quien lo hizo.',
    file: 'Enviármelos en CSV',
  },
};

export const ruleWords: Record<Language, RuleWords> = { en, es };
