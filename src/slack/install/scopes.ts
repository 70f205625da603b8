import type { webApi } from '@slack/bolt';

type Manifest = webApi.AppsManifestValidateArguments['manifest'];
type Settings = NonNullable<Manifest['settings']>;
type OAuthScopes = NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>;

/** Slack's own lists: `tsc` refuses what they do not have. */
type BotScope = NonNullable<OAuthScopes['bot']>[number];
export type BotEvent = NonNullable<NonNullable<Settings['event_subscriptions']>['bot_events']>[number];

/** What the bot may do; slack-manifest.yml asks for the same and gives the reason of each. */
export const botScopes: string[] = [
  'commands',
  'chat:write',
  'chat:write.public',
  'channels:read',
  'groups:read',
  'users:read',
  'files:write',
  'app_mentions:read',
  'im:history',
] satisfies BotScope[];
