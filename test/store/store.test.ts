import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeRoom } from '../../sandbox/postgres.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { CannotOpen, createSealing } from '../../src/store/sealing.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { startDatabaseProxy } from '../faults/database-proxy.ts';
import { createTestDatabase } from '../support/database.ts';
import { connectTo } from '../support/postgres-client.ts';
import { request } from '../support/samples.ts';

const keys = [{ id: 'a', key: randomBytes(32) }];
const ana = { workspaceId: 'T1', userId: 'U1' };
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore({ databaseUrl: database.url, keys, onError: (error) => console.error(error) });
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

function confirmed() {
  return { id: randomUUID(), requester: ana, request, channelId: 'C1', confirmedAt: Date.now() };
}

test('pressing twice is one call', async () => {
  const submission = randomUUID();
  const [first, second] = await Promise.all([
    store.calls.confirm(confirmed(), submission, async () => {}),
    store.calls.confirm(confirmed(), submission, async () => {}),
  ]);
  expect(second.id).toBe(first.id);
});

test('many calls confirmed at the same moment do not get past a cap', async () => {
  const caps = { ofPerson: 100, inWorkspace: 100, toNumberAnHour: 3 };
  const requester = { workspaceId: 'TCAPS', userId: 'U1' };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      store.calls.confirm({ ...confirmed(), requester }, randomUUID(), async () => {}, { caps }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('a server that keeps another zone stores the same moments', async () => {
  const client = await connectTo(database.url);
  const name = new URL(database.url).pathname.slice(1);
  await client.query(`alter database ${name} set timezone = 'America/Los_Angeles'`);
  const elsewhere = createStore({ databaseUrl: database.url, keys, onError: () => {} });
  const call = await elsewhere.calls.confirm(confirmed(), randomUUID(), async () => {});
  const { rows } = await client.query(
    'select (extract(epoch from confirmed_at) * 1000)::float8 as at from calls where id = $1',
    [call.id],
  );
  expect([rows[0].at, (await elsewhere.calls.find(call.id))?.confirmedAt]).toEqual([
    call.confirmedAt,
    call.confirmedAt,
  ]);
  await elsewhere.close();
  await client.query(`alter database ${name} reset timezone`);
  await client.end();
});

test('a call whose job cannot be queued is not written', async () => {
  const call = confirmed();
  const failing = store.calls.confirm(call, randomUUID(), async () => Promise.reject(new Error('no queue')));
  await expect(failing).rejects.toThrow('no queue');
  expect(await store.calls.find(call.id)).toBeUndefined();
});

test('if two runs move one call, one succeeds', async () => {
  const call = await store.calls.confirm(confirmed(), randomUUID(), async () => {});
  const moves = await Promise.all([store.calls.move(call, 'placing'), store.calls.move(call, 'placing')]);
  expect(moves.filter(Boolean)).toHaveLength(1);
  await expect(store.calls.move({ ...call, stage: 'ended' }, 'queued')).rejects.toThrow('ended to queued');
});

test('one call of KallyAI is claimed by one call of ours', async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(async () => {
      const call = await store.calls.confirm(confirmed(), randomUUID(), async () => {});
      return (await store.calls.move(call, 'placing')) ?? call;
    }),
  );
  if (!one || !other) throw new Error('not confirmed');
  const kallyCallId = randomUUID();
  await store.calls.move(one, 'calling', { kallyCallId });
  await expect(store.calls.move(other, 'calling', { kallyCallId })).rejects.toThrow('Unique constraint');
  expect(await store.calls.claimed([kallyCallId, 'else'])).toEqual(new Set([kallyCallId]));
});

test('a dump of the database shows neither number, name, task nor token', async () => {
  const secret = { ...request, phone: '+14155550199', task: 'Ask about the secret garden', name: 'Zoraida' };
  await store.calls.confirm({ ...confirmed(), request: secret }, randomUUID(), async () => {});
  const tokens = {
    accessToken: 'at-visible',
    refreshToken: 'rt-visible',
    expiresAt: 1,
    grant: 'code' as const,
  };
  await store.links.connect(ana, tokens, 1);
  await store.preferences.change(ana, () => ({ name: 'Zoraida' }));
  await store.installations.save('T1', { bot: { token: 'xoxb-visible', id: 'B1', userId: 'U9' } }, 1);
  const client = await connectTo(database.url);
  const tables = ['calls', 'links', 'preferences', 'installations', 'link_attempts', 'posts'];
  let dump = '';
  for (const table of tables) {
    const { rows } = await client.query(`select ${table}::text as row from ${table}`);
    dump += rows.map(({ row }) => unhex(row)).join('\n');
  }
  await client.end();
  for (const word of ['4155550199', 'secret garden', 'Zoraida', 'visible']) expect(dump).not.toContain(word);
  expect((await store.links.find(ana))?.refreshToken).toBe('rt-visible');
});

/** bytea shows as hex: read it as text too, or a value in clear would hide there. */
function unhex(row: string) {
  return row + Buffer.from(row.match(/\\\\x([0-9a-f]+)/)?.[1] ?? '', 'hex').toString('latin1');
}

test('a process that is frozen while it changes preferences does not take the others’ connections', async () => {
  const frozen = await connectTo(database.url);
  const { workspaceId, userId } = ana;
  await frozen.query('begin');
  await frozen.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `preference:${workspaceId}:${userId}`,
  ]);
  const changing = Array.from({ length: 30 }, () => store.preferences.change(ana, (known) => known));
  const outcomes = await Promise.allSettled(changing);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  await store.ping();
  await frozen.end();
  await store.preferences.change(ana, (known) => known);
}, 15_000);

