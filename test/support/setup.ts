import { mkdtemp, rm } from 'node:fs/promises';
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
  project.provide('postgresUrl', server.url);
  const template = new URL(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('drop database if exists kally_template with (force)');
  await client.query('create database kally_template');
  await client.end();
  template.pathname = '/kally_template';
  await migrate(template.href);
  return () => server.stop();
}

async function startServer() {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'kally-test-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
