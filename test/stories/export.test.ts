import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { standardRules } from '../../src/domain/rules.ts';
import { createStore } from '../../src/store/store.ts';
import { connectBy, startTown, type Town } from '../support/app.ts';
import { ask } from '../support/ask.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';
import { everyAssistant, proposalOf, request } from '../support/samples.ts';

let town: Town;

const ana = () => town.slack.people.ana.id;
const luis = () => town.slack.people.luis.id;

async function filesOf(channelId: string) {
  const { slack } = town;
  const messages = slack.messages(channelId).flatMap((one) => [one, ...slack.thread(channelId, one.ts)]);
  const files = messages.flatMap((message) => message.files);
  return Promise.all(
    files.map(async ({ name, url }) => ({ name, text: await (await fetch(new URL(url, slack.url))).text() })),
  );
}

const exported = (channelId: string) =>
  expect.poll(async () => (await filesOf(channelId)).length, { timeout: 15_000 });

describe('/kally export', () => {
  afterEach(() => town.stop());

  test('gives a person everything that is kept about them, where only they see it, and no token', async () => {
    town = await startTown();
    const { slack } = town;
    await connectBy(town, await ask(town, ana(), 'login'));
    await connectBy(town, await ask(town, luis(), 'conectar'), 'luis');
    await slack
      .as(ana())
      .types(slack.channels.dinner, '/kally +1 415 555 0101 ask for the violet umbrella left behind');
    await slack.until(() => slack.modal(ana())?.submit);
    await slack
      .as(ana())
      .fills({ 'Name to give': 'Zenobia Quill', 'Name of the business': 'Umbrella & Sons' });
    expect(await slack.as(ana()).submits()).toMatchObject({ closed: true });
    await slack.until(
      () => slack.messages(slack.channels.dinner).find(({ replies }) => replies.length >= 1),
      { timeoutMs: 20_000 },
    );
    await ask(town, ana(), 'login');

    expect((await ask(town, ana(), 'export')).text).toContain('is now a file in your direct messages');
    await exported(slack.channels.anaAndKally).toBe(1);
    expect(await filesOf(slack.channels.dinner)).toEqual([]);
    const [file] = await filesOf(slack.channels.anaAndKally);
    expect(file?.name).toMatch(/^kally-\d{4}-\d\d-\d\d\.json$/);
    const kept = JSON.parse(file?.text ?? '');
    expect(kept).toMatchObject({
      userId: ana(),
      account: { access: { signIn: 'code', scopes: expect.arrayContaining(['calls:write']) } },
      preferences: { chosen: { callLanguage: 'en' } },
      savedPlaces: [{ phone: '+14155550101', businessName: 'Umbrella & Sons' }],
      calls: [
        {
          stage: 'ended',
          status: 'success',
          request: { phone: '+14155550101', name: 'Zenobia Quill', task: expect.stringContaining('violet') },
        },
      ],
      callsLeftOut: 0,
    });
    expect(kept.calls[0].messages.length).toBeGreaterThanOrEqual(2);
    expect(kept.connectButtons[0].asked).toMatchObject({ channelId: slack.channels.dinner });
    expect(file?.text).not.toMatch(/sandbox-(access|refresh)|eyJ|"held"|nonce|sealed/i);
    expect(file?.text).not.toContain(luis());
  });

  test('in Spanish, for somebody about whom nothing is kept', async () => {
    town = await startTown();
    expect((await ask(town, luis(), 'exportar')).text).toContain('en tus mensajes directos con Kally');
    await exported(town.slack.channels.luisAndKally).toBe(1);
    const [file] = await filesOf(town.slack.channels.luisAndKally);
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ account: null, calls: [], connectButtons: [] });
  });

  test('says so where Slack takes no files', async () => {
    town = await startTown({ withoutScope: 'files:write' });
    expect((await ask(town, ana(), 'export')).text).toContain('Slack did not take the file');
    const said = town.slack.messages(town.slack.channels.anaAndKally).map(({ text }) => text);
    expect(said).toEqual([expect.stringContaining('Slack did not take the file')]);
  });
});

