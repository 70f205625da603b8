import { createEmulator } from 'emulate';

/** What Slack's Web API answers. */
export type Answer = { ok: boolean; error?: string; [field: string]: unknown };

/** Of the emulator's tokens: `token` is how requests name it. */
type SeededToken = { token: string; [field: string]: unknown };

const anyTs = /\b\d{10}\.\d{6}\b/g;

/** The emulator refuses a token that was used 5,000 times in an hour, as no Slack does. So each has many names there, used in turn. */
const namesOfToken = 40;
const nameOf = (token: string, nth: number) => (nth === 0 ? token : `${token}-${nth}`);

export type Emulated = Awaited<ReturnType<typeof startEmulated>>;

/**
 * The Web API emulator that keeps conversations, messages, files and installations. It invents ids at every start; people
 * who restart the playground on the same database must meet the same users and channels again, so its ids and its own
 * address are exchanged for ours in everything that passes here.
 */
export async function startEmulated({
  tokens,
  ...seed
}: {
  tokens: SeededToken[];
  [field: string]: unknown;
}) {
  const named = tokens.flatMap((one) =>
    Array.from({ length: namesOfToken }, (_, nth) => ({ ...one, token: nameOf(one.token, nth) })),
  );
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: { slack: { ...seed, tokens: named } },
  });
  const seeded = new Set(tokens.map(({ token }) => token));
  let asked = 0;
  const aliases: [theirs: string, ours: string][] = [];
  const ourTs = new Map<string, string>();
  const theirTs = new Map<string, string>();
  const exchangeTs = (text: string, known: Map<string, string>) =>
    known.size === 0 ? text : text.replace(anyTs, (ts) => known.get(ts) ?? ts);
  const toOurs = (text: string) =>
    aliases.reduce((all, [theirs, ours]) => all.replaceAll(theirs, ours), exchangeTs(text, ourTs));
  const toTheirs = (text: string) =>
    aliases.reduce((all, [theirs, ours]) => all.replaceAll(ours, theirs), exchangeTs(text, theirTs));

  /** One that an installation brought has no other names. */
  const bearer = (token: string) =>
    `Bearer ${seeded.has(token) ? nameOf(token, asked++ % namesOfToken) : token}`;

  async function call(token: string, method: string, args: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: bearer(token), 'content-type': 'application/json; charset=utf-8' },
      body: toTheirs(JSON.stringify(args)),
    });
    if (response.status === 404) return { ok: false, error: 'unknown_method', req_method: method };
    return JSON.parse(toOurs(await response.text())) as Answer;
  }

  /** Passes on a request that is not a Web API call: a page, a form or an upload. */
  async function forward(path: string, init: { method: string; contentType?: string; body?: Buffer }) {
    const isForm = init.contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
    const body = isForm ? toTheirs(String(init.body)) : init.body && new Uint8Array(init.body);
    const response = await fetch(emulator.url + toTheirs(path), {
      method: init.method,
      redirect: 'manual',
      headers: init.contentType ? { 'content-type': init.contentType } : {},
      ...(body && init.method !== 'GET' ? { body } : {}),
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'text/plain',
      location: response.headers.get('location'),
      text: toOurs(await response.text()),
    };
  }

  async function download(token: string, path: string) {
    const response = await fetch(`${emulator.url}/files-pri/${toTheirs(path)}`, {
      headers: { authorization: bearer(token) },
    });
    const contentType = response.headers.get('content-type') ?? 'application/octet-stream';
    return { status: response.status, contentType, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  return {
    url: emulator.url,
    call,
    forward,
    /** The bytes of `{id}/{name}`. */
    download,
    alias: (theirs: string, ours: string) => void aliases.push([theirs, ours]),
    /** For messages of an earlier time, of which there may be many. */
    aliasTs(theirs: string, ours: string) {
      ourTs.set(theirs, ours);
      theirTs.set(ours, theirs);
    },
    close: () => emulator.close(),
  };
}
