import { randomBytes } from 'node:crypto';
import { checkBlocks } from './check-blocks.ts';
import type { Answer } from './emulated.ts';
import type { Content, Messenger } from './messenger.ts';
import type { State } from './state.ts';
import { refusal } from './views.ts';
import { team } from './world.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
const lifeMs = 30 * 60_000;
const mostUses = 5;
const pathPrefix = `/actions/${team.id}/`;

type Origin = {
  userId: string;
  channelId: string;
  message?: { ts: string; isEphemeral: boolean; threadTs?: string };
};
type Issued = Origin & { expiresAt: number; uses: number };
type Reply = Content & {
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  delete_original?: boolean;
  thread_ts?: string;
};
export type ResponseUrls = ReturnType<typeof createResponseUrls>;

export function createResponseUrls(deps: {
  url: string;
  now: () => number;
  messenger: Messenger;
  state: State;
}) {
  const { url, now, messenger, state } = deps;
  const issued = new Map<string, Issued>();

  function issue(origin: Origin): string {
    const path = `${pathPrefix}${randomBytes(6).toString('hex')}/${randomBytes(18).toString('base64url')}`;
    issued.set(path, { ...origin, expiresAt: now() + lifeMs, uses: 0 });
    return url + path;
  }

  async function answer(path: string, body: unknown): Promise<{ status: number; answer: Answer }> {
    const found = issued.get(path);
    if (!found) return { status: 404, answer: refusal('invalid_url') };
    if (now() >= found.expiresAt) return { status: 404, answer: refusal('expired_url') };
    if (found.uses >= mostUses) return { status: 404, answer: refusal('used_url') };
    found.uses += 1;
    const result = await reply(found, body as Reply);
    return { status: result.ok ? 200 : 400, answer: result };
  }

  /** Does what an app asked for on a `response_url` or in the body of its ack. */
  async function reply(origin: Origin, body: Reply): Promise<Answer> {
    const { message } = origin;
    if (body.delete_original && message) return done(remove(origin, message));
    if (!body.text && !body.blocks?.length) return refusal('no_text');
    const faults = checkBlocks('message', body);
    if (faults.length > 0) return refusal('invalid_blocks', faults);
    if (body.replace_original && message) return done(replace(origin, message, body));
    // Only what is posted for all can go to a thread, and only to one that is named: by itself nothing does.
    if (body.response_type === 'in_channel')
      return done(messenger.post(origin.channelId, body, body.thread_ts));
    return done(messenger.whisper(origin.userId, origin.channelId, body));
  }

  function remove({ userId, channelId }: Origin, { ts, isEphemeral }: NonNullable<Origin['message']>) {
    return isEphemeral ? state.dropEphemerals(userId, ts) : messenger.remove(channelId, ts);
  }

  function replace({ userId, channelId }: Origin, message: NonNullable<Origin['message']>, content: Content) {
    if (!message.isEphemeral) return messenger.edit(channelId, message.ts, content);
    const { ts, threadTs } = message;
    return messenger.whisper(userId, channelId, content, { ts, ...(threadTs ? { threadTs } : {}) });
  }

  return {
    issue,
    answer,
    reply,
    owns: (path: string) => path.startsWith(pathPrefix),
    save: () => [...issued].filter(([, { expiresAt }]) => expiresAt > now()),
    restore(saved: [path: string, Issued][]) {
      for (const [path, origin] of saved) issued.set(path, origin);
    },
  };
}

async function done(work: unknown): Promise<Answer> {
  await work;
  return { ok: true };
}
