import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { callFor } from '../../calls/access.ts';
import { findCall } from '../../calls/find-call.ts';
import type { KnownCall } from '../../calls/known-call.ts';
import type { Call, Person } from '../../domain/call.ts';
import { openAdmin } from '../admin/admin-listeners.ts';
import { connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import { type Kit, personIn } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { helloMessage } from '../messages/answers-view.ts';
import { openPreferences } from '../preferences/preferences-listeners.ts';
import { openView, type Ready, type Trigger } from '../send/open-modal.ts';
import { wordsIn } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { detailsView } from './home-view.ts';

type ButtonClick = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>;
type Clicked = Trigger & { value: string | undefined };

export function homeOpened(kit: Kit): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, context, client }) => {
    const person = personIn(context, event.user);
    if (event.tab === 'messages') await greetOnce(kit, person, client, event.channel);
    else await kit.home.opened(person);
  };
}

async function greetOnce(kit: Kit, person: Person, client: webApi.WebClient, channel: string) {
  const { preferences } = kit.store;
  if ((await preferences.find(person)).greeted) return;
  const before = await preferences.change(person, (known) => ({ ...known, greeted: true }));
  if (before.greeted) return;
  const { language } = await kit.profiles.of(person, client);
  await client.chat.postMessage({ channel, ...helloMessage(language, person.userId) });
}

/** A button of the Home tab, where there is no conversation: what it brings comes in a modal. */
const onHome =
  (open: (kit: Kit, clicked: Clicked) => Promise<void>) =>
  (kit: Kit): ButtonClick =>
  async ({ ack, body, action, context, client }) => {
    await ack();
    const person = personIn(context, body.user.id);
    await open(kit, { person, client, triggerId: body.trigger_id, value: action.value });
  };

export const changePreferences = onHome(openPreferences);

export const openAdminFromHome = onHome(openAdmin);

/** Made anew at each click, because the address works for ten minutes and a Home tab stands for days. */
export const connectFromHome = onHome(async (kit, clicked) =>
  openView(kit, clicked, prepareConnect(kit, clicked)),
);

async function prepareConnect(kit: Kit, { person, client }: Clicked): Promise<Ready> {
  const profile = await kit.profiles.of(person, client);
  const url = await linkAddress(kit, person, profile, { channelId: person.userId });
  return { view: connectView(profile.language, url, 'first') };
}

export const showDetails = onHome(async (kit, clicked) =>
  openView(kit, clicked, prepareDetails(kit, clicked)),
);

async function prepareDetails(kit: Kit, { person, client, value }: Clicked): Promise<Ready> {
  const [profile, found] = await Promise.all([kit.profiles.of(person, client), callFor(kit, person, value)]);
  const { language } = profile;
  if ('sorry' in found) return { view: noticeView(language, wordsIn(language).card[found.sorry]) };
  return { view: detailsView(profile, await allOf(kit, person, found.call)) };
}

/** With what KallyAI alone keeps of it; without, while KallyAI does not answer. */
async function allOf(kit: Kit, person: Person, ours: Call): Promise<KnownCall> {
  try {
    const found = await findCall(kit, person, ours.id);
    return typeof found === 'string' ? { ours } : found;
  } catch (error) {
    if (!kallyTroubleOf(ours.request, error)) throw error;
    kit.log.info({ err: error }, 'details of a call without what KallyAI keeps');
    return { ours };
  }
}
