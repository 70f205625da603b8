import type { Language } from '../../domain/language.ts';

/** Why KallyAI did not answer a request, and what to do. */
const kallyEn = {
  away: 'KallyAI cannot be reached right now. Try again in a minute.',
  troubled: 'KallyAI has trouble of its own right now. Try again in a few minutes.',
  unreadable:
    'KallyAI gave an answer that Kally cannot read. Try again later; if that does not help, tell whoever runs Kally here.',
  limited: (wait: string) => `KallyAI asks you to wait. Try again in ${wait}.`,
  rejected: 'KallyAI no longer accepts your sign-in. Type `/kally login` to connect again.',
  forbidden:
    'Your sign-in at KallyAI does not allow this. Type `/kally login` to connect again with all its rights.',
  refused: 'KallyAI does not allow this. Look at your account at KallyAI.',
  reference: (id: string) => `For KallyAI’s support, the reference is ${id}.`,
};

const kallyEs: typeof kallyEn = {
  away: 'Ahora mismo no se puede contactar con KallyAI. Inténtalo dentro de un minuto.',
  troubled: 'KallyAI tiene problemas en este momento. Inténtalo dentro de unos minutos.',
  unreadable:
    'KallyAI ha dado una respuesta que Kally no entiende. Inténtalo más tarde; si sigue igual, avisa a quien administra Kally.',
  limited: (wait) => `KallyAI pide que esperes. Inténtalo dentro de ${wait}.`,
  rejected: 'KallyAI ya no acepta tu sesión. Escribe `/kally conectar` para conectar otra vez.',
  forbidden:
    'Tu sesión en KallyAI no permite esto. Escribe `/kally conectar` para conectar otra vez con todos los permisos.',
  refused: 'KallyAI no lo permite. Mira tu cuenta en KallyAI.',
  reference: (id) => `Para el soporte de KallyAI, la referencia es ${id}.`,
};

export const kallyErrorWords: Record<Language, typeof kallyEn> = { en: kallyEn, es: kallyEs };

/** Why a call was not made, by KallyAI’s code or ours, and where that can be fixed. */
const refusalEn = {
  refusals: {
    quota_exceeded: 'Your KallyAI plan has no calls left. Upgrade it, or wait for the next period.',
    budget_exceeded:
      'This call would go over the budget set at KallyAI. Raise the budget there, then try again.',
    budget_approval_required: 'KallyAI wants this spending approved first. Approve it there, then try again.',
    soft_cap_reached: 'Your KallyAI account has reached its spending cap. Confirm it there, then try again.',
    missing_phone_number: 'KallyAI found no number to call. Enter one and try again.',
    emergency_number: 'This is an emergency number. Dial it yourself, now.',
    toll_number: 'KallyAI does not call premium-rate numbers. Look for the ordinary number.',
    safety_violation: 'KallyAI refused this request under its safety rules. Ask for something else.',
    consent_denied: 'KallyAI may not make this call without the other side’s consent. Call them yourself.',
    scheduling_violation: 'KallyAI cannot use this date or time. Choose another and try again.',
    unsupported_language: 'KallyAI speaks English and Spanish. Choose one of them and try again.',
    country_restriction: 'KallyAI may not call this country. Call there yourself.',
    unsupported_country: 'KallyAI does not call this country yet. Call there yourself.',
    blocked_number: 'KallyAI has blocked this number. Call it yourself if you trust it.',
    do_not_call:
      'This number is on the do-not-call list of this workspace. If that is a mistake, ask an admin to lift it.',
    country_not_allowed:
      'The admins of this workspace do not allow calls to this country. `/kally rules` says to which they do.',
    channel_not_allowed:
      'The admins of this workspace do not allow results in this channel. Choose another place.',
    guest_may_not_call: 'Guests of this workspace may not have Kally call. Ask an admin to allow it.',
    not_a_named_caller:
      'Only people whom the admins named may have Kally call here. Ask an admin to add you.',
    suppression_violation: 'They asked not to be called by KallyAI. Please respect that.',
    missing_token: 'KallyAI did not accept your sign-in. Connect your account again, then try again.',
    token_expired: 'Your sign-in at KallyAI has expired. Connect your account again, then try again.',
    forbidden: 'Your sign-in does not allow calls. Connect your account again, then try again.',
    not_connected: 'Your KallyAI account is not connected. Connect it, then try again.',
    not_placed_in_time: 'KallyAI could not be reached in time, so Kally did not call. Try again later.',
    approval_declined: 'This call needed approval and was declined. Nothing was dialled.',
    approval_expired: 'Nobody answered in time. Nothing was dialled.',
    no_approver:
      'This call needs approval, and nobody is left who may give it. Nothing was dialled. Ask an admin to look at the rules.',
    plan_lapsed: 'Kally asked whether to call after all and got no answer, so nobody was called.',
    number_rests:
      'Kally has tried this number as often as it does: twice a day and four times a week. Try another day.',
    asked_time_over: 'By then, the time you asked for will have passed. Call again and choose another.',
    stopped: 'It was stopped before anything was dialled.',
    rate_limited: 'KallyAI is taking no more calls from you just now. Try again in a few minutes.',
    other: 'KallyAI did not accept this call. Check the details and try again.',
  },
  links: { upgrade: 'See plans', kallyai: 'Open KallyAI' },
};

