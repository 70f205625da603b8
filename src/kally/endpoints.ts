/**
 * What may be sent again by itself:
 * - freely: reads, and ending a call, which twice is no more than once.
 * - unspent: sign-in, for a refresh token may have been used up by a request whose answer was lost; and moving a call,
 *   for a repeat that comes late would undo what was chosen since.
 * - never: what makes a phone ring.
 */
export type Repeat = 'freely' | 'unspent' | 'never';

export type Endpoint = {
  method: 'GET' | 'POST';
  path: `/v1/${string}`;
  repeat: Repeat;
  /** For one whole try, from connecting to the last byte of the answer. */
  timeoutMs: number;
  answer: 'json' | 'text';
};

const read = { method: 'GET', repeat: 'freely', timeoutMs: 15_000, answer: 'json' } as const;
const change = { method: 'POST', repeat: 'freely', timeoutMs: 15_000, answer: 'json' } as const;
const signIn = { method: 'POST', repeat: 'unspent', timeoutMs: 15_000, answer: 'json' } as const;

export const endpoints = {
  // Creating can take as long as the phone call that it makes.
  createCall: { method: 'POST', path: '/v1/calls', repeat: 'never', timeoutMs: 600_000, answer: 'json' },
  listCalls: { ...read, path: '/v1/calls' },
  getCall: { ...read, path: '/v1/calls/{id}' },
  getTranscript: { ...read, path: '/v1/calls/{id}/transcript' },
  getCalendar: { ...read, path: '/v1/calls/{id}/calendar.ics', answer: 'text' },
  getRecording: { ...read, path: '/v1/calls/{id}/recording' },
  cancelCall: { ...change, path: '/v1/calls/{id}/cancel' },
  stopCall: { ...change, path: '/v1/calls/{id}/stop' },
  rescheduleCall: { ...change, path: '/v1/calls/{id}/reschedule', repeat: 'unspent' },
  getStatistics: { ...read, path: '/v1/users/me/statistics' },
  getSubscription: { ...read, path: '/v1/users/me/subscription' },
  getCreditsBalance: { ...read, path: '/v1/credits/balance' },
  getCreditsCosts: { ...read, path: '/v1/credits/costs' },
  getBillingPortal: { ...read, path: '/v1/stripe/billing-portal' },
  codeToken: { ...signIn, path: '/v1/auth/gpt/token' },
  terminalRefresh: { ...signIn, path: '/v1/auth/refresh' },
} as const satisfies Record<string, Endpoint>;

/** For errors and logs: the path as a pattern, without an id. */
export function nameOf(endpoint: Endpoint): string {
  return `${endpoint.method} ${endpoint.path}`;
}
