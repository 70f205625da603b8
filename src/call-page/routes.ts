import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { Denial } from '../calls/access.ts';
import type { Calls } from '../calls/calls.ts';
import type { KnownCall } from '../calls/known-call.ts';
import type { NoTranscript } from '../calls/read-call.ts';
import type { CallPage } from '../calls/read-page.ts';
import type { ApprovalDecision } from '../domain/approval.ts';
import type { TranscriptLine } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import { isOwnId } from '../domain/own-id.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import type { SlackSignIn } from '../link/slack-proof.ts';
import { readLanguage } from '../link/words.ts';
import type { Sealing } from '../store/sealing.ts';
import { createCookies } from '../web/cookies.ts';
import type { PageRequest, Reply, Route } from '../web/http-server.ts';
import { callPage, notShownPage, type Sheet, type Spoken } from './pages.ts';
import { createPasses, type Pass, toAllCalls, toCall } from './passes.ts';
import { createSignIn } from './sign-in.ts';
import { callPageWords, type Reason } from './words.ts';

/** How long a link from Slack works, and the browser that it opened. */
const linkLifetimeMs = 10 * 60_000;

type Read = { page: CallPage; reader: Reader } | { denied: Denial };

/** The reader of a page. */
type Reader = { language: Language; timeZone: string };

type Deps = {
  calls: Pick<Calls, 'readPage'>;
  readerOf: (person: Person) => Promise<Reader>;
  /** Sentences that Slack says too. */
  say: {
    sheet: (
      reader: Reader,
      known: KnownCall,
      to: { isRequester: boolean; mayReadTranscript: boolean; decision?: ApprovalDecision | undefined },
    ) => Sheet;
    spoken: (language: Language, lines: TranscriptLine[]) => Exclude<Spoken, string>;
    noTranscript: (language: Language, why: NoTranscript) => string;
    time: (reader: Reader, at: number) => string;
    /** `undefined` if it is no trouble with KallyAI. */
    trouble: (reader: Reader, error: unknown) => string | undefined;
  };
  /** Sign in with Slack, where the installation has it. Without it, a link from Slack says who opens it. */
  slackSignIn?: SlackSignIn | undefined;
  /** How many seconds this person must wait before their next page; 0 means now. */
  waitSecondsOf: (key: string) => number;
  sealing: Sealing;
  clock: Clock;
  log: Logger;
  publicUrl: string;
};

const statusOf: Record<Reason, number> = {
  expired: 410,
  fromSlack: 403,
  gone: 404,
  unsure: 503,
  notSignedIn: 403,
  slackAway: 502,
  tooOften: 429,
};

/**
 * The page of a call. A GET changes nothing. What the address of a link carries moves into a cookie at once, so that it stays in no history and
 * no screenshot; link previews, which keep no cookies, see a page without a word of the call.
 */
