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

/** Also for people who are connected: a sign-in without all its rights is mended by another. */
export async function login(i: Interaction): Promise<Message[]> {
  const [isConnected, link, { language }] = await Promise.all([
    i.deps.store.links.isConnected(i.person),
    linkAddress(i),
    i.profile(),
  ]);
  return [connectMessage(language, link, isConnected ? 'again' : 'first')];
}

/** What is stored here may be worth nothing at KallyAI any more, so it is tried. */
export async function status(i: Interaction): Promise<Message[]> {
  const { links } = i.deps.store;
  const profile = await i.profile();
  const { language } = profile;
  const connectedAt = await links.connectedAt(i.person);
  if (connectedAt === undefined) return [sentence(connectWords[language].statusNotConnected)];
  const acceptance = await tryAccount(i);
  // Read last: trying may have renewed them.
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
    // Somebody who may not see the statistics is known to KallyAI all the same.
    return error.status === 403 || error.status === 404 ? 'accepted' : 'unsure';
  }
}

/** At once, unless calls need the account; then it is asked once more. */
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
