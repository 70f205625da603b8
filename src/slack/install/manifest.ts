import type { webApi } from '@slack/bolt';
import { isLoopback } from '../../domain/loopback.ts';

type Manifest = webApi.AppsManifestValidateArguments['manifest'];
type Features = NonNullable<Manifest['features']>;
type OAuthConfig = NonNullable<Manifest['oauth_config']>;
type Settings = NonNullable<Manifest['settings']>;

/** Slack's own lists: `tsc` refuses unknown names. */
type ListedScope = NonNullable<NonNullable<OAuthConfig['scopes']>['bot']>[number];
type ListedEvent = NonNullable<NonNullable<Settings['event_subscriptions']>['bot_events']>[number];
/** With those that its package does not list yet. */
type BotScope = ListedScope | 'assistant:write' | 'mcp:connect';
export type BotEvent = ListedEvent | 'agent_session_stopped' | 'function_executed';

/** What Slack must know about an installation. */
export type Setup = {
  /** The origin at which browsers reach Kally, and without Socket Mode also Slack. */
  url: string | undefined;
  socketMode: boolean;
  manyWorkspaces: boolean;
  tokenRotation: boolean;
  /** Slack's agent surface. */
  agent: boolean;
  /** A step for Workflow Builder. */
  workflow: boolean;
  /** Slackbot may use Kally's MCP server. */
  mcp: boolean;
  /** Slack shows a preview below the address of a call's page. */
  previews: boolean;
};

/** The installation that is configured. The configuration does not show whether tokens rotate. */
export function setupOf(
  slack: {
    appToken?: string | undefined;
    botToken?: string | undefined;
    oauth?: object | undefined;
    agent?: boolean;
    workflow?: string | undefined;
    mcp?: boolean;
    previews?: boolean;
  },
  publicUrl: string,
): Setup {
  const url = new URL(publicUrl);
  const socketMode = slack.appToken !== undefined;
  const isReached = url.protocol === 'https:' && !isLoopback(url);
  const isNamed = slack.oauth || slack.previews || !socketMode;
  const reached = isReached && isNamed ? url.origin : undefined;
  return {
    url: reached,
    socketMode,
    manyWorkspaces: slack.oauth !== undefined && slack.botToken === undefined,
    tokenRotation: false,
    agent: slack.agent ?? false,
    workflow: slack.workflow !== undefined,
    // Slackbot comes over HTTP alone.
    mcp: (slack.mcp ?? false) && reached !== undefined,
    previews: (slack.previews ?? false) && reached !== undefined,
  };
}

/** A part of the manifest. `Manifest` itself takes any other key; this does not. */
type Section = {
  features?: Features;
  oauth_config?: OAuthConfig;
  settings?: Settings;
  functions?: NonNullable<Manifest['functions']>;
  /** Slack's types do not know it yet. */
  mcp_servers?: Record<string, { url: string; auth_type: 'slack_identity_auth' }>;
};

type Row = {
  isOn: (setup: Setup) => boolean;
  /** Each with its reason. */
  scopes?: Partial<Record<BotScope, string>>;
  events?: Partial<Record<BotEvent, string>>;
  /** Paths to which Slack may send a browser back. */
  redirects?: Record<string, string>;
  section?: (setup: Setup) => Section;
  /** Reasons of other lines: [path, reason]. */
  notes?: [path: string, reason: string][];
};

const display_information = {
  name: 'Kally',
  description: 'Have an AI phone a business for you',
  long_description: [
    'Kally lets people in Slack have KallyAI, an AI phone assistant, call a business for them: reserve a table, book a',
    'clinic appointment, ask a hotel, ask a shop for its hours. Type /kally, fill in a short form and confirm. Kally',
    'shows where the call stands and posts the outcome and the transcript in a thread. Every person connects their own',
    'KallyAI account, and no call is placed without a click of confirmation.',
  ].join(' '),
  background_color: '#1d4d4f',
} satisfies Manifest['display_information'];

