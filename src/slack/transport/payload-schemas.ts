import type { App, Receiver } from '@slack/bolt';
import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';
import { z } from 'zod';

/** What was delivered is signed, and still not what Slack documents. */
class UnreadableDelivery extends Error {
  override readonly name = 'UnreadableDelivery';
}

const id = z.string().nullish();
const whereFrom = {
  team: z.object({ id, enterprise_id: id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  user: z.object({ id: z.string(), team_id: id }),
  channel: z.object({ id: z.string() }).optional(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  response_url: z.string().nullish(),
  trigger_id: z.string().nullish(),
};
const view = z.object({
  id: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({}))) }),
  app_installed_team_id: id,
});
const action = z.object({
  type: z.string(),
  action_id: z.string(),
  block_id: id,
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const container = z.object({ channel_id: id, message_ts: id, view_id: id });

/** By `type`; what Bolt and the listeners read without asking. Types that are not here nobody listens to. */
const schemas: Record<string, z.ZodType> = {
  event_callback: z.object({
    event: z.object({
      type: z.string(),
      user: z.union([z.string(), z.object({ id })]).optional(),
      channel: z.union([z.string(), z.object({})]).optional(),
      item: z.object({}).optional(),
      subteam: z.object({}).optional(),
    }),
    authorizations: z.array(z.object({ team_id: id, enterprise_id: id })).nullish(),
    team_id: id,
    enterprise_id: id,
    event_id: z.string().nullish(),
    event_time: z.number().nullish(),
  }),
  block_actions: z.object({
    ...whereFrom,
    actions: z.array(action).min(1),
    container: container.nullish(),
    view: view.partial({ callback_id: true, private_metadata: true, state: true }).nullish(),
  }),
  block_suggestion: z.object({
    ...whereFrom,
    action_id: z.string(),
    block_id: z.string(),
    value: z.string(),
  }),
  view_submission: z.object({ ...whereFrom, view }),
  view_closed: z.object({ ...whereFrom, view }),
  shortcut: z.object({ ...whereFrom, callback_id: z.string() }),
  message_action: z.object({
    ...whereFrom,
    callback_id: z.string(),
    channel: z.object({ id: z.string() }),
    message: z.object({}),
    message_ts: z.string(),
  }),
};
const command = z.object({
  command: z.string(),
  text: z.string(),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

/** A receiver that gives Bolt only what it can read; it would stumble over the rest, and answer 500. */
export function rejectMalformed(receiver: Receiver): Receiver {
  return Object.assign(Object.create(receiver) as Receiver, {
    init(app: App) {
      const processEvent: App['processEvent'] = async (event) => {
        if (!isReadable(event.body)) throw new UnreadableDelivery();
        await app.processEvent(event);
      };
      receiver.init({ processEvent } as App);
    },
  });
}

function isReadable(body: Record<string, unknown>): boolean {
  if ('command' in body) return command.safeParse(body).success;
  const schema =
    typeof body.type === 'string' && Object.hasOwn(schemas, body.type) ? schemas[body.type] : undefined;
  return schema?.safeParse(body).success ?? false;
}

type Handler = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['processEventErrorHandler']>;

export const answerMalformed: Handler = async (failed) => {
  if (!(failed.error instanceof UnreadableDelivery))
    return HTTPModuleFunctions.defaultProcessEventErrorHandler(failed);
  failed.response.writeHead(400).end();
  return true;
};
