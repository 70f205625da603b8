import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardRules } from '../../src/domain/rules.ts';
import { sealedTables } from '../../src/store/sealed-tables.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createTestDatabase } from '../support/database.ts';

/**
 * Rows as a release sealed them. They must open for ever: whatever changes in how a row is named, sealed or read would lock people out of
 * what is kept. Never make these anew; a new table gets a row of its own.
 */
const key = { id: 'frozen', key: Uint8Array.from(Buffer.alloc(32, 7)) };
const id = '0191d7a0-0000-7000-8000-000000000001';
const ana = { workspaceId: 'T1', userId: 'U1' };
const frozen: Record<string, string> = {
  calls:
    'nm6nIykRxBgem2ITAxipOcmZsHgxLHKs2RZKh0wXkXG/8XfsZoolSYyBFLAATrn5oC+5evx9QiTf9/JLALukmOSUMgpXydHMxjIq3QBwWHKh2fqrHtD5+V5+uSALXQ76DY7B1HL7iLuTD0yKwxo4UKkz+8kaKsFPSf3R65qW88H4l6s/snvyrjkoKcqc6D4+HnA+GHUXjR9SEzoAHBGwWdkeM7Rlf9Yyq0Du1LEEAjLCePHsLWgNHic2LfrgHNtpC654ODzKd+XPsNwfq6ijJQzNwSUdnzujPIlZiW4jGZlkrBGk7R6YufwdOX3okGncPWTf9SkYQosKEShvVH2uNCXepOLw4tWx',
  links:
    'RmITCVmOTZGMKNsqHFiO3UgpdHvi8+SDz7IKbFI6+f0W3Xx8L0ENJHc+3O1tmcLjbxs2TzKJzh1gojSKUOrWqMOfSSCUdQz6urdoSCOqZefAi4/m0wmCZKiBl/NGwza6AhpuHDZkLffTVkFfd/XG4EiD98gmjX9Itey7S4tBuYNt+anD0HPfwKz7gZx1tlOKGPBxFuIufcxnjehVC3W2tl6igj6846cptObA',
  link_attempts:
    'ZdY/1vksdbR0oi036kbO3JK1hVIFjiRj+o6k4vj4SpDAk9qJVwpG2GDAPz2fuHPYKSTF18o4miyxdC1f6nu+a9loFS9YJJG+DdKmGrEW6CPVQJZ/MNkqgNVRoQQb1LF2emoDXPFcCeBBaBz/ofl442mGnC1DbcCo5D5X3sZuPpNpsSMakjlT7p5tU4lCmq5jw2/E95KAOUvZLpbW8rhwVvLVFLh9+Dmx8WjDL82hNEX00L+oiwMXB6mkCCJJ+tOQM9+BG29B+k7IIfeLA8rWSZUSNFBDLJdb+8YBsFuNy102UrE69VsZBM4fif5H6OPN9ZAMMV0mo07rDOSC9BKki35+fkVYGvpa1lwV2cxyST+BJkeF5um2wmtH+8LI3M7v8765Ga0Z6+ir',
  proposals:
    'piZmzeJ57VRr5hhq9DfHfI0ePFfxQTufZizg5ZwxAR7bJ0ruEbub9t12gGIfVUI45YzVnVweuOd4/iAtbs/jxaTo7p4DQICTjw2f591pKgzLst1vLRhaf8A9hZpxX03bE1fkdtjLB2w5fGqAMflvHxxyINy9N9Mpi7+joHZi/SqyDFvj8IgiHj5//ZbrHOYx5cfb1cbznKD008S1sIoowbywInPCyAc1khfhB3QDMoJanJtgFH3PBoQoTJZeHzdi2Bvd5kPaoUooYUM2kB9SpUIVhOAYPVpNO06zcIbmhmDh26qxBFd9v8JZCi9xhz4UDJ9XFs29K+jc3xrVaSx5sE8Gi9idtjyFRYogD7Q=',
  assistant_tokens: 'Nt7OSwpIt0pdRqnFbUc+/lT6MkTeqeYo9W1EeqeHPSJAaXxAZGAlAiwBbX+1kACU0JRAYjI6vP/oBw==',
  installations:
    'LCsuX07+2/TWHDbKEA8iN8Ubo9zeioK/nLm17l9uOCqSfSAUTGPV0O+IddrKJ7O97ZvzCdia76k/m3d+cCUIJ4F1RvxvDnyvoZX0s4w/w4NsIPkU1QiuUJfmHguH2CNyTQ==',
  preferences:
    'eiWrhAbjdIyO6b2LHFpVXblOVG7PAHVNm6FzCvBTMo0CeK2hZtmys6m4nxujK8XlgpLq5gvcbPXgBmH5F8mVHAvMOwSvi2z7tpCipiTES6jdPbYfjKEoQhCpucGOLqWnjfyn2AQYBlDIO2Sr95oB8zm4mS/AswW8eUMjfo7YWLsIA4eSPt0KupB9W4wIL4m67qfDX9Sp',
  workspace_rules:
    'x8CIbOMrSxaFdey7v5uLg6REdAGCZblPzBtNsVQ1LJFqFuHyepo3Ukmt7qr9TfFx6qGpsNBtD7MsSDqg5lMVpseMjhfTMzpHttUU9DpL5A17qOU5YnTmuA==',
  rule_changes:
    'UsEIeRu01CJYU2GTLsM2jVQinCu/5Ccgm2wHexrMme7JBpOgtcoSSSOoOiT1Jo7HikPmD9Ie6J8uFOehK+CIlGU3dhIxjSYnme1N4tjjZ0zs5UmOf89i48yVWiJUsg==',
  approvals:
    'jPWqtrxK+PAIcjYe3sBKEv5dNhWj0lclxxdTwZrgXWSlaunUINb4Rej2H2jTH9FMFl5LCMhoPz5AspZiR6oHNXz0mI3DJ5f3gdEgpcgW07nadcI=',
  do_not_call:
    'C38vnNwX8lF57d1l+np50M5TpdB5ndkKtHj7mEbBESYwBOXuBgZuqTHmmGnkL4fN5neyY8IhGWfaz4l++1m/4gG8X3Kw6OFwD5q+2+zLO62oKhl1ZOFxvWC1JBWUmeKjDwJAhrMk/YbJcJlcHniIv8c=',
  business_decisions:
    'FUM0Dl8DGrQvt0/IdJ8/4J/0eA5uk7XpNfzIWxYgZ7VvhEd+onqwxCpr7Win/GI8AoFvbwD7gDoNs2cGxGDg4ih1j3e0tIyx6MDQvsjiWGLPaHJXPMj/EHRN/FQqLs9xK+ZYG8QtGPjIyv8=',
};
const outcome =
  'CgmOTTcnmleMMmx2b4Zi486LTrrmAk8AvcRI9UJXb+B/8/G9ucidPGsrJ2RklsUWzqv1w4QA97JT4wXDCep5e/O1Azze35sbfrucll4jw8Fnnr1dc3+bs7Le3JARVzG5G/sMf8diF2B9eqvnD7XQiD9yO+9kLEqIsxl2jyNTY8jDd4hYcYgSBwWBmUmla6exypM4SoCjw6X9nO7OpDsje+mq/jqxSEEbS5/GXWhj6JP9Iv9Cb2A7ACDzK1jlAp7a5o2u3kvS1BG+tgENCcZ3T8AyImmXkMArqcXa4SqGGQctsiSgtQhNVPXqbpIqzGfNsF8d4dOPGzdm6Rfrub+CED6z5miAmCHEGePo7jqCYFAOrFIxbIxUqkcQWkk+SJBBYuXKqB9o20rKdvE1QD3Vwwjjg0DAWTtS35Fet7LXoT0L7VTyxXVvgTEtsbwNLL+K4xkeMSyLGb2mRdm8qRPtQkSYVS/Ylk26GBDAk0vc+hADO73/SzqHEmrWlEeCo2gFzK+OS0gA7kFpPbsowrw8yJJDGvd8QCpsCpKHNlYBmZxJuNYrtI0KnaTsSBYjtJM7u2yLUjySt3NsSYQeFzUpjlIrT7tjZHXs';
