import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';

const bodySchema = z.object({ user: z.object({ team_id: z.string() }) });

/**
 * In which workspace of an organisation somebody is. Where they act in a view, Slack may name the organisation in its place
 * (`app_installed_team_id`), and Bolt takes that; beside the person stands their workspace.
 */
export const nameTeam: Middleware<AnyMiddlewareArgs> = async ({ body, context, next }) => {
  const teamId = bodySchema.safeParse(body).data?.user.team_id;
  if (context.isEnterpriseInstall && context.teamId === context.enterpriseId && teamId)
    context.teamId = teamId;
  await next();
};
