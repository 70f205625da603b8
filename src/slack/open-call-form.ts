import type { Draft } from '../domain/call-request.ts';
import { newCallForm } from './call-form.ts';
import { late, within } from './deadline.ts';
import { type Asker, type Kit, tellPrivately } from './kit.ts';
import { linkAddress } from './link-address.ts';
import { canPostIn, isDirectMessage } from './places.ts';
import type { Profile } from './profiles.ts';
import { type Message, type ModalView, section } from './views/blocks.ts';
import { callFormView } from './views/call-form.ts';
import { connectMessage, connectView } from './views/connect.ts';
import { brokenView, momentView, noticeView } from './views/moment.ts';

/** A trigger lives 3 s: whatever is not known by then comes into a view that is open already. */
const triggerMarginMs = 1_000;
const patienceMs = 10_000;

/** What the form starts from, or why there is nothing to start from. */
export type Start = { draft: Draft; channelId: string; foundPhones?: string[] } | { sorry: string };

export type FormRequest = Asker & {
  triggerId: string;
  start: (profile: Profile) => Start | Promise<Start>;
};

/** A view to open; with a message that says it better than a modal, where the person is in a conversation. */
type Ready = { view: ModalView; message?: Message };

/** Opens the form, or the way to connect an account, before the trigger expires. */
export async function openCallForm(kit: Kit, asked: FormRequest): Promise<void> {
  const { client, triggerId } = asked;
  const preparing = prepare(kit, asked);
  const ready = await within(triggerMarginMs, preparing);
  if (ready !== late) {
    if (ready.message && asked.respond) return tellPrivately(asked, ready.message);
    await client.views.open({ trigger_id: triggerId, view: ready.view });
    return;
  }
  const language = kit.profiles.languageOf(asked.person);
  const { view } = await client.views.open({ trigger_id: triggerId, view: momentView(language) });
  const viewId = view?.id ?? '';
  try {
    const atLast = await within(patienceMs, preparing);
    if (atLast === late) throw new Error(`the form was not ready within ${patienceMs} ms`);
    await client.views.update({ view_id: viewId, view: atLast.view });
  } catch (error) {
    await client.views.update({ view_id: viewId, view: brokenView(language) });
    throw error;
  }
}

async function prepare(kit: Kit, asked: FormRequest): Promise<Ready> {
  const { person, client } = asked;
  const [isConnected, preferences, { profile, start }] = await Promise.all([
    kit.store.links.isConnected(person),
    kit.store.preferences.find(person),
    startOf(kit, asked),
  ]);
  if ('sorry' in start) return sorry(profile, start.sorry);
  if (!isConnected) return connect(profile, await linkAddress(kit, person, profile, start));
  const { language, timeZone, country } = profile;
  const isDirect = isDirectMessage(start.channelId) || start.channelId === person.userId;
  const channelId = isDirect ? undefined : start.channelId;
  const form = newCallForm({
    language,
    timeZone,
    country,
    channelId,
    foundPhones: start.foundPhones,
    canPostHere: channelId ? await canPostIn(client, channelId) : 'no',
    draft: { ...preferences, ...start.draft },
  });
  return { view: callFormView(form, kit.clock.now()) };
}

async function startOf({ profiles }: Kit, { person, client, start }: FormRequest) {
  const profile = await profiles.of(person, client);
  return { profile, start: await start(profile) };
}

function connect({ language }: Profile, url: string): Ready {
  return { view: connectView(language, url), message: connectMessage(language, url, 'form') };
}

function sorry({ language }: Profile, text: string): Ready {
  return { view: noticeView(language, text), message: { text, blocks: [section(text)] } };
}
