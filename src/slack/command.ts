import type { AskerInPlace } from './errors/explain.ts';
import type { Message } from './ui/blocks.ts';

/** Somebody typed `/kally` and, with it, `text`; what follows the subcommand in it is `argument`. */
export type Asked = AskerInPlace & { triggerId: string; text: string; argument: string };

/** Answers what is said to the person alone, one message after the other; nothing where a form answers. */
export type Command = (asked: Asked) => Promise<Message[]>;
