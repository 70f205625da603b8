import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PrismaClient } from '#prisma';
import { isUniqueViolation } from './calls.ts';
import { CannotOpen, type Sealing } from './sealing.ts';
import { hashOf } from './secrets.ts';

/** How long somebody may take from "Add to Slack" to *Allow*. */
export const installStateLifetimeMs = 10 * 60_000;

const stateSchema = z.object({ nonce: z.string(), expiresAt: z.number() });
const purpose = 'install-state';

/**
 * The `state` of an installation. It carries its own proof, so that opening the page, which anybody may, writes nothing; what is kept
 * is the hash of one that came back, until it would be too old anyhow.
 */
export function createInstallStateStore(prisma: PrismaClient, sealing: Sealing) {
  function read(state: string) {
    const dot = state.lastIndexOf('.');
    const sealed = Uint8Array.from(Buffer.from(state.slice(dot + 1), 'base64url'));
    const keyId = Buffer.from(state.slice(0, dot), 'base64url').toString();
    try {
      return stateSchema.parse(sealing.open({ sealed, keyId }, purpose));
    } catch (error) {
      if (error instanceof CannotOpen) return undefined;
      throw error;
    }
  }

  return {
    issue(now: number): string {
      const nonce = randomBytes(16).toString('base64url');
      const { sealed, keyId } = sealing.seal({ nonce, expiresAt: now + installStateLifetimeMs }, purpose);
      return `${Buffer.from(keyId).toString('base64url')}.${Buffer.from(sealed).toString('base64url')}`;
    },

    /** Uses a state up: `true` for one caller only, in time, and only for one of ours. */
    async use(state: string, now: number): Promise<boolean> {
      const ours = read(state);
      if (!ours || ours.expiresAt <= now) return false;
      const hash = hashOf(ours.nonce);
      try {
        await prisma.usedInstallState.create({ data: { hash, expiresAt: new Date(ours.expiresAt) } });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
  };
}
