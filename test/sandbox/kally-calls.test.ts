import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type KallySandbox, startKallySandbox } from '../../sandbox/kally/server.ts';
import {
  type Answer,
  ask,
  clientOf,
  eventually,
  requestTo,
  type SandboxClient,
} from '../support/sandbox-kally-client.ts';

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

const phone = '+14155550101';

describe('an idempotency key', () => {
  it('answers the same call again and does not dial again', async () => {
    const first = await ana.call('+14155550100', {}, 'key-1');
    const again = await ana.call('+14155550100', {}, 'key-1');
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(sandbox.rings()).toEqual({ '+14155550100': 1 });
  });

  it('holds while the first create is still waiting for the phone call', async () => {
    const [first, second] = await Promise.all([
      ana.call('+14155550100', {}, 'key-2'),
      ana.call('+14155550100', {}, 'key-2'),
    ]);
    expect(second.body.call_id).toBe(first.body.call_id);
    expect(sandbox.rings()).toEqual({ '+14155550100': 1 });
  });

  it('finds a call whose answer was lost', async () => {
    await expect(ana.call('+14155550112', {}, 'key-3')).rejects.toThrow();
    expect((await ana.call('+14155550112', {}, 'key-3')).body.status).toBe('success');
    expect(sandbox.rings()).toEqual({ '+14155550112': 1 });
  });

  it('is worth nothing once it is forgotten, and to another account', async () => {
    await ana.call('+14155550100', {}, 'key-4');
    await clientOf(sandbox, 'luis').call('+14155550100', {}, 'key-4');
    sandbox.forgetKeys();
    await ana.call('+14155550100', {}, 'key-4');
    expect(sandbox.rings()).toEqual({ '+14155550100': 3 });
  });

  it('is told with the call it made', async () => {
    await ana.call(phone, {}, 'key-5');
    expect(sandbox.calls().map(({ idempotencyKey }) => idempotencyKey)).toContain('key-5');
  });

  it('keeps nobody from calling twice where keys are not honoured', async () => {
    const heedless = await startKallySandbox({ speed: 1000, honoursKeys: false });
    try {
      for (let times = 0; times < 2; times++) await clientOf(heedless).call('+14155550100', {}, 'key-6');
      expect(heedless.rings()).toEqual({ '+14155550100': 2 });
    } finally {
      await heedless.stop();
    }
  });

  it('may be any text, as long as it is not endless', async () => {
    expect((await ana.call(phone, {}, 'cli-0123456789abcdef')).status).toBe(201);
    expect((await ana.call(phone, {}, 'k'.repeat(256))).status).toBe(422);
  });
});

describe('what may be asked for', () => {
  it.each([
    ['a phone number that is none', { respondent_phone: 'Casa Lucía' }, 422, 'missing_phone_number'],
    ['no phone number', { respondent_phone: undefined }, 422, 'missing_phone_number'],
    ['an emergency number', { respondent_phone: '911' }, 422, 'emergency_number'],
    ['a premium number', { respondent_phone: '+19005550100' }, 422, 'toll_number'],
    ['a country that is not served', { respondent_phone: '+81312345678' }, 403, 'unsupported_country'],
    ['another language', { call_language: 'fr' }, 422, 'unsupported_language'],
    ['a category that is unknown', { task_category: 'bakery' }, 422, 'validation_error'],
    ['a task of nine characters', { task_description: '123456789' }, 422, 'validation_error'],
    ['a party of 51', { party_size: 51 }, 422, 'validation_error'],
    ['a day that does not exist', { appointment_date: '2027-02-30' }, 422, 'validation_error'],
    ['a time that does not exist', { appointment_time: '24:00' }, 422, 'validation_error'],
  ])('not %s', async (_, more, status, code) => {
    const answer = await ana.post('/v1/calls', requestTo(phone, more));
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(sandbox.calls()).toEqual([]);
  });

  it.each(['+02:00', 'Mars/Olympus', 7])('not the time zone %s', async (timezone) => {
    const { submission } = requestTo(phone) as { submission: unknown };
    expect((await ana.post('/v1/calls', { submission, timezone })).status).toBe(422);
  });
});

describe('the list', () => {
  it('is paged, newest first, and each account sees its own', async () => {
    for (const party_size of [1, 2, 3]) await ana.call(phone, { party_size });
    await clientOf(sandbox, 'luis').call(phone);
    const { body } = await ana.get('/v1/calls?limit=2&offset=1');
    expect(body.total).toBe(3);
    expect(body.items.map((call: Answer['body']) => call.submission.party_size)).toEqual([2, 1]);
  });

  it('does not show other accounts a call by its id', async () => {
    const { body } = await ana.call(phone);
    const luis = clientOf(sandbox, 'luis');
    expect((await luis.get(`/v1/calls/${body.call_id}`)).body.error.code).toBe('call_not_found');
    expect((await luis.post(`/v1/calls/${body.call_id}/cancel`)).status).toBe(404);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'offset=-1'])('refuses %s', async (query) => {
    expect((await ana.get(`/v1/calls?${query}`)).status).toBe(422);
  });
});

