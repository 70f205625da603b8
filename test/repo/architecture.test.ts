import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const src = join(root, 'src');

/** What each room may import from. A room not named here may import nothing of ours. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  kally: ['domain'],
  store: ['domain'],
  accounts: ['domain', 'kally', 'store'],
  jobs: ['domain', 'store'],
  calls: ['domain', 'kally', 'store', 'accounts', 'jobs'],
  web: ['domain'],
  link: ['domain', 'kally', 'store', 'accounts', 'web'],
  install: ['domain', 'link', 'web'],
  slack: ['domain', 'kally', 'store', 'accounts', 'jobs', 'calls'],
  mcp: ['domain', 'accounts', 'calls', 'web'],
  'call-page': ['domain', 'store', 'calls', 'link', 'web'],
  'config.ts': ['domain'],
  'log.ts': [],
  'metrics.ts': ['domain'],
  'warm-up.ts': ['domain', 'store'],
  'app.ts': [
    'domain',
    'kally',
    'store',
    'accounts',
    'jobs',
    'calls',
    'web',
    'link',
    'install',
    'slack',
    'mcp',
    'call-page',
    'config.ts',
    'metrics.ts',
    'warm-up.ts',
  ],
  operator: ['domain', 'kally', 'store', 'link', 'slack', 'config.ts', 'log.ts'],
  'run.ts': ['app.ts', 'config.ts', 'log.ts', 'store'],
  'main.ts': ['run.ts'],
};

const files = sourcesIn(src).filter((file) => !file.startsWith(join(src, 'store/generated')));

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, path = '']) => join(dirname(file), path));
}

const roomOf = (file: string) => relative(src, file).split('/')[0] ?? '';

test('imports point one way', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(src))
      .filter(
        (target) => roomOf(target) !== roomOf(file) && !mayImport[roomOf(file)]?.includes(roomOf(target)),
      )
      .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
  );
  expect(wrong).toEqual([]);
});

/**
 * The rooms of `slack`, lowest first: each may import from those before it, and from itself. Files at its root count as rooms.
 */
const roomsOfSlack = [
  'ui',
  'install',
  'transport',
  'workspace',
  'workspaces.ts',
  'context.ts',
  'send',
  'connect',
  'errors',
  'form',
  'proposal',
  'call',
  'help',
  'account',
  'assistants',
  'preferences',
  'workflow',
  'card',
  'delivery',
  'history',
  'messages',
  'admin',
  'home',
  'commands.ts',
  'phrases.ts',
  'middleware',
  'app.ts',
];

test('imports inside slack point one way too', () => {
  const slack = join(src, 'slack');
  const rankOf = (file: string) => roomsOfSlack.indexOf(relative(slack, file).split('/')[0] ?? '');
  const inside = files.filter((file) => file.startsWith(`${slack}/`));
  const wrong = inside.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(`${slack}/`) && rankOf(target) > rankOf(file))
      .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
  );
  expect(inside.filter((file) => rankOf(file) < 0)).toEqual([]);
  expect(wrong).toEqual([]);
});

test('what ships imports nothing of the sandbox, the tests or the benchmarks', () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !target.startsWith(src) && target !== join(root, 'package.json'))
      .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
  );
  expect(outside).toEqual([]);
});

test.each(['src', 'sandbox/slack', 'sandbox/playground'])(
  'no file of %s is part of a circular import',
  (folder) => {
    const ours = folder === 'src' ? files : sourcesIn(join(root, folder));
    expect(ours).not.toEqual([]);
    expect(circlesIn(ours)).toEqual([]);
  },
);

function circlesIn(ours: string[]): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: string[]) {
    if (path.includes(file))
      circles.push([...path.slice(path.indexOf(file)), file].map((f) => relative(root, f)).join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    if (ours.includes(file)) for (const target of importsOf(file)) visit(target, [...path, file]);
    done.add(file);
  }
  for (const file of ours) visit(file, []);
  return circles;
}

test('the environment is read where a process begins, and nowhere else', () => {
  const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
  expect(readers.map((file) => relative(src, file))).toEqual(['run.ts', 'operator/main.ts']);
});

/** Each of these keeps to the hosts that it was configured with; whoever else could reach out would need a guard too. */
const reachOut = {
  'from .undici': ['kally/connections.ts', 'slack/transport/fetch.ts'],
  '\\bfetch\\(': [
    'jobs/boss.ts',
    'mcp/front.ts',
    'operator/check-kally.ts',
    'operator/check-slack.ts',
    'slack/transport/fetch.ts',
    'slack/transport/open-view.ts',
  ],
  'from .node:(http|https|net|tls|dgram|http2).': [
    'call-page/routes.ts',
    'config.ts',
    'link/browser-session.ts',
    'link/checks.ts',
    'link/open-session.ts',
    'link/routes.ts',
    'mcp/front.ts',
    'mcp/principal.ts',
    'slack/install/oauth.ts',
    'slack/transport/connection.ts',
    'slack/transport/http-guard.ts',
    'slack/transport/signed.ts',
    'store/embedded-postgres.ts',
    'web/http-server.ts',
    'web/metrics-server.ts',
    'web/rate-limit.ts',
    'web/read-body.ts',
  ],
};

test.each(Object.entries(reachOut))('nothing else reaches out: %s', (pattern, known) => {
  const found = files.filter((file) => new RegExp(pattern).test(readFileSync(file, 'utf8')));
  expect(found.map((file) => relative(src, file)).sort()).toEqual(known);
});

/** Whatever reads or writes a wall clock without naming its zone goes by the zone of the process. */
const zoneless = [
  /\.(get|set)(Hours|Minutes|Day|Date|Month|FullYear|Year|TimezoneOffset)\(/,
  /\.to(Date|Time)String\(/,
  /\.toLocale(Date|Time)String\((?![^;]*timeZone)/,
  /\.toLocaleString\([^;)]*(hour|day|month|dateStyle|timeStyle)(?![^;]*timeZone)/,
  /Intl\.DateTimeFormat\((?![^;]*timeZone)/,
  /Temporal\.Now/,
  /process\.env\.TZ/,
  // Day and time as numbers, or as a text that need not end in a zone.
  /new Date\([^()]*,/,
  /new Date\([`'"](?![^)]*Z[`'"])/,
  /Date\.parse\([`'"](?![^)]*(Z|\$\{zone\})[`'"])/,
];

test('nothing goes by the time zone of the process', () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return zoneless
      .filter((pattern) => pattern.test(text))
      .map((pattern) => `${relative(src, file)}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
  // The patterns find what they are for.
  const bad = [
    'at.getHours()',
    'at.toLocaleTimeString()',
    "at.toLocaleString('en', { hour: 'numeric' })",
    "new Intl.DateTimeFormat('en')",
    'new Date(2027, 2, 28)',
    "new Date('2027-03-28T01:30')",
    "Date.parse('2027-03-28T01:30')",
  ];
  expect(bad.filter((text) => !zoneless.some((pattern) => pattern.test(text)))).toEqual([]);
});
