import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { linkAttemptLifetimeMs } from '../store/link-attempts.ts';
import { linkTokensSchema } from '../store/links.ts';
import { openText, sealText } from '../store/sealed-text.ts';
import type { Sealing } from '../store/sealing.ts';
import { createCookies } from '../web/cookies.ts';

const signInSchema = z.object({
  tokens: linkTokensSchema,
  /** CSRF token of the confirmation; the code is shown only to the browser that has it. */
  ticket: z.string(),
  /** Hash of the return address, which a browser may load again. */
  returned: z.string().exactOptional(),
});
export type SignIn = z.infer<typeof signInSchema>;

const sessionSchema = z.object({
  /** The attempt this browser opened. */
  nonce: z.string(),
  /** KallyAI must send it back with the person. */
  state: z.string(),
  /** The tokens wait here between the sign-in and the click, because nothing is stored before the click. */
  signIn: signInSchema.exactOptional(),
  /** Slack said that the person of the attempt uses this browser. */
  isProven: z.literal(true).exactOptional(),
  /** After the click: shows the code in this browser, and in no other that opened the same link. */
  codeTicket: z.string().exactOptional(),
});
export type BrowserSession = z.infer<typeof sessionSchema>;

/** Browsers keep 4096 bytes of name, value and attributes. */
const chunkLength = 3_800;
const maxChunks = 3;

const purpose = 'link-visit';

/** One browser's state of one attempt, in a sealed cookie that scripts cannot read; in several cookies if the tokens are long. */
export function createBrowserSessions({ sealing, secure }: { sealing: Sealing; secure: boolean }) {
  const cookies = createCookies(secure);
  const names = Array.from({ length: maxChunks }, (_, index) => `link-${index}`);

  function written(text: string): string[] {
    return names.map((name, index) => {
      const chunk = text.slice(index * chunkLength, (index + 1) * chunkLength);
      return cookies.write(name, chunk, linkAttemptLifetimeMs);
    });
  }

  return {
    read(headers: IncomingHttpHeaders): BrowserSession | undefined {
      const text = names.map((name) => cookies.read(headers.cookie, name)).join('');
      // What we cannot read, or an old version wrote, makes the browser a new one.
      return sessionSchema.safeParse(openText(sealing, text, purpose)).data;
    },

    /** `set-cookie` headers; without a session, those that delete the cookies. */
    write(session: BrowserSession | undefined): { 'set-cookie': string[] } {
      if (!session) return { 'set-cookie': written('') };
      const text = sealText(sealing, sessionSchema.parse(session), purpose);
      if (text.length > chunkLength * maxChunks) throw new Error('the tokens are too long for cookies');
      return { 'set-cookie': written(text) };
    },
  };
}
