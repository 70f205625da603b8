import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { type Kit, personIn } from '../kit.ts';
import { helloMessage } from '../views/answers.ts';

export function homeOpened(kit: Kit): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, context, client }) => {
    if (event.tab !== 'messages') return;
    const person = personIn(context, event.user);
    const { preferences } = kit.store;
    if ((await preferences.find(person)).greeted) return;
    const before = await preferences.change(person, (known) => ({ ...known, greeted: true }));
    if (before.greeted) return;
    const { language } = await kit.profiles.of(person, client);
    await client.chat.postMessage({ channel: event.channel, ...helloMessage(language, person.userId) });
  };
}