test('the rows of a process that is frozen within a transaction are soon free again', async () => {
  const frozen = await frozenAfter(/UPDATE "public"."calls"/);
  const { url } = frozen;
  const itsStore = createStore({ databaseUrl: url, keys, onError: () => {} });
  const call = await store.calls.confirm(confirmed(), randomUUID(), async () => {});
  const placing = await store.calls.move(call, 'placing', { sentAt: 1 });
  if (!placing) throw new Error('not moved');
  const told = { kallyCallId: 'K-frozen', status: 'in_progress' };
  const telling = itsStore.calls.tell(placing, 'calling', told, async () => {});
  const outcome = telling.then(
    () => 'written',
    () => 'not written',
  );
  await frozen.stands;
  expect(await store.calls.move(placing, 'checking')).toMatchObject({ stage: 'checking' });
  frozen.thaw();
  expect(await outcome).toBe('not written');
  await itsStore.close();
  frozen.stop();
}, 30_000);

/** A way to the database that stands still, both ways, once it has answered such a statement. */
async function frozenAfter(pattern: RegExp) {
  const standing = Promise.withResolvers<void>();
  const server = new URL(database.url);
  const proxy = await startDatabaseProxy({
    port: () => Number(server.port),
    watch(phase, statement) {
      if (phase === 'going' || !pattern.test(statement)) return undefined;
      proxy.hush();
      standing.resolve();
      return undefined;
    },
  });
  const url = new URL(database.url);
  url.port = String(proxy.port);
  return { url: url.href, stands: standing.promise, thaw: proxy.speak, stop: proxy.stop };
}

describe('an embedded Postgres', () => {
  const project = join(import.meta.dirname, '../..');
  let room: string;
  beforeAll(async () => {
    room = await makeRoom('crash');
  });
  afterAll(() => rm(room, { recursive: true, force: true }));

  test('does not outlive a process that is killed, and starts again', async () => {
    const module = pathToFileURL(join(project, 'src/store/embedded-postgres.ts')).href;
    const dataDir = join(room, 'postgres');
    const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
      console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })).url);
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    const connected = await connectTo(url);
    const cut = new Promise<void>((done) => void connected.once('end', done));
    owner.kill('SIGKILL');
    await cut;
    const again = await startEmbeddedPostgres({ dataDir });
    const client = await connectTo(again.url);
    await client.end();
    await again.stop();
    expect(again.wasRunning).toBe(false);
    await expect(connectTo(again.url)).rejects.toThrow();
  });
});

test('a sealed value opens only for its own row and with its own key', () => {
  const sealing = createSealing(keys);
  const sealed = sealing.seal({ token: 't' }, 'link:T1:U1');
  expect(sealing.open(sealed, 'link:T1:U1')).toEqual({ token: 't' });
  expect(() => sealing.open(sealed, 'link:T1:U2')).toThrow(CannotOpen);
  const cut = { ...sealed, sealed: sealed.sealed.slice(0, 20) };
  expect(() => sealing.open(cut, 'link:T1:U1')).toThrow(CannotOpen);
  const other = createSealing([{ id: 'b', key: randomBytes(32) }]);
  expect(() => other.open(sealed, 'link:T1:U1')).toThrow('key "a"');
  const both = createSealing([{ id: 'b', key: randomBytes(32) }, ...keys]);
  expect(both.open(sealed, 'link:T1:U1')).toEqual({ token: 't' });
});

