import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Front, fronts, startPlayground } from './start.ts';
import { playStory, stories, storyList } from './stories.ts';

const usage = `usage: npm run playground -- [options]

  --port P      serve the page on this port of 127.0.0.1 (default: the last one, 4300, or the next free one)
  --agent       show Slack's agent surface, as docs/fronts.md describes it
  --workflow    offer Kally's step for Workflow Builder, and run it, as docs/fronts.md describes it
  --mcp         let assistants in, as docs/fronts.md describes it, and be one at /assistant
  --previews    show a preview below links to calls, as docs/fronts.md describes it
  --fresh       forget everything that was kept, and begin anew
  --story NAME  play a story to where there is most to see, apart from what is kept:

${storyList()}

  --help        this text`;

const stateDir = fileURLToPath(new URL('../../.playground', import.meta.url));

type Command = {
  port: number | undefined;
  fresh: boolean;
  story: string | undefined;
  fronts: Front[];
  help: boolean;
};

/** Throws a TypeError or RangeError that says what is wrong. */
function commandOf(args: string[]): Command {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      story: { type: 'string' },
      agent: { type: 'boolean', default: false },
      workflow: { type: 'boolean', default: false },
      mcp: { type: 'boolean', default: false },
      previews: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new RangeError(`--port is a whole number from 0 to 65535, not "${values.port}"`);
  const { story, fresh, help } = values;
  if (story !== undefined && !Object.hasOwn(stories, story))
    throw new RangeError(`There is no story "${story}".`);
  return { port, fresh, story, fronts: fronts.filter((front) => values[front]), help };
}

export async function runPlayground(args: string[]): Promise<void> {
  let command: Command;
  try {
    command = commandOf(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
  if (command.help) return console.log(usage);
  try {
    await runUntilStopped(command);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function runUntilStopped({ port, fresh, story, fronts: wanted }: Command): Promise<void> {
  const playground = await startPlayground({
    ...(port === undefined ? {} : { port }),
    databaseUrl: process.env.DATABASE_URL,
    // A story has everything for itself, and leaves what a person has done elsewhere alone.
    stateDir: story ? join(stateDir, 'story') : stateDir,
    fresh: fresh || story !== undefined,
    fronts: wanted,
    say: (line) => console.error(line),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.stop().then(() => process.exit(0)));
  }
  await playground.app.ready;
  const address = story ? await playStory(story, playground) : playground.url;
  console.log(`Kally's playground is open at ${address}  (Ctrl+C ends it)`);
  if (wanted.includes('mcp')) console.log(`Be an assistant at ${new URL('/assistant', playground.url)}`);
}