const installState =
  'ZnJvemVu.b3p3KCiGIDD5XRNsOqe_veM_6hCJx4AmNWnJ4IlGFZYrbYfRLOOghpzCikn02L2Iah16yqQchvmpuGcLTGf0vR_zWe3Q2lzReq7iorhh';

/** The columns beside the sealed ones. */
const others: Record<string, Record<string, string | Buffer>> = {
  calls: {
    id,
    workspace_id: 'T1',
    user_id: 'U1',
    submission_id: 'V1',
    outcome_key_id: 'frozen',
    outcome_sealed: Buffer.from(outcome, 'base64'),
    channel_id: 'C1',
    confirmed_at: '2026-02-20',
    updated_at: '2026-02-20',
  },
  links: {
    workspace_id: 'T1',
    user_id: 'U1',
    expires_at: '2026-02-25',
    connected_at: '2026-02-20',
    updated_at: '2026-02-20',
  },
  link_attempts: {
    id,
    nonce_hash: '\\x01',
    workspace_id: 'T1',
    user_id: 'U1',
    created_at: '2026-02-20',
    expires_at: '2026-02-20',
  },
  proposals: {
    id,
    workspace_id: 'T1',
    user_id: 'U1',
    key_hash: '\\x01',
    channel_id: 'D1',
    ts: '1.1',
    proposed_at: '2026-02-20T00:00:00Z',
    expires_at: '2026-02-21T00:00:00Z',
  },
  assistant_tokens: {
    id,
    workspace_id: 'T1',
    user_id: 'U1',
    // Of the token "frozen".
    token_hash: createHash('sha256').update('frozen').digest(),
    scopes: '{read,propose,unknown}',
    created_at: '2026-02-20T00:00:00Z',
    expires_at: '2026-05-20T00:00:00Z',
  },
  installations: { workspace_id: 'T1', updated_at: '2026-02-20' },
  preferences: { workspace_id: 'T1', user_id: 'U1', updated_at: '2026-02-20' },
  workspace_rules: {
    workspace_id: 'T1',
    rules: '{"callers":{"who":"named","people":["U1"]},"perDay":{"person":3}}',
    version: '2',
    updated_at: '2026-02-20',
  },
  rule_changes: {
    id,
    workspace_id: 'T1',
    user_id: 'U1',
    kind: 'number_lifted',
    changed_at: '2026-02-20T00:00:00Z',
  },
  approvals: {
    id,
    call_id: id,
    workspace_id: 'T1',
    because: '{always}',
    attempts: '1',
    asked_at: '2026-02-20',
    until: '2026-02-21',
    decision: 'declined',
    decided_by: 'U2',
    decided_at: '2026-02-20T00:00:00Z',
  },
  do_not_call: {
    id,
    workspace_id: 'T1',
    number_hash: '\\x8460b82ee941decc0738eb3b86fed5d0755af79fe6837288c20ca737be3bac9e',
    user_id: 'U1',
    added_at: '2026-02-20',
  },
  business_decisions: {
    id,
    workspace_id: 'T1',
    user_id: 'U1',
    is_pinned: 'true',
    decided_at: '2026-02-20T00:00:00Z',
  },
};

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const [table, sealed] of Object.entries(frozen)) {
    const row = { ...others[table], key_id: key.id, sealed: Buffer.from(sealed, 'base64') };
    const places = Object.keys(row).map((_, index) => `$${index + 1}`);
    await client.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  }
  await client.end();
  store = createStore({ databaseUrl: database.url, keys: [key], onError: (error) => console.error(error) });
});

