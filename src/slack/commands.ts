import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { closestMatch } from 'leven';
import type { Language } from '../domain/call-request.ts';
import { readFreeText } from '../domain/free-text.ts';
import { login, logout, status } from './account/connection-commands.ts';
import { exportMine } from './account/export-command.ts';
import { forget } from './account/forget-command.ts';
import { billing, subscription, usage } from './account/usage-commands.ts';
import { usageMessage } from './account/usage-view.ts';
import { admin } from './admin/admin-listeners.ts';
import type { Asked, Command } from './command.ts';
import { type Kit, personIn, tellPrivately } from './context.ts';
import { orKallyTrouble } from './errors/explain.ts';
import { openCallForm } from './form/open-form.ts';
import { history, info, transcript } from './history/history-commands.ts';
import { openPreferences } from './preferences/preferences-listeners.ts';

type Subcommand = {
  /** The first of a language is the one that is suggested. */
  names: Record<Language, readonly [string, ...string[]]>;
  /** Where more stands behind it, it was not meant as a command. */
  takes?: 'id' | 'text';
  run: Command;
};

/** The first word after /kally; in English also as KallyAI's own command-line tool has it. */
export const subcommands: readonly Subcommand[] = [
  { names: { en: ['call'], es: ['llamar', 'llama'] }, takes: 'text', run: openForm },
  { names: { en: ['usage'], es: ['uso', 'consumo'] }, run: usage },
  { names: { en: ['subscription', 'plan'], es: ['suscripción', 'plan'] }, run: subscription },
  { names: { en: ['billing'], es: ['facturación'] }, run: billing },
  { names: { en: ['history'], es: ['historial'] }, run: history },
  { names: { en: ['info', 'details', 'call-info'], es: ['detalles'] }, takes: 'id', run: info },
  { names: { en: ['transcript'], es: ['transcripción'] }, takes: 'id', run: transcript },
  { names: { en: ['login', 'connect'], es: ['conectar'] }, run: login },
  { names: { en: ['logout', 'disconnect'], es: ['desconectar'] }, run: logout },
  { names: { en: ['status', 'auth-status'], es: ['estado'] }, run: status },
  { names: { en: ['preferences', 'settings'], es: ['preferencias', 'ajustes'] }, run: preferences },
  { names: { en: ['export'], es: ['exportar'] }, run: exportMine },
  { names: { en: ['forget'], es: ['olvidar'] }, run: forget },
  { names: { en: ['admin', 'administration'], es: ['administrar', 'administración'] }, run: admin },
  { names: { en: ['help', '?'], es: ['ayuda'] }, run: help },
];

/** In every language: Slack's, the person's and the one they type in need not be the same. */
const byName = new Map(
  subcommands.flatMap((subcommand) =>
    Object.values(subcommand.names).flatMap((names) =>
      names.map((name) => [spell(name), { name, subcommand }] as const),
    ),
  ),
);

export function kallyCommand(kit: Kit): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, context, client, respond }) => {
    await ack();
    const person = personIn(context, command.user_id);
    const text = command.text.trim();
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const asker = { person, client, respond, channelId, triggerId };
    // There is nothing to read, so the form need not wait to know how the person writes.
    if (text === '') return openCallForm(kit, { ...asker, start: () => ({ draft: {}, channelId }) });
    const [, word = '', argument = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    const profile = await kit.profiles.of(person, client);
    const asked: Asked = { ...asker, kit, profile, text, argument };
    const messages = await orKallyTrouble(asked, () => commandFor(word, argument)(asked));
    for (const message of messages) await tellPrivately(asked, message);
  };
}

function commandFor(word: string, argument: string): Command {
  const takes = { nothing: argument === '', id: !/\s/.test(argument), text: true };
  const named = byName.get(spell(word))?.subcommand;
  return named && takes[named.takes ?? 'nothing'] ? named.run : openFormOrHelp;
}

/** Without dashes, as KallyAI's own tool has them before its commands, and without accents, which not every keyboard has. */
function spell(word: string): string {
  return word
    .replace(/^(--?|—|–)/, '')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

async function openFormOrHelp(asked: Asked) {
  if (readFreeText(asked.text, readingOf(asked)).isRequest) return openForm(asked);
  return [usageMessage(asked.profile.language, { notUnderstood: asked.text, meant: nearest(asked.text) })];
}

async function openForm({ kit, ...asked }: Asked) {
  const { draft } = readFreeText(asked.text, readingOf({ kit, ...asked }));
  await openCallForm(kit, { ...asked, start: () => ({ draft, channelId: asked.channelId }) });
  return [];
}

function readingOf({ kit, profile: { language, timeZone, country } }: Asked) {
  return { now: kit.clock.now(), language, timeZone, country };
}

/** The subcommand that was probably meant: a slip for every three letters, and one at least. */
function nearest(text: string): string | undefined {
  const [word = ''] = text.split(/\s/);
  const typed = spell(word);
  const maxDistance = Math.max(1, Math.floor(typed.length / 3));
  const found = closestMatch(typed, [...byName.keys()], { maxDistance });
  return found === undefined ? undefined : byName.get(found)?.name;
}

async function preferences({ kit, ...asked }: Asked) {
  await openPreferences(kit, asked);
  return [];
}

async function help({ profile }: Asked) {
  return [usageMessage(profile.language)];
}
