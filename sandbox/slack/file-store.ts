import type { Emulated } from './emulated.ts';
import { innerBotToken } from './world.ts';

type StoredFile = { contentType: string; base64: string };
export type FileStore = ReturnType<typeof createFileStore>;

/** The bytes of files that were shared, by `{id}/{name}`. */
export function createFileStore({ emulated }: { emulated: Emulated }) {
  const files = new Map<string, StoredFile>();

  /** Takes over what was uploaded. */
  async function keep(path: string): Promise<Buffer> {
    const { contentType, bytes } = await emulated.download(innerBotToken, path);
    files.set(path, { contentType, base64: bytes.toString('base64') });
    return bytes;
  }

  return {
    keep,
    find(path: string): { contentType: string; bytes: Buffer } | undefined {
      const file = files.get(path);
      return file && { contentType: file.contentType, bytes: Buffer.from(file.base64, 'base64') };
    },
    save: () => [...files],
    restore(saved: [path: string, file: StoredFile][]) {
      for (const [path, file] of saved) files.set(path, file);
    },
  };
}
