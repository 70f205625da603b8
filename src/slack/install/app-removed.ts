import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { workspaceIdOf } from './installations.ts';

type Deps = { store: Store; log: Logger };
type Heard<Type extends string> = SlackEventMiddlewareArgs<Type> & AllMiddlewareArgs;

/** Slack sends both when the app is removed: in any order, perhaps twice, perhaps for a workspace that is already forgotten. */
export function appUninstalled(deps: Deps) {
  return async (heard: Heard<'app_uninstalled'>): Promise<void> => forgetWorkspace(deps, heard);
}

export function tokensRevoked(deps: Deps) {
  return async (heard: Heard<'tokens_revoked'>): Promise<void> => {
    // Only the bot's token matters: Kally has no tokens of people.
    if (heard.event.tokens.bot?.length) await forgetWorkspace(deps, heard);
  };
}

/** One or more workspaces of an organisation lost the app; the organisation's installation and its other workspaces stay. */
export function teamAccessRevoked({ store, log }: Deps) {
  return async ({ event, context, body }: Heard<'team_access_revoked'>): Promise<void> => {
    const organisationId = context.enterpriseId ?? body.enterprise_id;
    const teamIds = teamIdsSchema.safeParse(event.team_ids).data;
    if (!organisationId || !teamIds) return;
    await store.forgetTeams(organisationId, teamIds, body.event_time * 1000);
    log.info({ workspaceId: organisationId, teamIds }, 'workspaces of an organisation are forgotten');
  };
}

const teamIdsSchema = z.array(z.string());

async function forgetWorkspace({ store, log }: Deps, { context, body }: Heard<string>): Promise<void> {
  const { isEnterpriseInstall, enterpriseId, teamId } = context;
  const workspaceId = workspaceIdOf(isEnterpriseInstall || !teamId, enterpriseId, teamId);
  const isForgotten = await store.forgetWorkspace(workspaceId, body.event_time * 1000);
  log.info(
    { workspaceId },
    isForgotten ? 'the app was removed; the workspace is forgotten' : 'the app was removed once, and is back',
  );
}
