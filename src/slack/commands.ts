import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { closestMatch } from 'leven';
import type { Draft } from '../domain/call-request.ts';
import type { Language } from '../domain/language.ts';
import { login, logout, status } from './account/connection-commands.ts';
import { exportMine } from './account/export-command.ts';
import { forget } from './account/forget-command.ts';
import { billing, subscription, usage } from './account/usage-commands.ts';
import { openAdmin } from './admin/admin-listeners.ts';
import { tellRules } from './admin/rules-listeners.ts';
import { listPlanned } from './card/planned.ts';
import { type Command, type Deps, type Interaction, interactionOf, type Typed } from './context.ts';
import { orKallyTrouble } from './errors/explain.ts';
import { openCallForm } from './form/open-form.ts';
import { readText } from './form/read-text.ts';
import { helpMessage } from './help/help-view.ts';
import { history, info, transcript } from './history/history-commands.ts';
import { stop } from './history/stop-command.ts';
import { openPreferences } from './preferences/preferences-listeners.ts';
import { tellPrivately } from './send/say.ts';
import type { Message } from './ui/blocks.ts';

type Subcommand = {
  /** The first name of a language is the one that Kally suggests. */
  names: Record<Language, readonly [string, ...string[]]>;
  /** With more text behind it, the word was not meant as a command. */
  takes?: 'id' | 'text';
  run: Command;
};

/** The first word after /kally; in English also the names of KallyAI's own command-line tool. */
export const subcommands: readonly Subcommand[] = [
  { names: { en: ['call'], es: ['llamar', 'llama'] }, takes: 'text', run: openForm },
  { names: { en: ['usage', 'cost', 'costs'], es: ['uso', 'consumo', 'coste', 'costo'] }, run: usage },
  { names: { en: ['subscription', 'plan'], es: ['suscripción', 'plan'] }, run: subscription },
  { names: { en: ['billing'], es: ['facturación'] }, run: billing },
  { names: { en: ['history', 'list', 'calls'], es: ['historial', 'lista', 'llamadas'] }, run: history },
  { names: { en: ['planned'], es: ['programadas', 'previstas'] }, run: listPlanned },
  { names: { en: ['stop', 'cancel', 'hang-up'], es: ['colgar', 'cancelar', 'parar'] }, run: stop },
  { names: { en: ['info', 'details', 'call-info'], es: ['detalles'] }, takes: 'id', run: info },
  { names: { en: ['transcript'], es: ['transcripción'] }, takes: 'id', run: transcript },
  { names: { en: ['login', 'connect'], es: ['conectar'] }, run: login },
  { names: { en: ['logout', 'disconnect'], es: ['desconectar'] }, run: logout },
  { names: { en: ['status', 'auth-status'], es: ['estado'] }, run: status },
  {
    names: { en: ['preferences', 'settings'], es: ['preferencias', 'ajustes'] },
    run: (i) => openPreferences(i).then(noMessage),
  },
  { names: { en: ['export'], es: ['exportar'] }, run: exportMine },
  { names: { en: ['forget'], es: ['olvidar'] }, run: forget },
  {
    names: { en: ['admin', 'administration'], es: ['administrar', 'administración'] },
    run: (i) => openAdmin(i).then(noMessage),
  },
  { names: { en: ['rules'], es: ['reglas'] }, run: tellRules },
  { names: { en: ['help', '?'], es: ['ayuda'] }, run: help },
];

const sentenceWords = 3;

const noMessage = (): Message[] => [];

/** In every language: people need not type in the language of their Slack. */
const byName = new Map(
  subcommands.flatMap((subcommand) =>
    Object.values(subcommand.names).flatMap((names) =>
      names.map((name) => [spell(name), { name, subcommand }] as const),
    ),
  ),
);

export function kallyCommand(deps: Deps): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, context, client, respond }) => {
    await ack();
    const { user_id: userId, channel_id: channelId, trigger_id: triggerId } = command;
    const i = interactionOf(deps, { context, client, userId, channelId, triggerId, respond });
    const text = command.text.trim();
    // Without text there is nothing to read, so the form need not wait for the profile.
    if (text === '') return openCallForm(i, () => ({ draft: {}, channelId }));
    const [, word = '', argument = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    const messages = await orKallyTrouble(i, () => commandFor(word, argument)(i, { text, argument }));
    for (const message of messages) await tellPrivately(i, message);
  };
}

function commandFor(word: string, argument: string): Command {
  const takes = { nothing: argument === '', id: !/\s/.test(argument), text: true };
  const named = byName.get(spell(word))?.subcommand;
  return named && takes[named.takes ?? 'nothing'] ? named.run : openFormOrHelp;
}

/** Without the dashes of KallyAI's own tool, and without accents, which not every keyboard has. */
function spell(word: string): string {
  return word
    .replace(/^(--?|—|–)/, '')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

async function openFormOrHelp(i: Interaction, typed: Typed): Promise<Message[]> {
  const [{ language }, { draft, isRequest }] = await Promise.all([i.profile(), readText(i, typed.text)]);
  // A sentence is a request: the form asks for the missing fields.
  if (isRequest || typed.text.split(/\s+/).length >= sentenceWords) return openFormWith(i, draft);
  const slip = { notUnderstood: typed.text, meant: nearest(typed.text) };
  return [helpMessage(language, i.channelId, slip)];
}

async function openForm(i: Interaction, { text }: Typed): Promise<Message[]> {
  const { draft } = await readText(i, text);
  return openFormWith(i, draft);
}

async function openFormWith(i: Interaction, draft: Draft): Promise<Message[]> {
  await openCallForm(i, () => ({ draft, channelId: i.channelId }));
  return [];
}

/** The subcommand that was probably meant: allows one typo per three letters, at least one. */
function nearest(text: string): string | undefined {
  const [word = ''] = text.split(/\s/);
  const typed = spell(word);
  const maxDistance = Math.max(1, Math.floor(typed.length / 3));
  const found = closestMatch(typed, [...byName.keys()], { maxDistance });
  return found === undefined ? undefined : byName.get(found)?.name;
}

async function help({ profile, channelId }: Interaction): Promise<Message[]> {
  const { language } = await profile();
  return [helpMessage(language, channelId)];
}
