import type { Refusal } from '../../domain/call.ts';
import type { DraftField } from '../../domain/call-request.ts';
import type { Language } from '../../domain/language.ts';
import { refusalWords } from './words.ts';

type Code = keyof (typeof refusalWords)['en']['refusals'];
/** Where a refusal can be fixed: in a field of the form, at KallyAI, or by trying again. */
type Remedy = {
  field?: DraftField;
  link?: 'upgrade' | 'kallyai';
  /** The person wanted it: there is nothing to fix. */
  isWanted?: true;
  /** Nothing that the person can change would help. */
  isHopeless?: true;
  /** By connecting the account again. */
  isConnecting?: true;
};

export const pricingUrl = 'https://kallyai.com/pricing';
const kallyaiUrl = 'https://kallyai.com';

const settle: Remedy = { link: 'kallyai' };
const phone: Remedy = { field: 'phone' };
const task: Remedy = { field: 'task' };
const otherPhone: Remedy = { ...phone, isHopeless: true };
const connecting: Remedy = { isConnecting: true };

/** What a person can do about each refusal: KallyAI's codes and ours. */
const remedies: Record<Code, Remedy> = {
  quota_exceeded: { link: 'upgrade' },
  budget_exceeded: settle,
  budget_approval_required: settle,
  soft_cap_reached: settle,
  missing_phone_number: phone,
  emergency_number: otherPhone,
  toll_number: phone,
  safety_violation: task,
  consent_denied: { ...task, isHopeless: true },
  scheduling_violation: { field: 'date' },
  unsupported_language: { field: 'callLanguage' },
  country_restriction: otherPhone,
  unsupported_country: otherPhone,
  blocked_number: otherPhone,
  suppression_violation: otherPhone,
  do_not_call: otherPhone,
  country_not_allowed: otherPhone,
  channel_not_allowed: {},
  guest_may_not_call: {},
  not_a_named_caller: {},
  missing_token: connecting,
  token_expired: connecting,
  forbidden: connecting,
  not_connected: connecting,
  not_placed_in_time: {},
  plan_lapsed: {},
  approval_declined: {},
  approval_expired: {},
  no_approver: {},
  number_rests: {},
  asked_time_over: { field: 'date' },
  stopped: { isWanted: true },
  rate_limited: {},
  other: {},
};

/** The sentence for a refusal, and where it can be fixed. */
export function refusalOf({ code, upgradeUrl }: Refusal, language: Language) {
  const { refusals, links } = refusalWords[language];
  const knownCode = isKnownRefusal(code) ? code : 'other';
  const { field, link, isWanted = false, isHopeless = false, isConnecting = false } = remedies[knownCode];
  const urls = { upgrade: upgradeUrl ?? pricingUrl, kallyai: upgradeUrl ?? kallyaiUrl };
  return {
    sentence: refusals[knownCode],
    isWanted,
    isHopeless,
    isConnecting,
    ...(field && { field }),
    ...(link && { link: { label: links[link], url: urls[link] } }),
  };
}

export function isKnownRefusal(code: string): code is Code {
  return Object.hasOwn(remedies, code);
}
