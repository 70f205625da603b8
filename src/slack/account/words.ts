import type { Language } from '../../domain/language.ts';

/** About a person's KallyAI account, and about what Kally keeps about them. */
const en = {
  usage: {
    title: 'Your KallyAI usage',
    units: { minutes: 'Minutes', credits: 'Credits', calls: 'Calls' },
    amountOf: (left: string, all: string) => `${left} of ${all}`,
    left: { one: (amount: string) => `${amount} left`, other: (amount: string) => `${amount} left` },
    plan: 'Plan',
    period: (span: string) => `Period: ${span}`,
    low: 'There is not much left for this period.',
    none: 'Nothing is left, so KallyAI refuses calls until the next period or a bigger plan.',
    noCalls: 'No calls are left: KallyAI may refuse the next one until the next period or a bigger plan.',
    silent: 'KallyAI does not say how much this account has used. Look at your account at KallyAI.',
  },
  subscription: {
    title: 'Your KallyAI subscription',
    none: 'You have no KallyAI subscription. The plans show what one would give you.',
    plan: 'Plan',
    minutes: 'Minutes included',
    billed: 'Billed',
    periods: { monthly: 'monthly', month: 'monthly', yearly: 'yearly', annual: 'yearly', year: 'yearly' },
    status: 'Status',
    statuses: {
      active: 'active',
      trialing: 'in its trial time',
      past_due: 'payment overdue',
      unpaid: 'not paid',
      canceled: 'cancelled',
      cancelled: 'cancelled',
      expired: 'expired',
      none: 'none',
    },
    renews: 'Renews on',
    ends: 'Ends on',
    /** KallyAI does not say whether it renews. */
    until: 'Runs until',
    manage: 'Manage subscription',
  },
  billing: {
    text: 'Your billing page at KallyAI is ready.',
    button: 'Open billing page',
    note: 'The link is yours alone and works for a short time. Do not pass it on; `/kally billing` gives you a new one.',
  },
  status: {
    connected: (since: string) => `Your KallyAI account has been connected since ${since}.`,
    renewing: 'There is nothing to do.',
    ending: (until: string) => `It works until about ${until}. Then type \`/kally login\` to connect again.`,
    unsure: 'KallyAI cannot be reached right now, so whether it still accepts your sign-in is not known.',
    ended: 'KallyAI no longer accepts your sign-in. Connect again to go on.',
    next: '`/kally logout` disconnects it; `/kally login` connects another one in its place.',
  },
  logout: {
    running: {
      one: () =>
        'One of your calls is still under way. Without your account, Kally cannot learn how it ends.',
      other: (count: string) =>
        `${count} of your calls are still under way. Without your account, Kally cannot learn how they end.`,
    },
    ask: 'Disconnect your KallyAI account all the same?',
    disconnect: 'Disconnect account',
    stay: 'Stay connected',
    stayed: 'Nothing was changed. Your KallyAI account stays connected.',
  },
  export: {
    sent: 'What Kally keeps about you in this workspace is now a file in your direct messages with Kally.',
    comment:
      'Here is what Kally keeps about you in this workspace. Nobody else sees this file. `/kally forget` deletes what Kally keeps; the file stays in Slack.',
    title: 'What Kally keeps about you',
    about:
      'What Kally keeps about one person in one Slack workspace. Times are in UTC. Your KallyAI tokens are kept too, encrypted, and are not in this file. Transcripts and recordings are not kept by Kally: they are in Slack and at KallyAI.',
  },
  forget: {
    title: 'Have Kally forget you',
    intro: 'Kally deletes what it keeps about you in this workspace:',
    link: 'the connection to your KallyAI account',
    calls: {
      one: () => '1 call, with what was asked and how it ended',
      other: (count: string) => `${count} calls, with what was asked and how they ended`,
    },
    preferences: 'your preferences, and what it remembers to fill in for you',
    running: {
      one: () =>
        'One of your calls is still under way. KallyAI may carry it on, and you will not be told how it ends.',
      other: (count: string) =>
        `${count} of your calls are still under way. KallyAI may carry them on, and you will not be told how they end.`,
    },
    remains:
      'Messages that are already in Slack stay there, and so does what KallyAI itself keeps: delete your account at KallyAI for that.',
    button: 'Forget me',
    sure: 'Forget everything?',
    sureText: 'This cannot be undone.',
    cancel: 'Cancel',
    done: 'Kally has forgotten everything it kept about you in this workspace.',
    card: 'Kally has forgotten this call because the person who asked for it wanted that. How it ends is no longer shown here.',
  },
};

export type AccountWords = typeof en;

