import { CannotOpen, type Sealed, type Sealing } from './sealing.ts';

/** A sealed value as it travels in a cookie or an address: the name of its key, and its bytes. */
export function sealText(sealing: Sealing, value: unknown, purpose: string): string {
  const { sealed, keyId } = sealing.seal(value, purpose);
  return `${encodeURIComponent(keyId)}.${Buffer.from(sealed).toString('base64url')}`;
}

/** Anybody may have sent the text: `undefined` if it was cut off or altered, is for something else, or its key was removed. */
export function openText(sealing: Sealing, text: string, purpose: string): unknown {
  const sealed = sealedIn(text);
  try {
    return sealed && sealing.open(sealed, purpose);
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}

function sealedIn(text: string): Sealed | undefined {
  const dot = text.lastIndexOf('.');
  const [name, bytes] = [text.slice(0, Math.max(0, dot)), text.slice(dot + 1)];
  try {
    return { keyId: decodeURIComponent(name), sealed: Uint8Array.from(Buffer.from(bytes, 'base64url')) };
  } catch {
    return undefined;
  }
}
