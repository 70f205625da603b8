import { randomUUID } from 'node:crypto';

/** A short id that a person reads out and an operator finds in the logs. */
export function newReference(): string {
  return randomUUID().slice(0, 8);
}
