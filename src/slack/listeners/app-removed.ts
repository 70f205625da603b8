import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { workspaceIdOf } from '../installations.ts';
import type { Kit } from '../kit.ts';

type Heard<Type extends string> = SlackEventMiddlewareArgs<Type> & AllMiddlewareArgs;

/** Both come when the app is removed, in any order, perhaps twice, perhaps for a workspace that is long forgotten. */
export function appUninstalled(kit: Kit) {
  return async (heard: Heard<'app_uninstalled'>): Promise<void> => forgetWorkspace(kit, heard);
}

export function tokensRevoked(kit: Kit) {
  return async (heard: Heard<'tokens_revoked'>): Promise<void> => {
    // Kally has no tokens of people; those of others are none of its business.
    if (heard.event.tokens.bot?.length) await forgetWorkspace(kit, heard);
  };
}

async function forgetWorkspace({ store, log }: Kit, { context, body }: Heard<string>): Promise<void> {
  const { isEnterpriseInstall, enterpriseId, teamId } = context;
  const workspaceId = workspaceIdOf(isEnterpriseInstall || !teamId, enterpriseId, teamId);
  const isForgotten = await store.forgetWorkspace(workspaceId, body.event_time * 1000);
  log.info(
    { workspaceId },
    isForgotten ? 'the app was removed; the workspace is forgotten' : 'the app was removed once, and is back',
  );
}
