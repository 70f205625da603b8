import type { Interaction } from '../context.ts';
import type { Message } from '../ui/blocks.ts';
import { forgetMessage, forgottenMessage } from './forget-view.ts';

/** Says what would be deleted; only the click on the button forgets. */
export async function forget({ deps: { store }, person, profile }: Interaction): Promise<Message[]> {
  const [isConnected, calls, underWay] = await Promise.all([
    store.links.isConnected(person),
    store.calls.count(person),
    store.calls.idsUnderWay(person),
  ]);
  return [forgetMessage(await profile(), { isConnected, calls, underWay: underWay.length })];
}

/** Read the language first: the person's preferences are forgotten too. */
export async function forgetPerson({ deps, actor, person, profile }: Interaction): Promise<Message> {
  const { language } = await profile();
  await deps.calls.forget(actor);
  deps.home.changed(person);
  return forgottenMessage(language);
}
