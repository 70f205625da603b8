import { z } from 'zod';
import { type Account, chargeCredits, costs } from './accounts.ts';
import { ApiError } from './errors.ts';
import { type Ask, json, jsonAs, type Reply, type Route } from './http.ts';
import type { Scope } from './tokens.ts';
import { balanceOnWire, searchOnWire, statisticsOnWire, subscriptionOnWire } from './wire.ts';
import type { World } from './world.ts';

const searchSchema = z.object({
  query: z.string().trim().min(1).max(500),
  location: z.string().max(200).optional(),
});

export function accountRoutes(world: World): Route[] {
  const show = (path: string, scope: Scope, view: (account: Account) => unknown): Route => ({
    method: 'GET',
    path,
    handle: (ask) => json(view(world.tokens.authenticate(ask.headers.authorization, scope))),
  });
  const portal = (account: Account) => ({
    url: `https://billing.stripe.com/p/session/sandbox_${account.id}`,
  });
  return [
    show('/v1/users/me/statistics', 'subscription:read', statisticsOnWire),
    show('/v1/users/me/subscription', 'subscription:read', subscriptionOnWire),
    show('/v1/stripe/billing-portal', 'billing:manage', portal),
    ...(world.api !== 'v1'
      ? [show('/v1/credits/balance', 'credits:read', balanceOnWire), ...laterRoutes(world)]
      : []),
  ];
}

function laterRoutes(world: World): Route[] {
  return [
    { method: 'GET', path: '/v1/credits/costs', handle: () => json({ costs }) },
    { method: 'POST', path: '/v1/search', handle: (ask) => search(world, ask) },
  ];
}

function search(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'search:read');
  const { query, location } = jsonAs(ask, searchSchema);
  if (account.creditsAllocated - account.creditsUsed < costs.search.per_query)
    throw new ApiError('quota_exceeded');
  chargeCredits(account, costs.search.per_query);
  return json(searchOnWire(query, location));
}
