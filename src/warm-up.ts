import { readFreeText } from './domain/free-text.ts';
import { languages } from './domain/language.ts';
import type { Store } from './store/store.ts';

/** Runs once what is slow the first time, so that the first person to type `/kally` gets an answer within Slack's three seconds. */
export async function warmUp(store: Store, now: number): Promise<void> {
  const nobody = { workspaceId: '', userId: '' };
  await Promise.all([
    store.links.isConnected(nobody),
    store.preferences.find(nobody),
    store.calls.count(nobody),
  ]).catch(() => {});
  for (const language of languages)
    readFreeText('+1 212 555 0142, tomorrow at 20:30', {
      now,
      language,
      timeZone: 'UTC',
      country: undefined,
    });
}
