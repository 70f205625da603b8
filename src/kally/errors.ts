/** KallyAI refused. Views make the sentence for people from `code`. */
export class KallyRefusal extends Error {
  override readonly name = 'KallyRefusal';
  readonly endpoint: string;
  readonly status: number;
  /** KallyAI's code as it came; the set is open. */
  readonly code: string;
  readonly correlationId?: string;
  /** Safe as a button's address: https, or http on loopback. */
  readonly upgradeUrl?: string;
  readonly retryAfterSeconds?: number;
  // Private with a getter: loggers print an error's own properties, and KallyAI's words may name a phone number.
  readonly #reason: string | undefined;

  constructor(fields: {
    endpoint: string;
    status: number;
    code: string;
    reason?: string | undefined;
    correlationId?: string | undefined;
    upgradeUrl?: string | undefined;
    retryAfterSeconds?: number | undefined;
  }) {
    super(`${fields.endpoint} answered ${fields.status} ${fields.code}`);
    this.endpoint = fields.endpoint;
    this.status = fields.status;
    this.code = fields.code;
    this.#reason = fields.reason;
    if (fields.correlationId !== undefined) this.correlationId = fields.correlationId;
    if (fields.upgradeUrl !== undefined) this.upgradeUrl = fields.upgradeUrl;
    if (fields.retryAfterSeconds !== undefined) this.retryAfterSeconds = fields.retryAfterSeconds;
  }

  /** KallyAI's own words about it, in its own language, if any. */
  get reason(): string | undefined {
    return this.#reason;
  }
}

/** No answer came, or it broke off. */
export class KallyUnreachable extends Error {
  override readonly name = 'KallyUnreachable';
  readonly endpoint: string;
  /** False only when no connection ever stood, so that not one byte of the request can have left. */
  readonly mayHaveArrived: boolean;

  constructor(fields: { endpoint: string; mayHaveArrived: boolean; cause?: unknown }) {
    super(`${fields.endpoint} ${fields.mayHaveArrived ? 'got no answer' : 'could not be reached'}`, {
      cause: fields.cause,
    });
    this.endpoint = fields.endpoint;
    this.mayHaveArrived = fields.mayHaveArrived;
  }
}

/** The answer has an unknown shape. The error says where, and quotes nothing of the answer. */
export class KallyAnswerUnreadable extends Error {
  override readonly name = 'KallyAnswerUnreadable';
  readonly endpoint: string;
  /** Missing when not even the status could be read. */
  readonly status?: number;
  /** Path of the field in KallyAI's own names, as `metadata.created_at`. */
  readonly field?: string;

  constructor(fields: {
    endpoint: string;
    fault: string;
    status?: number | undefined;
    field?: string | undefined;
  }) {
    const answered = fields.status === undefined ? 'answered' : `answered ${fields.status}`;
    const where = fields.field ? ` at ${fields.field}` : '';
    super(`${fields.endpoint} ${answered}, unreadable${where}: ${fields.fault}`);
    this.endpoint = fields.endpoint;
    if (fields.status !== undefined) this.status = fields.status;
    if (fields.field) this.field = fields.field;
  }
}

/**
 * Refused before any phone can have rung. 408, 409 and 425 are missing on purpose: they may speak of an earlier request
 * that is still at work. 5xx prove nothing, structured or not.
 */
const refusedBeforeDialling = new Set([400, 401, 402, 403, 404, 405, 413, 415, 422, 429]);

/** Asks for the same request elsewhere, which is not followed. After 301, 302 and 303 servers have often done what they were asked. */
const sentElsewhere = new Set([307, 308]);

/** Errors of the token source: they rise as they are, and no request had left when they were thrown. */
const thrownBeforeSending = new WeakSet<object>();

export function markAsBeforeSending<T>(error: T): T {
  if (typeof error === 'object' && error !== null) thrownBeforeSending.add(error);
  return error;
}

/** For errors of `createCall`: true only when it is certain that no phone rang because of it. */
export function surelyNotDialled(error: unknown): boolean {
  if (typeof error === 'object' && error !== null && thrownBeforeSending.has(error)) return true;
  if (error instanceof KallyUnreachable) return !error.mayHaveArrived;
  if (error instanceof KallyAnswerUnreadable) return sentElsewhere.has(error.status ?? 0);
  return (
    error instanceof KallyRefusal &&
    [refusedBeforeDialling, sentElsewhere].some((sure) => sure.has(error.status))
  );
}

/** What 404 can say of one call. Any other 404 is about the address. */
const missingOfCall = new Set(['call_not_found', 'transcript_not_found', 'recording_not_found']);

/**
 * True when KallyAI does not have what was asked for at all, as accounts on the older version of its API do not have
 * what the newer one added. The feature then hides itself.
 */
export function isNotOffered(error: unknown): boolean {
  if (error instanceof KallyRefusal) return isOfAddress(error) && !missingOfCall.has(error.code);
  return error instanceof KallyAnswerUnreadable && isOfAddress(error);
}

/** Some servers answer 404 to unknown addresses for GET only, and 405 otherwise. */
function isOfAddress({ status }: KallyRefusal | KallyAnswerUnreadable): boolean {
  return status === 404 || status === 405;
}

/** Answers about a call that is in the wrong state for the request. */
export function isRefusedByState(error: unknown): boolean {
  return error instanceof KallyRefusal && [400, 409, 410, 412, 422, 423].includes(error.status);
}
