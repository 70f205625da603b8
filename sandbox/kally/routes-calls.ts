import { z } from 'zod';
import { type Account, isExhausted } from './accounts.ts';
import type { PhoneBehaviour } from './behaviour.ts';
import { calendarFile } from './calendar.ts';
import type { SandboxCall } from './calls.ts';
import { ApiError } from './errors.ts';
import {
  type Ask,
  connectionLost,
  json,
  jsonAs,
  jsonOf,
  type Outcome,
  type Reply,
  type Route,
} from './http.ts';
import { behaviourOf } from './phones.ts';
import { recordingOf } from './recording.ts';
import { parseCreate } from './submission.ts';
import { bareQuotaOnWire, callOnWire, listOnWire, transcriptOnWire } from './wire.ts';
import type { World } from './world.ts';

const afterRingSeconds = 2;
const rescheduleSchema = z.object({
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

export function callRoutes(world: World): Route[] {
  return [
    { method: 'POST', path: '/v1/calls', handle: (ask) => createCall(world, ask) },
    { method: 'GET', path: '/v1/calls', handle: (ask) => listCalls(world, ask) },
    { method: 'GET', path: '/v1/calls/:id', handle: (ask) => showCall(world, ask) },
    { method: 'GET', path: '/v1/calls/:id/transcript', handle: (ask) => showTranscript(world, ask) },
    { method: 'GET', path: '/v1/calls/:id/calendar.ics', handle: (ask) => showCalendar(world, ask) },
    ...(world.api !== 'v1' ? laterRoutes(world) : []),
  ];
}

function laterRoutes(world: World): Route[] {
  return [
    { method: 'GET', path: '/v1/calls/:id/recording', handle: (ask) => showRecording(world, ask) },
    { method: 'GET', path: '/recordings/:file', handle: (ask) => playRecording(world, ask) },
    {
      method: 'POST',
      path: '/v1/calls/:id/cancel',
      handle: (ask) => change(world, ask, (call) => world.calls.cancel(call)),
    },
    {
      method: 'POST',
      path: '/v1/calls/:id/stop',
      handle: (ask) => change(world, ask, (call) => world.calls.stop(call)),
    },
    { method: 'POST', path: '/v1/calls/:id/reschedule', handle: (ask) => reschedule(world, ask) },
  ];
}

async function createCall(world: World, ask: Ask): Promise<Outcome> {
  const account = world.tokens.authenticate(ask.headers.authorization, 'calls:write');
  const request = parseCreate(jsonOf(ask));
  const key = keyOf(ask);
  const entry = key && `${account.id} ${key}`;
  const known = entry && world.keys.get(entry);
  if (known) return replay(world, known);
  const phone = request.submission.respondent_phone;
  refuse(account, behaviourOf(phone));
  if (isExhausted(account, world.api)) throw quotaExceeded();
  if (suffersBeforeDialling(world, account, phone)) return connectionLost;
  const call = world.calls.place(account, request, key);
  if (entry && world.honoursKeys) world.keys.set(entry, call);
  return answerCreate(world, call);
}

function keyOf(ask: Ask): string | undefined {
  const key = ask.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.length > 255) throw new ApiError('validation_error', { reason: 'idempotency_key_too_long' });
  return key;
}

function replay(world: World, call: SandboxCall): Outcome | Promise<Outcome> {
  const headers = { 'idempotency-replayed': 'true' };
  if (call.behaviour.listed === 'when over') return answerWhenOver(world, call, headers);
  return json(callOnWire(call, world.api), 201, headers);
}

async function answerWhenOver(world: World, call: SandboxCall, headers = {}): Promise<Outcome> {
  await call.over.promise;
  // A reset ends the wait of a call that never ended.
  return call.stage === 'over' ? json(callOnWire(call, world.api), 201, headers) : connectionLost;
}

function refuse(account: Account, { refusal }: PhoneBehaviour): void {
  if (!refusal) return;
  const { code, shape, retryAfterSeconds } = refusal;
  if (code === 'quota_exceeded' && !shape) throw quotaExceeded();
  throw new ApiError(code, {
    ...(shape ? { shape } : {}),
    ...(shape === 'bare' ? { details: bareQuotaOnWire(account) } : {}),
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  });
}

function quotaExceeded(): ApiError {
  return new ApiError('quota_exceeded', { details: { upgrade_url: 'https://kallyai.com/pricing' } });
}

/** True: the connection is to be cut. */
function suffersBeforeDialling(world: World, account: Account, phone: string): boolean {
  const { beforeDialling } = behaviourOf(phone);
  if (beforeDialling === 'unavailable') throw new ApiError('service_unavailable');
  if (beforeDialling === 'internal error') throw new ApiError('internal_error');
  if (beforeDialling === 'rate limited once') turnAwayOnce(world, `${account.id} ${phone}`);
  return beforeDialling === 'connection lost';
}

function turnAwayOnce(world: World, visitor: string): void {
  if (world.turnedAway.delete(visitor)) return;
  world.turnedAway.add(visitor);
  throw new ApiError('rate_limited', { headers: { 'retry-after': '1' } });
}

async function answerCreate(world: World, call: SandboxCall): Promise<Outcome> {
  const { answer } = call.behaviour;
  if (answer === 'at once') return json(callOnWire(call, world.api), 201);
  if (answer === 'when over') return answerWhenOver(world, call);
  await call.rang.promise;
  await world.clock.sleep(afterRingSeconds);
  return brokenAnswer(answer);
}

function brokenAnswer(answer: Exclude<PhoneBehaviour['answer'], 'when over' | 'at once'>): Outcome {
  const page = { 'content-type': 'text/html' };
  if (answer === 'bad gateway') return { status: 502, headers: page, raw: '<h1>502 Bad Gateway</h1>' };
  if (answer === 'html') return { status: 201, headers: page, raw: '<!doctype html><title>Welcome</title>' };
  if (answer === 'wrong types')
    return json({ call_id: 42, status: ['ok'], submission: 'yes', metadata: null }, 201);
  return connectionLost;
}

function listCalls(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'calls:read');
  const page = pageSchema.safeParse(Object.fromEntries(ask.url.searchParams));
  if (!page.success) throw new ApiError('validation_error', { reason: 'invalid_page' });
  const calls = world.calls.list(account);
  const { limit, offset } = page.data;
  return json(listOnWire(calls.slice(offset, offset + limit), calls.length, world.api, world.listShape));
}

