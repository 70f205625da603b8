import { type Account, costs, creditsFor, tenths } from './accounts.ts';
import type { SandboxCall } from './calls.ts';
import type { Line } from './conversation.ts';
import type { ApiVersion } from './errors.ts';
import type { Grant } from './tokens.ts';

/** What v2 says with null, v1 leaves out. */
export function callOnWire(call: SandboxCall, api: ApiVersion): Record<string, unknown> {
  const { report, behaviour } = call;
  const required = { call_id: call.id, status: call.status, submission: call.submission };
  const created_at = call.createdAt.toISOString();
  if (behaviour.optionalFields === 'missing') return { ...required, metadata: { created_at } };
  const optional = {
    highlights: report?.highlights ?? null,
    next_steps: report?.nextSteps ?? null,
    duration_seconds: report?.durationSeconds ?? null,
    ...(api !== 'v1' ? { credits_used: report ? creditsFor(report.durationSeconds) : null } : {}),
  };
  const metadata = { created_at, ended_at: call.endedAt?.toISOString() ?? null };
  if (api !== 'v1') return { ...required, ...optional, metadata };
  return { ...required, ...withoutNulls(optional), metadata: withoutNulls(metadata) };
}

/** How much a list says of a call: all; number and business alone of its submission; or flat, as KallyAI's MCP server reads it. */
export const listShapes = ['whole', 'brief', 'flat'] as const;
export type ListShape = (typeof listShapes)[number];

export function listOnWire(calls: SandboxCall[], total: number, api: ApiVersion, shape: ListShape): unknown {
  const items = calls.map((call) => itemOnWire(call, api, shape));
  return api === 'v1' ? { calls: items, total } : { items, total };
}

function itemOnWire(call: SandboxCall, api: ApiVersion, shape: ListShape): Record<string, unknown> {
  const { respondent_phone, business_name } = call.submission;
  const whole = callOnWire(call, api);
  if (shape === 'whole') return whole;
  if (shape === 'brief') return { ...whole, submission: { respondent_phone, business_name } };
  return {
    call_id: call.id,
    status: call.status,
    to: respondent_phone,
    business_name,
    created_at: call.createdAt.toISOString(),
    ended_at: call.endedAt?.toISOString() ?? null,
    result_summary: call.report?.highlights ?? null,
  };
}

export function transcriptOnWire(call: SandboxCall, api: ApiVersion): unknown {
  const lines = call.report?.lines ?? [];
  if (call.behaviour.transcript === 'bare list') return lines.map(entryOnWire);
  if (api !== 'v2') return { entries: lines.map(entryOnWire) };
  return { transcript: lines.map(turnOnWire) };
}

function entryOnWire({ speaker, text, atSeconds }: Line): unknown {
  return { speaker, content: text, timestamp: timestamp(atSeconds) };
}

function turnOnWire({ speaker, text, atSeconds }: Line): unknown {
  return { role: speaker === 'AI' ? 'assistant' : 'human', text, timestamp: timestamp(atSeconds) };
}

function timestamp(atSeconds: number): string {
  const parts = [Math.floor(atSeconds / 3600), Math.floor(atSeconds / 60) % 60, atSeconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

export function grantOnWire(grant: Grant): Record<string, unknown> {
  return {
    access_token: grant.accessToken,
    ...(grant.refreshToken === undefined ? {} : { refresh_token: grant.refreshToken }),
    token_type: 'Bearer',
    expires_in: grant.expiresInSeconds,
    scope: grant.scope,
  };
}

export function statisticsOnWire(account: Account): unknown {
  const minutes = {
    minutes_allocated: account.minutesAllocated,
    minutes_used: account.minutesUsed,
    minutes_remaining: tenths(account.minutesAllocated - account.minutesUsed),
  };
  const calls_remaining = Math.max(0, account.callsAllocated - account.callsUsed);
  if (account.terseStatistics) return { ...minutes, calls_remaining };
  return {
    plan_type: account.planType,
    ...minutes,
    calls_allocated: account.callsAllocated,
    calls_used: account.callsUsed,
    calls_remaining,
    ...period(),
    usage_percentage: percentage(account.minutesUsed, account.minutesAllocated),
    subscription_status: account.planType === 'free' ? 'none' : 'active',
  };
}

export function subscriptionOnWire(account: Account): unknown {
  if (account.planType === 'free')
    return { has_active_subscription: false, status: 'none', auto_renew: false };
  return {
    has_active_subscription: true,
    provider: 'stripe',
    plan: { type: account.planType, period: 'monthly', minutes_included: account.minutesAllocated },
    status: 'active',
    expires_at: period().period_end,
    auto_renew: true,
    management_url: 'https://kallyai.com/app/subscription',
  };
}

export function balanceOnWire(account: Account): unknown {
  return {
    credits_remaining: tenths(account.creditsAllocated - account.creditsUsed),
    credits_used: account.creditsUsed,
    credits_allocated: account.creditsAllocated,
    plan_type: account.planType,
    ...period(),
  };
}

export function bareQuotaOnWire(account: Account): Record<string, unknown> {
  return {
    plan_type: account.planType,
    minutes_allocated: account.minutesAllocated,
    minutes_used: account.minutesUsed,
    upgrade_url: 'https://kallyai.com/pricing',
  };
}

export function searchOnWire(query: string, location: string | undefined): unknown {
  const where = location ?? 'San Francisco';
  const places = [
    { title: `${query} - Casa Lucía`, phone: '+14155550100', rating: 4.7, price_range: '$$' },
    { title: `${query} - North Star`, phone: '+14155550101', rating: 4.4, price_range: '$' },
    { title: `${query} - The Garden`, phone: '+14155550110', rating: 4.1, price_range: '$$$' },
  ];
  const results = places.map((found, index) => ({
    ...found,
    description: `One of the places found for "${query}" in ${where}.`,
    address: `${12 + index * 7} Market Street, ${where}`,
    url: `https://example.com/places/${index + 1}`,
  }));
  return { results, credits_used: costs.search.per_query };
}

/** The month that is running, in UTC. */
function period(): { period_start: string; period_end: string } {
  const now = new Date();
  const month = (offset: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString();
  return { period_start: month(0), period_end: month(1) };
}

function percentage(used: number, allocated: number): number {
  return allocated === 0 ? 100 : tenths((used / allocated) * 100);
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
