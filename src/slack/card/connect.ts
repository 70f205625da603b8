import { draftOf } from '../../domain/call-request.ts';
import { connectView } from '../connect/connect-view.ts';
import { linkAddress } from '../connect/link-address.ts';
import type { Interaction } from '../context.ts';
import { deniedWords } from '../errors/words.ts';
import { openModal, type Ready } from '../send/open-modal.ts';
import { noticeView } from '../ui/notices.ts';

/** *Connect KallyAI*, on a call that lacked an account. Afterwards, the form continues with the request. */
export async function connectForCall(i: Interaction, callId: string | undefined): Promise<void> {
  await openModal(i, prepareConnect(i, callId));
}

async function prepareConnect(i: Interaction, callId: string | undefined): Promise<Ready> {
  const [{ language }, found] = await Promise.all([
    i.profile(),
    i.deps.calls.allow(i.actor, 'callAgain', callId),
  ]);
  if ('denied' in found) return { view: noticeView(language, deniedWords[language][found.denied]) };
  const { request, channelId } = found.call;
  const link = await linkAddress(i, { draft: draftOf(request), channelId });
  return { view: connectView(language, link, 'kept') };
}