const es: AccountWords = {
  usage: {
    title: 'Tu consumo en KallyAI',
    units: { minutes: 'Minutos', credits: 'Créditos', calls: 'Llamadas' },
    amountOf: (left, all) => `${left} de ${all}`,
    left: { one: (amount) => `queda ${amount}`, other: (amount) => `quedan ${amount}` },
    plan: 'Plan',
    period: (span) => `Periodo: ${span}`,
    low: 'Queda poco para este periodo.',
    none: 'No queda nada: KallyAI rechazará las llamadas hasta el próximo periodo o hasta que pases a un plan superior.',
    noCalls:
      'No quedan llamadas: KallyAI puede rechazar la siguiente hasta el próximo periodo o hasta que pases a un plan superior.',
    silent: 'KallyAI no dice cuánto ha consumido esta cuenta. Mira tu cuenta en KallyAI.',
  },
  subscription: {
    title: 'Tu suscripción a KallyAI',
    none: 'No tienes ninguna suscripción a KallyAI. En los planes puedes ver qué incluye cada uno.',
    plan: 'Plan',
    minutes: 'Minutos incluidos',
    billed: 'Se cobra',
    periods: {
      monthly: 'cada mes',
      month: 'cada mes',
      yearly: 'cada año',
      annual: 'cada año',
      year: 'cada año',
    },
    status: 'Estado',
    statuses: {
      active: 'activa',
      trialing: 'en periodo de prueba',
      past_due: 'con un pago atrasado',
      unpaid: 'sin pagar',
      canceled: 'cancelada',
      cancelled: 'cancelada',
      expired: 'caducada',
      none: 'ninguna',
    },
    renews: 'Se renueva el',
    ends: 'Termina el',
    until: 'Válida hasta el',
    manage: 'Gestionar la suscripción',
  },
  billing: {
    text: 'Tu página de facturación de KallyAI está lista.',
    button: 'Abrir la facturación',
    note: 'El enlace es solo tuyo y funciona durante poco tiempo. No lo compartas; `/kally facturación` te da otro.',
  },
  status: {
    connected: (since) => `Tu cuenta de KallyAI está conectada desde el ${since}.`,
    renewing: 'No tienes que hacer nada.',
    ending: (until) =>
      `Funciona más o menos hasta el ${until}. Después escribe \`/kally conectar\` para conectarla otra vez.`,
    unsure: 'Ahora mismo no se puede contactar con KallyAI, así que no se sabe si aún acepta tu sesión.',
    ended: 'KallyAI ya no acepta tu sesión. Conecta otra vez tu cuenta para seguir.',
    next: 'Con `/kally desconectar` la desconectas; con `/kally conectar` la cambias por otra.',
  },
  logout: {
    running: {
      one: () => 'Una de tus llamadas sigue en curso. Sin tu cuenta, Kally no puede saber cómo termina.',
      other: (count) =>
        `${count} de tus llamadas siguen en curso. Sin tu cuenta, Kally no puede saber cómo terminan.`,
    },
    ask: '¿Quieres desconectar tu cuenta de KallyAI de todos modos?',
    disconnect: 'Desconectar la cuenta',
    stay: 'Dejarla conectada',
    stayed: 'No se ha cambiado nada. Tu cuenta de KallyAI sigue conectada.',
  },
  export: {
    sent: 'Lo que Kally guarda de ti en este espacio de trabajo está ahora en un archivo, en tus mensajes directos con Kally.',
    comment:
      'Esto es lo que Kally guarda de ti en este espacio de trabajo. Nadie más ve este archivo. `/kally olvidar` borra lo que Kally guarda; el archivo se queda en Slack.',
    title: 'Lo que Kally guarda de ti',
    about:
      'Lo que Kally guarda de una persona en un espacio de trabajo de Slack. Las horas son UTC. También se guardan, cifradas, tus claves de acceso a KallyAI, que no están en este archivo. Kally no guarda transcripciones ni grabaciones: están en Slack y en KallyAI.',
  },
  forget: {
    title: 'Borrar tus datos de Kally',
    intro: 'Kally borra lo que guarda de ti en este espacio de trabajo:',
    link: 'la conexión con tu cuenta de KallyAI',
    calls: {
      one: () => '1 llamada, con lo que se pidió y cómo terminó',
      other: (count) => `${count} llamadas, con lo que se pidió y cómo terminaron`,
    },
    preferences: 'tus preferencias y lo que recuerda para rellenarlo por ti',
    running: {
      one: () =>
        'Una de tus llamadas sigue en curso. Puede que KallyAI la siga haciendo, y no sabrás cómo ha ido.',
      other: (count) =>
        `${count} de tus llamadas siguen en curso. Puede que KallyAI las siga haciendo, y no sabrás cómo han ido.`,
    },
    remains:
      'Los mensajes que ya están en Slack se quedan ahí, igual que lo que guarda KallyAI: para borrarlo, elimina tu cuenta en KallyAI.',
    button: 'Borrar mis datos',
    sure: '¿Borrarlo todo?',
    sureText: 'No se puede deshacer.',
    cancel: 'Cancelar',
    done: 'Kally ha borrado todo lo que guardaba de ti en este espacio de trabajo.',
    card: 'Quien pidió esta llamada ha hecho que Kally la borre. Aquí ya no se verá cómo termina.',
  },
};

export const accountWords: Record<Language, AccountWords> = { en, es };