/** Commands, shortcuts, mentions, messages and the Home tab: what every installation has. */
const everywhere: Row = {
  isOn: () => true,
  scopes: {
    commands: '/kally and the shortcuts',
    'chat:write': 'cards, results and transcripts',
    'chat:write.public': 'posting in a public channel the person chose, without being invited first',
    'channels:read':
      'telling beforehand whether Kally can post in the chosen public channel, and that the person is in it',
    'groups:read': 'the same for a private channel',
    'users:read': 'the person’s time zone and language, and who is an admin, a guest or deactivated',
    'files:write': 'long transcripts as a file',
    'app_mentions:read':
      'hearing "@Kally call ..." in channels it was invited to; nothing else that is said there',
    'im:history': 'hearing what people write to Kally itself (event message.im); the history is never read',
  },
  events: {
    app_mention: '"@Kally call ..." is answered privately, with what was understood',
    'message.im': 'the same in a direct message with Kally',
    app_home_opened: 'shows the home tab; greets whoever opens the messages tab for the first time',
    app_uninstalled: 'everything about the workspace is deleted when the app is removed',
    tokens_revoked: 'the same; both are sent then, in any order',
    team_access_revoked:
      'the same for a workspace that leaves an organisation’s installation; its other workspaces stay',
    user_change:
      'the tokens of somebody whom an admin deactivates are deleted; nothing else of a profile is looked at',
  },
  section({ url, socketMode }) {
    const requests = url && !socketMode ? `${url}/slack/events` : undefined;
    return {
      features: {
        bot_user: { display_name: 'Kally', always_online: true },
        app_home: {
          home_tab_enabled: true,
          messages_tab_enabled: true,
          messages_tab_read_only_enabled: false,
        },
        slash_commands: [
          {
            command: '/kally',
            ...(requests && { url: requests }),
            description: 'Have Kally make a phone call for you',
            usage_hint: '[phone number] [what to ask], or history, usage, export, help',
            should_escape: false,
          },
        ],
        shortcuts: [
          {
            name: 'Make a phone call',
            type: 'global',
            callback_id: 'make_a_call',
            description: 'Have Kally phone a business for you',
          },
          {
            name: 'Call about this',
            type: 'message',
            callback_id: 'call_about_this',
            description: 'Have Kally phone the number in this message',
          },
        ],
      },
      settings: {
        ...(requests && { event_subscriptions: { request_url: requests } }),
        interactivity: { is_enabled: true, ...(requests && { request_url: requests }) },
        org_deploy_enabled: false,
        socket_mode_enabled: requests === undefined,
        token_rotation_enabled: false,
      },
    };
  },
  notes: [
    [
      'features.app_home',
      'The home tab has a person’s account, calls and preferences. In the messages tab people also ask for calls; see message.im below.',
    ],
    ['features.shortcuts.1', 'Also where slash commands do not work: in threads.'],
  ],
};

/** The step for Workflow Builder; its values are read in `src/slack/workflow`. Slack shows these words to everybody untranslated. */
export const prepareCallStep = 'prepare_phone_call';
const step: NonNullable<Manifest['functions']>[string] = {
  title: 'Prepare a phone call',
  description: 'Asks a person to confirm a phone call to a business. Nobody is called before they do.',
  input_parameters: {
    properties: {
      phone: { type: 'string', title: 'Business number', description: 'With + and the country code' },
      task: { type: 'string', title: 'What to ask or arrange', description: 'In a sentence' },
      person: {
        type: 'slack#/types/user_id',
        title: 'Who confirms the call',
        description: 'It is made with their KallyAI account, and only if they confirm it',
      },
      category: {
        type: 'string',
        title: 'Who to call',
        description: 'restaurant, clinic, hotel or general',
      },
      business: { type: 'string', title: 'Name of the business', description: 'As people know it' },
      details: {
        type: 'string',
        title: 'Details',
        description: 'How many people, which day and time, in whose name: "for 4 on Friday at 8 pm"',
      },
      channel: {
        type: 'slack#/types/channel_id',
        title: 'Where to post the result',
        description: 'The person must be in it. Without one, only they see the result',
      },
    },
    required: ['phone', 'task', 'person'],
  },
  output_parameters: {
    properties: {
      verdict: {
        type: 'string',
        title: 'Verdict',
        description:
          'asked, arranged, arranged_otherwise, answered, declined, unclear, not_reached or stopped',
      },
      headline: { type: 'string', title: 'Headline', description: 'The result in a sentence' },
      facts: { type: 'string', title: 'Facts', description: 'Day, time, price, number: one in each line' },
      card_link: { type: 'string', title: 'Link', description: 'To the card of the call' },
      call_id: { type: 'string', title: 'Call id', description: 'Kally’s own' },
    },
    required: ['verdict', 'headline'],
  },
};

