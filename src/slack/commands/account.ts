import { readUsage } from '../account-usage.ts';
import { accessOf } from '../ask-kally.ts';
import { billingMessage, subscriptionMessage, usageOfAccountMessage } from '../views/account.ts';
import type { Command } from './command.ts';

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
