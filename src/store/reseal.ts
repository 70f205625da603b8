import pg from 'pg';
import { sealedTables } from './sealed-tables.ts';
import { CannotOpen, createSealing, type KeyRing, type SealedTable, type Sealing } from './sealing.ts';

/** Rows read at once. Each is written by itself: a row that a refresh holds for long must not hold others up. */
const batchSize = 200;

type Row = { key: string[]; sealed: Buffer; keyId: string };

export type Resealed = {
  table: string;
  resealed: number;
  /** Why rows could not be opened, with how many of them. They stay as they are. */
  unopened: ReadonlyMap<string, number>;
};

/**
 * Seals everything with the current key that is sealed with another one. The app may run: a row that it writes meanwhile is
 * sealed with the current key already and is left alone. Broken off, it goes on from what is left. Answers table by table.
 */
export async function* reseal(databaseUrl: string, keys: KeyRing): AsyncGenerator<Resealed> {
  const sealing = createSealing(keys);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kally-reseal' });
  await client.connect();
  try {
    for (const table of sealedTables) yield await resealTable(client, sealing, table);
  } finally {
    await client.end();
  }
}

async function resealTable(client: pg.Client, sealing: Sealing, table: SealedTable): Promise<Resealed> {
  const unopened = new Map<string, number>();
  let resealed = 0;
  for (let after: string[] | undefined; ; ) {
    const rows = await readBatch(client, sealing.currentKeyId, table, after);
    if (rows.length === 0) return { table: nameOf(table), resealed, unopened };
    for (const row of rows) {
      const fault = await resealRow(client, sealing, table, row);
      if (fault === undefined) resealed += 1;
      else unopened.set(fault, (unopened.get(fault) ?? 0) + 1);
    }
    after = rows.at(-1)?.key;
  }
}

async function readBatch(
  client: pg.Client,
  currentKeyId: string,
  table: SealedTable,
  after: string[] | undefined,
): Promise<Row[]> {
  const { key } = table;
  const beyond = after
    ? `and (${key.join(', ')}) > (${after.map((_, index) => `$${index + 3}`).join(', ')})`
    : '';
  const { rows } = await client.query<Row>(
    `select ${columnsOf(table)} from ${table.table} where ${keyIdOf(table)} <> $1 ${beyond} order by ${key.join(', ')} limit $2`,
    [currentKeyId, batchSize, ...(after ?? [])],
  );
  return rows;
}

/** Answers why it could not be opened, or nothing. */
async function resealRow(
  client: pg.Client,
  sealing: Sealing,
  table: SealedTable,
  row: Row,
): Promise<string | undefined> {
  let value: unknown;
  const fault = openFault(() => {
    value = openRow(sealing, table, row);
  });
  if (fault !== undefined) return fault;
  const { sealed, keyId } = sealing.seal(value, table.rowName(...row.key));
  const where = table.key.map((column, index) => `${column} = $${index + 4}`).join(' and ');
  // Not over what the app has written since it was read.
  const columns = { sealed: sealedOf(table), keyId: keyIdOf(table) };
  await client.query(
    `update ${table.table} set ${columns.sealed} = $1, ${columns.keyId} = $2 where ${columns.sealed} = $3 and ${where}`,
    [sealed, keyId, row.sealed, ...row.key],
  );
  return undefined;
}

/** Tries one row of each table and key: how many rows the key ring cannot open, and why. Changes nothing. */
export async function findUnopenable(
  client: pg.Client,
  keys: KeyRing,
): Promise<{ rows: number; reasons: Set<string> }> {
  const sealing = createSealing(keys);
  const found = { rows: 0, reasons: new Set<string>() };
  for (const table of sealedTables) {
    const counted = await client.query<{ keyId: string; count: number }>(
      `select ${keyIdOf(table)} as "keyId", count(*)::int as count from ${table.table}
        where ${keyIdOf(table)} is not null group by 1`,
    );
    for (const { keyId, count } of counted.rows) {
      const fault = await tryKey(client, sealing, table, keyId);
      if (fault === undefined) continue;
      found.rows += count;
      found.reasons.add(fault);
    }
  }
  return found;
}

async function tryKey(client: pg.Client, sealing: Sealing, table: SealedTable, keyId: string) {
  const { rows } = await client.query<Row>(
    `select ${columnsOf(table)} from ${table.table} where ${keyIdOf(table)} = $1 limit 1`,
    [keyId],
  );
  const row = rows[0];
  return row && openFault(() => openRow(sealing, table, row));
}

function columnsOf(table: SealedTable): string {
  const key = table.key.map((column) => `${column}::text`).join(', ');
  return `array[${key}] as key, ${sealedOf(table)} as sealed, ${keyIdOf(table)} as "keyId"`;
}

const nameOf = ({ table, columns }: SealedTable) => (columns ? `${table}.${columns.sealed}` : table);
const sealedOf = ({ columns }: SealedTable) => columns?.sealed ?? 'sealed';
const keyIdOf = ({ columns }: SealedTable) => columns?.keyId ?? 'key_id';

function openRow(sealing: Sealing, { rowName }: SealedTable, { key, sealed, keyId }: Row): unknown {
  return sealing.open({ sealed: Uint8Array.from(sealed), keyId }, rowName(...key));
}

function openFault(open: () => unknown): string | undefined {
  try {
    open();
    return undefined;
  } catch (error) {
    if (error instanceof CannotOpen) return error.message;
    throw error;
  }
}
