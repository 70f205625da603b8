import { randomBytes } from 'node:crypto';
import { checkBlocks } from './check-blocks.ts';
import type { Answer } from './emulated.ts';
import { unescapeText } from './escaping.ts';
import { valuesOf, withIds } from './inputs.ts';
import type { Block, StateValues, WireView } from './wire.ts';
import { botIds, team } from './world.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
const triggerLifeMs = 3_000;
const maxStack = 3;

type Text = { type: string; text: string };
type ViewPayload = {
  type: 'modal' | 'home';
  blocks: Block[];
  title?: Text;
  submit?: Text;
  close?: Text;
  callback_id?: string;
  external_id?: string;
  private_metadata?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};
export type View = {
  id: string;
  ownerId: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** Where the person was when it opened. */
  channelId?: string;
  payload: ViewPayload;
  values: StateValues;
  errors: Record<string, string>;
};
type Trigger = { userId: string; expiresAt: number; used: boolean; channelId?: string; viewId?: string };
export type Views = ReturnType<typeof createViews>;

/**
 * Modals and Home tabs. Kept here and not in the emulator, which never closes a view and so counts closed ones towards the
 * stack's three, and which does not know what a person typed.
 */
export function createViews({ now, changed }: { now: () => number; changed: () => void }) {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();
  const triggers = new Map<string, Trigger>();

  const stack = (userId: string) => stacks.get(userId) ?? [];
  const top = (userId: string) => stack(userId).at(-1);

  function issueTrigger(userId: string, from: { channelId?: string; viewId?: string } = {}): string {
    const id = `${now()}.${team.id.slice(1)}.${randomBytes(16).toString('hex')}`;
    triggers.set(id, { userId, expiresAt: now() + triggerLifeMs, used: false, ...from });
    return id;
  }

  function exchange(id: unknown): Trigger | Answer {
    const trigger = triggers.get(String(id));
    if (!trigger) return refusal('invalid_trigger_id');
    if (trigger.used) return refusal('exchanged_trigger_id');
    if (now() >= trigger.expiresAt) return refusal('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }

  function all(): View[] {
    return [...[...stacks.values()].flat(), ...homes.values()];
  }

  function create(ownerId: string, payload: ViewPayload, previous?: View, channelId?: string): View {
    const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
    const blocks = withIds(payload.blocks);
    return {
      id,
      ownerId,
      hash: newHash(now()),
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
      ...(channelId ? { channelId } : {}),
      payload: { ...payload, blocks },
      values: valuesOf(blocks, {}, channelId),
      errors: {},
    };
  }

  function replace(view: View, payload: ViewPayload): Answer {
    const blocks = withIds(payload.blocks);
    view.payload = { ...payload, blocks };
    view.values = valuesOf(blocks, view.values, view.channelId);
    view.hash = newHash(now());
    view.errors = {};
    changed();
    return accepted(view);
  }

  function open(args: Record<string, unknown>): Answer {
    const faults = faultsOf('modal', args.view);
    if (faults) return faults;
    const trigger = exchange(args.trigger_id);
    if ('ok' in trigger) return trigger;
    const payload = args.view as ViewPayload;
    if (isUniqueViolation(payload.external_id)) return refusal('duplicate_external_id');
    const view = create(trigger.userId, payload, undefined, trigger.channelId);
    stacks.set(trigger.userId, [view]);
    changed();
    return accepted(view);
  }

  function push(args: Record<string, unknown>): Answer {
    const faults = faultsOf('modal', args.view);
    if (faults) return faults;
    const trigger = exchange(args.trigger_id);
    if ('ok' in trigger) return trigger;
    if (!trigger.viewId || !top(trigger.userId)) return refusal('not_found');
    return pushOn(trigger.userId, args.view as ViewPayload);
  }

  function pushOn(userId: string, payload: ViewPayload): Answer {
    const own = stack(userId);
    if (own.length >= maxStack) return refusal('push_limit_reached');
    if (isUniqueViolation(payload.external_id)) return refusal('duplicate_external_id');
    const view = create(userId, payload, own.at(-1), own.at(-1)?.channelId);
    stacks.set(userId, [...own, view]);
    changed();
    return accepted(view);
  }

  function update(args: Record<string, unknown>): Answer {
    const { view_id: id, external_id: externalId, hash } = args;
    const view = all().find((one) =>
      id ? one.id === id : externalId && one.payload.external_id === externalId,
    );
    if (!view) return refusal('not_found');
    const faults = faultsOf(view.payload.type, args.view);
    if (faults) return faults;
    if (hash && hash !== view.hash) return refusal('hash_conflict');
    return replace(view, args.view as ViewPayload);
  }

  function publish(args: Record<string, unknown>, isPerson: (id: string) => boolean): Answer {
    const userId = String(args.user_id);
    if (!isPerson(userId)) return refusal('invalid_arguments', ['invalid `user_id`']);
    const faults = faultsOf('home', args.view);
    if (faults) return faults;
    const existing = homes.get(userId);
    if (existing && args.hash && args.hash !== existing.hash) return refusal('hash_conflict');
    if (existing) return replace(existing, args.view as ViewPayload);
    const view = create(userId, args.view as ViewPayload);
    homes.set(userId, view);
    changed();
    return accepted(view);
  }

  const isUniqueViolation = (externalId: string | undefined) =>
    Boolean(externalId) && all().some((view) => view.payload.external_id === externalId);

  /** Takes the top view off, and what its `clear_on_close` takes with it. */
  function pop(userId: string): View[] {
    const own = stack(userId);
    const gone = own.at(-1)?.payload.clear_on_close ? own : own.slice(-1);
    stacks.set(userId, own.slice(0, own.length - gone.length));
    changed();
    return gone;
  }

  function clear(userId: string): View[] {
    const gone = stack(userId);
    stacks.delete(userId);
    changed();
    return gone;
  }

  return {
    stack,
    top,
    home: (userId: string) => homes.get(userId),
    issueTrigger,
    open,
    push,
    pushOn,
    update,
    replace,
    publish,
    pop,
    clear,
    save: () => ({ stacks: [...stacks], homes: [...homes] }),
    restore(saved: { stacks: [string, View[]][]; homes: [string, View][] }) {
      for (const [userId, views] of saved.stacks) stacks.set(userId, views);
      for (const [userId, view] of saved.homes) homes.set(userId, view);
    },
  };
}

export function faultsOf(surface: 'modal' | 'home', view: unknown): Answer | undefined {
  const payload = view as ViewPayload | undefined;
  if (!payload || typeof payload !== 'object')
    return refusal('invalid_arguments', ['missing required field: view']);
  if (payload.type !== surface)
    return refusal('invalid_arguments', ['must be a valid enum value [json-pointer:/view/type]']);
  const faults = checkBlocks(surface, payload);
  return faults.length > 0 ? refusal('invalid_arguments', faults) : undefined;
}

/** A refusal as the Web API words it. */
export function refusal(error: string, faults: string[] = []): Answer {
  if (faults.length === 0) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: faults,
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  };
}

const accepted = (view: View): Answer => ({ ok: true, view: describeView(view) });
const newHash = (nowMs: number) => `${Math.floor(nowMs / 1000)}.${randomBytes(4).toString('hex')}`;

/** The view as apps receive it. */
export function describeView(view: View) {
  const { payload } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: payload.type,
    blocks: payload.blocks,
    private_metadata: payload.private_metadata ?? '',
    callback_id: payload.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: payload.title ?? null,
    clear_on_close: payload.clear_on_close ?? false,
    notify_on_close: payload.notify_on_close ?? false,
    close: payload.close ?? null,
    submit: payload.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: botIds.appId,
    external_id: payload.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: botIds.botId,
  };
}

/** The view as the page draws it. */
export function drawView(view: View): WireView {
  const { payload } = view;
  return {
    id: view.id,
    type: payload.type,
    callbackId: payload.callback_id ?? '',
    hash: view.hash,
    title: unescapeText(payload.title?.text ?? ''),
    ...(payload.submit ? { submit: unescapeText(payload.submit.text) } : {}),
    close: unescapeText(payload.close?.text ?? 'Cancel'),
    blocks: payload.blocks,
    privateMetadata: payload.private_metadata ?? '',
    notifyOnClose: payload.notify_on_close ?? false,
    values: view.values,
    errors: view.errors,
  };
}
