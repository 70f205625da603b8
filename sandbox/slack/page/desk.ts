import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SandboxState, WireChannel, WireMessage } from '../wire.ts';
import type { Desk } from './conversation.tsx';

const idOf = ({ channelId, ts }: WireMessage): string => `${channelId}/${ts}`;

/** What a client keeps to itself: drafts, and private messages that were dismissed. */
export function useDesk(openThread: Desk['openThread']): Desk {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const dismiss = useCallback(
    (message: WireMessage) => setDismissed((before) => new Set(before).add(idOf(message))),
    [],
  );
  return useMemo(
    () => ({
      openThread,
      dismiss,
      isDismissed: (message) => message.isEphemeral && dismissed.has(idOf(message)),
      draft: (key) => drafts[key] ?? '',
      setDraft: (key, text) => setDrafts((before) => ({ ...before, [key]: text })),
    }),
    [openThread, dismiss, dismissed, drafts],
  );
}

// Outlives a change of person, as each of them has read what they have read.
const readUpTo = new Map<string, string>();
const pageOpenedAt = (Date.now() / 1000).toFixed(6);

/** Unread is what others wrote, at the top level, since the person last had the channel open. */
export function useUnread(
  { me }: SandboxState,
  shown: WireChannel | undefined,
): (channel: WireChannel) => boolean {
  const newest = shown?.messages.at(-1)?.ts;
  useEffect(() => {
    if (shown && newest) readUpTo.set(`${me.id}/${shown.id}`, newest);
  }, [me.id, shown, newest]);
  return (channel) => {
    if (channel.id === shown?.id) return false;
    const read = readUpTo.get(`${me.id}/${channel.id}`) ?? pageOpenedAt;
    return channel.messages.some(({ ts, userId }) => userId !== me.id && ts > read);
  };
}
