import type { StatementWatcher } from './database-proxy.ts';
import type { Answered, Asked, Watcher } from './http-proxy.ts';
import type { Ledger } from './ledger.ts';
import { type Harm, isToReplica, type Moment, type Phase } from './points.ts';
import {
  askedOfKally,
  callsFetched,
  markIn,
  messageTo,
  placeIn,
  type SlackMessage,
  type Statement,
  sessionEndIn,
  statementIn,
} from './traffic.ts';

type Parts = {
  ledger: Ledger;
  replica: number;
  life: () => number;
  /** A request may outlive who sent it. */
  isAlive: () => boolean;
  /** Does a harm that is meant for the replica itself. */
  suffer: (harm: Harm) => void;
};

const overStages = ['ended', 'refused', 'unknown'];

/** What the proxies before one replica do: recognise what passes, write it down, and strike where it is planned. */
export function createWatchers({ ledger, replica, life, isAlive, suffer }: Parts) {
  function strike(moment: Moment, phase: Phase, mark: string | undefined): Harm | undefined {
    if (!isAlive()) return undefined;
    const harm = ledger.strike(moment, phase, mark);
    if (harm && isToReplica(harm)) ledger.noteHarm(replica);
    if (harm && isToReplica(harm)) suffer(harm);
    return harm;
  }

  const kally: Watcher = {
    pass(phase, asked) {
      const said = askedOfKally(asked);
      return said && strike(said.moment, phase, ledger.markOf(said.about));
    },
    refusal: (harm) => kallyRefusals[harm],
  };

  const lives = new WeakMap<Asked, number>();
  const slack: Watcher = {
    pass(phase, asked, answered, isAwaited) {
      const session = sessionEndIn(asked);
      if (session) return strike('session', phase, ledger.markOf({ message: session }));
      const message = messageTo(asked);
      if (!message) return undefined;
      if (phase === 'going') lives.set(asked, life());
      const { moment, mark } = recognise(message);
      const harm = moment && strike(moment, phase, mark);
      if (phase === 'answered' && answered && !message.ts) {
        // Whoever died meanwhile hears no answer, and whoever stands in its place asked nothing.
        const isThere = isAlive() && lives.get(asked) === life();
        note(message, mark, answered, isThere && isAwaited === true && !isLost(harm));
      }
      return harm;
    },
    refusal: (harm) => slackRefusals[harm],
  };

  function recognise({ channel, ts, thread, text, callIds }: SlackMessage): {
    moment?: Moment;
    mark: string;
  } {
    // Calls that are alike have the same words on their cards.
    const named = callIds.map((callId) => ledger.markOfCall(callId)).find((mark) => mark !== 'nobody');
    if (ts) {
      const mark = named ?? ledger.markOf({ message: `${channel}/${ts}` }) ?? 'nobody';
      // An edit while the call goes on is not the one that tells its end.
      return ledger.over.has(mark) ? { moment: 'edit', mark } : { mark };
    }
    if (!thread) return { moment: 'card', mark: named ?? markIn(text) ?? 'nobody' };
    const mark = ledger.markOf({ message: `${channel}/${thread}` }) ?? 'nobody';
    const said = ledger.posted.filter((one) => one.mark === mark && one.channel === channel).length;
    // The card is the first; the second brings the outcome, with the transcript unless that is long.
    return { moment: said < 2 ? 'outcome' : said < 3 ? 'page' : 'later page', mark };
  }

  function note(message: SlackMessage, mark: string, answered: Answered, wasAnswered: boolean) {
    const place = placeIn(answered.body);
    if (!place) return;
    if (!message.thread) ledger.nameMessage(`${place.channel}/${place.ts}`, mark);
    const heard = wasAnswered ? 'heard' : 'not heard';
    ledger.trace(`${mark} ${place.ts} by replica ${replica}, life ${life()}; Slack’s answer is ${heard}`);
    const { text } = message;
    ledger.posted.push({ ...place, mark, text, replica, at: performance.now(), wasAnswered });
  }

  function began(callIds: string[]): undefined {
    for (const callId of callIds) ledger.runBegan(callId, { replica, life: life() });
  }

  /** Calls of which the row says that they are dialled, and of which KallyAI was not asked yet. */
  const leaving = new Set<string>();

  const database: StatementWatcher = (phase, bytes, memory, reply) => {
    const statement = statementIn(bytes);
    if (!statement) return undefined;
    if (statement.does === 'fetch') return began(callsFetched(reply));
    // The driver reads several at once when several runs begin at once.
    if (statement.does === 'read')
      return phase === 'going' ? began(statement.callIds) : mayLeave(statement.callIds);
    if (statement.does === 'begin') return void memory.set('transaction', 'open');
    if (statement.does === 'write') {
      const { callId, after } = statement;
      const viewId = ledger.viewIn(bytes);
      if (viewId) ledger.nameCall(callId, viewId);
      if (after) ledger.nameTry(callId, after);
      memory.set(after ? 'trying again' : 'writing', callId);
      return undefined;
    }
    if (statement.does === 'queue') {
      if (memory.has('moving')) memory.set('job', statement.job);
      return undefined;
    }
    if (statement.does === 'decide') return void memory.set('deciding', memory.get('moved') ?? '');
    if (statement.does === 'commit') return commit(phase, memory);
    if (statement.does === 'roll back') {
      memory.clear();
      return undefined;
    }
    return move(phase, statement, memory, reply);
  };

  function move(
    phase: 'going' | 'answered',
    { callId, stage, kallyCallId }: Extract<Statement, { does: 'move' }>,
    memory: Map<string, string>,
    reply: string,
  ): Harm | undefined {
    const mark = ledger.markOfCall(callId);
    if (overStages.includes(stage)) ledger.over.add(mark);
    // A row comes back where it was this run's to move.
    if (phase === 'answered' && stage === 'ended' && kallyCallId && reply.includes(callId))
      ledger.endings.push({ callId, kallyCallId });
    if (stage === 'placing') {
      if (phase === 'answered') leaving.add(callId);
      return strike('placing', phase, mark);
    }
    leaving.delete(callId);
    if (memory.has('transaction')) memory.set('moved', callId);
    if (stage === 'queued' && memory.has('transaction')) return void memory.set('moving', callId);
    if (stage === 'queued') return strike('put back', phase, mark);
    if (phase === 'going' || !memory.has('transaction')) return strike('recorded', phase, mark);
    // Nothing is written before the transaction ends.
    return void memory.set('recording', callId);
  }

  function mayLeave(callIds: string[]): Harm | undefined {
    const callId = callIds.find((one) => leaving.delete(one));
    return callId ? strike('may leave', 'answered', ledger.markOfCall(callId)) : undefined;
  }

  function commit(phase: 'going' | 'answered', memory: Map<string, string>): Harm | undefined {
    const [written, recorded] = [memory.get('writing'), memory.get('recording')];
    const [again, planned] = [memory.get('trying again'), memory.get('moving')];
    const [plannedJob, deciding] = [memory.get('job'), memory.get('deciding')];
    if (phase === 'answered') memory.clear();
    const decided = deciding && strike('approved', phase, ledger.markOfCall(deciding));
    if (decided) return decided;
    if (again) return strike('tried again', phase, ledger.markOfCall(again));
    if (planned)
      return strike(plannedJob === 'plan' ? 'put off' : 'leaves', phase, ledger.markOfCall(planned));
    if (written) return strike('confirmed', phase, ledger.markOfCall(written));
    return recorded && phase === 'answered'
      ? strike('recorded', phase, ledger.markOfCall(recorded))
      : undefined;
  }

  return {
    kally,
    slack,
    database,
    /** A planned call is due in a moment, or was a moment ago. */
    due: (phase: 'going' | 'over', mark: string) => void strike('due', phase, mark),
  };
}

function isLost(harm: Harm | undefined): boolean {
  return harm === 'kill' || harm === 'reset' || harm === 'say nothing';
}

function jsonAnswer(status: number, json: object, headers: Record<string, string> = {}): Answered {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(json) };
}

const kallyError = (status: number, code: string, headers = {}) =>
  jsonAnswer(status, { error: { code, message: code, correlation_id: 'harness' } }, headers);

const kallyRefusals = {
  '429': kallyError(429, 'rate_limited', { 'retry-after': '1' }),
  '500': kallyError(500, 'internal_error'),
  '503': kallyError(503, 'service_unavailable'),
};

const slackRefusals = {
  '429': jsonAnswer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' }),
  '500': { status: 500, headers: { 'content-type': 'text/html' }, body: 'Internal Server Error' },
  '503': { status: 503, headers: { 'content-type': 'text/html' }, body: 'Service Unavailable' },
};
