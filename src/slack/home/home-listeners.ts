import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { KnownCall } from '../../calls/known-call.ts';
import type { Call } from '../../domain/call.ts';
import { openAdmin } from '../admin/admin-listeners.ts';
import { pageUrlFor } from '../call/page-link.ts';
import { connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import { type Deps, type Interaction, interactionOf, onClick } from '../context.ts';
import { kallyTroubleOf } from '../errors/kally-errors.ts';
import { deniedWords } from '../errors/words.ts';
import { helloMessage } from '../messages/answers-view.ts';
import { suggestPrompts } from '../messages/suggested-prompts.ts';
import { openPreferences } from '../preferences/preferences-listeners.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { noticeView } from '../ui/notices.ts';
import { detailsView } from './home-view.ts';

export function homeOpened(deps: Deps): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, context, client }) => {
    const i = interactionOf(deps, { context, client, userId: event.user, channelId: event.channel });
    if (event.tab === 'messages') await Promise.all([greetOnce(i), suggestPrompts(i)]);
    else await deps.home.opened(i.person);
  };
}

async function greetOnce({ deps, person, client, channelId, profile }: Interaction) {
  const { preferences, linkAttempts, links } = deps.store;
  if ((await preferences.find(person)).greeted) return;
  // The Home tab already shows it.
  if (await linkAttempts.findAwaitingCode(person, deps.clock.now())) return;
  const before = await preferences.change(person, (stored) => ({ ...stored, greeted: true }));
  if (before.greeted) return;
  const { language } = await profile();
  const hello = helloMessage(language, person.userId, await links.isConnected(person));
  await client.chat.postMessage({ channel: channelId, ...hello });
}

export const changePreferences = onClick((i) => openPreferences(i));

export const openAdminFromHome = onClick((i) => openAdmin(i));

/** A new address at each click, because it works for ten minutes and a Home tab is open for days. */
export const connectFromHome = onClick((i) => openModal(i, prepareConnect(i)));

async function prepareConnect(i: Interaction): Promise<Ready> {
  const [{ language }, link] = await Promise.all([i.profile(), linkAddress(i)]);
  return { view: connectView(language, link, 'first') };
}

export const showDetails = onClick((i, callId) => openModal(i, prepareDetails(i, callId)));

async function prepareDetails(i: Interaction, callId: string | undefined): Promise<Ready> {
  const [profile, found] = await Promise.all([
    i.profile(),
    i.deps.calls.allow(i.actor, 'readDetails', callId),
  ]);
  const { language } = profile;
  if ('denied' in found) return { view: noticeView(language, deniedWords[language][found.denied]) };
  const known = await allOf(i, found.call);
  return { view: detailsView(profile, known, pageUrlFor(i, known)) };
}

/** With the details that only KallyAI keeps, if KallyAI answers. */
async function allOf({ deps, actor }: Interaction, ours: Call): Promise<KnownCall> {
  try {
    const found = await deps.calls.find(actor, ours.id);
    return typeof found === 'string' ? { ours } : found;
  } catch (error) {
    if (!kallyTroubleOf(ours.request, error)) throw error;
    deps.log.info({ err: error }, 'details of a call without what KallyAI keeps');
    return { ours };
  }
}
