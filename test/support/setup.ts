import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '../../sandbox/postgres.ts';
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
  const server = await startThrowawayPostgres('test', process.env.DATABASE_URL);
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
  const template = new URL(serverUrl);
  template.pathname = '/kally_template';
  await migrate(template.href);
  await installJobs(template.href);
}

/** The job engine's tables and queues, which it would otherwise make anew in each of a hundred databases. */
async function installJobs(databaseUrl: string) {
  const boss = createBoss({ databaseUrl, log: createLog({ level: 'warn' }) });
  await boss.start(async () => {});
  await boss.stop();
}