/** What each kind of installation adds. */
const rows: readonly Row[] = [
  everywhere,
  {
    isOn: ({ manyWorkspaces }) => manyWorkspaces,
    // It must be first: Slack returns there when an organisation starts an installation itself.
    redirects: { '/slack/oauth_redirect': '"Add to Slack"' },
    section: () => ({ settings: { org_deploy_enabled: true } }),
    notes: [
      [
        'settings.org_deploy_enabled',
        'An Enterprise organisation can install Kally once for all its workspaces.',
      ],
    ],
  },
  {
    isOn: ({ url }) => url !== undefined,
    redirects: {
      '/link/slack': 'Sign in with Slack, before a person connects their account or opens the page of a call',
    },
  },
  {
    isOn: ({ tokenRotation }) => tokenRotation,
    section: () => ({ settings: { token_rotation_enabled: true } }),
    notes: [['settings.token_rotation_enabled', 'Slack lets nobody switch this off again.']],
  },
  {
    isOn: ({ agent }) => agent,
    scopes: {
      'assistant:write':
        'suggestions in an empty conversation with Kally; Slack wants it of every app on its agent surface',
    },
    events: { agent_session_stopped: 'Slack’s own Stop in a call’s thread does what Stop on its card does' },
    section: () => ({
      features: {
        agent_view: {
          agent_description:
            'Phones a business for you: to reserve a table, book an appointment or ask a question. Nobody is called before you confirm it.',
        },
      },
    }),
    notes: [
      [
        'features.agent_view',
        'Slack lets nobody go back from this. Suggestions are not listed here, because Kally makes them in each person’s language.',
      ],
    ],
  },
  {
    isOn: ({ workflow }) => workflow,
    events: { function_executed: 'a workflow runs the step "Prepare a phone call"' },
    section: () => ({
      settings: { org_deploy_enabled: true, function_runtime: 'remote' },
      functions: { [prepareCallStep]: step },
    }),
    notes: [
      ['settings.org_deploy_enabled', 'Slack wants it of every app with a step.'],
      ['settings.function_runtime', 'The step runs where Kally runs.'],
      ['functions', 'Slack publishes no app with a step, so only installations of one’s own have it.'],
    ],
  },
  {
    isOn: ({ mcp }) => mcp,
    scopes: { 'mcp:connect': 'Slackbot may use Kally’s tools for the people who switch them on' },
    section: ({ url }) => ({
      mcp_servers: { kally: { url: `${url}/mcp`, auth_type: 'slack_identity_auth' } },
    }),
    notes: [
      [
        'mcp_servers.kally',
        'Slack signs each request and says who asks. Kally asks them for a click in its own messages before anybody is called.',
      ],
    ],
  },
  {
    isOn: ({ previews }) => previews,
    scopes: {
      'links:read':
        'hearing that somebody posted the address of a call’s page; of other addresses Slack tells nothing',
      'links:write': 'showing business, status and time below it, where everybody sees the card of the call',
    },
    events: { link_shared: 'the address of a call’s page gets its preview' },
    section: ({ url = '' }) => ({ features: { unfurl_domains: [new URL(url).hostname] } }),
    notes: [['features.unfurl_domains', 'Slack tells Kally of addresses here, and of no others.']],
  },
];

/** The reason for a line of the manifest; in a list, the path ends with the value or its index. */
export type Reason = { path: readonly string[]; text: string };

/** What Kally asks of Slack in such an installation, and why. */
export function manifestFor(setup: Setup): { manifest: Manifest; reasons: Reason[] } {
  const on = rows.filter(({ isOn }) => isOn(setup));
  const scopes = on.flatMap((row) => Object.entries(row.scopes ?? {}) as [BotScope, string][]);
  const events = on.flatMap((row) => Object.entries(row.events ?? {}) as [BotEvent, string][]);
  const redirects = on
    .flatMap((row) => Object.entries(row.redirects ?? {}))
    .map(([path, text]): [string, string] => [`${setup.url}${path}`, text]);
  const sections: Section[] = [
    {
      features: {},
      oauth_config: {
        ...(redirects.length > 0 && { redirect_urls: redirects.map(([url]) => url) }),
        scopes: { bot: scopes.map(([scope]) => scope as ListedScope) },
      },
      settings: { event_subscriptions: { bot_events: events.map(([event]) => event as ListedEvent) } },
    },
    ...on.flatMap(({ section }) => section?.(setup) ?? []),
  ];
  const explain = (...at: string[]) => {
    return ([last, text]: [string, string]): Reason => ({ path: [...at, last], text });
  };
  return {
    manifest: { display_information, ...sections.reduce((all, one) => merge(all, one)) },
    reasons: [
      ...on.flatMap(({ notes = [] }) => notes.map(([path, text]) => ({ path: path.split('.'), text }))),
      ...redirects.map(explain('oauth_config', 'redirect_urls')),
      ...scopes.map(explain('oauth_config', 'scopes', 'bot')),
      ...events.map(explain('settings', 'event_subscriptions', 'bot_events')),
    ],
  };
}

/** What the bot may do in such an installation. */
export const botScopesOf = (setup: Setup): string[] =>
  manifestFor(setup).manifest.oauth_config?.scopes?.bot ?? [];

/** Merges objects and lists; of other values the later wins. */
function merge<T>(one: T, other: T): T {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other] as T;
  if (!isObject(one) || !isObject(other)) return other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const merged = [...keys].map((key) => [
    key,
    key in one && key in other ? merge(one[key], other[key]) : (other[key] ?? one[key]),
  ]);
  return Object.fromEntries(merged) as T;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
