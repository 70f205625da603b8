import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Announcer } from '../../calls/announcer.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import { permalinkOf } from '../send/permalink.ts';
import { remedyOf } from '../transport/refusals.ts';
import { type StepAnswer, type StepEnd, stepAnswer } from '../workflow/step-view.ts';

type Deps = {
  end: StepEnd;
  clientFor: (workspaceId: string) => Promise<webApi.WebClient>;
  clientOptions: webApi.WebClientOptions;
  store: Pick<Store, 'posts'>;
  clock: Clock;
  log: Logger;
};

/** A step that runs in Slack. Slack gives each run a token of its own. */
type Running = { workspaceId: string; execution: string; token?: string | undefined };

/** Slack takes the token of a run back after fifteen minutes, or when the step is over. */
const tokenLifetimeMs = 14 * 60_000;

/** The step is over: it was answered before, or its workflow was stopped. */
const isOverAlready = new Set(['execution_not_in_running_state', 'function_execution_not_found']);
/** This token may not answer for the step; another may. */
const isOfOther = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

export type Steps = ReturnType<typeof createSteps>;

/** Ends the steps of workflows that wait for a call. A step never hangs: whatever comes of its call, it is completed or fails with a sentence. */
export function createSteps({ end, clientFor, clientOptions, store, clock, log }: Deps) {
  /** True when the step is over. Rejects when Slack may take it later. */
  async function answer({ workspaceId, execution, token }: Running, said: StepAnswer): Promise<boolean> {
    const clients = [
      ...(token ? [new webApi.WebClient(token, clientOptions)] : []),
      await clientFor(workspaceId),
    ];
    for (const [index, client] of clients.entries()) {
      const code = await codeOf(send(client, execution, said));
      if (code === undefined || isOverAlready.has(code)) {
        log.info({ execution, code }, 'the step of a workflow is over');
        return true;
      }
      const isLast = index === clients.length - 1;
      if (!isLast && isOfOther.has(code)) continue;
      log.error(
        { execution, code },
        'Slack did not let a step of a workflow end; see SLACK_WORKFLOW in the docs',
      );
      return true;
    }
    return true;
  }

  /** To the call's card, or while there is none to the message that asks for it. */
  async function withLink(
    said: StepAnswer,
    { person, shown }: Parameters<Announcer['proposer']>[0],
    { call }: Parameters<Announcer['proposer']>[1],
  ): Promise<StepAnswer> {
    if ('error' in said) return said;
    const card = call && (await store.posts.ofCall(call.id)).find(({ part }) => part === 'card');
    const place = card ?? shown;
    const link = place && (await permalinkOf(await clientFor(person.workspaceId), place));
    return { outputs: { ...said.outputs, ...(link && { card_link: link }) } };
  }

  return {
    /** Where nothing was proposed. */
    async fail(running: Running, error: string): Promise<void> {
      await answer(running, { error });
    },
    proposer: (async (proposal, news) => {
      const { execution, executionToken, person, proposedAt } = proposal;
      if (!execution) return true;
      const now = clock.now();
      const said = stepAnswer(proposal, news, { end, now });
      if (!said) return false;
      const { workspaceId } = person;
      const token = now - proposedAt < tokenLifetimeMs ? executionToken : undefined;
      return answer({ workspaceId, execution, token }, await withLink(said, proposal, news));
    }) satisfies Announcer['proposer'],
  };
}

async function send(client: webApi.WebClient, execution: string, said: StepAnswer): Promise<void> {
  if ('error' in said) {
    const failed = { function_execution_id: execution, error: said.error };
    await client.functions.completeError(failed);
    return;
  }
  await client.functions.completeSuccess({ function_execution_id: execution, outputs: said.outputs });
}

/** Slack's reason; `undefined` if it took it. */
async function codeOf(sent: Promise<void>): Promise<string | undefined> {
  try {
    await sent;
    return undefined;
  } catch (error) {
    const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
    if (code === undefined || (remedyOf(error) === 'again' && !isOfOther.has(code))) throw error;
    return code;
  }
}
