import type {
  AllMiddlewareArgs,
  BlockAction,
  BlockElementAction,
  ButtonAction,
  Context,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewOutput,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import type { Logger } from 'pino';
import type { AccountOf } from '../accounts/access.ts';
import type { Assistants } from '../accounts/assistants.ts';
import type { CallCostsMemory } from '../accounts/balance.ts';
import type { ConnectAccount } from '../accounts/connect.ts';
import type { Actor } from '../calls/actor.ts';
import type { Calls } from '../calls/calls.ts';
import type { Call, TranscriptLine } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { Person } from '../domain/person.ts';
import type { KallyCall, KallyClient } from '../kally/client.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import type { Store } from '../store/store.ts';
import { workspaceIdOf } from './install/installations.ts';
import type { OpenView } from './transport/open-view.ts';
import type { SenderFor } from './transport/sender.ts';
import type { Message } from './ui/blocks.ts';
import { isAdmin } from './workspace/admins.ts';
import type { AgentSurface } from './workspace/agent-surface.ts';
import type { Channels } from './workspace/channels.ts';
import type { Profile, Profiles } from './workspace/profiles.ts';

type LinkDetails = Parameters<Store['linkAttempts']['start']>[1];

/** What the listeners share. `calls` decides what may be done with a call; listeners read a delivery and draw the answer. */
export type Deps = {
  store: Store;
  kally: KallyClient;
  accountOf: AccountOf;
  connectAccount: ConnectAccount;
  calls: Calls;
  /** Posts beyond the card and its thread; both answer a person's click. */
  announcer: {
    calendar(call: Call, ics: string): Promise<boolean>;
    share(
      call: Call,
      theirs: KallyCall | undefined,
      wish: { channelId: string; lines: TranscriptLine[]; shareId: string },
    ): Promise<void>;
  };
  /** What calls cost, fetched in advance. */
  callCosts: Pick<CallCostsMemory, 'ask'>;
  senderFor: SenderFor;
  openView: OpenView;
  /** Ends a step of a workflow for which nothing was proposed. */
  steps: {
    fail(running: { workspaceId: string; execution: string; token?: string }, error: string): Promise<void>;
  };
  /** Where Slack's agent surface is switched on. */
  surface?: AgentSurface | undefined;
  profiles: Profiles;
  channels: Channels;
  clock: Clock;
  log: Logger;
  /** How long calls are kept, unless the admins of a workspace decide otherwise. */
  retentionDays: number;
  workspaceNameOf: (workspaceId: string) => Promise<string>;
  /** Starts an attempt, and returns the address for this person's button. */
  startLink: (person: Person, details: LinkDetails) => Promise<{ attemptId: string; url: string }>;
  /** The messages about an attempt, wherever the person sees them. */
  connecting: {
    askForCode(attempt: LinkAttempt): Promise<void>;
    announceConnected(attempt: LinkAttempt): Promise<void>;
    announceCalled(attempt: LinkAttempt, channelId: string | undefined): Promise<void>;
    announceThrownAway(attempt: LinkAttempt): Promise<void>;
  };
  /** Missing where this installation serves no assistants. */
  assistants: Assistants | undefined;
  /** The address of a call's page, as its person alone gets it. Missing where people's browsers do not reach Kally. */
  pageUrl?: ((person: Person, callId: string) => string) | undefined;
  /** The origin at which browsers and assistants reach Kally. */
  publicUrl: string;
  /** Each person's Home tab. */
  home: {
    opened(person: Person): Promise<void>;
    changed(person: Person): void;
    showIfFollowed(person: Person): void;
  };
};

/** Somebody did something in Slack: who, where, and how to answer them. */
export type Interaction = {
  deps: Deps;
  person: Person;
  actor: Actor;
  client: webApi.WebClient;
  /** The conversation; in places without one, such as the Home tab, the person's own id. */
  channelId: string;
  triggerId: string;
  /** Missing if there is no conversation to answer in. */
  respond?: Respond | undefined;
  /** Read at most once. */
  profile: () => Promise<Profile>;
  /** As far as it is cached, for messages when everything else fails. */
  languageSoFar: () => Language;
};

/** Answers where somebody is, to them alone. */
type Respond = (
  said: Message & { response_type?: 'ephemeral'; replace_original: boolean },
) => Promise<unknown>;

/** The text after `/kally`; `argument` is the part after the subcommand. */
export type Typed = { text: string; argument: string };

/** Returns messages that only the person sees, in order; none if a form is the answer. */
export type Command = (i: Interaction, typed: Typed) => Promise<Message[]>;

type Delivered = {
  context: Context;
  client: webApi.WebClient;
  userId: string;
  channelId?: string | undefined;
  triggerId?: string | undefined;
  respond?: Respond | undefined;
};

/** The only place that reads from a delivery who did something, and where. */
export function interactionOf(deps: Deps, delivered: Delivered): Interaction {
  const { context, client, userId, triggerId = '', respond, channelId = userId } = delivered;
  const placeId = delivered.channelId;
  const person = personIn(context, userId);
  let profile: Promise<Profile> | undefined;
  return {
    deps,
    person,
    actor: {
      person,
      isAdmin: () => isAdmin(person, client),
      via: 'slack',
      ...(placeId !== undefined && { placeId }),
    },
    client,
    channelId,
    triggerId,
    respond,
    profile() {
      profile ??= deps.profiles.of(person, client);
      return profile;
    },
    languageSoFar: () => deps.profiles.languageOf(person),
  };
}

export function personIn({ isEnterpriseInstall, enterpriseId, teamId }: Context, userId: string): Person {
  const workspaceId = workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId);
  return { workspaceId, userId, ...(teamId && teamId !== workspaceId && { teamId }) };
}

type ActionArgs<Action extends BlockElementAction> = SlackActionMiddlewareArgs<BlockAction<Action>> &
  AllMiddlewareArgs;
export type Clicked<Action extends BlockElementAction> = { action: Action; body: BlockAction<Action> };
export type ClickListener<Action extends BlockElementAction> = Middleware<
  SlackActionMiddlewareArgs<BlockAction<Action>>
>;

/** A listener for clicks and choices: acknowledges at once, then acts for the person. */
export function onAction<Action extends BlockElementAction>(
  act: (i: Interaction, clicked: Clicked<Action>) => Promise<void>,
) {
  return (deps: Deps): ClickListener<Action> =>
    async ({ ack, action, body, context, client, respond }: ActionArgs<Action>) => {
      await ack();
      const i = interactionOf(deps, {
        context,
        client,
        userId: body.user.id,
        channelId: body.channel?.id,
        triggerId: body.trigger_id,
        ...(body.channel && { respond }),
      });
      await act(i, { action, body });
    };
}

/** The same for buttons; `act` gets the button's value. */
export function onClick(act: (i: Interaction, value: string | undefined) => Promise<void>) {
  return onAction<ButtonAction>((i, { action }) => act(i, action.value));
}

type Ack = SlackViewMiddlewareArgs<ViewSubmitAction>['ack'];
export type Submitted = { view: ViewOutput; ack: Ack };

/** A listener for submitted forms, which acknowledge themselves: with faults, with another view, or by closing. */
export function onSubmit(act: (i: Interaction, submitted: Submitted) => Promise<void>) {
  return (deps: Deps): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> =>
    async ({ ack, body, view, context, client }) => {
      const i = interactionOf(deps, { context, client, userId: body.user.id, triggerId: body.trigger_id });
      await act(i, { view, ack });
    };
}
