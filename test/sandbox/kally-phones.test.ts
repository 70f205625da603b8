import { readFile } from 'node:fs/promises';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isSituation, reportOf } from '../../sandbox/kally/conversation.ts';
import { documentedCodes } from '../../sandbox/kally/errors.ts';
import { behaviourOf, magicPhones, phoneTables } from '../../sandbox/kally/phones.ts';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import { situationNames } from '../../sandbox/kally/situations.ts';
import { clientOf, eventually, type SandboxClient } from '../support/sandbox-kally-client.ts';

const introduces = /AI assistant|asistente de inteligencia artificial/;
const isMenu = (phone: string) => phone === '+14155550161';

function report(
  phone: string,
  language: 'en' | 'es',
  category: 'restaurant' | 'clinic' | 'hotel' | 'general',
  id: string,
) {
  const day = category === 'general' ? {} : { appointment_date: '2027-02-13', appointment_time: '20:00' };
  const submission = {
    task_category: category,
    task_description: 'Ask whether they repair bikes',
    respondent_phone: phone,
    language,
    call_language: language,
    ...day,
  };
  return reportOf({ id, submission, account: { name: 'Ana Torres' } }, 'success', behaviourOf(phone));
}

let sandbox: KallySandbox;
let ana: SandboxClient;

beforeAll(async () => {
  sandbox = await startKallySandbox({ speed: 200 });
  ana = clientOf(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.reset();
  sandbox.setSpeed(200);
});

describe('the table', () => {
  it('has numbers that telephone software takes for valid, each once', () => {
    const phones = magicPhones.map(({ phone }) => phone);
    expect(phones.filter((phone) => !parsePhoneNumberFromString(phone)?.isValid())).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('brings about every error code of the API reference', () => {
    const refusals = magicPhones.flatMap(({ behaviour }) => behaviour.refusal?.code ?? []);
    const absent = magicPhones.flatMap(({ behaviour }) => [
      behaviour.forgotten ? 'call_not_found' : '',
      behaviour.transcript === 'never' ? 'transcript_not_found' : '',
      behaviour.recording === 'never' ? 'recording_not_found' : '',
    ]);
    expect(documentedCodes.filter((code) => ![...refusals, ...absent].includes(code))).toEqual([]);
  });

  it('is the one in the documentation', async () => {
    const doc = await readFile(new URL('../../docs/sandbox-kally.md', import.meta.url), 'utf8');
    expect(doc).toContain(phoneTables());
  });
});

describe('outcomes', () => {
  it.each([
    ['+14155550100', 'success', 1],
    ['+12125550199', 'success', 1],
    ['+14155550102', 'busy', 1],
    ['+14155550103', 'no_answer', 1],
    ['+14155550104', 'voicemail', 1],
    ['+14155550105', 'failed', 1],
    ['+14155550106', 'terminated', 1],
    ['+14155550107', 'cancelled', undefined],
    ['+34910000001', 'success', 1],
  ])('%s ends as %s', async (phone, status, rings) => {
    const { status: http, body } = await ana.call(phone);
    expect([http, body.status]).toEqual([201, status]);
    expect(sandbox.rings()[phone]).toBe(rings);
    expect(body.highlights).toBeTypeOf('string');
    expect(body.metadata.ended_at).toBeTypeOf('string');
  });

  it.each(['+14155550101', '+34910000002', '+442079460958'])(
    '%s answers at once and is polled to its end',
    async (phone) => {
      const { body } = await ana.call(phone);
      expect(body).toMatchObject({ status: 'queued', highlights: null });
      await eventually(
        async () => (await ana.get(`/v1/calls/${body.call_id}`)).body.status === 'in_progress',
      );
      expect(await ana.over(phone)).toMatchObject({ call_id: body.call_id, status: 'success' });
    },
  );

  it('a call that never ends rings once and stays in progress until somebody stops it', async () => {
    const { body } = await ana.call('+14155550108');
    await eventually(() => sandbox.rings()['+14155550108'] === 1);
    const { status, body: stopped } = await ana.post(`/v1/calls/${body.call_id}/stop`);
    expect([status, stopped.status]).toEqual([200, 'terminated']);
  });

  it('the long one keeps its create waiting for nine minutes', async () => {
    sandbox.setSpeed(2000);
    const startedAt = performance.now();
    expect((await ana.call('+14155550109')).body.status).toBe('success');
    expect((performance.now() - startedAt) * 2).toBeGreaterThan(530);
  });

  it('goes through unknown words to a known end, and through known words to an unknown end', async () => {
    const { body } = await ana.call('+14155550125');
    const seen = new Set([body.status]);
    await eventually(async () => {
      const { status } = (await ana.get(`/v1/calls/${body.call_id}`)).body;
      seen.add(status);
      return status === 'success';
    });
    expect([...seen]).toEqual(expect.arrayContaining(['dialing', 'success']));
    await ana.call('+14155550128');
    expect(await ana.over('+14155550128')).toMatchObject({ status: 'resolved_elsewhere' });
  });

  it('leaves out all that is optional', async () => {
    const { body } = await ana.call('+14155550126');
    expect(Object.keys(body).sort()).toEqual(['call_id', 'metadata', 'status', 'submission']);
    expect(Object.keys(body.metadata)).toEqual(['created_at']);
  });

  it('forgets a call that it answered', async () => {
    const { status, body } = await ana.call('+14155550152');
    expect(status).toBe(201);
    expect((await ana.get(`/v1/calls/${body.call_id}`)).body.error.code).toBe('call_not_found');
  });
});

describe('numbers that answer at the second or third try', () => {
  it.each([
    ['+14155550167', ['busy', 'success', 'busy']],
    ['+14155550168', ['no_answer', 'no_answer', 'success', 'no_answer']],
  ])('%s ends as %j, in turn', async (phone, turns) => {
    for (const [ended, status] of turns.entries()) {
      await ana.call(phone);
      const latest = await eventually(async () => {
        const { items } = (await ana.get('/v1/calls')).body;
        return items.length === ended + 1 && items[0].metadata.ended_at !== null && items[0];
      });
      expect(latest.status).toBe(status);
    }
    expect(sandbox.rings()[phone]).toBe(turns.length);
  });
});

describe('calls that KallyAI counts as a success and that do not go as asked', () => {
  const odd = magicPhones.filter(({ behaviour }) => isSituation(behaviour.conversation));
  const cases = odd.flatMap(({ phone, title }) =>
    (['en', 'es'] as const).flatMap((language) =>
      (['restaurant', 'clinic', 'hotel', 'general'] as const).map((category) => ({
        phone,
        title,
        language,
        category,
      })),
    ),
  );

  it('are each some number’s', () => {
    expect(new Set(odd.map(({ behaviour }) => behaviour.conversation)).size).toBe(situationNames.length);
  });

  it.each(cases)(
    '$title, $language, $category: told in several wordings',
    ({ phone, language, category }) => {
      const reports = Array.from({ length: 24 }, (_, seed) =>
        report(phone, language, category, String(seed)),
      );
      expect(new Set(reports.map(({ lines }) => lines.at(-1)?.text)).size).toBeGreaterThan(1);
      for (const { lines, highlights, nextSteps, durationSeconds } of reports) {
        const words = [...lines.map(({ text }) => text), highlights, nextSteps].join('\n');
        expect(words).not.toMatch(/undefined|null|\[object| {2}| $/m);
        const introduced = lines.some(({ speaker, text }) => speaker === 'AI' && introduces.test(text));
        expect(introduced).toBe(!isMenu(phone));
        expect(durationSeconds).toBeGreaterThan(lines.at(-1)?.atSeconds ?? 0);
      }
    },
  );

  it.each([
    ['+14155550127', '20:30'],
    ['+14155550157', '20:00'],
    ['+14155550163', '20:00'],
    ['+14155550165', '20:00'],
    ['+14155550154', undefined],
    ['+14155550155', undefined],
    ['+14155550156', undefined],
    ['+14155550162', undefined],
  ])('%s leads to an appointment at %s', (phone, time) => {
    expect(report(phone, 'en', 'restaurant', '1').appointment?.time).toBe(time);
  });
});

describe('the list while a create blocks', () => {
  it.each([
    ['+14155550100', 0],
    ['+14155550110', 1],
  ])('%s shows %i calls', async (phone, count) => {
    const blocked = ana.call(phone);
    await eventually(() => sandbox.rings()[phone] === 1);
    expect((await ana.get('/v1/calls')).body.total).toBe(count);
    await blocked;
    expect((await ana.get('/v1/calls')).body.total).toBe(1);
  });
});

describe('answers that are lost or broken', () => {
  it.each([
    ['+14155550111', 1, 'at once'],
    ['+14155550112', 0, 'when it is over'],
  ])('%s rings and loses the connection, and lists %i calls %s', async (phone, listed) => {
    sandbox.setSpeed(40);
    await expect(ana.call(phone)).rejects.toThrow();
    expect(sandbox.rings()).toEqual({ [phone]: 1 });
    expect((await ana.get('/v1/calls')).body.total).toBe(listed);
    expect(await ana.over(phone)).toMatchObject({ status: 'success' });
  });

  it('loses a request before anything rings', async () => {
    await expect(ana.call('+14155550113')).rejects.toThrow();
    expect(sandbox.rings()).toEqual({});
    expect(sandbox.calls()).toEqual([]);
  });

  it.each([
    ['+14155550114', 502, 'text/html'],
    ['+14155550115', 201, 'text/html'],
    ['+14155550116', 201, 'application/json'],
  ])('%s rings and answers %i with %s, and the call goes on', async (phone, status, contentType) => {
    const answer = await ana.call(phone);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, contentType]);
    expect(answer.body?.call_id).not.toBeTypeOf('string');
    expect(await ana.over(phone)).toMatchObject({ status: 'success' });
    expect(sandbox.rings()).toEqual({ [phone]: 1 });
  });

  it.each([
    ['+14155550117', 503, 'service_unavailable'],
    ['+14155550118', 500, 'internal_error'],
  ])('%s answers %i before anything rings', async (phone, status, code) => {
    const answer = await ana.call(phone);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(sandbox.calls()).toEqual([]);
  });

  it('is too busy once, and then not', async () => {
    const first = await ana.call('+14155550119');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ana.call('+14155550119')).status).toBe(201);
    expect((await ana.call('+14155550119')).status).toBe(429);
    expect(sandbox.rings()).toEqual({ '+14155550119': 1 });
  });
});

