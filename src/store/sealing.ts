import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Current key first; the others still open what they sealed. */
export type KeyRing = readonly { id: string; key: Uint8Array }[];

/** A table with sealed rows. `rowName` is what a row is bound to, made of the values of its `key` columns. */
export type SealedTable = {
  table: string;
  /** Where the columns have other names than `sealed` and `key_id`. They may be empty. */
  columns?: { sealed: string; keyId: string };
  key: readonly string[];
  rowName: (...key: string[]) => string;
};

export type Sealed = { sealed: Uint8Array<ArrayBuffer>; keyId: string };

/** What is sealed cannot be opened: its key is not configured, or the row is not the one it was sealed for. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
}

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Encryption at rest. `boundTo` names the row, so that a sealed value moved to another row does not open. */
export function createSealing(keys: KeyRing, onLost: (error: CannotOpen) => void = () => {}) {
  const current = keys[0];
  if (!current) throw new Error('no encryption key');
  const told = new Set<string>();

  function open({ sealed, keyId }: Sealed, boundTo: string): unknown {
    const key = keys.find(({ id }) => id === keyId)?.key;
    if (!key) throw new CannotOpen(`sealed with key "${keyId}", which ENCRYPTION_KEYS does not hold`);
    const bytes = Buffer.from(sealed);
    try {
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      });
      opening.setAAD(Buffer.from(boundTo));
      opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      const text = Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()]);
      return JSON.parse(text.toString('utf8'));
    } catch (cause) {
      throw new CannotOpen(`not sealed for this row, or altered (key "${keyId}")`, { cause });
    }
  }

  return {
    currentKeyId: current.id,
    seal(value: unknown, boundTo: string): Sealed {
      const iv = randomBytes(ivLength);
      const sealing = createCipheriv(cipher, current.key, iv).setAAD(Buffer.from(boundTo));
      const text = Buffer.concat([sealing.update(JSON.stringify(value), 'utf8'), sealing.final()]);
      return { sealed: Buffer.concat([iv, sealing.getAuthTag(), text]), keyId: current.id };
    },
    open,
    /** A value that cannot be opened counts as not there; each reason is logged once. */
    openIfPossible(row: Sealed, boundTo: string): unknown {
      try {
        return open(row, boundTo);
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error;
        if (!told.has(error.message)) onLost(error);
        told.add(error.message);
        return undefined;
      }
    },
  };
}

export type Sealing = ReturnType<typeof createSealing>;
