import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Person } from '../../domain/person.ts';
import type { Store } from '../../store/store.ts';
import { workspaceIdOf } from './installations.ts';

type Heard = SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs;

const changedSchema = z.object({ user: z.object({ id: z.string(), deleted: z.literal(true) }) });

/** Deletes the tokens of a deactivated person: only an intruder could use them. Their calls stay for the admins. */
export function personChanged({
  store,
  log,
}: {
  store: Pick<Store, 'links' | 'assistantTokens'>;
  log: Logger;
}) {
  return async ({ event, context }: Heard): Promise<void> => {
    // Slack reports every change of a profile.
    const changed = changedSchema.safeParse(event).data;
    if (!changed) return;
    const { isEnterpriseInstall, enterpriseId, teamId } = context;
    const workspaceId = workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId);
    const userId = changed.user.id;
    await store.assistantTokens.revoke({ workspaceId, userId });
    if (await store.links.disconnect({ workspaceId, userId }))
      log.info({ workspaceId, userId }, 'somebody was deactivated in Slack; their account is disconnected');
  };
}

/** Whether Slack has deactivated somebody; `undefined` if that is unknown now. */
export async function isDeactivated(
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>,
  { workspaceId, userId }: Person,
): Promise<boolean | undefined> {
  try {
    const client = await clientFor(workspaceId);
    const { user } = await client.users.info({ user: userId });
    return user?.deleted;
  } catch {
    return undefined;
  }
}
