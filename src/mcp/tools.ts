import { type CallToolResult, McpServer, type ServerContext } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { Calls } from '../calls/calls.ts';
import { idOf, type KnownCall } from '../calls/known-call.ts';
import type { Block } from '../calls/policies.ts';
import type { AssistantScope } from '../domain/assistant.ts';
import type { StopAnswer } from '../domain/call.ts';
import type { DraftField, Fault, Reading } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import { isOwnId } from '../domain/own-id.ts';
import { keyOfPerson, type Person } from '../domain/person.ts';
import type { Proposal } from '../domain/proposal.ts';
import { newReference } from '../domain/reference.ts';
import { callOutputOf, detailsOutputOf, linesWithin, proposalOutputOf } from './answers.ts';
import { blocksOf } from './blocks.ts';
import { actorOf, type Caller, callerOf, type Principal, type PrincipalDeps } from './principal.ts';
import {
  callIdInput,
  draftIn,
  getCallOutput,
  listCallsInput,
  listCallsOutput,
  prepareCallInput,
  proposalOutput,
  stopCallOutput,
  transcriptOutput,
} from './schemas.ts';
import { mcpWords } from './words.ts';

/** A message in Slack. */
type Where = { channelId: string; ts: string };

export type ToolDeps = Pick<PrincipalDeps, 'workspaceOf' | 'isAdmin'> & {
  calls: Pick<
    Calls,
    'propose' | 'proposalOf' | 'history' | 'planned' | 'stoppable' | 'find' | 'transcript' | 'stop' | 'cardOf'
  >;
  /** How to read what is asked in a person's name, and in which language to answer. */
  readingOf: (person: Person) => Promise<Reading>;
  urlOf: (person: Person, message: Where) => Promise<string | undefined>;
  /** Sentences that Slack says too. */
  say: {
    fault: (language: Language, fault: Fault) => string;
    block: (language: Language, block: Block) => string;
    standing: (reader: Reading, known: KnownCall) => string;
    stop: (language: Language, result: Exclude<StopAnswer['result'], 'stopped' | 'cancelled'>) => string;
    unfound: (language: Language, why: 'none' | 'notFound' | 'many' | 'short') => string;
    /** `undefined` if it is no trouble with KallyAI. */
    trouble: (reader: Reading, error: unknown) => string | undefined;
  };
  /** How many seconds this person's assistants must wait; 0 means now. */
  waitSecondsOf: (key: string) => number;
  clock: Clock;
  log: Logger;
};

const instructions = [
  'Kally has the AI phone assistant KallyAI call businesses for people in Slack. No tool calls anybody: prepare_call fills a call in, Kally asks the',
  'person in its own messages in Slack, and only their click there calls. Tell them to confirm it there. Then use get_call with the proposal_id.',
].join(' ');

/** Inputs by their names here, for faults by the names of the form. */
const inputOf: Partial<Record<DraftField, string>> = {
  callLanguage: 'call_language',
  businessName: 'business_name',
  partySize: 'party_size',
  timeZone: 'time_zone',
  callDate: 'call_date',
  callTime: 'call_time',
  callOccurrence: 'call_time',
  ifNobody: 'if_nobody_answers',
  ifNotPossible: 'if_not_possible',
};

/** A tool's answer before it is wrapped; `blocks` are what Slackbot shows. */
type Answer = { text: string; data?: Record<string, unknown>; blocks?: object[] };
type Asked = Caller & { reading: Reading; words: (typeof mcpWords)[Language] };

