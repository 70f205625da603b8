export type Delivery = {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  /** For the traffic log: `/kally`, `block_actions`, `app_home_opened`. */
  name: string;
  payload: Record<string, unknown>;
  retry?: { num: number; reason: string };
};

export type Outcome =
  | { ok: true; body?: unknown }
  | { ok: false; error: 'operation_timeout' | 'dispatch_failed' };
