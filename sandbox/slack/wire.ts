/**
 * What the sandbox's page and its server say to each other, all of it JSON on loopback:
 *
 * - `GET  /sandbox/state?as=U…`  -> `SandboxState`, all that this person can see
 * - `GET  /sandbox/events?watch=…` -> server-sent events; each `data:` is a `TopicChange` of one of the topics named:
 *   `client/U…` (a `SandboxState`), `slack-traffic` (`TrafficHead`s by id), and those of the playground around it
 * - `POST /sandbox/act`          `ActRequest` -> `ActAnswer`, once Slack's round trip with the app is over; `sandbox-version` is that of the state then
 * - `GET  /sandbox/traffic?after=N` -> `TrafficEntry[]`, deliveries and Web API calls, oldest first
 * - `GET  /sandbox/traffic/N`    -> `TrafficBody` of one of them
 * - `GET  /sandbox/files/{id}/{name}` -> the bytes of a file
 */

import type { Patch } from './changes.ts';

export type Block = { type: string; block_id?: string; [field: string]: unknown };

/** The value of one input as Slack keeps it in `view.state.values[block_id][action_id]`. */
export type InputState = { type: string; [field: string]: unknown };
export type StateValues = Record<string, Record<string, InputState>>;

export type WirePerson = {
  id: string;
  name: string;
  realName: string;
  locale: string;
  tz: string;
  isGuest: boolean;
  isAdmin: boolean;
  isBot: boolean;
};

export type WireChannel = {
  id: string;
  /** `general` for a channel; for a direct message the other person's name. */
  name: string;
  kind: 'public' | 'private' | 'im';
  memberIds: string[];
  /** Whether the app's bot is a member. */
  hasBot: boolean;
  messages: WireMessage[];
  /** What an agent suggests in a direct message with it. */
  prompts?: WirePrompts;
};

export type WirePrompts = { title: string; prompts: { title: string; message: string }[] };

/** An agent's session in a thread. Only one that can be stopped, and is processing, has Slack's own *Stop*. */
export type WireSession = {
  status: 'active' | 'processing' | 'suspended' | 'closed';
  title: string;
  canStop: boolean;
};

export type WireFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  /** A path of the sandbox's own server. */
  url: string;
  /** The beginning of a text file. */
  preview?: string;
};

export type WireMessage = {
  channelId: string;
  ts: string;
  /** Set on a reply, and on a parent that has replies (then equal to `ts`). */
  threadTs?: string;
  userId: string;
  /** By an app; then `userId` is its bot user. */
  isBot: boolean;
  text: string;
  blocks: Block[];
  files: WireFile[];
  edited: boolean;
  /** "Only visible to you", gone after a reload. */
  isEphemeral: boolean;
  /** The replies, oldest first; the channel's list holds parents only. */
  replies: WireMessage[];
  /** Of the thread that this message begins. */
  session?: WireSession;
  /** What the app shows below links in it. */
  previews?: { url: string; blocks: Block[] }[];
};

export type WireView = {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  hash: string;
  title: string;
  submit?: string;
  close: string;
  blocks: Block[];
  privateMetadata: string;
  notifyOnClose: boolean;
  /** What the person has typed or what `initial_*` gave. */
  values: StateValues;
  /** Faults of the last submission, by block_id. */
  errors: Record<string, string>;
};

export type WireCommand = { command: string; description: string; usageHint: string };
export type WireShortcut = { callbackId: string; name: string; type: 'global' | 'message' };

export type WireParameter = {
  name: string;
  title: string;
  description: string;
  type: string;
  isRequired: boolean;
};

/** A step that the app offers to Workflow Builder. */
export type WireStep = { callbackId: string; title: string; description: string; inputs: WireParameter[] };

/** A workflow of that one step, run by somebody. */
export type WireRun = {
  id: string;
  callbackId: string;
  title: string;
  startedBy: string;
  /** Unix milliseconds. */
  at: number;
  inputs: Record<string, string>;
  status: 'running' | 'completed' | 'failed';
  outputs?: Record<string, string>;
  error?: string;
};

/** What Slack itself tells the person, as a toast or above the composer. */
export type WireNotice = { id: number; text: string; at: number };