describe('refusals', () => {
  const refusals = magicPhones.filter(({ behaviour }) => behaviour.refusal);

  it.each(refusals)('$phone is $does', async ({ phone, behaviour }) => {
    const answer = await ana.call(phone);
    const { code, shape } = behaviour.refusal ?? {};
    expect(answer.status).toBeGreaterThanOrEqual(400);
    if (shape === 'bare')
      expect(answer.body).toMatchObject({ plan_type: 'plus', upgrade_url: expect.any(String) });
    else expect(answer.body.error).toMatchObject({ code, correlation_id: expect.any(String) });
    expect(sandbox.rings()).toEqual({});
  });

  it('has both shapes at hand, whichever version runs', async () => {
    const older = (await ana.call('+14155550150')).body.error;
    expect(older).toMatchObject({ details: { message: expect.any(String), reason: 'safety_violation' } });
    expect(older.message).toBeUndefined();
    const newer = (await ana.call('+14155550151')).body.error;
    expect(newer).toMatchObject({ message: expect.any(String), details: { reason: 'safety_violation' } });
  });

  it('says how long to wait', async () => {
    expect((await ana.call('+14155550148')).headers.get('retry-after')).toBe('2');
  });
});

describe('transcripts and what comes with them', () => {
  const transcriptOf = async (phone: string) => {
    const { body } = await ana.call(phone);
    return ana.get(`/v1/calls/${body.call_id}/transcript`);
  };

  it('comes late, or never', async () => {
    sandbox.setSpeed(100);
    const { body } = await ana.call('+14155550120');
    const path = `/v1/calls/${body.call_id}/transcript`;
    const early = await ana.get(path);
    expect([early.status, early.body.error.code]).toEqual([404, 'transcript_not_found']);
    await eventually(async () => (await ana.get(path)).status === 200);
    expect((await transcriptOf('+14155550121')).body.error.code).toBe('transcript_not_found');
  });

  it('is a bare list, or very long, or full of markup', async () => {
    expect(await transcriptOf('+14155550122')).toMatchObject({
      body: expect.arrayContaining([expect.objectContaining({ speaker: 'AI' })]),
    });
    expect((await transcriptOf('+14155550123')).body.transcript).toHaveLength(400);
    const markup = (await transcriptOf('+14155550124')).text;
    for (const piece of ['<!channel>', '*bold*', ' & ', '🍣', 'أهلا', '```']) expect(markup).toContain(piece);
  });

  it.each(['+14155550102', '+14155550103', '+14155550105', '+14155550107'])(
    '%s has none: nobody spoke',
    async (phone) => {
      expect((await transcriptOf(phone)).status).toBe(404);
    },
  );

  it.each(['+14155550104', '+14155550106'])('%s has a short one', async (phone) => {
    expect((await transcriptOf(phone)).body.transcript.length).toBeLessThan(4);
  });

  it('agrees on another time than asked, in conversation, summary and calendar alike', async () => {
    const { body } = await ana.call('+14155550127');
    expect(body.highlights).toContain('8:30');
    const calendar = await ana.get(`/v1/calls/${body.call_id}/calendar.ics`);
    expect(calendar.text).toContain('DTSTART:20270213T193000Z');
    const transcript = await ana.get(`/v1/calls/${body.call_id}/transcript`);
    expect(transcript.text).toMatch(/half past eight/i);
  });

  it('tells of a reservation that the transcript refuses', async () => {
    const { call_id } = (await ana.call('+14155550163')).body;
    const told = await ana.over('+14155550163');
    expect([told.status, told.highlights]).toEqual(['success', expect.stringContaining('reserved')]);
    expect((await ana.get(`/v1/calls/${call_id}/calendar.ics`)).text).toContain('BEGIN:VEVENT');
    const transcript = await ana.get(`/v1/calls/${call_id}/transcript`);
    expect(transcript.text).toMatch(/full|taken|chock-a-block/);
    expect(transcript.text).not.toMatch(/\b\d{4}\b/);
  });

  it('has no recording of one call', async () => {
    const { body } = await ana.call('+14155550153');
    expect((await ana.get(`/v1/calls/${body.call_id}/recording`)).body.error.code).toBe(
      'recording_not_found',
    );
  });
});
