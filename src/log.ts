import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that must never be printed, anywhere in a logged object. */
const secrets = [
  'token',
  'accessToken',
  'refreshToken',
  'botToken',
  'authorization',
  'phone',
  'name',
  'task',
  'text',
];
const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines. Errors have their name, message, code and stack, and those of their causes, but never a request or an answer. */
export function createLog({
  level,
  destination,
}: {
  level: string;
  destination?: DestinationStream;
}): Logger {
  const options = {
    level,
    base: null,
    redact: { paths, censor: '[hidden]' },
    serializers: { err: describe },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}

type Described = { type: string; message: string; code?: unknown; stack?: string; cause?: Described };

function describe(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(depth === 0 && error.stack && { stack: error.stack }),
    ...(error.cause !== undefined && depth < 3 && { cause: describe(error.cause, depth + 1) }),
  };
}
