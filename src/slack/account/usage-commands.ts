import { accessOf } from '../../accounts/access.ts';
import { readUsage } from '../../accounts/usage.ts';
import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { billingMessage, subscriptionMessage, usageOfAccountMessage } from './account-view.ts';

export async function usage({ deps, person, profile }: Interaction): Promise<Message[]> {
  const used = await readUsage(deps, person);
  return [usageOfAccountMessage(await profile(), used)];
}

export async function subscription({ deps, person, profile }: Interaction): Promise<Message[]> {
  const subscribed = await deps.kally.getSubscription(accessOf(deps, person));
  return [subscriptionMessage(await profile(), subscribed)];
}

/** Fetched on request, because the address works only for a short time. */
export async function billing({ deps, person, profile }: Interaction): Promise<Message[]> {
  const { url } = await deps.kally.getBillingPortal(accessOf(deps, person));
  return [billingMessage(await profile(), url)];
}