/** The tools, for one request of this principal. */
export function createToolServer(deps: ToolDeps, principal: Principal, version: string): McpServer {
  const { calls, say, clock, log } = deps;
  const server = new McpServer({ name: 'kally', title: 'Kally', version }, { instructions });
  const meta = { slack: { supportsBlockKit: true } };

  /** Finds out for whom a tool acts and whether it may, and says in a sentence what went wrong. */
  async function run(
    scope: AssistantScope,
    ctx: ServerContext,
    act: (asked: Asked) => Promise<Answer>,
  ): Promise<CallToolResult> {
    const caller = await callerOf(deps, principal, ctx.mcpReq._meta);
    if (!caller) return refusing(mcpWords.en.stranger);
    const waitSeconds = deps.waitSecondsOf(keyOfPerson(caller.person));
    if (waitSeconds > 0) return refusing(mcpWords.en.wait(waitSeconds));
    const reading = await deps.readingOf(caller.person);
    const words = mcpWords[reading.language];
    if (!caller.scopes.includes(scope)) return refusing(words.lacksScope(scope));
    try {
      const { text, data, blocks } = await act({ ...caller, reading, words });
      if (!data) return refusing(text);
      const shown = principal.kind === 'slackbot' && blocks;
      return {
        content: [{ type: 'text', text }],
        structuredContent: data,
        ...(shown && { _meta: { slack: { blocks: shown } } }),
      };
    } catch (error) {
      const trouble = say.trouble(reading, error);
      if (trouble) return refusing(trouble);
      const reference = newReference();
      log.error({ err: error, reference, tool: scope }, 'a tool failed');
      return refusing(words.broken(reference));
    }
  }

  async function answerOf(proposal: Proposal, { person, words }: Asked): Promise<Answer> {
    const url = proposal.shown && (await deps.urlOf(person, proposal.shown));
    const data = proposalOutputOf(proposal, clock.now(), url);
    const whom = proposal.draft.businessName ?? proposal.draft.phone ?? '';
    const said = {
      waiting_for_confirmation: words.asked,
      confirmed: words.confirmed,
      discarded: words.discarded,
      expired: words.expired,
    }[data.status](whom);
    const shown = words.shown[data.status](whom);
    return { text: said, data, blocks: blocksOf([shown], url && { label: words.open, url }) };
  }

  async function cardUrlOf({ person }: Caller, { ours }: KnownCall): Promise<string | undefined> {
    const card = ours && (await calls.cardOf(ours.id));
    return card && deps.urlOf(person, card);
  }

  server.registerTool(
    'prepare_call',
    {
      title: 'Prepare a phone call',
      description:
        'Fills in a phone call to a business and asks the person in Slack to confirm it. Nobody is called before their click. Use one client_key for one wish.',
      inputSchema: prepareCallInput,
      outputSchema: proposalOutput,
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
      _meta: meta,
    },
    (input, ctx) =>
      run('propose', ctx, async (asked) => {
        const { words, reading, proposer } = asked;
        const { client_key: key, channel_id: channelId } = input;
        const proposing = { draft: draftIn(input), reading, proposer, key, channelId };
        const proposed = await calls.propose(asked, proposing);
        if ('faults' in proposed) {
          const lines = Object.entries(proposed.faults).map(([field, fault]) => {
            const name = inputOf[field as DraftField] ?? field;
            return `${name}: ${say.fault(reading.language, fault)}`;
          });
          return { text: [words.refused, ...lines].join('\n') };
        }
        if ('blocked' in proposed)
          return { text: `${words.refused}\n${say.block(reading.language, proposed.blocked)}` };
        if ('already' in proposed) return { text: words.keyTaken };
        if ('capped' in proposed) return { text: words.capped };
        if ('untold' in proposed) return { text: words.untold };
        return answerOf(proposed.proposal, asked);
      }),
  );

  server.registerTool(
    'list_calls',
    {
      title: 'List calls',
      description: 'The person’s own calls, newest first: where each stands, or how it went.',
      inputSchema: listCallsInput,
      outputSchema: listCallsOutput,
      annotations: { readOnlyHint: true, openWorldHint: false },
      _meta: meta,
    },
    ({ limit, offset }, ctx) =>
      run('read', ctx, async (asked) => {
        const { words, reading, person } = asked;
        const [page, planned, underWay] = await Promise.all([
          calls.history({ person }, { offset, pageSize: limit }),
          offset === 0 ? calls.planned({ person }) : [],
          offset === 0 ? calls.stoppable({ person }) : [],
        ]);
        const listed = new Set(page.entries.map(({ known }) => known.ours?.id));
        // KallyAI does not list what it was not told yet.
        const unlisted = new Map([...planned, ...underWay].map((call) => [call.id, { ours: call }]));
        const all: KnownCall[] = [
          ...[...unlisted.values()].filter(({ ours }) => !listed.has(ours.id)),
          ...page.entries.map(({ known }) => known),
        ];
        const shown = all.map((known) => callOutputOf(known, say.standing(reading, known)));
        const lines = shown.map((call) => `${call.business}: ${call.said} (${call.call_id})`);
        const title = shown.length > 0 ? words.calls(shown.length) : words.noCalls;
        return {
          text: [title, ...lines].join('\n'),
          data: { calls: shown, has_more: page.hasOlder },
          blocks: blocksOf([title, ...shown.map((call) => `${call.business}: ${call.said}`)]),
        };
      }),
  );

  server.registerTool(
    'get_call',
    {
      title: 'Get a call',
      description:
        'One call of the person: where it stands, or how it went, with the words of the business. Takes the proposal_id of prepare_call too.',
      inputSchema: callIdInput,
      outputSchema: getCallOutput,
      annotations: { readOnlyHint: true, openWorldHint: false },
      _meta: meta,
    },
    ({ call_id }, ctx) =>
      run('read', ctx, async (asked) => {
        const { reading } = asked;
        const proposal = await calls.proposalOf(asked, call_id);
        const proposed = proposal && (await answerOf(proposal, asked));
        if (proposed && !proposal.callId) return { ...proposed, data: { proposal: proposed.data } };
        const known = await calls.find(asked, proposal?.callId ?? call_id);
        if (typeof known === 'string') {
          if (proposed) return { ...proposed, data: { proposal: proposed.data } };
          return { text: say.unfound(reading.language, known) };
        }
        const said = say.standing(reading, known);
        const url = await cardUrlOf(asked, known);
        const call = detailsOutputOf(known, said, url);
        const title = `${call?.business}: ${said}`;
        const quotes = (call?.facts ?? []).map(({ value, quote }) => `${value}: “${quote}”`);
        const lines = [title, ...quotes, ...(call?.next_steps ?? [])];
        return {
          text: lines.join('\n'),
          data: { call, ...(proposed && { proposal: proposed.data }) },
          blocks: blocksOf(lines, url && { label: asked.words.open, url }),
        };
      }),
  );

  server.registerTool(
    'get_transcript',
    {
      title: 'Get a transcript',
      description: 'What was said in one call of the person. KallyAI keeps it, Kally does not.',
      inputSchema: callIdInput,
      outputSchema: transcriptOutput,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ call_id }, ctx) =>
      run('read', ctx, async (asked) => {
        const { reading, words } = asked;
        const known = await calls.find(asked, call_id);
        if (typeof known === 'string') return { text: say.unfound(reading.language, known) };
        const found = await calls.transcript(asked, known);
        if (typeof found === 'string')
          return { text: words.transcript[found], data: { lines: [], note: found } };
        const { kept, isWhole } = linesWithin(found);
        const lines = kept.map(({ speaker, text, atSeconds }) => ({
          speaker,
          text,
          ...(atSeconds !== undefined && { at_seconds: atSeconds }),
        }));
        const said = lines.map(({ speaker, text }) => `${speaker}: ${text}`);
        return {
          text: [...said, ...(isWhole ? [] : [words.transcript.shortened])].join('\n'),
          data: { lines, ...(!isWhole && { note: 'shortened' }) },
        };
      }),
  );

  server.registerTool(
    'stop_call',
    {
      title: 'Stop a call',
      description:
        'Takes back, cancels or hangs up one call, as *Stop* on its card does. It cannot be undone. Says truthfully if it was too late.',
      inputSchema: callIdInput,
      outputSchema: stopCallOutput,
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
    },
    ({ call_id }, ctx) =>
      run('stop', ctx, async (asked) => {
        const { reading, words } = asked;
        const actor = actorOf(deps, asked);
        const proposal = await calls.proposalOf(asked, call_id);
        const id = proposal?.callId ?? call_id;
        const known = isOwnId(id) ? undefined : await calls.find(asked, id);
        if (typeof known === 'string') return { text: say.unfound(reading.language, known) };
        const answer = await calls.stop(actor, known ? (known.ours?.id ?? idOf(known)) : id);
        if ('denied' in answer) return { text: words.denied[answer.denied] };
        const { result } = answer;
        const text =
          result === 'stopped' || result === 'cancelled'
            ? words.stop[result]
            : say.stop(reading.language, result);
        return { text, data: { result } };
      }),
  );

  return server;
}

function refusing(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}