describe('changing a call', () => {
  const waiting = '+14155550129';

  it('cancels before the phone rings, and not later', async () => {
    const { body } = await ana.call(waiting);
    expect((await ana.post(`/v1/calls/${body.call_id}/stop`)).status).toBe(409);
    expect((await ana.post(`/v1/calls/${body.call_id}/cancel`)).body.status).toBe('cancelled');
    const late = await ana.post(`/v1/calls/${body.call_id}/cancel`);
    expect([late.status, late.body.error.details.reason]).toEqual([409, 'already_ended']);
    expect(sandbox.rings()).toEqual({});
  });

  it('hangs up a live call; a create that waits for it is answered', async () => {
    sandbox.setSpeed(20);
    const blocked = ana.call('+14155550110');
    await eventually(() => sandbox.rings()['+14155550110'] === 1);
    const [call] = (await ana.get('/v1/calls')).body.items;
    expect((await ana.post(`/v1/calls/${call.call_id}/cancel`)).status).toBe(409);
    await ana.post(`/v1/calls/${call.call_id}/stop`);
    expect((await blocked).body.status).toBe('terminated');
  });

  it('reschedules to a time to come, and dials then', async () => {
    const { body } = await ana.call(waiting);
    const past = await ana.post(`/v1/calls/${body.call_id}/reschedule`, {
      date: '2020-01-01',
      time: '10:00',
    });
    expect([past.status, past.body.error.code]).toEqual([422, 'scheduling_violation']);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const moved = await ana.post(`/v1/calls/${body.call_id}/reschedule`, { date: tomorrow, time: '10:00' });
    expect(moved.body.status).toBe('scheduled');
    expect(sandbox.rings()).toEqual({});
    sandbox.setSpeed(10_000_000);
    expect(await ana.over(waiting)).toMatchObject({ status: 'success' });
  });
});

describe('a conversation', () => {
  const told = async (more: Record<string, unknown>) => {
    const { body } = await ana.call('+14155550100', more);
    const { body: transcript } = await ana.get(`/v1/calls/${body.call_id}/transcript`);
    return {
      call: body,
      lines: transcript.transcript as { role: string; text: string; timestamp: string }[],
    };
  };

  it.each(['restaurant', 'clinic', 'hotel', 'general'])(
    'of a %s uses what was asked, in both languages',
    async (task_category) => {
      for (const call_language of ['en', 'es']) {
        const { call, lines } = await told({ task_category, call_language });
        const text = lines.map((line) => line.text).join('\n');
        expect(text).toContain('Casa Lucía');
        expect(text).toContain('Ana Torres');
        if (task_category !== 'general')
          expect(text).toMatch(
            call_language === 'en' ? /eight o'clock in the evening/ : /las ocho de la tarde/,
          );
        expect(lines.length).toBeGreaterThanOrEqual(10);
        expect(lines.length).toBeLessThanOrEqual(24);
        expect(new Set(lines.map((line) => line.role))).toEqual(new Set(['assistant', 'human']));
        expect(call.highlights).toContain('Casa Lucía');
      }
    },
  );

  it('takes as long as its last line, and time goes forward', async () => {
    const { call, lines } = await told({});
    const seconds = lines.map(({ timestamp }) =>
      timestamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    );
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect(call.duration_seconds).toBeGreaterThan(seconds.at(-1) ?? 0);
  });

  it('says a call-back number, a preference and instructions, and sums up in the language of the app', async () => {
    const { call, lines } = await told({
      call_language: 'es',
      user_phone: '+34612345678',
      time_preference_text: 'mejor tarde',
      additional_instructions: ['Una mesa junto a la ventana'],
    });
    const text = lines.map((line) => line.text).join('\n');
    for (const piece of ['+34 612 34 56 78', 'mejor tarde', 'Una mesa junto a la ventana'])
      expect(text).toContain(piece);
    expect(call.highlights).toContain('Table for four people reserved');
  });

  it('does not always read the same', async () => {
    const tales = new Set<string>();
    for (let count = 0; count < 12; count += 1)
      tales.add((await told({})).lines.map((line) => line.text).join('\n'));
    expect(tales.size).toBeGreaterThan(4);
  });

  it('answers what an errand asks', async () => {
    const { call, lines } = await told({
      task_category: 'general',
      task_description: 'Ask if they repair bikes',
    });
    expect(lines.some((line) => line.text.includes('Ask if they repair bikes'))).toBe(true);
    expect(call.highlights).toContain('Yes, we do repairs');
  });
});

