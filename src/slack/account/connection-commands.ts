import { NotConnected } from '../../domain/not-connected.ts';
import { KallyRefusal } from '../../kally/errors.ts';
import type { Asked, Command } from '../command.ts';
import { connectMessage } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import { accessOf } from '../errors/explain.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { sentence } from '../ui/blocks.ts';
import { wordsIn } from '../ui/formats.ts';
import { connectionMessage, disconnectMessage } from './connection-view.ts';
import { accountWords } from './words.ts';

/** Also for whoever is connected: a sign-in without all its rights is mended by another. */
export const login: Command = async ({ kit, profile, channelId, person }) => {
  const [isConnected, url] = await Promise.all([
    kit.store.links.isConnected(person),
    linkAddress(kit, person, profile, { channelId }),
  ]);
  return [connectMessage(profile.language, url, isConnected ? 'again' : 'first')];
};

/** What is stored here may be worth nothing at KallyAI any more, so it is tried. */
export const status: Command = async (asked) => {
  const { links } = asked.kit.store;
  const { language } = asked.profile;
  const connectedAt = await links.connectedAt(asked.person);
  if (connectedAt === undefined) return [sentence(wordsIn(language).connect.statusNotConnected)];
  const acceptance = await tryAccount(asked);
  // Read last: trying may have renewed them.
  const tokens = await links.find(asked.person);
  if (acceptance === 'ended' || !tokens) return [sentence(accountWords[language].status.ended)];
  return [connectionMessage(asked.profile, { connectedAt, tokens, isAccepted: acceptance === 'accepted' })];
};

async function tryAccount({ kit, person, profile }: Asked): Promise<'accepted' | 'ended' | 'unsure'> {
  try {
    await kit.kally.getStatistics(accessOf(kit, person));
    return 'accepted';
  } catch (error) {
    if (!kallyTroubleOf(profile, error)) throw error;
    kit.log.info({ err: error }, 'an account could not be tried');
    if (error instanceof NotConnected) return 'ended';
    if (!(error instanceof KallyRefusal)) return 'unsure';
    if (error.status === 401) return 'ended';
    // Whoever may not see the statistics is known to KallyAI all the same.
    return error.status === 403 || error.status === 404 ? 'accepted' : 'unsure';
  }
}

/** At once, unless calls need the account; then it is asked once more. */
export const logout: Command = async (asked) => {
  const { kit, person, profile } = asked;
  const underWay = await kit.store.calls.idsUnderWay(person);
  const isConnected = await kit.store.links.isConnected(person);
  if (isConnected && underWay.length > 0) return [disconnectMessage(profile, underWay.length)];
  return [await disconnect(asked)];
};

export async function disconnect({ kit, person, profile }: Pick<Asked, 'kit' | 'person' | 'profile'>) {
  const { connect } = wordsIn(profile.language);
  const wasConnected = await kit.store.links.disconnect(person);
  kit.home.changed(person);
  return sentence(wasConnected ? connect.loggedOut : connect.statusNotConnected);
}
