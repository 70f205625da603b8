import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { HTTPModuleFunctions } from '@slack/bolt';
import type { Logger } from 'pino';
import type { TellUnheard } from './reject-malformed.ts';
import { isAhead, isSignedBySlack } from './signed.ts';

const eventsPath = '/slack/events';
const formType = 'application/x-www-form-urlencoded';

type Options = {
  listen: RequestListener;
  signingSecret: string;
  bodyLimit: number;
  log: Logger;
  tell: TellUnheard;
};

/**
 * Gives Bolt only what Slack signed, lately, and what Bolt can read: a signed body that is not an object would end the process there, and a
 * request with a future time could be replayed until that time has passed.
 */
export function guardRequests({ listen, signingSecret, bodyLimit, log, tell }: Options): RequestListener {
  const answer = (response: ServerResponse, status: number) => {
    if (!response.headersSent) response.writeHead(status).end();
  };

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    if (isAhead(headers, Date.now())) {
      log.warn('a request from Slack is refused: its time lies ahead; compare the clock of this machine');
      return answer(response, 401);
    }
    const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, bodyLimit);
    const body = rawBody.toString();
    const isForm = headers['content-type'] === formType;
    if (!isSignedBySlack(signingSecret, headers, rawBody, Date.now())) {
      // Slack looks whether the certificate is in order, and signs nothing.
      if (isForm && parse(body).ssl_check === '1') return answer(response, 200);
      log.warn('a request is refused: Slack did not sign it within the last minutes');
      return answer(response, 401);
    }
    if (isObject(body, isForm)) return listen(request, response);
    tell('unreadable', { kind: 'not an object' });
    answer(response, 400);
  }

  return (request, response) => {
    const isEvent =
      request.method === 'POST' && URL.parse(request.url ?? '', 'http://any')?.pathname === eventsPath;
    if (!isEvent) return listen(request, response);
    hear(request, response).catch((error: unknown) => {
      const isTooLarge = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
      log.warn({ err: error }, 'a request from Slack could not be read');
      answer(response, isTooLarge ? 413 : 400);
    });
  };
}

/** By its first character; Bolt parses the rest, and refuses invalid JSON. */
function isObject(body: string, isForm: boolean): boolean {
  if (!isForm) return /^\s*\{/.test(body);
  // A command has none, not even with letters in percent signs, and need not be parsed twice.
  if (!/payload|%[67]/i.test(body)) return true;
  const { payload } = parse(body);
  return typeof payload !== 'string' || /^\s*\{/.test(payload);
}
