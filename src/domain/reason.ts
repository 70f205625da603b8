/** Why calls were refused, as admins count it: the many codes in a few heaps. The rules of a workspace come first. */
export const reasons = [
  'guest_may_not_call',
  'not_a_named_caller',
  'do_not_call',
  'country_not_allowed',
  'channel_not_allowed',
  'day_limit_of_person',
  'day_limit_of_workspace',
  'day_limit_of_number',
  'not_approved',
  'forbidden_number',
  'secret_in_text',
  'too_many',
  'not_connected',
  'nothing_left',
  'cannot_post',
  'too_late',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

const codesOf: Partial<Record<Reason, readonly string[]>> = {
  do_not_call: ['suppression_violation'],
  not_approved: ['approval_declined', 'approval_expired', 'no_approver'],
  forbidden_number: ['emergency_number', 'toll_number', 'blocked_number'],
  secret_in_text: ['card_number', 'iban', 'one_time_code'],
  too_many: [
    'too_many_of_person',
    'too_many_in_workspace',
    'too_many_to_number',
    'number_rests',
    'rate_limited',
  ],
  not_connected: ['missing_token', 'token_expired', 'forbidden'],
  nothing_left: ['quota_exceeded', 'budget_exceeded', 'budget_approval_required', 'soft_cap_reached'],
  cannot_post: ['not_in_channel', 'membership_unknown'],
  too_late: ['not_placed_in_time', 'plan_lapsed', 'asked_time_over'],
};

const byCode = new Map<string, Reason>([
  ...reasons.map((reason) => [reason, reason] as const),
  ...reasons.flatMap((reason) => (codesOf[reason] ?? []).map((code) => [code, reason] as const)),
]);

/** Of one of our codes or of KallyAI's. */
export function reasonOf(code: string): Reason {
  return byCode.get(code) ?? 'other';
}
