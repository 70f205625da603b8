import { type Emulated, startEmulated } from './emulated.ts';
import { botScopes, type Manifest } from './manifest.ts';
import { callbackPath } from './oauth.ts';
import type { StoredChannel } from './state.ts';
import type { WirePerson } from './wire.ts';

export const team = { id: 'T000000001', name: 'Harbor & Pine', domain: 'harbor-and-pine' };
export const botIds = { appId: 'A0KALLY001', botId: 'B0KALLY001', botUserId: 'U0KALLYBOT' };
export const credentials = {
  botToken: 'xoxb-sandbox-kally',
  appToken: 'xapp-sandbox-kally',
  signingSecret: 'sandbox-signing-secret',
  clientId: '1000000001.2000000002',
  clientSecret: 'sandbox-client-secret',
  verificationToken: 'sandbox-verification-token',
};

export const people = {
  ana: { ...person('U0ANATORRE', 'ana', 'Ana Torres', 'en-US', 'America/New_York'), isAdmin: true },
  luis: person('U0LUISORTE', 'luis', 'Luis Ortega', 'es-ES', 'Europe/Madrid'),
  noor: { ...person('U0NOORHADD', 'noor', 'Noor Haddad', 'en-GB', 'Europe/London'), isGuest: true },
};

/** Kally's bot is a member of none of the public channels, of `reception` and of its own direct messages. */
export const channelIds = {
  general: 'C0GENERAL1',
  dinner: 'C0DINNER01',
  travel: 'C0TRAVEL01',
  board: 'C0BOARD001',
  reception: 'C0RECEPT01',
  anaAndLuis: 'D0ANALUIS1',
  anaAndKally: 'D0ANAKALLY',
  luisAndKally: 'D0LUISKALY',
  noorAndKally: 'D0NOORKALY',
};

/** People post through the emulator with tokens of their own, which never leave the sandbox. */
export const personToken = (id: string) => `xoxp-sandbox-${id.toLowerCase()}`;
/** The bot with every scope: what the sandbox itself does in its name, such as answering on a `response_url`. */
export const innerBotToken = 'xoxb-sandbox-inner';
const adminToken = 'xoxp-sandbox-admin';

export type World = { emulated: Emulated; channels: StoredChannel[]; people: WirePerson[]; bot: WirePerson };

export async function startWorld(manifest: Manifest, url: string): Promise<World> {
  const emulated = await startEmulated(seedFor(manifest, url));
  emulated.alias(emulated.url, url);
  await nameUsers(emulated);
  const channels = await openConversations(emulated);
  const bot: WirePerson = {
    ...person(botIds.botUserId, 'kally', manifest.display_information.name, 'en-US', 'America/Los_Angeles'),
    isBot: true,
  };
  return { emulated, channels, people: [...Object.values(people), bot], bot };
}

function person(id: string, name: string, realName: string, locale: string, tz: string): WirePerson {
  return { id, name, realName, locale, tz, isGuest: false, isAdmin: false, isBot: false };
}

function seedFor(manifest: Manifest, url: string) {
  const humans = Object.values(people);
  return {
    team: { name: team.name, domain: team.domain },
    users: humans.map(({ name, realName }) => ({
      name,
      real_name: realName,
      email: `${name}@harbor-and-pine.test`,
    })),
    oauth_apps: [
      {
        app_id: botIds.appId,
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
        name: manifest.display_information.name,
        redirect_uris: [url + callbackPath],
        scopes: botScopes(manifest),
        bot_id: botIds.botId,
        bot_user_id: botIds.botUserId,
        bot_name: 'kally',
      },
    ],
    tokens: [
      { token: adminToken, type: 'user', user: 'admin' },
      ...humans.map(({ id, name }) => ({ token: personToken(id), type: 'user', user: name })),
      botTokenSeed(credentials.botToken, botScopes(manifest)),
      botTokenSeed(innerBotToken),
    ],
    strict_scopes: true,
  };
}

function botTokenSeed(token: string, scopes?: string[]) {
  return {
    token,
    type: 'bot',
    user: botIds.botUserId,
    app_id: botIds.appId,
    client_id: credentials.clientId,
    bot_id: botIds.botId,
    bot_user_id: botIds.botUserId,
    ...(scopes ? { scopes } : {}),
  };
}

async function nameUsers(emulated: Emulated) {
  const { members } = await must(emulated, adminToken, 'users.list', {});
  for (const { id, name } of members as { id: string; name: string }[]) {
    const known = Object.values(people).find((one) => one.name === name);
    if (known) emulated.alias(id, known.id);
  }
}

async function openConversations(emulated: Emulated): Promise<StoredChannel[]> {
  const { ana, luis, noor } = people;
  const general = await takeOver(emulated, 'C000000001', channelIds.general, 'general');
  const travel = await takeOver(emulated, 'C000000002', channelIds.travel, 'travel');
  const dinner = await create(emulated, channelIds.dinner, 'dinner', 'public', [ana, luis, noor]);
  const board = await create(emulated, channelIds.board, 'board', 'private', [ana, luis]);
  const reception = await create(emulated, channelIds.reception, 'reception', 'private', [ana, luis]);
  await must(emulated, personToken(ana.id), 'conversations.invite', {
    channel: channelIds.reception,
    users: botIds.botUserId,
  });
  reception.memberIds.push(botIds.botUserId);
  return [
    general,
    dinner,
    travel,
    board,
    reception,
    await openDirect(emulated, channelIds.anaAndLuis, ana, luis.id),
    await openDirect(emulated, channelIds.anaAndKally, ana, botIds.botUserId),
    await openDirect(emulated, channelIds.luisAndKally, luis, botIds.botUserId),
    await openDirect(emulated, channelIds.noorAndKally, noor, botIds.botUserId),
  ];
}

/** The emulator always starts with two channels of its own. */
async function takeOver(
  emulated: Emulated,
  theirs: string,
  id: string,
  name: string,
): Promise<StoredChannel> {
  emulated.alias(theirs, id);
  if (name !== 'general') await must(emulated, adminToken, 'conversations.rename', { channel: id, name });
  const members = [people.ana.id, people.luis.id];
  for (const member of members)
    await must(emulated, personToken(member), 'conversations.join', { channel: id });
  return { id, name, kind: 'public', memberIds: members, messages: [] };
}

async function create(
  emulated: Emulated,
  id: string,
  name: string,
  kind: 'public' | 'private',
  members: WirePerson[],
): Promise<StoredChannel> {
  const memberIds = members.map((member) => member.id);
  const [first = '', ...others] = memberIds;
  const args = { name, is_private: kind === 'private' };
  const { channel } = await must(emulated, personToken(first), 'conversations.create', args);
  emulated.alias((channel as { id: string }).id, id);
  await must(emulated, personToken(first), 'conversations.invite', { channel: id, users: others.join(',') });
  return { id, name, kind, memberIds, messages: [] };
}

async function openDirect(
  emulated: Emulated,
  id: string,
  one: WirePerson,
  otherId: string,
): Promise<StoredChannel> {
  const { channel } = await must(emulated, personToken(one.id), 'conversations.open', { users: otherId });
  emulated.alias((channel as { id: string }).id, id);
  return { id, name: '', kind: 'im', memberIds: [one.id, otherId], messages: [] };
}

async function must(emulated: Emulated, token: string, method: string, args: Record<string, unknown>) {
  const answer = await emulated.call(token, method, args);
  if (!answer.ok)
    throw new Error(`The emulator answered ${answer.error} to ${method} ${JSON.stringify(args)}`);
  return answer;
}