/** Where each column of what is kept of a person is in their file; or why it is not. */
const columns: Record<string, Record<string, string | { not: string }>> = {
  links: {
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'account.teamId',
    sealed: 'account.access.signIn',
    key_id: { not: 'names a key of the operator' },
    expires_at: 'account.accessLastsUntil',
    connected_at: 'account.connectedAt',
    updated_at: 'account.renewedAt',
  },
  link_attempts: {
    id: 'connectButtons.0.id',
    nonce_hash: { not: 'proves that a button is theirs' },
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'connectButtons.0.teamId',
    sealed: 'connectButtons.0.asked.personName',
    key_id: { not: 'names a key of the operator' },
    created_at: 'connectButtons.0.createdAt',
    expires_at: 'connectButtons.0.expiresAt',
    used_at: 'connectButtons.0.usedAt',
  },
  proposals: {
    id: 'proposals.0.id',
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'proposals.0.teamId',
    key_hash: { not: 'a hash of what another program calls it' },
    sealed: 'proposals.0.proposed.draft.task',
    key_id: { not: 'names a key of the operator' },
    channel_id: 'proposals.0.channelId',
    ts: 'proposals.0.ts',
    proposed_at: 'proposals.0.proposedAt',
    expires_at: 'proposals.0.expiresAt',
    settled: 'proposals.0.settled',
    settled_at: 'proposals.0.settledAt',
    call_id: 'proposals.0.callId',
    answered_at: 'proposals.0.answeredAt',
  },
  assistant_tokens: {
    id: 'assistants.0.id',
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'assistants.0.teamId',
    token_hash: { not: 'proves that an assistant is theirs' },
    scopes: 'assistants.0.scopes',
    sealed: 'assistants.0.assistant.name',
    key_id: { not: 'names a key of the operator' },
    created_at: 'assistants.0.createdAt',
    expires_at: 'assistants.0.expiresAt',
    last_used_at: 'assistants.0.lastUsedAt',
  },
  calls: {
    id: 'calls.0.id',
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'calls.0.teamId',
    submission_id: { not: 'Slack’s id of a form that is closed' },
    channel_id: 'calls.0.channelId',
    sealed: 'calls.0.request.task',
    key_id: { not: 'names a key of the operator' },
    stage: 'calls.0.stage',
    is_planned: 'calls.0.isPlanned',
    due: 'calls.0.due',
    due_at: 'calls.0.dueAt',
    held: 'calls.0.heldBecause',
    accepted: 'calls.0.accepted',
    attempt: 'calls.0.attempt',
    retry_until: 'calls.0.retryUntil',
    remind_to: 'calls.0.remindTo',
    tries_ended: 'calls.0.triesEnded',
    confirmed_at: 'calls.0.confirmedAt',
    sent_at: 'calls.0.sentAt',
    version: 'calls.0.version',
    approval_id: { not: 'says which of the approvals counts now' },
    phone_hash: { not: 'a hash of the number, which stands in the request' },
    ended_at: 'calls.0.endedAt',
    heard_end_at: 'calls.0.heardEndAt',
    stop_requested_at: 'calls.0.stopRequestedAt',
    stopped_at: 'calls.0.stoppedAt',
    kally_call_id: 'calls.0.kallyCallId',
    kally_call_found: 'calls.0.kallyCallFound',
    status: 'calls.0.status',
    duration_seconds: 'calls.0.durationSeconds',
    refusal: 'calls.0.refusal',
    outcome_sealed: 'calls.0.outcome.transcript',
    outcome_key_id: { not: 'names a key of the operator' },
    shares_business: 'calls.0.sharesBusiness',
    updated_at: 'calls.0.updatedAt',
  },
  posts: {
    call_id: 'calls.0.id',
    part: 'calls.0.messages.0.part',
    channel_id: 'calls.0.messages.0.channelId',
    ts: 'calls.0.messages.0.ts',
    digest: { not: 'a hash of what is in Slack' },
    posted_at: 'calls.0.messages.0.postedAt',
  },
  approvals: {
    id: 'calls.0.approvals.0.id',
    call_id: 'calls.0.id',
    workspace_id: 'workspaceId',
    because: 'calls.0.approvals.0.because',
    asked: 'calls.0.approvals.0.asked',
    attempts: 'calls.0.approvals.0.attempts',
    due: 'calls.0.approvals.0.due',
    due_at: 'calls.0.approvals.0.dueAt',
    asked_at: 'calls.0.approvals.0.askedAt',
    until: 'calls.0.approvals.0.until',
    decision: 'calls.0.approvals.0.decision',
    decided_by: 'calls.0.approvals.0.decidedBy',
    decided_at: 'calls.0.approvals.0.decidedAt',
    sealed: 'calls.0.approvals.0.reason',
    key_id: { not: 'names a key of the operator' },
  },
  preferences: {
    workspace_id: 'workspaceId',
    user_id: 'userId',
    team_id: 'preferences.teamId',
    sealed: 'preferences.chosen.name',
    key_id: { not: 'names a key of the operator' },
    updated_at: 'preferences.changedAt',
  },
  rule_changes: {
    id: 'ruleChanges.0.id',
    workspace_id: 'workspaceId',
    user_id: 'userId',
    kind: 'ruleChanges.0.kind',
    sealed: 'ruleChanges.0.details.reason',
    key_id: { not: 'names a key of the operator' },
    changed_at: 'ruleChanges.0.changedAt',
  },
  do_not_call: {
    id: 'doNotCall.0.id',
    workspace_id: 'workspaceId',
    number_hash: { not: 'a hash of the number, whose masked form stands in the details' },
    user_id: 'userId',
    sealed: 'doNotCall.0.details.reason',
    key_id: { not: 'names a key of the operator' },
    added_at: 'doNotCall.0.addedAt',
  },
  business_decisions: {
    id: 'businesses.0.id',
    workspace_id: 'workspaceId',
    user_id: 'userId',
    is_pinned: 'businesses.0.isPinned',
    sealed: 'businesses.0.details.businessName',
    key_id: { not: 'names a key of the operator' },
    decided_at: 'businesses.0.decidedAt',
  },
};

