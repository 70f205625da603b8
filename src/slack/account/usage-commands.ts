import { readUsage } from '../../accounts/usage.ts';
import type { Command } from '../command.ts';
import { accessOf } from '../errors/explain.ts';
import { billingMessage, subscriptionMessage, usageOfAccountMessage } from './account-view.ts';

export const usage: Command = async ({ kit, person, profile }) => [
  usageOfAccountMessage(profile, await readUsage(kit, person)),
];

export const subscription: Command = async ({ kit, person, profile }) => [
  subscriptionMessage(profile, await kit.kally.getSubscription(accessOf(kit, person))),
];

/** Fetched when it is asked for: the address works for a short time. */
export const billing: Command = async ({ kit, person, profile }) => {
  const { url } = await kit.kally.getBillingPortal(accessOf(kit, person));
  return [billingMessage(profile, url)];
};
