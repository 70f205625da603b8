import { readUsage } from '../../accounts/usage.ts';
import { type FewLeft, stillCounts } from '../../domain/allowance.ts';
import type { Draft } from '../../domain/call-request.ts';
import { connectMessage, connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Interaction } from '../context.ts';
import { refusalOf } from '../errors/refusals.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { sentence } from '../ui/blocks.ts';
import { noticeView } from '../ui/notices.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import type { Profile } from '../workspace/profiles.ts';
import { newCallForm } from './form-state.ts';
import { callFormView } from './form-view.ts';
import { unlessSlow } from './read-text.ts';

/** What the form starts from, or why there is nothing to start from. */
export type Start =
  | {
      draft: Draft;
      channelId: string;
      foundPhones?: string[];
      refused?: string | undefined;
      /** The attempt to connect that the form continues. */
      attemptId?: string;
      /** The proposal that the form confirms. */
      proposalId?: string | undefined;
    }
  | { sorry: string };

/** Opens the form, or the way to connect an account, before the trigger expires. */
export async function openCallForm(
  i: Interaction,
  start: (profile: Profile) => Start | Promise<Start>,
): Promise<void> {
  await openModal(i, prepareForm(i, start));
}

export async function prepareForm(i: Interaction, begin: Parameters<typeof openCallForm>[1]): Promise<Ready> {
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
  const { draft, foundPhones, refused, attemptId, proposalId } = start;
  if (!isConnected) {
    const link = await linkAddress(i, {
      draft,
      channelId: start.channelId,
      ...(proposalId && { proposalId }),
    });
    const reason = Object.keys(draft).length > 0 ? 'kept' : 'first';
    return { view: connectView(language, link, reason), message: connectMessage(language, link, reason) };
  }
  deps.callCosts.ask();
  const { name = profile.name, callLanguage, callbackPhone, fewLeft } = preferences;
  const isDirect = isDirectMessage(start.channelId) || start.channelId === person.userId;
  const channelId = isDirect ? undefined : start.channelId;
  const form = newCallForm({
    language,
    timeZone,
    country,
    channelId,
    // What a button or an earlier call names may be a channel that the person is not in.
    isOpenedThere: channelId === i.channelId,
    callbackPhone,
    hasSavedBusinesses,
    foundPhones,
    refused,
    attemptId,
    proposalId,
    callsLeft: left,
    approval: rules.approval,
    privateCategories: rules.privateCategories,
    allowedChannels: rules.channels,
    fewLeft: fewLeft && remembered(i, fewLeft),
    canPostHere: channelId ? await deps.channels.canPostLately(i, channelId) : 'no',
    draft: { ...(name && { name }), ...(callLanguage && { callLanguage }), ...draft },
  });
  return { view: callFormView(form, deps.clock.now()) };
}

/** The form does not wait for KallyAI: it warns by the last known rest, and asks for the current one for the next form. */
function remembered({ deps, person }: Interaction, fewLeft: FewLeft): FewLeft | undefined {
  readUsage(deps, person).catch((err: unknown) => deps.log.info({ err }, 'no usage for the next form'));
  return stillCounts(fewLeft, deps.clock.now()) ? fewLeft : undefined;
}

async function startOf(i: Interaction, begin: Parameters<typeof openCallForm>[1]) {
  const profile = await i.profile();
  return { profile, start: await begin(profile) };
}

async function hasBusinesses({ deps, actor }: Interaction): Promise<boolean> {
  const businesses = await unlessSlow(deps.calls.savedBusinessesOf(actor), () => []);
  return businesses.length > 0;
}
