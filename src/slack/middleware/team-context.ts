import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';

const bodySchema = z.object({ user: z.object({ team_id: z.string() }) });

/**
 * The workspace of an organisation that somebody is in. For actions in a view, Slack may name the organisation instead
 * (`app_installed_team_id`), and Bolt takes that; the workspace is beside the person.
 */
export const nameTeam: Middleware<AnyMiddlewareArgs> = async ({ body, context, next }) => {
  if (context.isEnterpriseInstall && context.teamId === context.enterpriseId) {
    const teamId = bodySchema.safeParse(body).data?.user.team_id;
    if (teamId) context.teamId = teamId;
  }
  await next();
};
