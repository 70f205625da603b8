import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

const tokens = /\b(?:xox[a-z]|xapp|xoxe)[-.][\w.-]+/g;

/**
 * Bolt's lines in our log. Its debug lines carry whole requests, with what people typed, and are always dropped. Its info lines are debug
 * lines here.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  return {
    debug() {},
    info: (...parts) => log.debug(describe(parts)),
    warn: (...parts) => log.warn(describe(parts)),
    error: (...parts) => log.error(describe(parts)),
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.INFO,
  };
}

function describe(parts: unknown[]): string {
  const words = parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part)));
  return words.join(' ').replace(tokens, '[token]');
}