export type SandboxState = {
  /** Grows with every change. */
  version: number;
  workspace: { id: string; name: string; domain: string };
  app: { id: string; name: string; botUserId: string; description: string };
  me: WirePerson;
  people: WirePerson[];
  channels: WireChannel[];
  /** Bottom first; the last one is on top. At most three. */
  modals: WireView[];
  home?: WireView;
  commands: WireCommand[];
  shortcuts: WireShortcut[];
  steps: WireStep[];
  /** The newest first. */
  runs: WireRun[];
  notices: WireNotice[];
};

/** The first of a topic sets it; null is a topic that is not there. */
export type TopicChange = { topic: string; patch: Patch };

/** Where something clickable stands. */
export type Place = { in: 'message'; channelId: string; ts: string } | { in: 'modal' } | { in: 'home' };

/** One option of a select, as in Block Kit. */
export type WireOption = {
  text: { type: 'plain_text' | 'mrkdwn'; text: string };
  value?: string;
  description?: { type: string; text: string };
};
export type WireOptionGroup = { label: { type: 'plain_text'; text: string }; options: WireOption[] };

/**
 * The values an input takes: a string for text, number, date (`YYYY-MM-DD`), time (`HH:MM`), an option's value, a user's or
 * channel's id; a number for `datetimepicker` (Unix seconds); a list for checkboxes and multi selects; null empties it.
 */
export type InputValue = string | number | string[] | null;

export type Act =
  | { do: 'type'; channelId: string; text: string; threadTs?: string }
  /** A button, or a menu, picker or box with its new value. */
  | { do: 'click'; place: Place; actionId: string; blockId?: string; value?: InputValue }
  /** Keeps what stands in the modal (or home) as the person types; with `dispatch_action` it also reaches the app. */
  | { do: 'fill'; place?: Place; blockId: string; actionId: string; value: InputValue }
  | { do: 'submit' }
  /** The modal's close button or its X; `all` closes the whole stack. */
  | { do: 'close'; all?: boolean }
  | { do: 'open-home'; tab?: 'home' | 'messages' }
  | { do: 'shortcut'; callbackId: string }
  | { do: 'message-shortcut'; callbackId: string; channelId: string; ts: string }
  /** Slack's own *Stop* in a thread where an agent works. */
  | { do: 'stop-session'; channelId: string; ts: string }
  /** Runs a workflow of one step. */
  | { do: 'run-step'; callbackId: string; inputs: Record<string, string> }
  /** The choices of an external select for what was typed. */
  | { do: 'load-options'; place: Place; blockId: string; actionId: string; query: string }
  | { do: 'dismiss-notice'; id: number }
  /** The client starts anew: ephemeral messages, modals and notices are gone. */
  | { do: 'reload' };

export type ActRequest = { as: string; act: Act };

export type ActAnswer = {
  /** False when the app answered late, wrongly or not at all, or the act made no sense. */
  ok: boolean;
  /** What Slack tells the person then. */
  notice?: string;
  /** After `submit`: faults by block_id. */
  errors?: Record<string, string>;
  /** After `submit`: whether the modal is gone. */
  closed?: boolean;
  /** After `load-options`. */
  options?: WireOption[];
  optionGroups?: WireOptionGroup[];
};

export type TrafficEntry = {
  id: number;
  /** Unix milliseconds. */
  at: number;
  ms: number;
  kind: 'delivery' | 'web-api' | 'response-url';
  transport?: 'http' | 'socket';
  /** The Web API method, or what was delivered (`slash_commands`, `block_actions`, `app_home_opened` …). */
  name: string;
  /** HTTP status; absent when nothing answered. */
  status?: number;
  /** The first characters of the token and no more. */
  token?: string;
  request: unknown;
  answer: unknown;
  /** Why it counts as failed: `operation_timeout`, `dispatch_failed`, Slack's error code. */
  error?: string;
};

export type TrafficHead = Omit<TrafficEntry, 'request' | 'answer' | 'token' | 'transport'>;
export type TrafficBody = Pick<TrafficEntry, 'request' | 'answer'>;
