import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { isFinal } from '../../src/domain/call.ts';
import { type CallRequest, categories } from '../../src/domain/call-request.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { callLanguages } from '../../src/domain/language.ts';
import { isAsAsked, readCalendarEvent, startIn } from '../../src/kally/calendar.ts';
import type { KallyCall } from '../../src/kally/client.ts';
import {
  isNotOffered,
  KallyAnswerUnreadable,
  KallyRefusal,
  KallyUnreachable,
  surelyNotDialled,
} from '../../src/kally/errors.ts';
import type { TokenSource } from '../../src/kally/http.ts';
import type { Tokens } from '../../src/kally/oauth.ts';
import { clientOf, failureOf, someRequest } from '../support/kally-server.ts';

const redirectUri = 'http://localhost:4321/back';

describe.each(['v1', 'v2'] as const)('with a KallyAI of %s', (api) => {
  let kally: KallySandbox;
  beforeAll(async () => {
    kally = await startKallySandbox({ api, speed: 200 });
    return () => kally.stop();
  });

  const tokenOf = (account: Parameters<KallySandbox['signIn']>[0]): TokenSource => {
    const { accessToken } = kally.signIn(account);
    return { current: async () => accessToken, renew: async () => accessToken };
  };
  const clientOfSandbox = () => {
    const { id: clientId, secret: clientSecret } = kally.client;
    return clientOf(kally.url, { clock: systemClock, oauth: { clientId, clientSecret } });
  };
  const ring = (phone: string, more: Partial<CallRequest> = {}, account: TokenSource = tokenOf('ana')) =>
    clientOfSandbox().createCall({
      account,
      idempotencyKey: crypto.randomUUID(),
      request: { ...someRequest, phone, ...more },
    });
  const ringsOf = (phone: string) => kally.rings()[phone] ?? 0;

  async function follow(call: KallyCall, account: TokenSource): Promise<KallyCall> {
    const client = clientOfSandbox();
    const statuses = [call.status];
    for (let latest = call; ; latest = await client.getCall({ account, id: call.id })) {
      statuses.push(latest.status);
      if (isFinal(latest.status)) return latest;
      if (statuses.length > 400) throw new Error(`Never over: ${[...new Set(statuses)].join()}`);
      await systemClock.sleep(10);
    }
  }

  test('a call is placed, answered when it is over, listed and read', async () => {
    const client = clientOfSandbox();
    const account = tokenOf('ana');
    const request = {
      category: 'restaurant',
      businessName: 'Casa Pepe',
      name: 'Luis',
      partySize: 4,
      date: '2027-05-04',
      time: '20:30',
    } as const;
    const call = await ring('+14155550100', request, account);
    expect(call).toMatchObject({
      status: 'success',
      submission: { phone: '+14155550100', task: someRequest.task, ...request },
    });
    expect(call.highlights.length).toBeGreaterThan(0);
    expect(call.durationSeconds).toBeGreaterThan(0);
    expect(call.endedAt).toBeGreaterThan(call.createdAt ?? Number.POSITIVE_INFINITY);
    expect(await client.getCall({ account, id: call.id })).toEqual(call);
    const list = await client.listCalls({ account, limit: 10 });
    expect(list.total).toBeGreaterThan(0);
    expect(list.calls).toContainEqual(expect.objectContaining({ id: call.id, createdAt: call.createdAt }));
    const lines = await client.getTranscript({ account, id: call.id });
    expect(new Set(lines.map(({ speaker }) => speaker))).toEqual(new Set(['kally', 'business']));
    expect(lines.map(({ atSeconds }) => atSeconds)).toEqual(
      lines.map(({ atSeconds }) => atSeconds).toSorted((a = 0, b = 0) => a - b),
    );
    expect(await client.getCalendar({ account, id: call.id })).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(ringsOf('+14155550100')).toBe(1);
  });

  test('every category and language is understood', async () => {
    const asked = categories.flatMap((category) =>
      callLanguages.map((callLanguage) => ({ category, callLanguage })),
    );
    const calls = await Promise.all(asked.map(async (request) => ring('+14155550177', request)));
    for (const [at, call] of calls.entries()) expect(call.submission).toMatchObject(asked[at] ?? {});
  });

  test.each([
    ['+14155550101', 'success'],
    ['+14155550125', 'success'],
  ])('%s is answered at once and polled until its end', async (phone, end) => {
    const account = tokenOf('ana');
    const call = await ring(phone, {}, account);
    expect(isFinal(call.status)).toBe(false);
    expect((await follow(call, account)).status).toBe(end);
  });

  test.each([
    ['+14155550102', 'busy'],
    ['+14155550103', 'no_answer'],
    ['+14155550104', 'voicemail'],
    ['+14155550105', 'failed'],
    ['+14155550106', 'terminated'],
    ['+14155550107', 'cancelled'],
    ['+14155550126', 'success'],
  ])('%s ends %s', async (phone, status) => {
    expect(await ring(phone)).toMatchObject({ status });
  });

  test.each<[string, new (...fields: never[]) => Error, boolean, number]>([
    ['+14155550111', KallyUnreachable, false, 1],
    ['+14155550112', KallyUnreachable, false, 1],
    ['+14155550113', KallyUnreachable, false, 0],
    ['+14155550114', KallyAnswerUnreadable, false, 1],
    ['+14155550115', KallyAnswerUnreadable, false, 1],
    ['+14155550116', KallyAnswerUnreadable, false, 1],
    ['+14155550117', KallyRefusal, false, 0],
    ['+14155550118', KallyRefusal, false, 0],
    ['+14155550148', KallyRefusal, true, 0],
    ['+14155550145', KallyRefusal, true, 0],
  ])('%s fails with %o; surely not dialled: %j; rings %i', async (phone, kind, sure, rings) => {
    const error = await failureOf(ring(phone));
    expect(error).toBeInstanceOf(kind);
    expect(surelyNotDialled(error)).toBe(sure);
    expect(ringsOf(phone)).toBe(rings);
  });

  test.each([
    ['+14155550130', 'quota_exceeded'],
    ['+14155550135', 'emergency_number'],
    ['+14155550144', 'suppression_violation'],
    ['+14155550150', 'safety_violation'],
    ['+14155550151', 'safety_violation'],
  ])('%s is refused with %s', async (phone, code) => {
    const error = await failureOf(ring(phone));
    expect(error).toMatchObject({ code });
    expect((error as KallyRefusal).correlationId).toBeTruthy();
    expect((error as KallyRefusal).reason).toBeTruthy();
    expect(ringsOf(phone)).toBe(0);
  });

  test('a bare 402 is a used-up quota with a way to upgrade', async () => {
    const error = await failureOf(ring('+14155550149'));
    expect(error).toMatchObject({ code: 'quota_exceeded', upgradeUrl: expect.stringMatching(/^http/) });
  });

  test('a limit says how long to wait', async () => {
    expect(await failureOf(ring('+14155550119'))).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 1,
    });
    expect(await ring('+14155550119')).toMatchObject({ status: 'success' });
  });

  test.each(['+14155550122', '+14155550123', '+14155550124'])(
    'the transcript of %s is read',
    async (phone) => {
      const account = tokenOf('ana');
      const { id } = await ring(phone, {}, account);
      expect((await clientOfSandbox().getTranscript({ account, id })).length).toBeGreaterThan(5);
    },
  );

  test('what is missing is refused by name', async () => {
    const account = tokenOf('ana');
    const client = clientOfSandbox();
    const { id } = await ring('+14155550121', {}, account);
    const codeOf = async (asking: Promise<unknown>) => ((await failureOf(asking)) as KallyRefusal).code;
    expect(await codeOf(client.getTranscript({ account, id }))).toBe('transcript_not_found');
    expect(await codeOf(client.getCall({ account, id: 'nobody' }))).toBe('call_not_found');
    const sam = tokenOf('sam');
    const ofSam = await ring('+14155550100', {}, sam);
    expect(await codeOf(client.getTranscript({ account: sam, id: ofSam.id }))).toBe('forbidden');
  });

  test('the account shows what is used, its plan and where to pay', async () => {
    const client = clientOfSandbox();
    for (const who of ['ana', 'luis', 'noor', 'sam', 'mia'] as const) {
      const account = tokenOf(who);
      const { minutesRemaining = -1, callsRemaining = -1 } = await client.getStatistics({ account });
      expect(minutesRemaining).toBeGreaterThanOrEqual(0);
      expect(callsRemaining).toBeGreaterThanOrEqual(0);
      expect(await client.getSubscription({ account })).toMatchObject({ active: expect.any(Boolean) });
      expect((await client.getBillingPortal({ account })).url).toMatch(/^http/);
    }
  });

  test.each([
    ['+14155550100', true],
    ['+14155550127', false],
  ])('the calendar of %s begins as asked: %j', async (phone, asAsked) => {
    const account = tokenOf('ana');
    const asked = { date: '2027-05-04', time: '20:30', timeZone: 'Europe/Madrid' };
    const request = {
      ...asked,
      category: 'restaurant',
      businessName: 'Casa Pepe; a, b',
      partySize: 4,
    } as const;
    const { id } = await ring(phone, request, account);
    const event = readCalendarEvent(await clientOfSandbox().getCalendar({ account, id }));
    if (!event) throw new Error('Expected an event');
    expect(event).toMatchObject({ location: 'Casa Pepe; a, b', summary: expect.stringContaining('for 4') });
    expect(isAsAsked(event.startsAt, asked)).toBe(asAsked);
    if (asAsked) expect(startIn(event.startsAt, asked.timeZone)).toEqual(asked);
  });

  test('a call without an appointment has no calendar', async () => {
    const account = tokenOf('ana');
    const { id } = await ring('+14155550103', {}, account);
    expect(isNotOffered(await failureOf(clientOfSandbox().getCalendar({ account, id })))).toBe(true);
    const nobody = await failureOf(clientOfSandbox().getCalendar({ account, id: 'nobody' }));
    expect(isNotOffered(nobody)).toBe(false);
  });

  if (api === 'v1')
    test('what the newer version added is not offered', async () => {
      const client = clientOfSandbox();
      const account = tokenOf('luis');
      const { id } = await ring('+14155550129', {}, account);
      const asks = [
        client.cancelCall({ account, id }),
        client.stopCall({ account, id }),
        client.rescheduleCall({ account, id, date: '2099-05-04', time: '10:00' }),
        client.getRecording({ account, id }),
        client.getCreditsBalance({ account }),
      ];
      for (const ask of asks) expect(isNotOffered(await failureOf(ask))).toBe(true);
      expect(isNotOffered(await failureOf(client.getCall({ account, id: 'nobody' })))).toBe(false);
    });
  else
    describe('what the newer version added', () => {
      const tooLate = { status: 409 };
      /** So that a call which waits still does on a machine that is busy. */
      function takeTime() {
        onTestFinished(() => kally.setSpeed(200));
        kally.setSpeed(1);
      }

      test('cancels a call that waits, once, and no phone rings', async () => {
        takeTime();
        const client = clientOfSandbox();
        const account = tokenOf('ana');
        const { id } = await ring('+14155550129', {}, account);
        expect(await failureOf(client.stopCall({ account, id }))).toMatchObject(tooLate);
        expect(await client.cancelCall({ account, id })).toMatchObject({ id, status: 'cancelled' });
        expect(await failureOf(client.cancelCall({ account, id }))).toMatchObject(tooLate);
        expect(await client.getCall({ account, id })).toMatchObject({ status: 'cancelled' });
        expect(ringsOf('+14155550129')).toBe(0);
      });

      test('stops a live call', async () => {
        const client = clientOfSandbox();
        const account = tokenOf('ana');
        const { id } = await ring('+14155550108', {}, account);
        while ((await client.getCall({ account, id })).status !== 'in_progress') await systemClock.sleep(10);
        expect(await failureOf(client.cancelCall({ account, id }))).toMatchObject(tooLate);
        expect(await client.stopCall({ account, id })).toMatchObject({ id, status: 'terminated' });
        expect(await failureOf(client.stopCall({ account, id }))).toMatchObject(tooLate);
        expect(ringsOf('+14155550108')).toBe(1);
      });

      test('moves a call that waits to another time, not to one that is past', async () => {
        takeTime();
        const client = clientOfSandbox();
        const account = tokenOf('ana');
        const { id } = await ring('+14155550129', {}, account);
        const moved = client.rescheduleCall({ account, id, date: '2020-05-04', time: '10:00' });
        expect(await failureOf(moved)).toMatchObject({ code: 'scheduling_violation' });
        expect(await client.rescheduleCall({ account, id, date: '2099-05-04', time: '10:00' })).toMatchObject(
          {
            id,
            status: 'scheduled',
          },
        );
        expect(await client.cancelCall({ account, id })).toMatchObject({ status: 'cancelled' });
      });

      test('gives the recording, where there is one', async () => {
        const client = clientOfSandbox();
        const account = tokenOf('ana');
        const { id } = await ring('+14155550100', {}, account);
        const { url, durationSeconds, format } = await client.getRecording({ account, id });
        expect(format).toBe('wav');
        expect(durationSeconds).toBeGreaterThan(0);
        expect((await fetch(url)).headers.get('content-type')).toBe('audio/wav');
        const silent = await ring('+14155550153', {}, account);
        const error = await failureOf(client.getRecording({ account, id: silent.id }));
        expect(error).toMatchObject({ code: 'recording_not_found' });
        expect(isNotOffered(error)).toBe(false);
      });

      test('counts credits', async () => {
        const account = tokenOf('luis');
        const { creditsRemaining, creditsUsed, creditsAllocated, planType, periodStart, periodEnd } =
          await clientOfSandbox().getCreditsBalance({ account });
        expect(creditsAllocated).toBe(500);
        expect((creditsUsed ?? 0) + (creditsRemaining ?? 0)).toBeCloseTo(500);
        expect(planType).toBe('pro');
        expect(periodEnd).toBeGreaterThan(periodStart ?? Number.POSITIVE_INFINITY);
      });

      test('works for an account that signed in by the authorization-code flow', async () => {
        const client = clientOfSandbox();
        const back = new URL(await chooseAna(client.oauth.authorizationUrl({ redirectUri, state: 'state' })));
        const code = back.searchParams.get('code') ?? '';
        const { accessToken } = await client.oauth.exchangeCode({ code, redirectUri });
        const account = { current: async () => accessToken, renew: async () => accessToken };
        const { id } = await ring('+14155550100', {}, account);
        expect(await client.getRecording({ account, id })).toMatchObject({ url: expect.any(String) });
        expect(await client.getCreditsBalance({ account })).toMatchObject({ creditsAllocated: 300 });
      });
    });

  test('an expired token is renewed in the middle of a create, and the phone rings once', async () => {
    const client = clientOfSandbox();
    const { accessToken, refreshToken } = kally.signIn('ana', { flow: 'terminal' });
    kally.expireAccessTokens();
    const account: TokenSource = {
      current: async () => accessToken,
      renew: async () => (await client.oauth.refresh({ refreshToken, grant: 'terminal' })).accessToken,
    };
    expect(await ring('+14155550188', {}, account)).toMatchObject({ status: 'success' });
    expect(ringsOf('+14155550188')).toBe(1);
  });

  /** What a person does in the browser: chooses an account on the sign-in page. */
  async function chooseAna(address: string): Promise<string> {
    const shown = await fetch(address);
    expect(shown.status).toBe(200);
    const chosen = await fetch(`${address}&account=ana`, { method: 'POST', redirect: 'manual' });
    return chosen.headers.get('location') ?? '';
  }

  async function tryAndRefresh(tokens: Tokens): Promise<void> {
    const { oauth, getStatistics } = clientOfSandbox();
    const refreshed = await oauth.refresh({ refreshToken: tokens.refreshToken ?? '', grant: tokens.grant });
    expect(refreshed.accessToken).not.toBe(tokens.accessToken);
    expect(refreshed.refreshToken).toBeTruthy();
    const account = { current: async () => refreshed.accessToken, renew: async () => '' };
    expect((await getStatistics({ account })).minutesRemaining).toBeGreaterThan(0);
    const again = oauth.refresh({ refreshToken: tokens.refreshToken ?? '', grant: tokens.grant });
    expect(await failureOf(again)).toBeInstanceOf(KallyRefusal);
  }

  test('the authorization-code flow ends with tokens that work and rotate', async () => {
    const { oauth } = clientOfSandbox();
    const back = new URL(await chooseAna(oauth.authorizationUrl({ redirectUri, state: 's t&1' })));
    expect(back.searchParams.get('state')).toBe('s t&1');
    const code = back.searchParams.get('code') ?? '';
    const tokens = await oauth.exchangeCode({ code, redirectUri });
    expect(tokens).toMatchObject({ grant: 'code', scope: expect.stringContaining('calls:write') });
    expect(Math.abs(tokens.expiresAt - Date.now() - 3_600_000)).toBeLessThan(5000);
    expect(await failureOf(oauth.exchangeCode({ code, redirectUri }))).toMatchObject({
      code: 'invalid_grant',
    });
    await tryAndRefresh(tokens);
  });

  test('the terminal flow ends with tokens that work and rotate', async () => {
    const { oauth } = clientOfSandbox();
    const back = await chooseAna(oauth.terminalSignInUrl({ redirectUri, state: 's t&1' }));
    const read = oauth.readTerminalRedirect(back);
    expect(read).toMatchObject({ state: 's t&1', tokens: { grant: 'terminal' } });
    if ('tokens' in read) await tryAndRefresh(read.tokens);
  });

  test('a KallyAI that went away is not reached, and is again when it is back', async () => {
    onTestFinished(() => kally.setFault(null));
    await kally.setFault({ kind: 'down' });
    const error = await failureOf(ring('+14155550199'));
    expect(error).toMatchObject({ mayHaveArrived: false });
    expect(surelyNotDialled(error)).toBe(true);
    await kally.setFault(null);
    expect(await ring('+14155550199')).toMatchObject({ status: 'success' });
  });
});
