import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { readFreeText } from '../../domain/free-text.ts';
import { type Asker, type Kit, personIn, tellPrivately } from '../kit.ts';
import { linkAddress } from '../link-address.ts';
import { openCallForm } from '../open-call-form.ts';
import type { Trigger } from '../open-view.ts';
import type { Profile } from '../profiles.ts';
import { section } from '../views/blocks.ts';
import { connectMessage } from '../views/connect.ts';
import { usageMessage } from '../views/usage.ts';
import { wordsIn } from '../words/words.ts';
import { openPreferences } from './preferences.ts';

type Asked = Trigger & { kit: Kit; profile: Profile; channelId: string };

/** The first word after /kally; what is none of these is a call, or is answered with the usage. */
const subcommands: { names: readonly string[]; run: (asked: Asked) => Promise<void> }[] = [
  { names: ['help', 'ayuda', '?'], run: help },
  { names: ['login', 'connect', 'conectar'], run: login },
  { names: ['status', 'estado'], run: status },
  { names: ['logout', 'disconnect', 'desconectar'], run: logout },
  { names: ['preferences', 'preferencias', 'settings', 'ajustes'], run: preferences },
];

export function kallyCommand(kit: Kit): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, context, client, respond }) => {
    await ack();
    const person = personIn(context, command.user_id);
    const asker = { person, client, respond };
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const text = command.text.trim();
    const profile = await kit.profiles.of(person, client);
    const subcommand = subcommands.find(({ names }) => names.includes(text.toLowerCase()));
    if (subcommand) return subcommand.run({ ...asker, kit, profile, channelId, triggerId });
    const { language, timeZone, country } = profile;
    const read = readFreeText(text, { now: kit.clock.now(), language, timeZone, country });
    if (text && !read.isRequest) return tellPrivately(asker, usageMessage(language, text));
    await openCallForm(kit, { ...asker, triggerId, start: () => ({ draft: read.draft, channelId }) });
  };
}

async function help({ profile, ...asker }: Asked) {
  await tellPrivately(asker, usageMessage(profile.language));
}

/** Also for whoever is connected: a sign-in without all its rights is mended by another. */
async function login(asked: Asked) {
  const { kit, profile, channelId, person } = asked;
  const [isConnected, url] = await Promise.all([
    kit.store.links.isConnected(person),
    linkAddress(kit, person, profile, { channelId }),
  ]);
  await tellPrivately(asked, connectMessage(profile.language, url, isConnected ? 'again' : 'first'));
}

async function status(asked: Asked) {
  const { connect } = wordsIn(asked.profile.language);
  const isConnected = await asked.kit.store.links.isConnected(asked.person);
  await say(asked, isConnected ? connect.statusConnected : connect.statusNotConnected);
}

async function logout(asked: Asked) {
  const { connect } = wordsIn(asked.profile.language);
  const wasConnected = await asked.kit.store.links.disconnect(asked.person);
  await say(asked, wasConnected ? connect.loggedOut : connect.statusNotConnected);
}

async function preferences(asked: Asked) {
  await openPreferences(asked.kit, asked);
}

async function say(asker: Asker, text: string) {
  await tellPrivately(asker, { text, blocks: [section(text)] });
}
