import { randomUUID } from 'node:crypto';
import { type Args, textOf } from './arguments.ts';
import type { Deliveries } from './deliveries.ts';
import type { Answer } from './emulated.ts';
import { botScopes, listensTo, type Manifest } from './manifest.ts';
import { functionPayload } from './payloads.ts';
import type { Caller } from './rules.ts';
import { refusal } from './views.ts';
import type { WireRun, WireStep } from './wire.ts';
import { credentials } from './world.ts';

/** How long the token of a run lives: https://github.com/slackapi/bolt-python/issues/1075 */
const tokenMs = 15 * 60_000;
const mostRuns = 50;

type Run = WireRun & { token: string; tokenEndsAt: number };
export type Workflows = ReturnType<typeof createWorkflows>;

/** Workflows of one step each: the steps that the manifest offers. */
export function createWorkflows({
  manifest,
  deliveries,
  changed,
  now,
  endsLate,
}: {
  manifest: Manifest;
  deliveries: Pick<Deliveries, 'deliverEvent'>;
  changed: () => void;
  now: () => number;
  endsLate: boolean;
}) {
  const definitions = manifest.functions ?? {};
  const runs: Run[] = [];

  const steps = Object.entries(definitions).map(
    ([
      callbackId,
      {
        title,
        description,
        input_parameters: { properties, required = [] },
      },
    ]): WireStep => ({
      callbackId,
      title,
      description,
      inputs: Object.entries(properties).map(([name, one]) => ({
        name,
        type: one.type,
        title: one.title ?? name,
        description: one.description ?? '',
        isRequired: required.includes(name),
      })),
    }),
  );

  /** Resolves when the app has acknowledged the run. */
  async function run(startedBy: string, callbackId: string, given: Record<string, string>): Promise<void> {
    const definition = definitions[callbackId];
    if (!definition || !listensTo(manifest, 'function_executed'))
      throw new Error(`The manifest offers no step "${callbackId}"`);
    const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const missing = (definition.input_parameters.required ?? []).filter((name) => !inputs[name]);
    if (missing.length > 0) throw new Error(`The step needs ${missing.join(', ')}`);
    const id = `Fx${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;
    const token = `xwfp-${randomUUID()}`;
    const { title } = definition;
    const at = Date.now();
    const tokenEndsAt = now() + tokenMs;
    runs.unshift({ id, callbackId, title, startedBy, at, inputs, status: 'running', token, tokenEndsAt });
    runs.splice(mostRuns);
    changed();
    await deliveries.deliverEvent(
      functionPayload({ id, callbackId, title, inputs, token }),
      'function_executed',
    );
  }

  /** https://docs.slack.dev/reference/methods/functions.completeSuccess, and completeError: the same for a step that failed. */
  function complete(args: Args, token: string): Answer {
    const found = runs.find(({ id }) => id === textOf(args.function_execution_id));
    if (!found) return refusal('function_execution_not_found');
    if (found.status !== 'running') return refusal('execution_not_in_running_state');
    if (token !== found.token && !(endsLate && token === credentials.botToken))
      return refusal('access_denied');
    const error = textOf(args.error);
    const outputs = (args.outputs ?? {}) as Record<string, string>;
    const isSuccess = args.error === undefined;
    if (isSuccess && !fits(found.callbackId, outputs)) return refusal('parameter_validation_failed');
    if (!isSuccess && !error) return refusal('invalid_arguments');
    Object.assign(found, isSuccess ? { status: 'completed', outputs } : { status: 'failed', error });
    changed();
    return { ok: true };
  }

  function fits(callbackId: string, outputs: Record<string, unknown>): boolean {
    const { properties = {}, required = [] } = definitions[callbackId]?.output_parameters ?? {};
    const areKnown = Object.entries(outputs).every(
      ([name, value]) => properties[name]?.type === 'string' && typeof value === 'string',
    );
    return areKnown && required.every((name) => outputs[name] !== undefined);
  }

  return {
    steps,
    run,
    complete,
    /** Who a token of a run is, while it lives. */
    callerOf(token: string): Caller | undefined {
      const found = runs.find((one) => one.token === token);
      if (found?.status !== 'running' || found.tokenEndsAt <= now()) return undefined;
      return { token, scopes: new Set(botScopes(manifest)) };
    },
    runs: (): WireRun[] => runs.map(({ token: _, tokenEndsAt: __, ...shown }) => shown),
    save: () => runs,
    restore: (saved: Run[]) => void runs.splice(0, runs.length, ...saved),
  };
}
