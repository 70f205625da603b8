import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `env()` would make even `generate` fail where no database is configured.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
