import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Stage, stages } from './domain/call.ts';

const soon = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
/** A create is answered when the phone call is over. */
const long = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 180, 600];

const unheardReasons = ['rate_limited', 'unreadable', 'unknown'] as const;
const renewalOutcomes = ['renewed', 'refused', 'failed'] as const;
const runOutcomes = ['done', 'failed', 'interrupted'] as const;
type UnheardReason = (typeof unheardReasons)[number];

/** Values that are fetched only when somebody reads the metrics. */
type Asked = {
  queue: () => Promise<{ waiting: number; oldestSeconds: number }>;
  breaker: () => 'closed' | 'half-open' | 'open';
};

/**
 * The metrics of this process, in a registry of its own. Labels are our own words and path patterns, never an id, a phone number or a
 * workspace: those would be personal and unbounded.
 * `endpoints` are KallyAI's, as patterns.
 */
export function createMetrics({ endpoints }: { endpoints: readonly string[] }) {
  const registry = new Registry();
  const registers = [registry];
  const acks = new Histogram({
    name: 'kally_slack_ack_seconds',
    help: 'From a delivery by Slack until its acknowledgement; Slack gives up after 3 s',
    labelNames: ['kind'],
    buckets: soon,
    registers,
  });
  const troubles = new Counter({
    name: 'kally_slack_troubles_total',
    help: 'Deliveries by Slack that ended in an apology with a reference',
    registers,
  });
  const unheard = new Counter({
    name: 'kally_slack_unheard_total',
    help: 'What reached no listener: Slack held events back (rate_limited), it could not be read (unreadable), or nobody knows it (unknown)',
    labelNames: ['reason'],
    registers,
  });
  const slackRequests = new Histogram({
    name: 'kally_slack_request_seconds',
    help: 'Requests to Slack, by Web API method and by how they were answered',
    labelNames: ['method', 'outcome'],
    buckets: soon,
    registers,
  });
  const slackWaits = new Histogram({
    name: 'kally_slack_wait_seconds',
    help: "How long posts and edits had to wait for Slack's limits",
    labelNames: ['kind'],
    buckets: [0.001, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
    registers,
  });
  const kallyRequests = new Histogram({
    name: 'kally_kallyai_request_seconds',
    help: 'Requests to KallyAI, by endpoint and by how they were answered; polls are GET /v1/calls/{id}',
    labelNames: ['endpoint', 'outcome'],
    buckets: long,
    registers,
  });
  const kallyRepeats = new Counter({
    name: 'kally_kallyai_repeats_total',
    help: 'Requests to KallyAI that were sent again',
    labelNames: ['endpoint'],
    registers,
  });
  const kallyWaits = new Histogram({
    name: 'kally_kallyai_wait_seconds',
    help: 'How long requests to KallyAI waited here for their turn',
    buckets: soon,
    registers,
  });
  const kallyLeftOut = new Counter({
    name: 'kally_kallyai_left_out_total',
    help: 'Parts of answers by KallyAI that could not be read and were left out, by endpoint and field',
    labelNames: ['endpoint', 'field'],
    registers,
  });
  const oddAnswers = new Counter({
    name: 'kally_kallyai_odd_answers_total',
    help: 'Answers by KallyAI of which a part was left out, by endpoint',
    labelNames: ['endpoint'],
    registers,
  });
  const renewals = new Counter({
    name: 'kally_token_renewals_total',
    help: "People's KallyAI tokens that had to be renewed",
    labelNames: ['outcome'],
    registers,
  });
  const calls = new Gauge({
    name: 'kally_calls',
    help: 'Calls that this process runs, by stage',
    labelNames: ['stage'],
    registers,
  });
  const runs = new Counter({
    name: 'kally_runs_total',
    help: 'Runs of calls that ended: done, failed (to be run again), or interrupted (another process goes on)',
    labelNames: ['outcome'],
    registers,
  });
  const lateness = new Histogram({
    name: 'kally_poll_lateness_seconds',
    help: 'How much later than planned a call was looked after',
    buckets: soon,
    registers,
  });
  // Start counters at 0: `increase` does not see the first step of a counter that did not exist.
  for (const stage of stages) calls.set({ stage }, 0);
  for (const reason of unheardReasons) unheard.inc({ reason }, 0);
  for (const endpoint of endpoints) {
    kallyRepeats.inc({ endpoint }, 0);
    oddAnswers.inc({ endpoint }, 0);
    kallyRequests.zero({ endpoint, outcome: '429' });
  }
  for (const outcome of renewalOutcomes) renewals.inc({ outcome }, 0);
  for (const outcome of runOutcomes) runs.inc({ outcome }, 0);

  return {
    slack: {
      acknowledged: (kind: string, seconds: number) => acks.observe({ kind }, seconds),
      troubled: () => troubles.inc(),
      unheard: (reason: UnheardReason) => unheard.inc({ reason }),
      answered: (method: string, outcome: string, seconds: number) =>
        slackRequests.observe({ method, outcome }, seconds),
      waited: (kind: 'post' | 'edit' | 'session', seconds: number) => slackWaits.observe({ kind }, seconds),
    },
    kally: {
      answered: (endpoint: string, outcome: string, seconds: number) =>
        kallyRequests.observe({ endpoint, outcome }, seconds),
      repeated: (endpoint: string) => kallyRepeats.inc({ endpoint }),
      waited: (seconds: number) => kallyWaits.observe(seconds),
      leftOut(endpoint: string, fields: readonly string[]) {
        oddAnswers.inc({ endpoint });
        for (const field of fields) kallyLeftOut.inc({ endpoint, field });
      },
    },
    link: {
      renewed: (outcome: (typeof renewalOutcomes)[number]) => renewals.inc({ outcome }),
    },
    jobs: {
      entered: (stage: Stage) => calls.inc({ stage }),
      left: (stage: Stage) => calls.dec({ stage }),
      woke: (secondsLate: number) => lateness.observe(secondsLate),
      ran: (outcome: (typeof runOutcomes)[number]) => runs.inc({ outcome }),
    },

    /** Adds the metrics of Node.js itself, and those that are fetched at each reading. */
    watch({ queue, breaker }: Asked) {
      collectDefaultMetrics({ register: registry });
      const waiting = new Gauge({
        name: 'kally_queue_waiting',
        help: 'Calls that no process runs, of all processes together',
        registers,
      });
      new Gauge({
        name: 'kally_queue_age_seconds',
        help: 'How long the longest waiting call has been due; not a number while the database does not answer',
        registers,
        async collect() {
          const nobodyKnows = { waiting: Number.NaN, oldestSeconds: Number.NaN };
          const now = await queue().catch(() => nobodyKnows);
          waiting.set(now.waiting);
          this.set(now.oldestSeconds);
        },
      });
      new Gauge({
        name: 'kally_kallyai_breaker',
        help: 'Whether KallyAI is asked: 0 as usual; 1 and 2 it was not answering: 1 the next request is a trial, 2 nothing is sent',
        registers,
        collect() {
          this.set({ closed: 0, 'half-open': 1, open: 2 }[breaker()]);
        },
      });
    },

    /** In the text format of Prometheus. */
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