afterAll(async () => {
  await store?.close();
  await database?.drop();
});

test('every sealed table has a frozen row', () => {
  const known = [...Object.keys(frozen).map((table) => `${table}.sealed`), 'calls.outcome_sealed'];
  expect(known.sort()).toEqual(
    sealedTables.map(({ table, columns }) => `${table}.${columns?.sealed ?? 'sealed'}`).sort(),
  );
});

test('a frozen call opens', async () => {
  const call = await store.calls.find(id);
  expect(call).toMatchObject({ id, requester: ana });
  expect(call?.request).toEqual({
    phone: '+14155550101',
    task: 'Reserve a table for two',
    category: 'restaurant',
    callLanguage: 'en',
    language: 'en',
    timeZone: 'America/New_York',
    businessName: 'Luigi’s',
    name: 'Ana',
    partySize: 2,
    date: '2026-03-01',
    time: '20:00',
  });
});

test('a frozen outcome opens', async () => {
  expect((await store.calls.find(id))?.outcome).toEqual({
    highlights: ['Table for two reserved at Luigi’s: Sunday, March 1 at 8:30 PM.'],
    nextSteps: ['Confirmation number: 8816.'],
    transcript: 'read',
    evidence: {
      verdict: 'arranged',
      facts: [{ kind: 'time', value: '20:30', quote: 'Half past eight, then.', line: 4, at: 21 }],
      mismatches: [{ field: 'time', asked: '20:00', said: '20:30' }],
      flags: ['condition'],
    },
    isDisputed: false,
    unproven: [{ kind: 'confirmation', value: '8816' }],
  });
});