describe('what is kept of a person', () => {
  /** Tables that know people, and those that hang on them: one that is added later is not forgotten here. */
  async function tablesOfPeople(client: pg.Client): Promise<Record<string, string[]>> {
    const { rows } = await client.query<{ name: string; columns: string[] }>(`
      with recursive of_people as (
        select c.table_name::text as name from information_schema.columns c
          where c.table_schema = 'public' and c.column_name = 'user_id'
        union
        select k.conrelid::regclass::text from pg_constraint k join of_people p on k.confrelid = p.name::regclass
          where k.contype = 'f')
      select name, array_agg(c.column_name::text) as columns from of_people p
        join information_schema.columns c on c.table_schema = 'public' and c.table_name = p.name group by name`);
    return Object.fromEntries(rows.map(({ name, columns: all }) => [name, all]));
  }

  test('is all in their file, and is all deleted when they are forgotten', async () => {
    const database = await createTestDatabase();
    const keys = [{ id: 'a', key: randomBytes(32) }];
    const store = createStore({ databaseUrl: database.url, keys, onError: () => {} });
    const client = await connectTo(database.url);
    const tables = await tablesOfPeople(client);
    const named = Object.entries(columns).map(([table, all]) => [table, Object.keys(all).sort()]);
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(Object.entries(tables).map(([table, all]) => [table, all.sort()])),
    );

    const person = { workspaceId: 'T1', userId: 'U1', teamId: 'T2' };
    await fill(store, person);
    const { exportOf, forget } = store;
    const kept = { workspaceId: 'T1', userId: 'U1', ...(await exportOf(person)) };
    for (const [table, all] of Object.entries(columns))
      for (const [column, where] of Object.entries(all))
        if (typeof where === 'string') expect(kept, `${table}.${column}`).toHaveProperty(where);

    await forget(person);
    for (const table of Object.keys(tables)) {
      const { rows } = await client.query(`select * from ${table}`);
      // What an admin decided for everybody stands, and says neither who it was nor what they wrote.
      if (table === 'business_decisions') {
        expect(rows).toMatchObject([{ user_id: null, is_pinned: true }]);
        continue;
      }
      const nameless = rows.map(({ user_id, sealed, key_id }) => ({ user_id, sealed, key_id }));
      expect(nameless, table).toEqual(
        table === 'rule_changes' || table === 'do_not_call'
          ? nameless.map(() => ({ user_id: null, sealed: null, key_id: null }))
          : [],
      );
    }
    const stored = await store.rules.find('T1');
    expect(stored.rules.callers.people).toEqual(['U2']);
    expect(stored.rules.approval.people).toEqual(['U2']);
    expect(await store.doNotCall.has('T1', stored, request.phone)).toBe(true);
    await client.end();
    await store.close();
    await database.drop();
  });

  async function fill(store: ReturnType<typeof createStore>, person: Parameters<typeof store.exportOf>[0]) {
    const details = { personName: 'Ana', workspaceName: 'W', language: 'en' as const, channelId: 'C1' };
    await store.linkAttempts.start(person, details, Date.now());
    const tokens = { accessToken: 'a', expiresAt: Date.now(), grant: 'code' as const };
    await store.links.connect(person, tokens, Date.now());
    await store.preferences.change(person, () => ({ name: 'Ana' }));
    const id = randomUUID();
    const written = { id, requester: person, request, channelId: 'C1', confirmedAt: Date.now() };
    const approval = {
      id: randomUUID(),
      callId: id,
      workspaceId: person.workspaceId,
      because: ['always' as const],
      asked: ['U2'],
      attempts: 1,
      askedAt: Date.now(),
      until: Date.now(),
      digest: 'digest',
    };
    const declined = { result: 'declined' as const, at: Date.now(), by: 'U2', reason: 'Not today.' };
    const call = await store.calls.confirm(written, randomUUID(), async (tx) => {
      await store.approvals.add(tx, approval);
      await store.approvals.decide(tx, approval, declined);
    });
    await store.calls.keepOutcome(call, { highlights: [], nextSteps: [], transcript: 'none' });
    await store.posts.save({ callId: id, part: 'card', channelId: 'C1', ts: '1', digest: '' });
    await store.proposals.add(proposalOf(person), 'key', { open: 9, anHour: 9 }, async () => {});
    const rules = {
      ...standardRules,
      callers: { who: 'named' as const, people: ['U1', 'U2'] },
      approval: { ...standardRules.approval, who: 'named' as const, people: ['U2', 'U1'] },
    };
    const [token] = everyAssistant;
    if (token) await store.assistantTokens.add(person, token, 'secret', 9);
    const decided = { kind: 'callers' as const, userId: person.userId, changedAt: Date.now() };
    await store.rules.change(person.workspaceId, 0, rules, decided);
    const unwanted = { ...person, phone: request.phone, maskedPhone: '+44 ••• 958', by: 'admin' as const };
    await store.doNotCall.add({ ...unwanted, reason: 'They asked us.', addedAt: Date.now() + 1 });
    const business = { phone: request.phone, businessName: 'The Bike Shop', isPinned: true };
    const { workspaceId, userId } = person;
    await store.businesses.decide(workspaceId, request.phone, business, {
      userId,
      decidedAt: Date.now() - 60_000,
    });
  }

  test('and sealed with a lost key is named as such', async () => {
    const database = await createTestDatabase();
    const open = (id: string) =>
      createStore({
        databaseUrl: database.url,
        keys: [{ id, key: randomBytes(32) }],
        onError: () => {},
      });
    const [before, after] = [open('a'), open('b')];
    const person = { workspaceId: 'T1', userId: 'U1' };
    await fill(before, person);
    const lost = 'cannot be read: its encryption key is lost';
    expect(await after.exportOf(person)).toMatchObject({
      account: { access: lost },
      preferences: { chosen: lost },
      connectButtons: [{ asked: lost }],
      calls: [{ stage: 'queued', request: lost, outcome: lost }],
      ruleChanges: [{ details: lost }, { details: lost }, { details: lost }],
      proposals: [{ proposed: lost }],
      assistants: [{ assistant: lost }],
      doNotCall: [{ details: lost }],
      businesses: [{ details: lost }],
    });
    await Promise.all([before.close(), after.close()]);
    await database.drop();
  });
});
