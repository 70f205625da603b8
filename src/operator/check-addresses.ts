import type { Config } from '../config.ts';
import { isLoopback } from '../domain/loopback.ts';
import { type Finding, findingsAbout } from './findings.ts';

const { ok, warning, fault } = findingsAbout('Address (PUBLIC_URL)');

/** Checks the addresses at which people's browsers, and over HTTP also Slack, reach Kally. */
export function checkAddresses(config: Config): Finding[] {
  const here = isLoopback(new URL(config.publicUrl));
  const found = [...checkSlackSide(config, here), ...checkLinking(config, here)];
  if (!here && new URL(config.publicUrl).protocol === 'http:')
    found.push(
      warning(
        `${config.publicUrl} is not encrypted`,
        'Put TLS before it and use https, unless it is reached over your own network alone.',
      ),
    );
  return found;
}

function checkSlackSide({ slack, publicUrl }: Config, here: boolean): Finding[] {
  if (slack.appToken || isLoopback(new URL(slack.apiUrl))) return [];
  if (slack.oauth && !slack.botToken) return [checkInstalling(publicUrl)];
  if (!here) return [ok(`Slack must send its requests to ${publicUrl}/slack/events`)];
  return [
    warning(
      'Slack cannot reach an address on this machine, and without SLACK_APP_TOKEN it has to',
      'Set PUBLIC_URL to the address Slack sends its requests to, or use Socket Mode (SLACK_APP_TOKEN).',
    ),
  ];
}

function checkInstalling(publicUrl: string): Finding {
  if (new URL(publicUrl).protocol !== 'https:')
    return fault(
      'Slack sends people back to https addresses only when they install the app',
      'Set PUBLIC_URL to the https address at which Kally is reached.',
    );
  const redirects = ['/slack/oauth_redirect', '/link/slack'].map((path) => publicUrl + path).join(' and ');
  return ok(`workspaces install at ${publicUrl}; Slack must know the redirect addresses ${redirects}`);
}

function checkLinking({ kally, publicUrl }: Config, here: boolean): Finding[] {
  if (kally.oauth)
    return [ok(`people come back from KallyAI to ${publicUrl}/link/callback (authorization code)`)];
  if (here)
    return [
      warning(
        'people can connect an account only in a browser on this machine (terminal flow)',
        'If others use Kally too, set PUBLIC_URL to an address their browsers can reach.',
      ),
    ];
  return [
    warning(
      'people connect by pasting the address their browser ended on (no KALLYAI_CLIENT_ID)',
      'Nothing, if that is what you want; with a client id of KallyAI’s they come back by themselves.',
    ),
  ];
}
