import { expect } from 'vitest';
import { type Rules, rulePages } from '../../src/domain/rules.ts';
import { linesOf, pagesOfRules } from '../../src/slack/admin/rule-lines.ts';
import type { Town } from './app.ts';
import { ask, withPlainSpaces } from './ask.ts';

/**
 * Changes rules as Ana does in their form, without the clicks that lead there. It resolves when the app goes by them: to the app, another
 * process wrote them, of which it hears a moment later.
 */
export async function decide(town: Town, wanted: Partial<Rules>): Promise<void> {
  const { store, slack, clock } = town;
  const { id: userId } = slack.people.ana;
  const { version, rules: before } = await store.rules.findNow(slack.teamId);
  const rules = { ...before, ...wanted };
  await store.rules.change(slack.teamId, version, rules, { kind: 'callers', userId, changedAt: clock.now() });
  const isChanged = (key: keyof Rules) => JSON.stringify(rules[key]) !== JSON.stringify(before[key]);
  const lines = pagesOfRules
    .filter((page) => rulePages[page].some(isChanged))
    .flatMap((page) => linesOf({ language: 'en', timeZone: 'America/New_York' }, page, rules))
    .map(withPlainSpaces);
  await expect
    .poll(async () => {
      const { text } = await ask(town, userId, 'rules');
      return lines.filter((line) => !text.includes(line));
    })
    .toEqual([]);
}
