import { z } from 'zod';

const id = z.string().nullish();
const whereFrom = {
  team: z.object({ id, enterprise_id: id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  user: z.object({ id: z.string(), team_id: id }),
  channel: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  response_url: z.string().nullish(),
  trigger_id: z.string().nullish(),
};
const view = z.object({
  id: z.string(),
  callback_id: z.string(),
  private_metadata: z.string().nullish(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({}))) }).nullish(),
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

const mostFaults = 5;
const longestPath = 80;

/** By `type`: the fields that Bolt and the listeners read unchecked. Other types have no listener. */
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
    view: view.partial({ callback_id: true }).nullish(),
  }),
  block_suggestion: z.object({
    ...whereFrom,
    action_id: z.string(),
    block_id: id,
    value: z.string().nullish(),
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
  text: z.string().nullish(),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

/** The name of a delivery in log and metrics: a word of ours, never a value from the delivery. */
export function kindOf(body: unknown): string {
  if (!isRecord(body)) return 'not an object';
  if ('command' in body) return 'command';
  return typeof body.type === 'string' && Object.hasOwn(schemas, body.type) ? body.type : 'other';
}

/** The fields of a delivery that are not as Slack documents them. `undefined` if all are. */
export function faultsOf(body: unknown): string[] | undefined {
  if (!isRecord(body)) return [];
  const schema = 'command' in body ? command : schemas[kindOf(body)];
  if (!schema) return ['type'];
  const faults = schema.safeParse(body).error?.issues.map(({ path }) => path.join('.').slice(0, longestPath));
  return faults && [...new Set(faults)].slice(0, mostFaults);
}

/** Adds empty fields that Slack sends and other senders leave out. */
export function completed(delivered: Record<string, unknown>): Record<string, unknown> {
  const { channel, ...placeless } = delivered;
  // Bolt reads fields of `channel` if it is not undefined, and fails on `null`.
  const body = channel === null ? placeless : delivered;
  if ('command' in body) return typeof body.text === 'string' ? body : { ...body, text: '' };
  if (body.type === 'block_suggestion')
    return { ...body, value: body.value ?? '', block_id: body.block_id ?? '' };
  if (!isRecord(body.view)) return body;
  const { private_metadata, state } = body.view;
  return {
    ...body,
    view: { ...body.view, private_metadata: private_metadata ?? '', state: state ?? { values: {} } },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
