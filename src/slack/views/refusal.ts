import type { Refusal } from '../../domain/call.ts';
import type { Words } from '../words/en.ts';

type Code = keyof Words['refusals'];
type Way = { link?: 'upgrade' | 'kallyai'; mayCallAgain: boolean };

export const pricingUrl = 'https://kallyai.com/pricing';
const kallyaiUrl = 'https://kallyai.com';

const mend: Way = { mayCallAgain: true };
const giveUp: Way = { mayCallAgain: false };
const settle: Way = { link: 'kallyai', mayCallAgain: true };

/** What a person can do about each refusal: KallyAI's codes and ours. */
const ways: Record<Code, Way> = {
  quota_exceeded: { link: 'upgrade', mayCallAgain: true },
  budget_exceeded: settle,
  budget_approval_required: settle,
  soft_cap_reached: settle,
  missing_phone_number: mend,
  emergency_number: giveUp,
  toll_number: mend,
  safety_violation: mend,
  consent_denied: giveUp,
  scheduling_violation: mend,
  unsupported_language: mend,
  country_restriction: giveUp,
  unsupported_country: giveUp,
  blocked_number: giveUp,
  suppression_violation: giveUp,
  missing_token: mend,
  token_expired: mend,
  forbidden: mend,
  not_connected: mend,
  not_placed_in_time: mend,
  stopped: mend,
  rate_limited: mend,
  other: mend,
};

export function refusalOf({ code, upgradeUrl }: Refusal, { refusals, links }: Words) {
  const known = isKnownRefusal(code) ? code : 'other';
  const { link, mayCallAgain } = ways[known];
  const urls = { upgrade: upgradeUrl ?? pricingUrl, kallyai: upgradeUrl ?? kallyaiUrl };
  return {
    sentence: refusals[known],
    mayCallAgain,
    ...(link && { link: { label: links[link], url: urls[link] } }),
  };
}

export function isKnownRefusal(code: string): code is Code {
  return Object.hasOwn(ways, code);
}
