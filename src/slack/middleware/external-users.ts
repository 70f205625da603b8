import type { AnyMiddlewareArgs, Context, Middleware } from '@slack/bolt';
import { z } from 'zod';
import { connectWords } from '../connect/words.ts';
import { personIn } from '../context.ts';
import { tellPrivately } from '../send/say.ts';
import { noticeView } from '../ui/notices.ts';
import type { Profiles } from '../workspace/profiles.ts';

/** Commands, clicks and messages name the person's own workspace in different fields; messages in any of three. */
const bodySchema = z.object({
  user_id: z.string().optional().catch(undefined),
  team_id: z.string().optional().catch(undefined),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }).optional().catch(undefined),
  event: z
    .object({
      user: z.string(),
      user_team: z.string().nullish(),
      source_team: z.string().nullish(),
      team: z.string().nullish(),
    })
    .optional()
    .catch(undefined),
});
type Doer = { userId: string; teamId: string };

/**
 * Members of another workspace meet this Kally in shared channels (Slack Connect). The admins of this workspace do not answer for them.
 * They can read our messages but not use the app; they use the Kally of their own workspace.
 */
export function refuseExternalUsers({ profiles }: { profiles: Profiles }): Middleware<AnyMiddlewareArgs> {
  return async ({ next, ...args }) => {
    const { body, context, client } = args;
    const doer = doerOf(body);
    if (!doer || !isExternal(doer, context)) return next();
    const person = personIn(context, doer.userId);
    const { language } = await profiles.of(person, client);
    const { stranger } = connectWords[language];
    if ('options' in args) return args.ack({ options: [] });
    if ('view' in args)
      return (args as { ack: (answer: object) => Promise<void> }).ack({
        response_action: 'update',
        view: noticeView(language, stranger),
      });
    if ('ack' in args && args.ack) await args.ack();
    const asker = { person, client, ...('respond' in args && args.respond && { respond: args.respond }) };
    await tellPrivately(asker, stranger);
  };
}

function doerOf(body: unknown): Doer | undefined {
  const { user, event, ...command } = bodySchema.parse(body);
  const userId = user?.id ?? event?.user ?? command.user_id;
  const teamId = event
    ? (event.user_team ?? event.source_team ?? event.team)
    : (user?.team_id ?? command.team_id);
  return userId && teamId ? { userId, teamId } : undefined;
}

/** An organisation's people may be in any of its workspaces; Slack's payloads do not say which organisation a team belongs to. */
function isExternal({ teamId }: Doer, { isEnterpriseInstall, teamId: ours, enterpriseId }: Context): boolean {
  return !isEnterpriseInstall && teamId !== ours && teamId !== enterpriseId;
}
