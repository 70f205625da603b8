/** What the sandbox reads of a parsed `slack-manifest.yml`. */
export type Manifest = {
  display_information: { name: string; description?: string };
  features?: {
    bot_user?: { display_name: string };
    slash_commands?: { command: string; description?: string; usage_hint?: string }[];
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string }[];
    unfurl_domains?: string[];
    agent_view?: { agent_description?: string };
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean };
  };
  functions?: Record<string, StepDefinition>;
  oauth_config?: { redirect_urls?: string[]; scopes?: { bot?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};

type Parameters = {
  properties: Record<string, { type: string; title?: string; description?: string }>;
  required?: string[];
};
/** A step for Workflow Builder. */
export type StepDefinition = {
  title: string;
  description: string;
  input_parameters: Parameters;
  output_parameters: Parameters;
};

export const botScopes = (manifest: Manifest) => manifest.oauth_config?.scopes?.bot ?? [];

/** What Slack delivers only to apps that were granted this, whatever else the manifest asks for. */
const scopeOfEvent: Record<string, string> = {
  agent_session_stopped: 'chat:write',
  app_mention: 'app_mentions:read',
  link_shared: 'links:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
};

export function listensTo(manifest: Manifest, event: string): boolean {
  const isAskedFor = manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
  const scope = scopeOfEvent[event];
  return isAskedFor && (!scope || botScopes(manifest).includes(scope));
}

export const isAgent = (manifest: Manifest) => manifest.features?.agent_view !== undefined;

/** Commands and shortcuts. */
export const hasCommands = (manifest: Manifest) => botScopes(manifest).includes('commands');
