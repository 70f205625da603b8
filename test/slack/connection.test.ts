import { afterEach, expect, test } from 'vitest';
import { connect, startTown, type Town } from '../support/app.ts';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

test('over Socket Mode the same journey works', async () => {
  town = await startTown({ mode: 'socket' });
  const { slack } = town;
  const ana = slack.as(slack.people.ana.id);
  await connect(town, ana.id);
  await ana.types(slack.channels.dinner, '/kally +1 415 555 0102 ask for the opening hours');
  await slack.until(() => slack.modal(ana.id)?.callbackId === 'call_form');
  expect(await ana.submits()).toMatchObject({ closed: true });
  await slack.until(() =>
    slack.messages(slack.channels.dinner).find(({ text }) => text.includes('The line was busy')),
  );
});

test('other frames than deliveries on the socket do not end the process, and leave a trace', async () => {
  town = await startTown({ mode: 'socket' });
  const { slack, logged } = town;
  for (const frame of ['null', '1', '"x"', '[]', '{', '{}', '{"type":"ws_message"}', '{"type":"events_api"}'])
    slack.sendFrame(frame);
  const notice = { token: 't', type: 'app_rate_limited', team_id: slack.teamId, api_app_id: 'A1' };
  const contents = [
    { type: 'events_api', payload: { ...notice, minute_rate_limited: 1_518_467_820 } },
    { type: 'events_api', payload: { type: 'event_callback', team_id: slack.teamId } },
    { type: 'events_api', payload: null },
    { type: 'events_api' },
    { type: 'interactive', payload: null },
    { type: 'slash_commands', payload: 'x' },
    { type: 'interactive', payload: { type: 'view_submission', user: { id: 'U1' }, view: { id: 'V1' } } },
    { type: 'of_tomorrow', payload: {} },
    { type: 'ws_message', payload: {} },
    { type: 'close', payload: {} },
  ];
  for (const content of contents)
    expect(await slack.deliverEnvelope(content), JSON.stringify(content)).toMatchObject({ ok: true });
  const warnings = logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 'warn');
  expect(warnings).toContainEqual(expect.objectContaining({ workspaceId: slack.teamId, msg: held }));
  expect(warnings).toContainEqual(
    expect.objectContaining({ reason: 'unreadable', kind: 'view_submission', fields: ['view.callback_id'] }),
  );
  expect(warnings.filter(({ kind }) => kind === 'not an envelope')).toHaveLength(8);
  // The same connection goes on.
  expect(slack.connections()).toBe(1);
  const ana = slack.as(slack.people.ana.id);
  await ana.types(slack.channels.dinner, '/kally help');
  await slack.until(() => slack.ephemerals(ana.id).some(({ text }) => text.includes('/kally')));
});

const held = 'Slack holds events of a workspace back: there were too many within an hour';
