import type { Town } from './town.ts';

const uses = 100;
const patienceMs = 60_000;

/** A person's expired token is used a hundred times at once, through all replicas; answers how often it was refreshed. */
export async function playRefreshes({ slack, kallyai }: Town): Promise<number> {
  const ana = slack.as(slack.people.ana.id);
  const before = kallyai.refreshes();
  const answered = countAnswers(kallyai);
  kallyai.expireAccessTokens();
  const typed = await Promise.all(
    Array.from({ length: uses }, () => ana.types(slack.channels.anaAndKally, '/kally usage')),
  );
  // On a machine that is very busy, Slack may give up on one before the app has even read it.
  const heard = typed.filter(({ ok }) => ok).length;
  await slack.until(() => answered.count() >= heard, { timeoutMs: patienceMs }).finally(answered.stop);
  const { granted, reused } = kallyai.refreshes();
  return granted - before.granted + (reused - before.reused);
}

function countAnswers(kallyai: Town['kallyai']) {
  let answers = 0;
  const stop = kallyai.onTraffic(({ path, status }) => {
    if (path === '/v1/users/me/statistics' && status === 200) answers += 1;
  });
  return { stop, count: () => answers };
}
