import { z } from 'zod';

const text = (max: number, min = 1) => z.string().min(min).max(max);
const httpsUrl = (max: number) => z.url({ protocol: /^https$/ }).max(max);
const uniqueList = (of: z.ZodString | z.ZodURL, max: number) =>
  z
    .array(of)
    .max(max)
    .refine((all) => new Set(all).size === all.length, 'must not name one thing twice');

const parameters = z
  .strictObject({
    properties: z.record(
      z.string().regex(/^[a-z_]+$/),
      z.strictObject({
        type: z.enum(['string', 'slack#/types/user_id', 'slack#/types/channel_id']),
        title: text(255),
        description: text(255),
      }),
    ),
    required: z.array(z.string()),
  })
  .refine(({ properties }) => Object.keys(properties).length <= 20)
  .refine(({ properties, required }) => required.every((name) => name in properties));

/**
 * Slack's limits for the parts of a manifest that Kally uses, after https://github.com/slackapi/manifest-schema, and nothing that its schema
 * does not know.
 */
export const manifestLimits = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4000, 175),
    background_color: z.string().regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/i),
  }),
  features: z.strictObject({
    unfurl_domains: z.array(z.hostname()).max(5).exactOptional(),
    agent_view: z.strictObject({ agent_description: text(300) }).exactOptional(),
    bot_user: z.strictObject({
      display_name: text(80).regex(/^[\w.-]+$/),
      always_online: z.boolean(),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32, 2).startsWith('/'),
          url: httpsUrl(3000).exactOptional(),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['global', 'message']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10),
  }),
  functions: z
    .record(
      text(100),
      z.strictObject({
        title: text(255),
        description: text(4000),
        input_parameters: parameters,
        output_parameters: parameters,
      }),
    )
    .refine((all) => Object.keys(all).length <= 50)
    .exactOptional(),
  oauth_config: z.strictObject({
    redirect_urls: uniqueList(httpsUrl(2500), 1000).exactOptional(),
    scopes: z.strictObject({ bot: uniqueList(text(50), 255) }),
  }),
  mcp_servers: z
    .strictObject({
      kally: z.strictObject({ url: httpsUrl(500), auth_type: z.literal('slack_identity_auth') }),
    })
    .exactOptional(),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: httpsUrl(3500).exactOptional(),
      bot_events: uniqueList(text(50), 100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: httpsUrl(3500).exactOptional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
    function_runtime: z.literal('remote').exactOptional(),
  }),
});
