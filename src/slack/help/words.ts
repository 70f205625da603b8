import type { Language } from '../../domain/language.ts';

/** How to use `/kally`. */
const en = {
  notUnderstood: (text: string) => `Kally did not understand “${text}”.`,
  didYouMean: (command: string) => `Did you mean \`/kally ${command}\`?`,
  title: 'How to use Kally',
  lines: [
    ['/kally', 'opens the form for a phone call'],
    ['/kally +44 20 7946 0958 ask if they repair bikes', 'opens it filled in'],
    ['/kally history', 'lists your calls, wherever you made them'],
    ['/kally usage', 'shows what is left of your plan'],
    ['/kally stop', 'stops a call of yours that is under way'],
    ['/kally planned', 'lists the calls that are planned for later'],
    ['/kally info [id]', 'shows all about a call; without an id, about your last one'],
    ['/kally transcript [id]', 'shows what was said in it'],
    ['/kally subscription', 'shows your plan'],
    ['/kally billing', 'opens your billing page'],
    ['/kally login', 'connects your KallyAI account'],
    ['/kally status', 'says whether it is connected'],
    ['/kally logout', 'disconnects it'],
    ['/kally preferences', 'your language, time zone, name and number'],
    ['/kally export', 'gives you what Kally keeps about you, as a file'],
    ['/kally forget', 'deletes it all'],
    ['/kally rules', 'says what the admins of this workspace allow'],
    ['/kally admin', 'for admins: the rules, how long calls are kept, and who called whom'],
    ['/kally help', 'shows this'],
  ],
  all: 'All commands',
  makeCall: 'Make a phone call',
  note: 'Nobody is called until you confirm it in the form.',
};

const es: typeof en = {
  notUnderstood: (text) => `Kally no ha entendido «${text}».`,
  didYouMean: (command) => `¿Querías decir \`/kally ${command}\`?`,
  title: 'Cómo usar Kally',
  lines: [
    ['/kally', 'abre el formulario para una llamada'],
    ['/kally 912 34 56 78 pregunta si arreglan bicis', 'lo abre ya relleno'],
    ['/kally historial', 'muestra tus llamadas, también las que hiciste en otro sitio'],
    ['/kally uso', 'muestra lo que queda de tu plan'],
    ['/kally colgar', 'termina o cancela una llamada tuya en curso'],
    ['/kally programadas', 'muestra las llamadas programadas para más tarde'],
    ['/kally detalles [id]', 'muestra todo sobre una llamada; sin id, sobre la última'],
    ['/kally transcripción [id]', 'muestra lo que se dijo en ella'],
    ['/kally suscripción', 'muestra tu plan'],
    ['/kally facturación', 'abre tu página de facturación'],
    ['/kally conectar', 'conecta tu cuenta de KallyAI'],
    ['/kally estado', 'dice si está conectada'],
    ['/kally desconectar', 'la desconecta'],
    ['/kally preferencias', 'tu idioma, zona horaria, nombre y número'],
    ['/kally exportar', 'te da lo que Kally guarda de ti, en un archivo'],
    ['/kally olvidar', 'lo borra todo'],
    ['/kally reglas', 'dice qué permiten los administradores de este espacio de trabajo'],
    [
      '/kally administrar',
      'para quien administra: las reglas, cuánto se guardan las llamadas y quién llamó a quién',
    ],
    ['/kally ayuda', 'muestra esto'],
  ],
  all: 'Todos los comandos',
  makeCall: 'Hacer una llamada',
  note: 'No se llama a nadie hasta que lo confirmas en el formulario.',
};

export const helpWords: Record<Language, typeof en> = { en, es };
