import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import { isMobile } from '../domain/phone.ts';
import { isArranged, resultOf } from '../domain/result.ts';
import type { Store } from '../store/store.ts';
import { hasCardThere } from './access.ts';
import type { AskChannel } from './policies.ts';

export type ShareBusinessDeps = {
  store: Pick<Store, 'posts' | 'preferences' | 'rules' | 'businesses'>;
  isOpenToAll: AskChannel['isOpenToAll'];
  log: Logger;
};

/**
 * A business that arranged something becomes one that is suggested to the whole workspace, if everybody could read that it was called: the
 * card stands in a public channel, and the requester does not keep such businesses to themselves. A mobile number may be somebody's own.
 */
export function createShareBusiness({ store, isOpenToAll, log }: ShareBusinessDeps) {
  return async function shareBusiness(call: Call): Promise<void> {
    const { requester, request, channelId } = call;
    if (!isArranged(resultOf(call))) return;
    if (!request.businessName || isMobile(request.phone) || channelId === requester.userId) return;
    const [{ businesses }, { rules }, isThere] = await Promise.all([
      store.preferences.find(requester),
      store.rules.find(requester.workspaceId),
      hasCardThere(store.posts, call),
    ]);
    if (businesses === 'me' || rules.privateCategories.includes(request.category) || !isThere) return;
    if (!(await isOpenToAll(requester, channelId))) return;
    await store.businesses.share(call.id);
    log.info({ callId: call.id }, 'the business of this call is suggested to the workspace');
  };
}