test('a link attempt is used once, in time, by its nonce only', async () => {
  const details = {
    personName: 'Ana',
    workspaceName: 'Harbor',
    language: 'en' as const,
    draft: {},
    channelId: 'C1',
  };
  const { nonce } = await store.linkAttempts.start(ana, details, 1_000);
  const attempt = await store.linkAttempts.find(nonce);
  if (!attempt) throw new Error('not found');
  expect(attempt).toMatchObject({ person: ana, personName: 'Ana', used: false });
  expect(await store.linkAttempts.find(`${nonce}x`)).toBeUndefined();
  expect(await store.linkAttempts.use(attempt.id, 1_000 + 11 * 60_000)).toBe(false);
  const uses = await Promise.all([1, 2].map(() => store.linkAttempts.use(attempt.id, 2_000)));
  expect(uses.filter(Boolean)).toHaveLength(1);
});

test('one of many renews a token, and the others use the result', async () => {
  const person = { workspaceId: 'T1', userId: 'U-renew' };
  await store.links.connect(person, { accessToken: 'old', expiresAt: 1, grant: 'code' }, 1);
  let renewals = 0;
  const renew = () =>
    store.links.renew(person, 'old', async (tokens) => {
      renewals += 1;
      return { ...tokens, accessToken: 'new' };
    });
  const results = await Promise.all(Array.from({ length: 10 }, renew));
  expect(renewals).toBe(1);
  expect(results.map((tokens) => tokens?.accessToken)).toEqual(Array(10).fill('new'));
});

test('replicas that start together apply each migration once', async () => {
  expect(await Promise.all([migrate(database.url), migrate(database.url)])).toEqual([[], []]);
});

describe('a migration that fails', () => {
  let bare: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;
  const last = '20261122140500_add_teams_and_settings';
  const undoLast = `drop table workspace_settings; drop index calls_workspace_id_confirmed_at_id_idx; alter table calls drop column team_id; alter table links drop column team_id;
    alter table link_attempts drop column team_id; alter table preferences drop column team_id`;

  beforeEach(async () => {
    bare = await createTestDatabase();
    client = new pg.Client({ connectionString: bare.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await bare.drop();
  });

  test('leaves nothing, and the next start applies it', async () => {
    await client.query(`${undoLast}; delete from _prisma_migrations where migration_name = '${last}'`);
    await client.query('create table workspace_settings (in_the_way int)');
    await expect(migrate(bare.url)).rejects.toThrow(`Migration ${last} failed and changed nothing`);
    const left = await client.query('select 1 from _prisma_migrations where migration_name = $1', [last]);
    expect(left.rowCount).toBe(0);
    await client.query('drop table workspace_settings');
    expect(await migrate(bare.url)).toEqual([last]);
    expect(await migrate(bare.url)).toEqual([]);
  });

  test('which an older release left unfinished in the ledger is tried again', async () => {
    await client.query(
      `${undoLast}; update _prisma_migrations set finished_at = null where migration_name = '${last}'`,
    );
    expect(await migrate(bare.url)).toEqual([last]);
    const { rows } = await client.query(
      'select finished_at from _prisma_migrations where migration_name = $1',
      [last],
    );
    expect(rows).toEqual([{ finished_at: expect.any(Date) }]);
  });
});

/** As `table.column`, with whether it may be missing. */
function columnsOfSchema(): string[] {
  const schema = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = new Set(models.map(([, name]) => name));
  return models.flatMap(([, , body = '']) => {
    const [, table] = /@@map\("(.+)"\)/.exec(body) ?? [];
    const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)(\?)?(.*)$/gm)];
    return fields
      .filter(([, , type]) => !names.has(type))
      .map(([, field, , optional, rest = '']) => {
        const [, column = field] = /@map\("(.+?)"\)/.exec(rest) ?? [];
        return `${table}.${column}${optional ? ' or nothing' : ''}`;
      });
  });
}

test('the migrations make what schema.prisma says', async () => {
  const client = await connectTo(database.url);
  const { rows } = await client.query<{ column: string }>(
    `select table_name || '.' || column_name || case is_nullable when 'YES' then ' or nothing' else '' end as column
     from information_schema.columns where table_schema = 'public' and table_name not like '\\_%'`,
  );
  await client.end();
  expect(rows.map(({ column }) => column).sort()).toEqual(columnsOfSchema().sort());
});
