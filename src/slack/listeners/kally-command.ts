import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { closestMatch } from 'leven';
import { readFreeText } from '../../domain/free-text.ts';
import { orKallyTrouble } from '../ask-kally.ts';
import { billing, subscription, usage } from '../commands/account.ts';
import { history, info, transcript } from '../commands/calls.ts';
import type { Asked, Command } from '../commands/command.ts';
import { login, logout, status } from '../commands/connection.ts';
import { exportMine } from '../commands/export.ts';
import { forget } from '../commands/forget.ts';
import { type Kit, personIn, tellPrivately } from '../kit.ts';
import { openCallForm } from '../open-call-form.ts';
import { usageMessage } from '../views/usage.ts';
import { openPreferences } from './preferences.ts';

/**
 * The first word after /kally, in English, in Spanish, and as KallyAI's own command-line tool has it; the first of a language is the one
 * that is suggested. Where more stands behind it than it takes, it was not meant as a command.
 */
export const subcommands: { names: readonly string[]; takes?: 'id' | 'text'; run: Command }[] = [
  { names: ['call', 'llamar', 'llama'], takes: 'text', run: openForm },
  { names: ['usage', 'uso', 'consumo'], run: usage },
  { names: ['subscription', 'suscripción', 'plan'], run: subscription },
  { names: ['billing', 'facturación'], run: billing },
  { names: ['history', 'historial'], run: history },
  { names: ['info', 'detalles', 'details', 'call-info'], takes: 'id', run: info },
  { names: ['transcript', 'transcripción'], takes: 'id', run: transcript },
  { names: ['login', 'conectar', 'connect'], run: login },
  { names: ['logout', 'desconectar', 'disconnect'], run: logout },
  { names: ['status', 'estado', 'auth-status'], run: status },
  { names: ['preferences', 'preferencias', 'settings', 'ajustes'], run: preferences },
  { names: ['export', 'exportar'], run: exportMine },
  { names: ['forget', 'olvidar'], run: forget },
  { names: ['help', 'ayuda', '?'], run: help },
];

export function kallyCommand(kit: Kit): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, context, client, respond }) => {
    await ack();
    const person = personIn(context, command.user_id);
    const text = command.text.trim();
    const [, word = '', argument = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    const asked: Asked = {
      kit,
      person,
      client,
      respond,
      profile: await kit.profiles.of(person, client),
      channelId: command.channel_id,
      triggerId: command.trigger_id,
      text,
      argument,
    };
    const messages = await orKallyTrouble(asked, () => commandFor(word, argument)(asked));
    for (const message of messages) await tellPrivately(asked, message);
  };
}

function commandFor(word: string, argument: string): Command {
  const takes = { nothing: argument === '', id: !/\s/.test(argument), text: true };
  const named = subcommands.find(({ names }) => names.some((name) => spell(name) === spell(word)));
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
  if (asked.text === '' || readFreeText(asked.text, readingOf(asked)).isRequest) return openForm(asked);
  return [usageMessage(asked.profile.language, { notUnderstood: asked.text, meant: nearest(asked.text) })];
}

async function openForm({ kit, ...asked }: Asked) {
  const { draft } =
    asked.text === '' ? { draft: {} } : readFreeText(asked.text, readingOf({ kit, ...asked }));
  await openCallForm(kit, { ...asked, start: () => ({ draft, channelId: asked.channelId }) });
  return [];
}

function readingOf({ kit, profile: { language, timeZone, country } }: Asked) {
  return { now: kit.clock.now(), language, timeZone, country };
}

/** The subcommand that was probably meant: a slip for every three letters, and one at least. */
function nearest(text: string): string | undefined {
  const [word = ''] = text.split(/\s/);
  const names = new Map(subcommands.flatMap(({ names }) => names.map((name) => [spell(name), name])));
  const typed = spell(word);
  const maxDistance = Math.max(1, Math.floor(typed.length / 3));
  const found = closestMatch(typed, [...names.keys()], { maxDistance });
  return found === undefined ? undefined : names.get(found);
}

async function preferences({ kit, ...asked }: Asked) {
  await openPreferences(kit, asked);
  return [];
}

async function help({ profile }: Asked) {
  return [usageMessage(profile.language)];
}