export function createCallPages(deps: Deps) {
  const { calls, say, slackSignIn, clock, publicUrl } = deps;
  const cookies = createCookies(new URL(publicUrl).protocol === 'https:');
  const passes = createPasses(deps);
  const signIn =
    slackSignIn && createSignIn({ ...deps, slackSignIn, passes, cookies, answer: notShown, pathOf });

  function passOf(headers: IncomingHttpHeaders, callId: string) {
    return signIn
      ? passes.read(cookies.read(headers.cookie, signIn.cookieName), toAllCalls)
      : passes.read(cookies.read(headers.cookie, cookieNameOf(callId)), toCall(callId));
  }

  async function open(request: PageRequest): Promise<Reply> {
    const { headers, query, rest: callId = '' } = request;
    if (!isOwnId(callId)) return notShown('gone', request);
    const key = query.get('k');
    if (key !== null && !signIn) return enter(request, callId, key);
    const pass = passOf(headers, callId);
    if (pass && !pass.isOver) return show(request, callId, pass);
    if (signIn) return signIn.ask(callId);
    return notShown(pass ? 'expired' : 'fromSlack', request, pass?.people[0]);
  }

  function enter(request: PageRequest, callId: string, key: string): Reply | Promise<Reply> {
    const pass = passes.read(key, toCall(callId));
    if (!pass || pass.isOver) return notShown(pass ? 'expired' : 'fromSlack', request, pass?.people[0]);
    const kept = cookies.write(cookieNameOf(callId), key, pass.until - clock.now());
    return { status: 303, headers: { location: pathOf(callId), 'set-cookie': [kept] } };
  }

  async function show(request: PageRequest, callId: string, { people, until }: Pass): Promise<Reply> {
    const [person] = people;
    const waitSeconds = person ? deps.waitSecondsOf(keyOfPerson(person)) : 0;
    if (waitSeconds > 0) {
      const reply = await notShown('tooOften', request);
      return { ...reply, headers: { 'retry-after': String(waitSeconds) } };
    }
    const read = await readAs(people, callId);
    if ('denied' in read) return notShown(read.denied === 'unsure' ? 'unsure' : 'gone', request);
    const { page, reader } = read;
    const sheet = say.sheet(reader, { ours: page.call }, page);
    const spoken = await spokenIn(page, reader);
    const { language } = reader;
    const { callLanguage } = page.call.request;
    const shownUntil = signIn ? undefined : say.time(reader, until);
    return { status: 200, html: callPage({ language, sheet, spoken, callLanguage, until: shownUntil }) };
  }

  /** As each of the people that somebody may be here, until the call is one of theirs. */
  async function readAs(people: Person[], callId: string): Promise<Read> {
    const [person, ...others] = people;
    if (!person) return { denied: 'gone' };
    const page = await calls.readPage({ person }, callId);
    if (!('denied' in page)) return { page, reader: await deps.readerOf(person) };
    return page.denied === 'gone' && others.length > 0 ? readAs(others, callId) : page;
  }

  async function spokenIn(page: CallPage, reader: Reader): Promise<Spoken> {
    const words = callPageWords[reader.language];
    if (!page.mayReadTranscript) return words.notForYou;
    if (!page.readTranscript) return words.notOver;
    const refused = (own: string) => (page.isRequester ? own : words.unreadable);
    try {
      const lines = await page.readTranscript();
      if (lines === 'not_allowed') return refused(say.noTranscript(reader.language, lines));
      if (typeof lines === 'string') return say.noTranscript(reader.language, lines);
      return say.spoken(reader.language, lines);
    } catch (error) {
      const trouble = say.trouble(reader, error);
      if (trouble === undefined) throw error;
      return refused(trouble);
    }
  }

  /** In the language of the person, where it is known who they are. */
  async function notShown(
    why: Reason,
    { headers }: Pick<PageRequest, 'headers'>,
    person?: Person,
    again?: string,
  ): Promise<Reply> {
    // The app may be gone from their workspace.
    const reader = person && (await deps.readerOf(person).catch(() => undefined));
    const language = reader?.language ?? readLanguage(headers['accept-language']);
    return { status: statusOf[why], html: notShownPage({ why, language, again }) };
  }

  const route: Route = { method: 'GET', path: '/calls/*', handle: open };
  return {
    routes: [route],
    /** Where Sign in with Slack sends a browser back that was on its way to a call; `undefined` if it was not. */
    comeBack: async (request: PageRequest): Promise<Reply | undefined> => signIn?.comeBack(request),
    /** The address for this person's button. */
    urlOf(person: Person, callId: string): string {
      const url = new URL(pathOf(callId), publicUrl);
      if (!signIn) url.searchParams.set('k', passes.write([person], toCall(callId), linkLifetimeMs));
      return url.href;
    },
  };
}

const pathOf = (callId: string) => `/calls/${callId}`;
/** Several calls may be open in one browser. */
const cookieNameOf = (callId: string) => `call-${callId}`;
