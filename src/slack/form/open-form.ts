import type { Draft } from '../../domain/call-request.ts';
import { connectMessage, connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Interaction } from '../context.ts';
import { refusalOf } from '../errors/refusals.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { late, within } from '../transport/deadline.ts';
import { sentence } from '../ui/blocks.ts';
import { noticeView } from '../ui/notices.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import type { Profile } from '../workspace/profiles.ts';
import { newCallForm } from './form-state.ts';
import { callFormView } from './form-view.ts';

/** A form does not wait for what only saves typing. */
const businessesPatienceMs = 600;

/** What the form starts from, or why there is nothing to start from. */
export type Start =
  | { draft: Draft; channelId: string; foundPhones?: string[]; refused?: string | undefined }
  | { sorry: string };

/** Opens the form, or the way to connect an account, before the trigger expires. */
export async function openCallForm(
  i: Interaction,
  start: (profile: Profile) => Start | Promise<Start>,
): Promise<void> {
  await openModal(i, prepare(i, start));
}

async function prepare(i: Interaction, begin: Parameters<typeof openCallForm>[1]): Promise<Ready> {
  const { deps, person } = i;
  const [isConnected, preferences, hasSavedBusinesses, standing, { profile, start }] = await Promise.all([
    deps.store.links.isConnected(person),
    deps.store.preferences.find(person),
    hasBusinesses(i),
    deps.calls.standingOf(i.actor),
    startOf(i, begin),
  ]);
  const { language, timeZone, country } = profile;
  if ('sorry' in start) return { view: noticeView(language, start.sorry), message: sentence(start.sorry) };
  const { rules, bar, left } = standing;
  if (bar) {
    const { sentence: why } = refusalOf({ code: bar }, language);
    return { view: noticeView(language, why), message: sentence(why) };
  }
  const { draft, foundPhones, refused } = start;
  if (!isConnected) {
    const url = await linkAddress(i, { draft, channelId: start.channelId });
    return { view: connectView(language, url, 'form'), message: connectMessage(language, url, 'form') };
  }
  const { name, callLanguage, callbackPhone } = preferences;
  const isDirect = isDirectMessage(start.channelId) || start.channelId === person.userId;
  const channelId = isDirect ? undefined : start.channelId;
  const form = newCallForm({
    language,
    timeZone,
    country,
    channelId,
    callbackPhone,
    hasSavedBusinesses,
    foundPhones,
    refused,
    callsLeft: left,
    privateCategories: rules.privateCategories,
    allowedChannels: rules.channels,
    canPostHere: channelId ? await deps.channels.canPostLately(i, channelId) : 'no',
    draft: { ...(name && { name }), ...(callLanguage && { callLanguage }), ...draft },
  });
  return { view: callFormView(form, deps.clock.now()) };
}

async function startOf(i: Interaction, begin: Parameters<typeof openCallForm>[1]) {
  const profile = await i.profile();
  return { profile, start: await begin(profile) };
}

async function hasBusinesses({ deps, actor }: Interaction): Promise<boolean> {
  const found = deps.calls.savedBusinessesOf(actor).then(
    (businesses) => businesses.length > 0,
    () => false,
  );
  const answer = await within(businessesPatienceMs, found);
  return answer !== late && answer;
}
