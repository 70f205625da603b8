import type { webApi } from '@slack/bolt';
import type { Post } from '../../store/posts.ts';

/** The Slack address of a message; `undefined` when it is deleted, or Slack does not say. */
export async function permalinkOf(
  client: webApi.WebClient,
  { channelId, ts }: Pick<Post, 'channelId' | 'ts'>,
): Promise<string | undefined> {
  return client.chat.getPermalink({ channel: channelId, message_ts: ts }).then(
    ({ permalink }) => permalink,
    () => undefined,
  );
}
