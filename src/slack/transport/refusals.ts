import { webApi } from '@slack/bolt';

/**
 * What to do when Slack refuses a request:
 * - again: Slack may accept it later, or once an operator fixed the app's settings, so the job runs again.
 * - elsewhere: the channel or message is closed to Kally or gone; the person gets a direct message instead.
 * - giveUp: Slack will never accept it: it is our fault, the app is gone, or the person closed the view.
 */
export type Remedy = 'again' | 'elsewhere' | 'giveUp';

/** Any method may answer these: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const ofAny = {
  access_denied: 'elsewhere',
  accesslimited: 'again',
  account_inactive: 'giveUp',
  deprecated_endpoint: 'giveUp',
  ekm_access_denied: 'elsewhere',
  enterprise_is_restricted: 'elsewhere',
  fatal_error: 'again',
  internal_error: 'again',
  invalid_arg_name: 'giveUp',
  invalid_arguments: 'giveUp',
  invalid_array_arg: 'giveUp',
  invalid_auth: 'again',
  invalid_charset: 'giveUp',
  invalid_form_data: 'giveUp',
  invalid_post_type: 'giveUp',
  method_deprecated: 'giveUp',
  missing_post_type: 'giveUp',
  missing_scope: 'elsewhere',
  no_permission: 'elsewhere',
  not_allowed_token_type: 'again',
  not_authed: 'again',
  org_login_required: 'again',
  ratelimited: 'again',
  rate_limited: 'again',
  request_timeout: 'again',
  service_unavailable: 'again',
  team_access_not_granted: 'elsewhere',
  team_added_to_org: 'again',
  token_expired: 'again',
  token_revoked: 'giveUp',
  two_factor_setup_required: 'again',
  unknown_method: 'giveUp',
} as const satisfies Record<string, Remedy>;

/** What exchanging a code may answer, at an installation and at Sign in with Slack. */
const signIn = {
  bad_client_secret: 'again',
  bad_redirect_uri: 'again',
  cannot_install_an_org_installed_app: 'giveUp',
  invalid_client_id: 'again',
  invalid_code: 'giveUp',
  invalid_grant_type: 'giveUp',
  invalid_refresh_token: 'giveUp',
  oauth_authorization_url_mismatch: 'giveUp',
  preview_feature_not_available: 'giveUp',
} as const satisfies Record<string, Remedy>;

