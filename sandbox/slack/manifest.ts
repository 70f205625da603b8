/** What the sandbox reads of a parsed `slack-manifest.yml`. */
export type Manifest = {
  display_information: { name: string; description?: string };
  features?: {
    bot_user?: { display_name: string };
    slash_commands?: { command: string; description?: string; usage_hint?: string }[];
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string }[];
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean };
  };
  oauth_config?: { redirect_urls?: string[]; scopes?: { bot?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};

export const botScopes = (manifest: Manifest) => manifest.oauth_config?.scopes?.bot ?? [];

export function listensTo(manifest: Manifest, event: string): boolean {
  return manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}
