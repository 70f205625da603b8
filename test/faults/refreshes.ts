import { setTimeout as pause } from 'node:timers/promises';
import type { Town } from './town.ts';

const uses = 100;
const lookEveryMs = 1_000;
const quietLooks = 10;

/**
 * A person's expired token is used a hundred times at once, through all replicas; answers how often it was refreshed, and how many uses
 * KallyAI answered: on a machine that is very busy, Slack gives up on some before the app has even read them.
 */
export async function playRefreshes({
  slack,
  kallyai,
}: Town): Promise<{ refreshes: number; answers: number }> {
  const ana = slack.as(slack.people.ana.id);
  const before = kallyai.refreshes();
  const seen = countAnswers(kallyai);
  kallyai.expireAccessTokens();
  await Promise.all(
    Array.from({ length: uses }, () => ana.types(slack.channels.anaAndKally, '/kally usage')),
  );
  for (let quiet = 0, last = -1; quiet < quietLooks && seen.answers() < uses; last = seen.requests()) {
    await pause(lookEveryMs);
    quiet = seen.requests() === last ? quiet + 1 : 0;
  }
  seen.stop();
  const { granted, reused } = kallyai.refreshes();
  return { refreshes: granted - before.granted + (reused - before.reused), answers: seen.answers() };
}

function countAnswers(kallyai: Town['kallyai']) {
  let requests = 0;
  let answers = 0;
  const stop = kallyai.onTraffic(({ path, status }) => {
    requests += 1;
    if (path === '/v1/users/me/statistics' && status === 200) answers += 1;
  });
  return { stop, requests: () => requests, answers: () => answers };
}
