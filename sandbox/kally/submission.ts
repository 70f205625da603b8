import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { ApiError, type ErrorCode } from './errors.ts';

const submissionSchema = z.looseObject({
  task_category: z.enum(['restaurant', 'clinic', 'hotel', 'general']),
  task_description: z.string().trim().min(10).max(1000),
  respondent_phone: z.string(),
  business_name: z.string().max(200).optional(),
  user_name: z.string().max(100).optional(),
  user_phone: z.string().optional(),
  appointment_date: z.iso.date().optional(),
  appointment_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
    .optional(),
  time_preference_text: z.string().max(200).optional(),
  party_size: z.int().min(1).max(50).optional(),
  language: z.enum(['en', 'es']).optional(),
  call_language: z.enum(['en', 'es']).optional(),
  is_urgent: z.boolean().optional(),
  additional_instructions: z.array(z.string().max(500)).max(20).optional(),
});

const createSchema = z.looseObject({
  submission: submissionSchema,
  timezone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
  session_id: z.string().optional(),
});

export type Submission = z.infer<typeof submissionSchema>;
export type CreateRequest = z.infer<typeof createSchema>;

const emergencyNumbers = new Set([
  '112',
  '911',
  '999',
  '000',
  '061',
  '062',
  '080',
  '091',
  '092',
  '085',
  '016',
  '988',
]);

/** Where KallyAI calls: US, Canada, UK, Spain, most of Europe. */
const countries = new Set(
  'US CA GB ES AD AT BE BG CH CY CZ DE DK EE FI FR GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA'.split(
    ' ',
  ),
);

/** Throws the structured error KallyAI would answer with. */
export function parseCreate(body: unknown): CreateRequest {
  const parsed = createSchema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  checkPhone(parsed.data.submission.respondent_phone);
  return parsed.data;
}

function refusalOf(error: z.ZodError): ApiError {
  const paths = error.issues.map((issue) => issue.path.join('.'));
  const faults = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  return new ApiError(codeFor(paths), { reason: 'invalid_fields', details: { errors: faults } });
}

function codeFor(paths: string[]): ErrorCode {
  if (paths.includes('submission.respondent_phone')) return 'missing_phone_number';
  if (paths.some((path) => path.endsWith('language'))) return 'unsupported_language';
  return 'validation_error';
}

function checkPhone(phone: string): void {
  if (emergencyNumbers.has(phone.replace(/\D/g, ''))) throw new ApiError('emergency_number');
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) throw new ApiError('missing_phone_number', { reason: 'not_e164' });
  const parsed = parsePhoneNumberFromString(phone);
  if (parsed?.getType() === 'PREMIUM_RATE') throw new ApiError('toll_number');
  if (parsed?.country && !countries.has(parsed.country)) {
    throw new ApiError('unsupported_country', { details: { country: parsed.country } });
  }
}

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are accepted by Intl and are not IANA names.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
