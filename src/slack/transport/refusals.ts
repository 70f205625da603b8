import { webApi } from '@slack/bolt';

/**
 * What to do about Slack's refusal of something said of a call:
 * - again: it may be taken later, so the job runs again.
 * - elsewhere: this place is closed to Kally or gone; the requester hears it as a direct message.
 * - giveUp: no place takes it: our own fault, or the app is gone. The run fails, is logged, and ends with the time that a delivery has.
 */
export type Remedy = 'again' | 'elsewhere' | 'giveUp';

/** Any method may answer these: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const common = {
  access_denied: 'elsewhere',
  account_inactive: 'giveUp',
  accesslimited: 'again',
  deprecated_endpoint: 'giveUp',
  ekm_access_denied: 'elsewhere',
  enterprise_is_restricted: 'elsewhere',
  fatal_error: 'again',
  internal_error: 'again',
  invalid_arg_name: 'giveUp',
  invalid_arguments: 'giveUp',
  invalid_array_arg: 'giveUp',
  invalid_auth: 'giveUp',
  invalid_charset: 'giveUp',
  invalid_form_data: 'giveUp',
  invalid_post_type: 'giveUp',
  method_deprecated: 'giveUp',
  missing_post_type: 'giveUp',
  missing_scope: 'elsewhere',
  no_permission: 'elsewhere',
  not_allowed_token_type: 'giveUp',
  not_authed: 'giveUp',
  org_login_required: 'again',
  ratelimited: 'again',
  rate_limited: 'again',
  request_timeout: 'again',
  service_unavailable: 'again',
  team_access_not_granted: 'elsewhere',
  team_added_to_org: 'again',
  token_expired: 'again',
  token_revoked: 'giveUp',
  two_factor_setup_required: 'giveUp',
} as const satisfies Record<string, Remedy>;

const ofPlace = {
  cannot_reply_to_message: 'elsewhere',
  channel_is_limited_access: 'elsewhere',
  channel_not_found: 'elsewhere',
  is_archived: 'elsewhere',
  is_inactive: 'elsewhere',
  messages_tab_disabled: 'elsewhere',
  not_allowed_in_channel: 'elsewhere',
  not_in_channel: 'elsewhere',
  restricted_action: 'elsewhere',
  restricted_action_non_threadable_channel: 'elsewhere',
  restricted_action_read_only_channel: 'elsewhere',
  restricted_action_thread_locked: 'elsewhere',
  restricted_action_thread_only_channel: 'elsewhere',
  thread_not_found: 'elsewhere',
  message_not_found: 'elsewhere',
} as const satisfies Record<string, Remedy>;

const ofContent = {
  attachment_payload_limit_exceeded: 'giveUp',
  block_mismatch: 'giveUp',
  blocks_too_long: 'giveUp',
  invalid_attachments: 'giveUp',
  invalid_blocks: 'giveUp',
  invalid_blocks_format: 'giveUp',
  invalid_metadata_format: 'giveUp',
  invalid_metadata_schema: 'giveUp',
  metadata_must_be_sent_from_app: 'giveUp',
  metadata_too_large: 'giveUp',
  msg_blocks_too_long: 'giveUp',
  msg_too_long: 'giveUp',
  no_text: 'giveUp',
  too_many_attachments: 'giveUp',
} as const satisfies Record<string, Remedy>;

/** What each method that speaks of a call may answer, beside what any may. */
const ofMethod = {
  'chat.postMessage': {
    ...ofPlace,
    ...ofContent,
    as_user_not_supported: 'giveUp',
    cannot_dm_bot: 'giveUp',
    duplicate_channel_not_found: 'giveUp',
    duplicate_message_not_found: 'giveUp',
    message_limit_exceeded: 'again',
    slack_connect_canvas_sharing_blocked: 'giveUp',
    slack_connect_file_link_sharing_blocked: 'giveUp',
    slack_connect_blocked_file_type: 'giveUp',
    team_not_found: 'giveUp',
  },
  'chat.update': {
    ...ofPlace,
    ...ofContent,
    cant_broadcast_message: 'giveUp',
    cant_update_message: 'elsewhere',
    edit_window_closed: 'elsewhere',
    external_channel_migrating: 'again',
    streaming_state_conflict: 'again',
    update_failed: 'again',
  },
  'chat.delete': {
    ...ofPlace,
    cant_delete_message: 'giveUp',
    compliance_exports_prevent_deletion: 'giveUp',
  },
  files: {
    ...ofPlace,
    blocked_file_type: 'elsewhere',
    file_not_found: 'again',
    file_update_failed: 'again',
    file_upload_size_restricted: 'elsewhere',
    file_uploads_disabled: 'elsewhere',
    file_uploads_except_images_disabled: 'elsewhere',
    invalid_channel: 'elsewhere',
    storage_limit_reached: 'elsewhere',
  },
} as const satisfies Record<string, Record<string, Remedy>>;

/** Every row, by method; what is common to all stands under `any`. */
export const refusals: Readonly<Record<string, Readonly<Record<string, Remedy>>>> = {
  any: common,
  ...ofMethod,
};

const remedies = new Map<string, Remedy>(Object.values(refusals).flatMap((rows) => Object.entries(rows)));

/** A code that Slack made up since is worth another try: jobs end by themselves. */
export function remedyOf(error: unknown): Remedy {
  if (!(error instanceof webApi.WebAPIPlatformError)) return 'again';
  return remedies.get(error.data.error) ?? 'again';
}

/** The place is closed to Kally, or what stood there is gone: whom it is for hears it elsewhere. */
export function isElsewhere(error: unknown): boolean {
  return remedyOf(error) === 'elsewhere';
}
