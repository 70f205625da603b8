import type { Config } from '../config.ts';
import { systemClock } from '../domain/clock.ts';
import { createKallyClient } from '../kally/client.ts';
import { chooseSignInFlow } from '../link/sign-in-flow.ts';
import type { Dates } from './check-clock.ts';
import { type Finding, findingsAbout } from './findings.ts';
import { whyNotReached } from './unreached.ts';

const timeoutMs = 10_000;
const { ok, warning, fault } = findingsAbout('KallyAI');

/** Opens the sign-in page as a browser would. If it is there, KallyAI also knows the client id. */
export async function checkKally({ kally, publicUrl }: Config, dates: Dates): Promise<Finding[]> {
  const { baseUrl, oauth } = kally;
  const client = createKallyClient({ baseUrl, clock: systemClock, ...(oauth && { oauth }) });
  const flow = chooseSignInFlow({ oauth: client.oauth, hasClientId: oauth !== undefined, publicUrl });
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const page = await fetch(flow.signInUrl('doctor'), { redirect: 'manual', signal });
    await page.body?.cancel();
    dates.note('KallyAI', page);
    return [judge(page.status, baseUrl)];
  } catch (error) {
    const fix = 'Check KALLYAI_BASE_URL, and that this machine may reach it (firewall, proxy, DNS).';
    return [fault(`${baseUrl} cannot be reached: ${whyNotReached(error)}`, fix)];
  } finally {
    await client.close();
  }
}

function judge(status: number, baseUrl: string): Finding {
  if (status < 400) return ok(`${baseUrl} answers, and offers people to sign in`);
  const says = `${baseUrl} answers the start of a sign-in with ${status}`;
  if (status >= 500) return warning(says, 'KallyAI has trouble of its own; try again later.');
  return fault(
    says,
    'Check KALLYAI_BASE_URL; and if KALLYAI_CLIENT_ID is set, that KallyAI knows it with PUBLIC_URL/link/callback.',
  );
}
