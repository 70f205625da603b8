import type { Draft } from '../../domain/call-request.ts';
import { connectMessage, connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Kit } from '../context.ts';
import { openView, type Ready, type Trigger } from '../send/open-modal.ts';
import { sentence } from '../ui/blocks.ts';
import { noticeView } from '../ui/notices.ts';
import { isDirectMessage } from '../workspace/channels.ts';
import type { Profile } from '../workspace/profiles.ts';
import { newCallForm } from './form-state.ts';
import { callFormView } from './form-view.ts';

/** What the form starts from, or why there is nothing to start from. */
export type Start =
  | { draft: Draft; channelId: string; foundPhones?: string[]; refused?: string | undefined }
  | { sorry: string };

export type FormRequest = Trigger & {
  start: (profile: Profile) => Start | Promise<Start>;
};

/** Opens the form, or the way to connect an account, before the trigger expires. */
export async function openCallForm(kit: Kit, asked: FormRequest): Promise<void> {
  await openView(kit, asked, prepare(kit, asked));
}

async function prepare(kit: Kit, asked: FormRequest): Promise<Ready> {
  const { person } = asked;
  const [isConnected, preferences, savedPlaces, { profile, start }] = await Promise.all([
    kit.store.links.isConnected(person),
    kit.store.preferences.find(person),
    kit.savedPlaces.has(person),
    startOf(kit, asked),
  ]);
  if ('sorry' in start) return sorry(profile, start.sorry);
  if (!isConnected) return connect(profile, await linkAddress(kit, person, profile, start));
  const { language, timeZone, country } = profile;
  const { name, callLanguage, callbackPhone } = preferences;
  const isDirect = isDirectMessage(start.channelId) || start.channelId === person.userId;
  const channelId = isDirect ? undefined : start.channelId;
  const form = newCallForm({
    language,
    timeZone,
    country,
    channelId,
    callbackPhone,
    hasSavedPlaces: savedPlaces,
    foundPhones: start.foundPhones,
    refused: start.refused,
    canPostHere: channelId ? await kit.places.canPostIn(asked, channelId) : 'no',
    draft: { ...(name && { name }), ...(callLanguage && { callLanguage }), ...start.draft },
  });
  return { view: callFormView(form, kit.clock.now()) };
}

async function startOf({ profiles }: Kit, { person, client, start }: FormRequest) {
  const profile = await profiles.of(person, client);
  return { profile, start: await start(profile) };
}

function connect({ language }: Profile, url: string): Ready {
  return { view: connectView(language, url, 'form'), message: connectMessage(language, url, 'form') };
}

function sorry({ language }: Profile, text: string): Ready {
  return { view: noticeView(language, text), message: sentence(text) };
}