/** The further codes on Slack's page of each method. A test keeps the remedy of a code the same in all rows. */
const ofMethod = {
  'agents.sessions.setStatus': {
    channel_not_found: 'elsewhere',
    feature_disabled: 'giveUp',
    invalid_status: 'giveUp',
    not_authorized: 'giveUp',
    thread_ts_not_allowed: 'giveUp',
    thread_ts_required: 'giveUp',
    user_not_found: 'giveUp',
  },
  'assistant.threads.setSuggestedPrompts': {
    channel_not_found: 'elsewhere',
    not_agent_app: 'giveUp',
  },
  'auth.test': {},
  'chat.postMessage': {
    as_user_not_supported: 'giveUp',
    attachment_payload_limit_exceeded: 'giveUp',
    cannot_reply_to_message: 'elsewhere',
    channel_not_found: 'elsewhere',
    duplicate_channel_not_found: 'giveUp',
    duplicate_message_not_found: 'giveUp',
    invalid_blocks: 'giveUp',
    invalid_blocks_format: 'giveUp',
    invalid_metadata_format: 'giveUp',
    invalid_metadata_schema: 'giveUp',
    is_archived: 'elsewhere',
    markdown_text_conflict: 'giveUp',
    message_limit_exceeded: 'again',
    messages_tab_disabled: 'elsewhere',
    metadata_must_be_sent_from_app: 'giveUp',
    metadata_too_large: 'giveUp',
    missing_file_data: 'giveUp',
    msg_blocks_too_long: 'giveUp',
    no_text: 'giveUp',
    not_in_channel: 'elsewhere',
    restricted_action: 'elsewhere',
    restricted_action_non_threadable_channel: 'elsewhere',
    restricted_action_read_only_channel: 'elsewhere',
    restricted_action_thread_locked: 'elsewhere',
    restricted_action_thread_only_channel: 'elsewhere',
    slack_connect_canvas_sharing_blocked: 'elsewhere',
    slack_connect_file_link_sharing_blocked: 'elsewhere',
    slack_connect_lists_sharing_blocked: 'elsewhere',
    team_not_found: 'elsewhere',
    too_many_attachments: 'giveUp',
    too_many_contact_cards: 'giveUp',
  },
  'chat.update': {
    as_user_not_supported: 'giveUp',
    block_mismatch: 'elsewhere',
    cant_broadcast_message: 'giveUp',
    cant_update_message: 'elsewhere',
    channel_not_found: 'elsewhere',
    edit_window_closed: 'elsewhere',
    external_channel_migrating: 'again',
    invalid_attachments: 'giveUp',
    invalid_blocks: 'giveUp',
    invalid_blocks_format: 'giveUp',
    invalid_metadata_format: 'giveUp',
    invalid_metadata_schema: 'giveUp',
    is_inactive: 'elsewhere',
    markdown_text_conflict: 'giveUp',
    message_not_found: 'elsewhere',
    metadata_must_be_sent_from_app: 'giveUp',
    metadata_too_large: 'giveUp',
    msg_too_long: 'giveUp',
    no_dual_broadcast_content_update: 'giveUp',
    no_text: 'giveUp',
    slack_connect_file_link_sharing_blocked: 'elsewhere',
    streaming_state_conflict: 'again',
    team_not_found: 'elsewhere',
    too_many_attachments: 'giveUp',
    update_failed: 'again',
  },
  'chat.delete': {
    cant_delete_message: 'giveUp',
    channel_not_found: 'elsewhere',
    message_not_found: 'elsewhere',
  },
  'chat.postEphemeral': {
    cannot_reply_to_message: 'elsewhere',
    channel_not_found: 'elsewhere',
    invalid_attachments: 'giveUp',
    invalid_blocks: 'giveUp',
    invalid_blocks_format: 'giveUp',
    is_archived: 'elsewhere',
    markdown_text_conflict: 'giveUp',
    message_limit_exceeded: 'again',
    messages_tab_disabled: 'elsewhere',
    msg_too_long: 'giveUp',
    no_text: 'giveUp',
    not_in_channel: 'elsewhere',
    restricted_action: 'elsewhere',
    too_many_attachments: 'giveUp',
    user_not_in_channel: 'elsewhere',
  },
  'chat.getPermalink': { channel_not_found: 'elsewhere', message_not_found: 'elsewhere' },
  'conversations.info': { channel_not_found: 'elsewhere' },
  'conversations.members': {
    channel_not_found: 'elsewhere',
    fetch_members_failed: 'again',
    invalid_cursor: 'giveUp',
    invalid_limit: 'giveUp',
    method_not_supported_for_channel_type: 'elsewhere',
  },
  'files.completeUploadExternal': {
    channel_not_found: 'elsewhere',
    channels_limit_exceeded: 'giveUp',
    file_not_found: 'again',
    file_update_failed: 'again',
    invalid_blocks: 'giveUp',
    invalid_channel: 'elsewhere',
    not_in_channel: 'elsewhere',
    posting_to_channel_denied: 'elsewhere',
  },
  'files.getUploadURLExternal': {
    alt_txt_too_large: 'giveUp',
    file_upload_size_restricted: 'elsewhere',
    file_uploads_disabled: 'elsewhere',
    missing_argument: 'giveUp',
    snippet_too_large: 'giveUp',
    storage_limit_reached: 'elsewhere',
    unknown_snippet_type: 'giveUp',
    unknown_subtype: 'giveUp',
  },
  'functions.completeError': {
    execution_not_in_running_state: 'giveUp',
    function_execution_not_found: 'giveUp',
  },
  'functions.completeSuccess': {
    execution_not_in_running_state: 'giveUp',
    function_execution_not_found: 'giveUp',
    parameter_validation_failed: 'giveUp',
  },
  'oauth.v2.access': { ...signIn, no_scopes: 'giveUp', user_email_unverified: 'giveUp' },
  'openid.connect.token': signIn,
  'openid.connect.userInfo': {},
  'users.list': { invalid_cursor: 'giveUp', invalid_limit: 'giveUp', limit_required: 'giveUp' },
  'users.info': { too_many_users: 'giveUp', user_not_found: 'giveUp', user_not_visible: 'giveUp' },
  'views.open': {
    duplicate_external_id: 'giveUp',
    exchanged_trigger_id: 'elsewhere',
    expired_trigger_id: 'elsewhere',
    invalid_trigger_id: 'elsewhere',
    view_too_large: 'giveUp',
  },
  'views.push': {
    duplicate_external_id: 'giveUp',
    exchanged_trigger_id: 'elsewhere',
    expired_trigger_id: 'elsewhere',
    invalid_trigger_id: 'elsewhere',
    not_found: 'giveUp',
    push_limit_reached: 'elsewhere',
    view_too_large: 'giveUp',
  },
  'views.update': {
    duplicate_external_id: 'giveUp',
    hash_conflict: 'again',
    not_found: 'giveUp',
    view_too_large: 'giveUp',
  },
  'views.publish': {
    duplicate_external_id: 'giveUp',
    hash_conflict: 'again',
    missing_profile_id: 'giveUp',
    not_enabled: 'giveUp',
    not_implemented: 'giveUp',
    view_too_large: 'giveUp',
  },
} as const satisfies Record<string, Record<string, Remedy>>;

/** Codes that people reported, or that Slack once listed; on no page today. */
const unlisted = {
  blocked_file_type: 'elsewhere',
  blocks_too_long: 'giveUp',
  cannot_dm_bot: 'giveUp',
  channel_is_limited_access: 'elsewhere',
  compliance_exports_prevent_deletion: 'giveUp',
  file_uploads_except_images_disabled: 'elsewhere',
  not_allowed_in_channel: 'elsewhere',
  slack_connect_blocked_file_type: 'elsewhere',
  thread_not_found: 'elsewhere',
} as const satisfies Record<string, Remedy>;

export type Method = keyof typeof ofMethod;

/** Every row, by method; `any` has the codes of all methods. */
export const refusals: Readonly<Record<Method | 'any' | 'unlisted', Readonly<Record<string, Remedy>>>> = {
  any: ofAny,
  ...ofMethod,
  unlisted,
};

const remedies = new Map<string, Remedy>(Object.values(refusals).flatMap((rows) => Object.entries(rows)));

/** An unknown code is worth another try: jobs end by themselves. */
export function remedyOf(error: unknown): Remedy {
  if (!(error instanceof webApi.WebAPIPlatformError)) return 'again';
  return remedies.get(error.data.error) ?? 'again';
}

/** The channel or message is closed to Kally or gone, so the person is told elsewhere. */
export function isElsewhere(error: unknown): boolean {
  return remedyOf(error) === 'elsewhere';
}
