import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId, KallySandbox } from '../../sandbox/kally/server.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // The tests look into many shapes, wrong ones included.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
}

export interface SandboxClient {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Places a call. */
  call(phone: string, more?: Record<string, unknown>, key?: string): Promise<Answer>;
  /** The call to that number as soon as it is in the list and over. */
  over(phone: string): Promise<Answer['body']>;
}

export function clientOf(sandbox: KallySandbox, account: AccountId = 'ana'): SandboxClient {
  const { accessToken } = sandbox.signIn(account);
  const authorization = `Bearer ${accessToken}`;
  const get = (path: string) => ask(`${sandbox.url}${path}`, { headers: { authorization } });
  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    ask(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    get,
    post,
    call: (phone, more = {}, key) =>
      post('/v1/calls', requestTo(phone, more), key === undefined ? {} : { 'idempotency-key': key }),
    over: (phone) =>
      eventually(async () => {
        const { body } = await get('/v1/calls?limit=200');
        const calls = body.calls ?? body.items;
        return calls.find(
          (call: Answer['body']) => call.submission.respondent_phone === phone && call.metadata.ended_at,
        );
      }),
  };
}

export function requestTo(phone: string, more: Record<string, unknown> = {}): unknown {
  return { submission: { ...dinner, respondent_phone: phone, ...more }, timezone: 'Europe/Madrid' };
}

const dinner = {
  task_category: 'restaurant',
  task_description: 'Reserve a table for dinner on Saturday',
  business_name: 'Casa Lucía',
  user_name: 'Ana Torres',
  party_size: 4,
  appointment_date: '2027-02-13',
  appointment_time: '20:00',
  language: 'en',
  call_language: 'en',
};

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

/** The first answer that is not undefined or false, looked for during some seconds. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(20);
  }
  throw new Error('it did not happen in time');
}
