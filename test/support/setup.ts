import type { TestProject } from 'vitest/node';
import { carefree, startThrowawayPostgres } from '../../sandbox/postgres.ts';
import { createBoss } from '../../src/jobs/boss.ts';
import { createLog } from '../../src/log.ts';
import { migrate } from '../../src/store/migrate.ts';
import { provideBrowser } from './browser.ts';
import { connectTo } from './postgres-client.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** What the whole run shares. One server a run; each town gets a copy of a migrated template. With DATABASE_URL set, that server is used. */
export default async function setup(project: TestProject) {
  // Here, once, and not by each file that needs it: two installations at once would stand in each other's way.
  provideBrowser();
  const server = await startThrowawayPostgres('test', process.env.DATABASE_URL, carefree);
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}

async function makeTemplate(serverUrl: string) {
  const client = await connectTo(serverUrl);
  await client.query('drop database if exists kally_template with (force)');
  await client.query('create database kally_template');
  await client.end();
  const template = inDatabase(serverUrl, 'kally_template');
  await migrate(template);
  await installJobs(template);
}

/** The job engine's tables and queues, which it would otherwise make anew in each of a hundred databases. */
async function installJobs(databaseUrl: string) {
  // What it had begun besides, stopping breaks off; it says so to nobody.
  const boss = createBoss({ databaseUrl, log: createLog({ level: 'silent' }) });
  await boss.start({ nightly: async () => {}, digests: async () => {} });
  await boss.stop();
  // A template that somebody is connected to is not copied.
  const client = await connectTo(inDatabase(databaseUrl, 'postgres'));
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'kally_template'`,
  );
  await client.end();
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
