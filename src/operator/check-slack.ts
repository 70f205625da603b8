import { webApi } from '@slack/bolt';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { type Setup, setupOf } from '../slack/install/manifest.ts';
import { createBoltLogger } from '../slack/transport/bolt-logger.ts';
import { webClientOptions } from '../slack/transport/web-clients.ts';
import type { Dates } from './check-clock.ts';
import { compareScopes } from './check-installations.ts';
import { type Finding, findingsAbout } from './findings.ts';
import { manifestCommand } from './manifest.ts';
import { whyNotReached } from './unreached.ts';

const bot = findingsAbout('Slack bot token');
const socket = findingsAbout('Socket Mode');
const many = findingsAbout('Slack client id');
const scopes = findingsAbout('Slack scopes');

/** Tries each configured credential at Slack. */
export async function checkSlack({ slack, publicUrl }: Config, dates: Dates): Promise<Finding[]> {
  const setup = setupOf(slack, publicUrl);
  const options = optionsFor(slack.apiUrl, dates);
  const found: Finding[] = [];
  if (slack.botToken) found.push(...(await checkBot(new webApi.WebClient(slack.botToken, options), setup)));
  if (slack.appToken) found.push(await checkSocket(new webApi.WebClient(slack.appToken, options)));
  if (slack.oauth && !slack.botToken)
    found.push(await checkClient(new webApi.WebClient(undefined, options), slack.oauth));
  return found;
}

function optionsFor(apiUrl: string, dates: Dates): webApi.WebClientOptions {
  const options = webClientOptions(apiUrl, createBoltLogger(createLog({ level: 'silent' })));
  return {
    ...options,
    async fetch(url, init) {
      const response = await (options.fetch ?? fetch)(url, init);
      dates.note('Slack', response);
      return response;
    },
  };
}

async function checkBot(client: webApi.WebClient, setup: Setup): Promise<Finding[]> {
  const asked = await ask(client.auth.test());
  if ('error' in asked) return [refused(bot, asked.error)];
  const { team, url, response_metadata } = asked.answer;
  const who = bot.ok(`speaks for the workspace ${team ?? url ?? 'without a name'}`);
  return [who, checkScopes(response_metadata?.scopes, setup)];
}

function checkScopes(granted: string[] | undefined, setup: Setup): Finding {
  if (!granted) return scopes.warning('Slack did not say which are granted', 'Try again later.');
  const { missing, more } = compareScopes(granted, setup);
  const fix = `Bring the app’s manifest up to what "${manifestCommand(setup)}" prints, then install the app to the workspace again.`;
  if (missing.length > 0) return scopes.fault(`missing: ${missing.join(', ')}`, fix);
  if (more.length > 0) return scopes.warning(`more are granted than Kally uses: ${more.join(', ')}`, fix);
  return scopes.ok('those that this installation asks for');
}

/** Slack answers with the address of a connection, which we do not open. */
async function checkSocket(client: webApi.WebClient): Promise<Finding> {
  const asked = await ask(client.apps.connections.open({}));
  return 'error' in asked ? refused(socket, asked.error) : socket.ok('Slack gives this app a connection');
}

/** Sends an invalid code: Slack checks the client id and the secret first. */
async function checkClient(
  client: webApi.WebClient,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<Finding> {
  const code = 'none';
  const asked = await ask(client.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code }));
  const error = 'error' in asked ? asked.error : 'invalid_code';
  if (error === 'invalid_code') return many.ok('known to Slack, with this secret');
  return refused(many, error);
}

type Refusal = string | { unreached: string };

async function ask<T>(answer: Promise<T>): Promise<{ answer: T } | { error: Refusal }> {
  try {
    return { answer: await answer };
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return { error: error.data.error };
    return { error: { unreached: whyNotReached(error) } };
  }
}

const installAgain = 'Install the app to the workspace again, and copy the token from "OAuth & Permissions".';
const makeAppToken =
  'Make one under "Basic Information", "App-Level Tokens", with the scope connections:write. It starts with xapp-.';
const copyClient = 'Copy both from "Basic Information", "App Credentials".';

/** By Slack's codes; others are printed as they are. */
const explanations: Record<string, [says: string, fix: string]> = {
  invalid_auth: [
    'Slack does not know it',
    'Copy the token anew from the app’s settings at api.slack.com/apps.',
  ],
  not_authed: [
    'Slack does not know it',
    'Copy the token anew from the app’s settings at api.slack.com/apps.',
  ],
  account_inactive: ['the app is not installed any more, or the workspace is gone', installAgain],
  token_revoked: ['it was revoked', installAgain],
  token_expired: [
    'it has expired',
    'Switch token rotation off in the app’s settings, then install it again.',
  ],
  not_allowed_token_type: ['it is a token of another kind', makeAppToken],
  missing_scope: ['it lacks a scope', makeAppToken],
  invalid_client_id: ['Slack does not know the client id', copyClient],
  bad_client_secret: ['the client secret belongs to another client id', copyClient],
};

function refused(about: ReturnType<typeof findingsAbout>, error: Refusal): Finding {
  if (typeof error !== 'string')
    return about.fault(
      `Slack cannot be reached: ${error.unreached}`,
      'Check that this machine may reach slack.com over https (firewall, proxy, DNS), and SLACK_API_URL if it is set.',
    );
  return about.fault(
    ...(explanations[error] ?? [`Slack answers "${error}"`, 'Look that code up at docs.slack.dev.']),
  );
}
