import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Kit, personIn } from './context.ts';
import type { AskerInPlace } from './errors/explain.ts';

type Click = Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'respond'> &
  Pick<AllMiddlewareArgs, 'context' | 'client'>;

/** Whoever pressed something, with what is needed to answer them. */
export async function askerIn(kit: Kit, { body, context, client, respond }: Click): Promise<AskerInPlace> {
  const person = personIn(context, body.user.id);
  const profile = await kit.profiles.of(person, client);
  return { kit, person, client, respond, profile, channelId: body.channel?.id ?? person.userId };
}
