import type { Answer } from './emulated.ts';
import { refusal } from './views.ts';
import type { Block } from './wire.ts';

/** The arguments of a Web API call, or an object of its answer. */
export type Args = Record<string, unknown>;

/** Arguments that are JSON inside a form. */
const jsonArguments = ['blocks', 'view', 'files', 'attachments', 'metadata', 'prompts', 'outputs', 'unfurls'];

export function parseJsonArguments(given: Args): { args: Args; fault?: Answer } {
  const args = { ...given };
  for (const name of jsonArguments) {
    if (typeof args[name] !== 'string') continue;
    try {
      args[name] = JSON.parse(args[name]);
    } catch {
      return { args, fault: refusal(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments') };
    }
  }
  return { args };
}

/** The text and blocks of a message. */
export function contentOf(args: Args) {
  return {
    text: textOf(args.text),
    ...(Array.isArray(args.blocks) ? { blocks: args.blocks as Block[] } : {}),
  };
}

/** The thread a message goes to, as messages name it here. */
export const threadOf = (args: Args) => (args.thread_ts ? { threadTs: textOf(args.thread_ts) } : {});

/** An argument that Slack reads as text. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export const isTrue = (value: unknown) => value === true || value === 'true' || value === '1' || value === 1;
