import type { Account } from '../accounts/describe.ts';
import type { Language } from '../domain/language.ts';
import type { LinkAttempt } from '../store/link-attempts.ts';
import { type Html, html } from '../web/html.ts';
import type { HttpProblem } from '../web/http-server.ts';
import { renderPage, styleSource } from '../web/page.ts';
import { type Explanation, type PasteFault, readLanguage, type Words, words } from './words.ts';

type Names = Pick<LinkAttempt, 'personName' | 'workspaceName' | 'language'>;
type App = LinkAttempt['shown']['app'];

export function confirmPage(view: { attempt: Names; account: Account; ticket: string }): string {
  const { personName, workspaceName, language } = view.attempt;
  const { confirm } = words[language];
  const body = html`<p>${confirm.who(personName, workspaceName)}</p>
<p>${confirm.onlyIf}</p>
<h2>${confirm.account}</h2>
${describe(view.account, language)}
<form method="post" action="/link/confirm">
<input type="hidden" name="ticket" value="${view.ticket}">
<div class="actions">
<button class="button main" name="choice" value="connect">${confirm.connect}</button>
<button class="button" name="choice" value="cancel">${confirm.cancel}</button>
</div>
</form>
<p class="soft">${confirm.nothingYet}</p>`;
  return renderPage({ language, title: confirm.title, body });
}

function describe(account: Account, language: Language): Html {
  const { confirm } = words[language];
  const rows = accountRows(account, words[language].confirm, new Intl.NumberFormat(language));
  if (rows.length === 0) return html`<p class="soft">${confirm.nothingSaid}</p>`;
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="soft">${confirm.noName}</p>`;
}

function accountRows(account: Account, confirm: Words['confirm'], numbers: Intl.NumberFormat) {
  const { plan, period, subscribed, minutesLeft, minutesOf, callsLeft } = account;
  const minutes = minutesLeft !== undefined && numbers.format(minutesLeft);
  const named = plan && plan.charAt(0).toUpperCase() + plan.slice(1);
  const billed =
    subscribed === false ? confirm.noSubscription : period && confirm.periods.get(period.toLowerCase());
  const rows: [string, string | false | undefined][] = [
    [confirm.plan, named && billed ? confirm.planPeriod(named, billed) : named || billed],
    [
      confirm.minutes,
      minutes && (minutesOf === undefined ? minutes : confirm.leftOf(minutes, numbers.format(minutesOf))),
    ],
    [confirm.calls, callsLeft !== undefined && numbers.format(callsLeft)],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

export function pastePage(view: { attempt: Names; signInUrl: string; fault?: PasteFault }): string {
  const { personName, workspaceName, language } = view.attempt;
  const { paste } = words[language];
  const begins = new URL(view.signInUrl).searchParams.get('redirect_uri') ?? '';
  const fault = view.fault && html`<p class="alert" id="fault" role="alert">${paste.faults[view.fault]}</p>`;
  const body = html`<p>${paste.intro(personName, workspaceName)}</p>
<ol>
<li><p>${paste.signIn}</p>
<a class="button main" href="${view.signInUrl}" target="_blank" rel="noopener noreferrer">${paste.signInButton}</a>
<p class="soft">${paste.newTab}</p></li>
<li><p>${paste.copy}</p>
<p class="soft">${paste.copyNote(begins)}</p></li>
<li><p>${paste.bringBack}</p>
<form method="post" action="/link/paste" autocomplete="off">
${fault}
<label for="address">${paste.field}</label>
<input id="address" name="address" required spellcheck="false" autocapitalize="off" autocomplete="off"${
    fault && html` aria-invalid="true" aria-describedby="fault" autofocus`
  }>
<div class="actions"><button class="button main">${paste.next}</button></div>
</form></li>
</ol>
<p class="soft">${paste.secret}</p>`;
  return renderPage({ language, title: paste.title, body });
}

/** The code in two groups, because people read it on one device and type it on another. */
export function codePage(view: {
  attempt: Names & Pick<LinkAttempt, 'shown'>;
  code: string;
  ticket: string;
}): string {
  const { personName, workspaceName, language } = view.attempt;
  const { code, openSlack } = words[language];
  const body = html`<p>${code.goToSlack}</p>
<p class="code">${view.code.slice(0, 3)} ${view.code.slice(3)}</p>
<p>${code.who(personName, workspaceName)}</p>
<p class="alert">${code.tellNobody}</p>
<form method="post" action="/link/code">
<input type="hidden" name="ticket" value="${view.ticket}">
<div class="actions">
<a class="button main" href="${messagesAddress(view.attempt.shown.app)}">${openSlack}</a>
<button class="button">${code.cancel}</button>
</div>
</form>
<p class="soft">${code.nothingYet}</p>`;
  return renderPage({ language, title: code.title, body });
}

/** The address of the person's messages with Kally, if the installation is known. https://docs.slack.dev/interactivity/deep-linking */
function messagesAddress(app: App): string {
  if (!app) return 'slack://open';
  return `slack://app?${new URLSearchParams({ team: app.teamId, id: app.id, tab: 'messages' })}`;
}

export function donePage({ language, app }: { language: Language; app: App }): string {
  const { done, openSlack } = words[language];
  const body = html`${done.sentences.map((sentence) => html`<p>${sentence}</p>`)}
<div class="actions"><a class="button main" href="${messagesAddress(app)}">${openSlack}</a></div>`;
  return renderPage({ language, title: done.title, body });
}

/** A page that says what happened and what to do; `again` is the address of a button that starts over. */
export function explanationPage(view: {
  explanation: Explanation;
  language: Language;
  again?: string | undefined;
  reference?: string | undefined;
}): string {
  const { explain, startAgain, reference } = words[view.language];
  const { title, sentences } = explain[view.explanation];
  const body = html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${view.again && html`<div class="actions"><a class="button main" href="${view.again}">${startAgain}</a></div>`}
${view.reference && html`<p class="soft">${reference(view.reference)}</p>`}`;
  return renderPage({ language: view.language, title, body });
}

const explanationForStatus: Record<HttpProblem['status'], Explanation> = {
  400: 'notAForm',
  404: 'notFound',
  405: 'notAllowed',
  413: 'tooLarge',
  415: 'notAForm',
  429: 'tooMany',
  500: 'failed',
};

/** How the HTTP server's own answers look. */
export const serverPages = {
  styleSource,
  problem({ status, reference, acceptLanguage }: HttpProblem): string {
    return explanationPage({
      explanation: explanationForStatus[status],
      language: readLanguage(acceptLanguage),
      reference,
    });
  },
};
