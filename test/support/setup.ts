import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { findBrowser, installBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** What the whole run shares. One server a run; each test file gets a copy of a migrated template. With DATABASE_URL set, that server is used. */
export default async function setup(project: TestProject) {
  // Here, once, and not by each file that needs it: two installations at once would stand in each other's way.
  if (!findBrowser()) installBrowser();
  const server = await startServer();
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
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query('drop database if exists kally_template with (force)');
  await client.query('create database kally_template');
  await client.end();
  const template = new URL(serverUrl);
  template.pathname = '/kally_template';
  await migrate(template.href);
}

async function startServer() {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'kally-test-'));
  // Root's Postgres runs as another account, which has to get in.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
