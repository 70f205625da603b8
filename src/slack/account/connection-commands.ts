import { accessOf } from '../../accounts/access.ts';
import { NotConnected } from '../../domain/not-connected.ts';
import { KallyRefusal } from '../../kally/errors.ts';
import { connectMessage } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import { connectWords } from '../connect/words.ts';
import type { Interaction } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { type Message, sentence } from '../ui/blocks.ts';
import { connectionMessage, disconnectMessage } from './connection-view.ts';
import { accountWords } from './words.ts';

/** Also for connected people: a second sign-in repairs one that lacks rights. */
export async function login(i: Interaction): Promise<Message[]> {
  const [isConnected, link, { language }] = await Promise.all([
    i.deps.store.links.isConnected(i.person),
    linkAddress(i),
    i.profile(),
  ]);
  return [connectMessage(language, link, isConnected ? 'again' : 'first')];
}

/** Tries the stored tokens at KallyAI, which may no longer accept them. */
export async function status(i: Interaction): Promise<Message[]> {
  const { links } = i.deps.store;
  const profile = await i.profile();
  const { language } = profile;
  const connectedAt = await links.connectedAt(i.person);
  if (connectedAt === undefined) return [sentence(connectWords[language].statusNotConnected)];
  const acceptance = await tryAccount(i);
  // Read last: the try may have renewed them.
  const tokens = await links.find(i.person);
  if (acceptance === 'ended' || !tokens) return [sentence(accountWords[language].status.ended)];
  return [connectionMessage(profile, { connectedAt, tokens, isAccepted: acceptance === 'accepted' })];
}

async function tryAccount({ deps, person, profile }: Interaction): Promise<'accepted' | 'ended' | 'unsure'> {
  try {
    await deps.kally.getStatistics(accessOf(deps, person));
    return 'accepted';
  } catch (error) {
    if (!kallyTroubleOf(await profile(), error)) throw error;
    deps.log.info({ err: error }, 'an account could not be tried');
    if (error instanceof NotConnected) return 'ended';
    if (!(error instanceof KallyRefusal)) return 'unsure';
    if (error.status === 401) return 'ended';
    // KallyAI accepts this person; only the right to see statistics is missing.
    return error.status === 403 || error.status === 404 ? 'accepted' : 'unsure';
  }
}

/** At once, unless calls still need the account; then Kally asks first. */
export async function logout(i: Interaction): Promise<Message[]> {
  const { store } = i.deps;
  const underWay = await store.calls.idsUnderWay(i.person);
  const isConnected = await store.links.isConnected(i.person);
  if (isConnected && underWay.length > 0) return [disconnectMessage(await i.profile(), underWay.length)];
  return [await disconnect(i)];
}

export async function disconnect({ deps, person, profile }: Interaction): Promise<Message> {
  const connect = connectWords[(await profile()).language];
  const wasConnected = await deps.store.links.disconnect(person);
  deps.home.changed(person);
  return sentence(wasConnected ? connect.loggedOut : connect.statusNotConnected);
}
