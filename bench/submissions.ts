import type { Pool } from 'undici';
import { sendCommand } from './commands.ts';
import type { Heard } from './peers/slack.ts';
import { signed, until, type World } from './world.ts';

type Element = { type: string; action_id: string } & Record<string, unknown>;
type Block = { type: string; block_id: string; element?: Element };
type View = { callback_id: string; private_metadata: string; blocks: Block[] };

/** The form as it opens for a person. */
export async function openForm(world: World, pool: Pool, person: number): Promise<View> {
  await world.slack.ask('keepViews', true);
  await sendCommand(pool, { person, trigger: 'form' });
  let view: View | undefined;
  await until(async () => {
    view ??= (await world.slack.ask<Heard[]>('take')).find((heard) => heard.view)?.view as View | undefined;
    return view !== undefined;
  });
  await world.slack.ask('keepViews', false);
  if (!view) throw new Error('no form was opened');
  return view;
}

/** The form as it opens in another channel. */
export function inChannel(view: View, channelId: string): View {
  const memory = JSON.parse(view.private_metadata) as object;
  return { ...view, private_metadata: JSON.stringify({ ...memory, channelId }) };
}

let submitted = 0;

/** Another one each time: Kally asks first before it calls a number that was called lately. */
function nextPhone(): string {
  return `+1415555${1000 + (submitted++ % 9000)}`;
}

type Submission = { person: number; task: string; workspaceId?: string };

/** Presses *Call* in the form, with this task typed in. */
export async function submit(
  pool: Pool,
  view: View,
  { person, task, workspaceId = 'T1' }: Submission,
): Promise<void> {
  const typed: Record<string, unknown> = { phone: nextPhone(), task };
  const values = Object.fromEntries(
    view.blocks.flatMap(({ block_id, element }) => {
      if (!element) return [];
      const { type, action_id, initial_value, initial_option } = element;
      const value = typed[action_id] ?? initial_value;
      return [[block_id, { [action_id]: { type, value, selected_option: initial_option } }]];
    }),
  );
  const payload = {
    type: 'view_submission',
    team: { id: workspaceId },
    user: { id: `U${person}`, team_id: workspaceId },
    view: { ...view, id: `V-${task}`, team_id: workspaceId, state: { values } },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signed(body) };
  const answer = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
  const said = await answer.body.text();
  if (answer.statusCode !== 200 || said !== '') throw new Error(`the form was not taken: ${said}`);
}
