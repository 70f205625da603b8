import { readLanguage } from '../link/words.ts';
import { type Html, html } from '../web/html.ts';
import type { Reply, Route } from '../web/http-server.ts';
import { renderPage } from '../web/page.ts';
import { type NotInstalled, words } from './words.ts';

const installPath = '/slack/install';

/** The page with *Add to Slack*; only for installations with many workspaces. */
export const landingRoute: Route = {
  method: 'GET',
  path: '/',
  handle: ({ headers }) => landingPage(headers['accept-language']),
};

function landingPage(acceptLanguage: string | undefined): Reply {
  const language = readLanguage(acceptLanguage);
  const { title, sentences, add, scopes, leaving } = words[language].landing;
  const body = html`${paragraphs(sentences)}
<div class="actions"><a class="button main" href="${installPath}">${add}</a></div>
<p class="soft">${scopes}</p>
<p class="soft">${leaving}</p>`;
  return { status: 200, html: renderPage({ language, title, body }) };
}

export function installedPage(about: {
  workspaceName: string;
  appId: string | undefined;
  teamId: string | undefined;
  acceptLanguage: string | undefined;
}): Reply {
  const { workspaceName, appId, teamId, acceptLanguage } = about;
  const language = readLanguage(acceptLanguage);
  const { title, sentences, open } = words[language].installed;
  // https://docs.slack.dev/interactivity/deep-linking
  const address =
    appId && teamId ? `slack://app?${new URLSearchParams({ team: teamId, id: appId })}` : 'slack://open';
  const body = html`${paragraphs(sentences)}
<div class="actions"><a class="button main" href="${address}">${open}</a></div>`;
  return { status: 200, html: renderPage({ language, title: title(workspaceName), body }) };
}

const statusOf: Record<NotInstalled, number> = { cancelled: 200, startOver: 400, failed: 502 };

export function notInstalledPage(why: NotInstalled, acceptLanguage: string | undefined): Reply {
  const language = readLanguage(acceptLanguage);
  const { notInstalled, tryAgain } = words[language];
  const { title, sentences } = notInstalled[why];
  const body = html`${paragraphs(sentences)}
<div class="actions"><a class="button main" href="${installPath}">${tryAgain}</a></div>`;
  return { status: statusOf[why], html: renderPage({ language, title, body }) };
}

function paragraphs(sentences: readonly Html[]): Html[] {
  return sentences.map((sentence) => html`<p>${sentence}</p>`);
}