test('a frozen link opens', async () => {
  expect(await store.links.find(ana)).toEqual({
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    expiresAt: 1772000000000,
    obtainedAt: 1771996400000,
    scope: 'calls:write',
    grant: 'code',
  });
});

test('a frozen link attempt opens, with what it holds', async () => {
  const attempt = await store.linkAttempts.findById(id);
  expect(attempt).toMatchObject({
    personName: 'Ana',
    workspaceName: 'Town',
    language: 'en',
    channelId: 'C1',
    draft: { category: 'restaurant', phone: '+14155550101' },
    held: { code: '123456', ticket: 'ticket-1' },
  });
});

test('a frozen proposal opens', async () => {
  expect(await store.proposals.find(id)).toEqual({
    id,
    person: ana,
    draft: {
      phone: '+1 415 555 0101',
      task: 'Reserve a table for two',
      category: 'restaurant',
      partySize: '2',
    },
    channelId: 'C1',
    proposer: { kind: 'mcp', name: 'Desk assistant' },
    language: 'en',
    timeZone: 'America/New_York',
    execution: 'Fx1',
    shown: { channelId: 'D1', ts: '1.1' },
    proposedAt: Date.parse('2026-02-20T00:00:00Z'),
    expiresAt: Date.parse('2026-02-21T00:00:00Z'),
  });
});

test('a frozen token of an assistant works until it expires', async () => {
  const before = Date.parse('2026-05-19T00:00:00Z');
  expect(await store.assistantTokens.use('frozen', before)).toMatchObject({
    person: ana,
    token: { id, name: 'Claude on my laptop', scopes: ['read', 'propose'] },
  });
  expect(await store.assistantTokens.use('frozen', before + 2 * 24 * 60 * 60_000)).toBeUndefined();
});

test('a frozen installation opens', async () => {
  expect(await store.installations.find('T1')).toEqual({
    team: { id: 'T1' },
    bot: { token: 'xoxb-1', id: 'B1', userId: 'U0' },
  });
});

test('frozen preferences open', async () => {
  expect(await store.preferences.find(ana)).toEqual({
    language: 'es',
    timeZone: 'Europe/Madrid',
    name: 'Ana',
    callbackPhone: '+34600000000',
    transcripts: 'me',
    greeted: true,
  });
});

test('frozen rules hold, with what was not a rule yet as usual', async () => {
  const { rules, version } = await store.rules.find('T1');
  expect(version).toBe(2);
  expect(rules).toEqual({
    ...standardRules,
    callers: { who: 'named', people: ['U1'] },
    perDay: { person: 3 },
  });
});

test('a frozen change of rules opens', async () => {
  const { changes } = await store.rules.changesOf('T1', 10);
  expect(changes).toEqual([
    {
      id,
      kind: 'number_lifted',
      userId: 'U1',
      changedAt: Date.parse('2026-02-20T00:00:00Z'),
      maskedPhone: '+1 ••• 101',
      reason: 'They called us back.',
    },
  ]);
});

test('a frozen approval opens', async () => {
  expect(await store.approvals.find(id)).toMatchObject({
    digest: 'digest-1',
    because: ['always'],
    decision: {
      result: 'declined',
      by: 'U2',
      reason: 'They are closed today.',
      at: Date.parse('2026-02-20T00:00:00Z'),
    },
  });
});

test('a frozen number is not called', async () => {
  const stored = await store.rules.find('T1');
  expect(await store.doNotCall.has('T1', stored, '+14155550101')).toBe(true);
  expect(await store.doNotCall.has('T1', stored, '+14155550102')).toBe(false);
  expect(await store.doNotCall.find('T1', id)).toMatchObject({
    maskedPhone: '+1 ••• 101',
    reason: 'They asked us not to call.',
    by: 'admin',
  });
});

test('a frozen business is suggested', async () => {
  expect(await store.businesses.decisions('T1')).toEqual([
    {
      id,
      phone: '+14155550102',
      businessName: 'Luigi’s',
      replaces: ['+14155550101'],
      isPinned: true,
      decidedAt: Date.parse('2026-02-20T00:00:00Z'),
      userId: 'U1',
    },
  ]);
});

test('a frozen state of an installation is taken once', async () => {
  const before = 1_772_000_000_000 - 1;
  expect(await store.installStates.use(installState, before)).toBe(true);
  expect(await store.installStates.use(installState, before)).toBe(false);
});
