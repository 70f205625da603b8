import type { SandboxState, WireChannel, WireFile, WireMessage, WireNotice, WirePerson } from './wire.ts';

export type StoredMessage = Omit<WireMessage, 'replies'>;
export type StoredChannel = Pick<WireChannel, 'id' | 'name' | 'kind' | 'memberIds' | 'prompts'> & {
  messages: StoredMessage[];
};
type Ephemeral = { viewerId: string; message: StoredMessage };
type SavedState = { channels: StoredChannel[]; ephemerals: Ephemeral[] };
export type State = ReturnType<typeof createState>;

/** What is on everybody's screen; who changes it says so by `changed`. */
export function createState(people: WirePerson[], channels: StoredChannel[], botUserId: string) {
  const listeners = new Set<(version: number) => void>();
  const ephemerals: Ephemeral[] = [];
  const notices: { viewerId: string; notice: WireNotice }[] = [];
  let version = 0;
  let lastId = 0;

  function changed() {
    version += 1;
    for (const listener of listeners) listener(version);
  }

  const channel = (id: string) => channels.find((one) => one.id === id);
  const person = (id: string) => people.find((one) => one.id === id);

  function findMessage(channelId: string, ts: string) {
    return channel(channelId)?.messages.find((message) => message.ts === ts);
  }

  function put(message: StoredMessage) {
    const messages = channel(message.channelId)?.messages;
    if (!messages) return;
    const at = messages.findIndex((one) => one.ts === message.ts);
    if (at >= 0) messages[at] = message;
    else messages.push(message);
    changed();
  }

  function remove(channelId: string, ts: string) {
    const messages = channel(channelId)?.messages ?? [];
    const at = messages.findIndex((one) => one.ts === ts);
    if (at >= 0) messages.splice(at, 1);
    changed();
  }

  function notify(viewerId: string, text: string) {
    notices.push({ viewerId, notice: { id: ++lastId, text, at: Date.now() } });
    changed();
  }

  function dropNotices(viewerId: string, id?: number) {
    removeWhere(notices, (one) => one.viewerId === viewerId && (id === undefined || one.notice.id === id));
    changed();
  }

  function putEphemeral(viewerId: string, message: StoredMessage) {
    const at = ephemerals.findIndex((one) => one.viewerId === viewerId && one.message.ts === message.ts);
    if (at >= 0) ephemerals[at] = { viewerId, message };
    else ephemerals.push({ viewerId, message });
    changed();
  }

  function dropEphemerals(viewerId: string, ts?: string) {
    removeWhere(
      ephemerals,
      (one) => one.viewerId === viewerId && (ts === undefined || one.message.ts === ts),
    );
    changed();
  }

  const ephemeralsOf = (viewerId: string, channelId?: string): WireMessage[] =>
    ephemerals
      .filter((one) => one.viewerId === viewerId && (!channelId || one.message.channelId === channelId))
      .map(({ message }) => ({ ...message, replies: [] }));

  /** The channel as this person's client draws it: parents with their replies, their own ephemeral messages among them. */
  function messagesFor(channelId: string, viewerId?: string): WireMessage[] {
    const own = viewerId ? ephemeralsOf(viewerId, channelId) : [];
    const all = [...(channel(channelId)?.messages ?? []), ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
    const isReply = (message: StoredMessage) =>
      message.threadTs !== undefined && message.threadTs !== message.ts;
    return all
      .filter((message) => !isReply(message))
      .map((parent) =>
        nest(
          parent,
          all.filter((one) => isReply(one) && one.threadTs === parent.ts),
        ),
      );
  }

  function channelsFor(viewerId: string): WireChannel[] {
    return channels
      .filter((one) => canSee(one, person(viewerId)))
      .map((one) => ({
        ...one,
        name: one.kind === 'im' ? nameOf(one.memberIds.find((id) => id !== viewerId) ?? viewerId) : one.name,
        hasBot: one.memberIds.includes(botUserId),
        messages: messagesFor(one.id, viewerId),
      }));
  }

  const nameOf = (id: string) => person(id)?.realName ?? id;

  return {
    people,
    channels,
    channel,
    person,
    findMessage,
    put,
    remove,
    notify,
    dropNotices,
    noticesOf: (viewerId: string): WireNotice[] =>
      notices.filter((one) => one.viewerId === viewerId).map((one) => one.notice),
    putEphemeral,
    dropEphemerals,
    ephemeralsOf,
    messagesFor,
    channelsFor,
    changed,
    version: (): SandboxState['version'] => version,
    onChange(listener: (version: number) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    save: () => ({ channels, ephemerals }),
    /** Into the channels that are there; of one that is no more, nothing comes back. */
    restore(saved: SavedState) {
      for (const { id, memberIds, messages } of saved.channels) {
        const own = channel(id);
        if (own) Object.assign(own, { memberIds, messages });
      }
      ephemerals.push(...saved.ephemerals);
      changed();
    },
    files: (): WireFile[] => channels.flatMap((one) => one.messages.flatMap((message) => message.files)),
  };
}

function canSee(channel: StoredChannel, viewer: WirePerson | undefined): boolean {
  if (!viewer) return false;
  return channel.memberIds.includes(viewer.id) || (channel.kind === 'public' && !viewer.isGuest);
}

function nest(parent: StoredMessage, replies: StoredMessage[]): WireMessage {
  const thread = replies.length > 0 ? { threadTs: parent.ts } : {};
  return { ...parent, ...thread, replies: replies.map((reply) => ({ ...reply, replies: [] })) };
}

function removeWhere<T>(list: T[], isGone: (item: T) => boolean) {
  list.splice(0, list.length, ...list.filter((item) => !isGone(item)));
}