const refusalEs: typeof refusalEn = {
  refusals: {
    quota_exceeded: 'A tu plan de KallyAI no le quedan llamadas. Amplíalo o espera al próximo periodo.',
    budget_exceeded:
      'Esta llamada supera el presupuesto fijado en KallyAI. Súbelo allí y vuelve a intentarlo.',
    budget_approval_required:
      'KallyAI pide que se apruebe antes el gasto. Apruébalo allí y vuelve a intentarlo.',
    soft_cap_reached:
      'Tu cuenta de KallyAI ha llegado a su tope de gasto. Confírmalo allí y vuelve a intentarlo.',
    missing_phone_number: 'KallyAI no encontró ningún número. Escribe uno y vuelve a intentarlo.',
    emergency_number: 'Es un número de emergencias. Márcalo tú, ahora mismo.',
    toll_number: 'KallyAI no llama a números de tarificación especial. Busca el teléfono normal.',
    safety_violation: 'KallyAI ha rechazado la petición por sus normas de seguridad. Pide otra cosa.',
    consent_denied: 'KallyAI no puede hacer esta llamada sin el consentimiento de la otra parte. Llama tú.',
    scheduling_violation: 'KallyAI no puede usar esa fecha u hora. Elige otra y vuelve a intentarlo.',
    unsupported_language: 'KallyAI habla inglés y español. Elige uno de los dos y vuelve a intentarlo.',
    country_restriction: 'KallyAI no puede llamar a este país. Llama tú.',
    unsupported_country: 'KallyAI todavía no llama a este país. Llama tú.',
    blocked_number: 'KallyAI tiene bloqueado este número. Llama tú si te fías de él.',
    do_not_call:
      'Este número está en la lista de no llamar de este espacio de trabajo. Si es un error, pide a un administrador que lo quite.',
    country_not_allowed:
      'Los administradores de este espacio de trabajo no permiten llamar a este país. `/kally reglas` dice a cuáles sí.',
    channel_not_allowed:
      'Los administradores de este espacio de trabajo no permiten publicar resultados en este canal. Elige otro sitio.',
    guest_may_not_call:
      'Los invitados de este espacio de trabajo no pueden pedir llamadas a Kally. Pide permiso a un administrador.',
    not_a_named_caller:
      'Aquí solo pueden pedir llamadas las personas que han elegido los administradores. Pide a uno de ellos que te añada.',
    suppression_violation: 'Han pedido que KallyAI no les llame. Respétalo, por favor.',
    missing_token: 'KallyAI no ha aceptado tu sesión. Vuelve a conectar tu cuenta e inténtalo otra vez.',
    token_expired: 'Tu sesión en KallyAI ha caducado. Vuelve a conectar tu cuenta e inténtalo otra vez.',
    forbidden: 'Tu sesión no permite hacer llamadas. Vuelve a conectar tu cuenta e inténtalo otra vez.',
    not_connected: 'Tu cuenta de KallyAI no está conectada. Conéctala y vuelve a intentarlo.',
    not_placed_in_time: 'No se pudo contactar con KallyAI a tiempo y Kally no ha llamado. Prueba más tarde.',
    approval_declined:
      'Esta llamada necesitaba aprobación y se ha rechazado. No se ha marcado ningún número.',
    approval_expired: 'Nadie respondió a tiempo. No se ha marcado ningún número.',
    no_approver:
      'Esta llamada necesita aprobación y no queda nadie que pueda darla. No se ha marcado ningún número. Pide a un administrador que revise las reglas.',
    plan_lapsed: 'Kally preguntó si llamar de todos modos y no hubo respuesta, así que no se llamó a nadie.',
    number_rests:
      'Kally ya ha llamado a este número todo lo que puede: dos veces al día y cuatro por semana. Prueba otro día.',
    asked_time_over: 'Para entonces ya habrá pasado la hora que pediste. Vuelve a llamar y elige otra.',
    stopped: 'Se canceló antes de marcar ningún número.',
    rate_limited: 'KallyAI no acepta más llamadas tuyas por ahora. Prueba dentro de unos minutos.',
    other: 'KallyAI no ha aceptado esta llamada. Revisa los datos y vuelve a intentarlo.',
  },
  links: { upgrade: 'Ver planes', kallyai: 'Abrir KallyAI' },
};

export const refusalWords: Record<Language, typeof refusalEn> = { en: refusalEn, es: refusalEs };

/** Why somebody may not do something with a call. */
const deniedEn = {
  notYours: 'Only the person who asked for this call can do that.',
  gone: 'This call is no longer kept. Type `/kally` to make a new one.',
  off: 'The admins of this workspace switched recordings off.',
  notApprover: 'You may not approve calls in this workspace any more. `/kally rules` says who may.',
  ownCall: 'Somebody else has to approve your own calls. They have been asked.',
  unsure: 'Slack does not say right now whether you may do this. Try again in a minute.',
};

const deniedEs: typeof deniedEn = {
  notYours: 'Eso solo lo puede hacer quien pidió la llamada.',
  gone: 'Esta llamada ya no está guardada. Escribe `/kally` para hacer una nueva.',
  off: 'Los administradores de este espacio de trabajo han desactivado las grabaciones.',
  notApprover: 'Ya no puedes aprobar llamadas en este espacio de trabajo. `/kally reglas` dice quién puede.',
  ownCall: 'Tus propias llamadas las tiene que aprobar otra persona. Ya se le ha pedido.',
  unsure: 'Ahora mismo Slack no dice si puedes hacerlo. Inténtalo dentro de un minuto.',
};

export const deniedWords: Record<Language, typeof deniedEn> = { en: deniedEn, es: deniedEs };
