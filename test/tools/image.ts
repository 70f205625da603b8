/**
 * Does what the Dockerfile says where there is no container engine: each stage in an empty folder, as a user without rights, and
 * then the image's own command against the sandboxes. Run by `npm run image`; it installs packages, twice.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { startKallySandbox } from '../../sandbox/kally/server.ts';
import { freePort } from '../../sandbox/playground/ports.ts';
import { startSlackSandbox } from '../../sandbox/slack/server.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';

const context = join(import.meta.dirname, '../..');
const room = mkdtempSync('/var/tmp/kally-image-');
const isRoot = process.getuid?.() === 0;
const nobody = isRoot
  ? { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) }
  : {};

type Instruction = { name: string; text: string };
type Stage = {
  name: string;
  dir: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  command: string[];
};

const stages: Stage[] = [];
const healthchecks: string[][] = [];
const toolEnv = prepareTools();

/** Node 24 as the base image has it, and a home and a cache that the user without rights may write to. */
function prepareTools(): Record<string, string> {
  const [bin, home] = [join(room, 'bin'), join(room, 'home')];
  chmodSync(room, 0o755);
  for (const dir of [bin, home]) mkdirSync(dir);
  cpSync(process.execPath, join(bin, 'node'));
  giveAway(home);
  const { PATH = '' } = process.env;
  const path = PATH.split(':').filter((dir) => !dir.includes('node_modules'));
  // What says how registries are reached here stays; what speaks of this run of npm would mislead the next.
  const around = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)|local_prefix$/.test(name));
  const own = {
    PATH: [bin, ...path].join(':'),
    HOME: home,
    npm_config_cache: join(home, '.npm'),
    npm_config_audit: 'false',
  };
  return { ...(Object.fromEntries(around) as Record<string, string>), ...own };
}

function giveAway(dir: string) {
  if (nobody.uid !== undefined) chownSync(dir, nobody.uid, nobody.gid);
}

function instructions(): Instruction[] {
  const lines = readFileSync(join(context, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
  return lines
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      return { name, text: rest.join(' ') };
    });
}

const follow: Record<string, (text: string, stage: Stage) => void> = {
  WORKDIR(text, stage) {
    stage.workdir = text;
    mkdirSync(inside(stage, text), { recursive: true });
    giveAway(inside(stage, text));
  },
  COPY: copy,
  RUN(text, stage) {
    console.log(`# ${stage.name || 'image'}: ${text}`);
    execFileSync('sh', ['-c', text], {
      cwd: inside(stage),
      env: { ...toolEnv, ...stage.env },
      stdio: 'inherit',
      ...nobody,
    });
  },
  ENV(text, stage) {
    for (const pair of text.split(' ')) stage.env[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
  },
  USER(text, stage) {
    stage.user = text;
  },
  EXPOSE() {},
  HEALTHCHECK(text) {
    healthchecks.push(JSON.parse(text.slice(text.indexOf('['))) as string[]);
  },
  CMD(text, stage) {
    stage.command = JSON.parse(text) as string[];
  },
};

function inside(stage: Stage, path = stage.workdir): string {
  return path.startsWith('/') ? join(stage.dir, path) : join(stage.dir, stage.workdir, path);
}

function copy(text: string, stage: Stage) {
  const words = text.split(' ');
  const from = /^--from=(.*)$/.exec(words[0] ?? '')?.[1];
  const paths = from ? words.slice(1) : words;
  const target = inside(stage, paths.at(-1));
  const origin = from && stages.find(({ name }) => name === from);
  for (const path of paths.slice(0, -1)) {
    const source = origin ? inside(origin, path) : fromContext(path);
    const isInto = (paths.at(-1) ?? '').endsWith('/') && !statSync(source).isDirectory();
    const options = { recursive: true, verbatimSymlinks: true, filter: origin ? () => true : isSent };
    cpSync(source, isInto ? join(target, basename(source)) : target, options);
  }
}

/** `.dockerignore` leaves out everything but what it names, and of that what it names last. */
function isSent(path: string): boolean {
  return !path.startsWith(join(context, 'src/store/generated'));
}

function fromContext(path: string): string {
  const sent = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n');
  if (!sent.includes(`!${path.split('/')[0]}`)) throw new Error(`.dockerignore keeps ${path} back`);
  return join(context, path);
}

function build(): Stage {
  for (const { name, text } of instructions()) {
    if (name === 'FROM') {
      const dir = join(room, String(stages.length));
      mkdirSync(dir);
      stages.push({
        name: / AS (.*)$/.exec(text)?.[1] ?? '',
        dir,
        workdir: '/',
        env: {},
        user: 'root',
        command: [],
      });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage || !follow[name]) throw new Error(`${name} is not understood here`);
    follow[name](text, stage);
  }
  const image = stages.at(-1);
  if (!image || image.user === 'root') throw new Error('the image runs as root');
  return image;
}

function start(image: Stage, [program = '', ...args]: string[], env: Record<string, string>): ChildProcess {
  return spawn(program, args, {
    cwd: inside(image),
    env: { PATH: toolEnv.PATH ?? '', ...image.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
    ...nobody,
  });
}

async function codeOf(child: ChildProcess): Promise<number> {
  child.stderr?.pipe(process.stderr);
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}

function expectCode(what: string, code: number, expected: number) {
  if (code !== expected) throw new Error(`${what} ended with ${code} instead of ${expected}`);
  console.log(`# ${what}: as it should`);
}

async function run(image: Stage) {
  expectCode('a start without settings', await codeOf(start(image, image.command, {})), 1);
  const manifest = parse(readFileSync(join(context, 'slack-manifest.yml'), 'utf8'));
  const [slack, kallyai, postgres] = await Promise.all([
    startSlackSandbox({ manifest }),
    startKallySandbox(),
    startEmbeddedPostgres({ dataDir: join(room, 'postgres') }),
  ]);
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    KALLYAI_BASE_URL: kallyai.url,
    DATABASE_URL: postgres.url,
    ENCRYPTION_KEYS: `image:${randomBytes(32).toString('base64')}`,
    HOST: '127.0.0.1',
    // The image's own, 3000, may be somebody's here.
    PORT: String(await freePort()),
  };
  try {
    const app = start(image, image.command, settings);
    const ended = codeOf(app);
    await isHealthy(image, settings);
    const doctor = ['node', 'src/operator/main.ts', 'doctor'];
    expectCode('the doctor', await codeOf(start(image, doctor, settings)), 0);
    app.kill('SIGTERM');
    expectCode('a stop', await ended, 0);
  } finally {
    await Promise.all([slack.stop(), kallyai.stop(), postgres.stop()]);
  }
}

/** By the image's own health check. */
async function isHealthy(image: Stage, settings: Record<string, string>) {
  const [check = []] = healthchecks;
  for (let tries = 0; tries < 20; tries++) {
    if ((await codeOf(start(image, check, settings))) === 0) return console.log('# the health check: passed');
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('the health check does not pass');
}

try {
  await run(build());
} finally {
  rmSync(room, { recursive: true, force: true });
}