function showCall(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'calls:read');
  return json(callOnWire(world.calls.find(account, idOf(ask)), world.api));
}

function showTranscript(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'transcripts:read');
  const call = world.calls.find(account, idOf(ask));
  if (!call.transcriptReady || !call.report?.lines.length) throw new ApiError('transcript_not_found');
  return json(transcriptOnWire(call, world.api));
}

function showCalendar(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'calls:read');
  const call = world.calls.find(account, idOf(ask));
  const { report, submission, timezone } = call;
  if (!report?.appointment || !call.endedAt) throw new ApiError('calendar_not_found');
  const file = calendarFile({
    callId: call.id,
    appointment: report.appointment,
    timezone,
    submission,
    highlights: report.highlights,
    stampedAt: call.endedAt,
  });
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="appointment.ics"',
  };
  return { status: 200, headers, raw: file };
}

function showRecording(world: World, ask: Ask): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'recordings:read');
  const call = world.calls.find(account, idOf(ask));
  if (!isRecorded(call)) throw new ApiError('recording_not_found');
  const url = `${world.url}/recordings/${call.id}.wav`;
  return json({ url, duration_seconds: call.report?.durationSeconds, format: 'wav' });
}

function playRecording(world: World, ask: Ask): Reply {
  const call = world.calls.findRecorded((ask.params.file ?? '').replace(/\.wav$/, ''));
  if (!call?.report || !isRecorded(call)) throw new ApiError('recording_not_found');
  return { status: 200, headers: { 'content-type': 'audio/wav' }, raw: recordingOf(call.report) };
}

function isRecorded(call: SandboxCall): boolean {
  return call.behaviour.recording === 'ready' && (call.report?.lines.length ?? 0) > 0;
}

function change(world: World, ask: Ask, act: (call: SandboxCall) => void): Reply {
  const account = world.tokens.authenticate(ask.headers.authorization, 'calls:write');
  const call = world.calls.find(account, idOf(ask));
  act(call);
  return json(callOnWire(call, world.api));
}

function reschedule(world: World, ask: Ask): Reply {
  return change(world, ask, (call) => {
    const { date, time } = jsonAs(ask, rescheduleSchema);
    world.calls.reschedule(call, date, time);
  });
}

function idOf(ask: Ask): string {
  return ask.params.id ?? '';
}
