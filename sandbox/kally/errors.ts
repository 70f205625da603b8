/** `mixed` is what KallyAI's own two clients imply: lists as in v2, transcripts and errors as in v1, and all that v2 added. */
export const apiVersions = ['v1', 'v2', 'mixed'] as const;
export type ApiVersion = (typeof apiVersions)[number];

interface ErrorEntry {
  status: number;
  message: string;
}

/** Every code of KallyAI's API reference: each has a magic number. */
const documented = {
  quota_exceeded: { status: 402, message: 'You have used all the calling time of your plan.' },
  budget_exceeded: { status: 402, message: 'This call would exceed the budget of its goal.' },
  budget_approval_required: { status: 402, message: 'The budget for this call must be approved first.' },
  soft_cap_reached: { status: 402, message: 'The spending cap of this account was reached.' },
  missing_phone_number: { status: 422, message: 'A phone number in E.164 format is required.' },
  emergency_number: { status: 422, message: 'Emergency services cannot be called.' },
  toll_number: { status: 422, message: 'Premium-rate numbers cannot be called.' },
  safety_violation: { status: 422, message: 'The task violates the safety policy.' },
  consent_denied: { status: 422, message: 'Consent for this kind of call was denied.' },
  scheduling_violation: { status: 422, message: 'The date and time requested are not possible.' },
  unsupported_language: { status: 422, message: 'Calls are made in English or Spanish.' },
  country_restriction: { status: 403, message: 'Your plan does not include calls to this country.' },
  unsupported_country: { status: 403, message: 'Calls to this country are not supported.' },
  blocked_number: { status: 403, message: 'This number is flagged and cannot be called.' },
  suppression_violation: { status: 403, message: 'This business asked not to be called.' },
  missing_token: { status: 401, message: 'An access token is required.' },
  token_expired: { status: 401, message: 'The access token has expired.' },
  forbidden: { status: 403, message: 'The access token lacks a scope this needs.' },
  call_not_found: { status: 404, message: 'There is no such call.' },
  transcript_not_found: { status: 404, message: 'There is no transcript of this call yet.' },
  recording_not_found: { status: 404, message: 'There is no recording of this call.' },
  rate_limited: { status: 429, message: 'Too many requests.' },
} as const satisfies Record<string, ErrorEntry>;

/** For what the reference is silent about. */
const invented = {
  calendar_not_found: { status: 404, message: 'This call agreed on no appointment.' },
  call_not_stoppable: { status: 409, message: 'The call cannot be changed any more.' },
  validation_error: { status: 422, message: 'The request is not valid.' },
  invalid_json: { status: 400, message: 'The body is not valid JSON.' },
  payload_too_large: { status: 413, message: 'The body is larger than 1 MB.' },
  not_found: { status: 404, message: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, message: 'This address does not know that method.' },
  internal_error: { status: 500, message: 'Something went wrong.' },
  service_unavailable: { status: 503, message: 'The service is not available at the moment.' },
} as const satisfies Record<string, ErrorEntry>;

const catalogue = { ...documented, ...invented };

export type ErrorCode = keyof typeof catalogue;

export const documentedCodes: readonly string[] = Object.keys(documented);

interface ApiErrorOptions {
  reason?: string;
  headers?: Record<string, string>;
  details?: Record<string, unknown>;
  shape?: ErrorShape;
}

export type ErrorShape = ApiVersion | 'bare';

export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly options: ApiErrorOptions;

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    super(catalogue[code].message);
    this.name = 'ApiError';
    this.code = code;
    this.status = catalogue[code].status;
    this.options = options;
  }

  body(api: ApiVersion, correlationId: string): unknown {
    const { reason = this.code, details = {}, shape = api } = this.options;
    if (shape === 'bare') return details;
    if (shape !== 'v2') {
      return {
        error: {
          code: this.code,
          details: { message: this.message, reason, ...details },
          correlation_id: correlationId,
        },
      };
    }
    return {
      error: {
        code: this.code,
        message: this.message,
        details: { reason, ...details },
        correlation_id: correlationId,
      },
    };
  }
}
