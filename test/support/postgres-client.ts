import pg from 'pg';

/**
 * A connection of the test's own. One that is cut, as by a story that failed and so drops its database, fails the statements that are
 * under way; without a listener it would end the whole run besides.
 */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}