describe('the calendar file', () => {
  const fileOf = async (more: Record<string, unknown>) => {
    const { body } = await ana.call('+14155550100', more);
    return ana.get(`/v1/calls/${body.call_id}/calendar.ics`);
  };

  it('is RFC 5545: CRLF, short lines, escaped text, UTC', async () => {
    const { headers, text } = await fileOf({
      business_name: 'Bar; "Uno, dos" \\ Señor Ñandú y los amigos de la calle más larga de Cádiz',
    });
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('LOCATION:Bar\\; "Uno\\, dos" \\\\ Señor Ñandú');
    expect(unfolded).toContain('DTSTART:20270213T190000Z');
    expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+[\s\S]+END:VCALENDAR\r\n$/);
  });

  it('is not there for an errand or for a call that agreed on nothing', async () => {
    expect((await fileOf({ task_category: 'general' })).body.error.code).toBe('calendar_not_found');
    const { body } = await ana.call('+14155550102');
    expect((await ana.get(`/v1/calls/${body.call_id}/calendar.ics`)).status).toBe(404);
  });
});

describe('the recording', () => {
  it('is a WAV as long as the call', async () => {
    const { body } = await ana.call('+14155550100');
    const recording = (await ana.get(`/v1/calls/${body.call_id}/recording`)).body;
    expect(recording).toMatchObject({ duration_seconds: body.duration_seconds, format: 'wav' });
    const wav = Buffer.from(await (await fetch(recording.url)).arrayBuffer());
    expect(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 12)).toBe('RIFFWAVE');
    expect(wav.readUInt32LE(40) / wav.readUInt32LE(28)).toBeCloseTo(body.duration_seconds, 1);
  });
});

describe('what calls cost', () => {
  it('is taken off minutes and credits', async () => {
    const before = (await ana.get('/v1/users/me/statistics')).body;
    const { body: call } = await ana.call('+14155550100');
    const after = (await ana.get('/v1/users/me/statistics')).body;
    expect(after.minutes_remaining).toBeCloseTo(before.minutes_remaining - call.duration_seconds / 60, 0);
    expect(after.calls_remaining).toBe(before.calls_remaining - 1);
    expect((await ana.get('/v1/credits/balance')).body.credits_used).toBeCloseTo(64 + call.credits_used, 5);
  });

  it('is nothing when nobody answered', async () => {
    expect((await ana.call('+14155550103')).body.credits_used).toBe(0);
    expect((await ana.get('/v1/users/me/statistics')).body.minutes_used).toBe(45);
  });

  it('cannot be paid by an account that has nothing left', async () => {
    const refusal = await clientOf(sandbox, 'noor').call(phone);
    expect([refusal.status, refusal.body.error.code]).toEqual([402, 'quota_exceeded']);
    sandbox.setMinutesLeft('ana', 0);
    expect((await ana.call(phone)).status).toBe(402);
    sandbox.setCreditsLeft('luis', 0);
    expect((await clientOf(sandbox, 'luis').call(phone)).status).toBe(402);
  });

  it('is listed for everybody, and search costs credits', async () => {
    expect((await ask(`${sandbox.url}/v1/credits/costs`)).body.costs.call.per_minute).toBeTypeOf('number');
    const { body } = await ana.post('/v1/search', { query: 'tapas', location: 'Madrid' });
    expect(body.results[0]).toMatchObject({
      title: expect.stringContaining('tapas'),
      address: expect.stringContaining('Madrid'),
    });
    expect((await ana.get('/v1/credits/balance')).body.credits_used).toBe(65);
  });
});

describe('the account', () => {
  it('shows its subscription and the way to the billing portal', async () => {
    expect((await ana.get('/v1/users/me/subscription')).body).toMatchObject({
      has_active_subscription: true,
      plan: { type: 'plus' },
    });
    expect(
      (await clientOf(sandbox, 'noor').get('/v1/users/me/subscription')).body.has_active_subscription,
    ).toBe(false);
    expect((await ana.get('/v1/stripe/billing-portal')).body.url).toMatch(/^https:/);
  });

  it('may have statistics of four fields only', async () => {
    const { body } = await clientOf(sandbox, 'mia').get('/v1/users/me/statistics');
    expect(Object.keys(body)).toEqual([
      'minutes_allocated',
      'minutes_used',
      'minutes_remaining',
      'calls_remaining',
    ]);
  });
});

describe('version 1', () => {
  it('has its own names, shapes and fewer endpoints', async () => {
    const older = await startKallySandbox({ api: 'v1', speed: 200 });
    const client = clientOf(older);
    const { body: call } = await client.call('+14155550100');
    expect(call.credits_used).toBeUndefined();
    const list = (await client.get('/v1/calls')).body;
    expect([list.total, list.calls[0].call_id]).toEqual([1, call.call_id]);
    const { body: transcript } = await client.get(`/v1/calls/${call.call_id}/transcript`);
    expect(transcript.entries[0]).toEqual({
      speaker: 'HUMAN',
      content: expect.any(String),
      timestamp: '00:00:01',
    });
    expect((await client.call(phone)).body).not.toHaveProperty('highlights');
    for (const path of ['/v1/credits/balance', '/v1/credits/costs', `/v1/calls/${call.call_id}/recording`]) {
      const { status, body } = await client.get(path);
      expect([status, body.error.details.message]).toEqual([404, expect.any(String)]);
    }
    expect((await client.post(`/v1/calls/${call.call_id}/stop`)).status).toBe(404);
    await older.stop();
  });
});
