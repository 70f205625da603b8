import type { Language } from '../domain/language.ts';
import { type Html, html } from '../web/html.ts';
import { renderPage } from '../web/page.ts';
import { callPageWords, type Reason } from './words.ts';

/** What is known of a call, in a reader's words; none of it is markup. */
export type Sheet = {
  title: string;
  line: string;
  facts: readonly (readonly [label: string, value: string])[];
  warnings: readonly string[];
  decision?: string | undefined;
  proof: readonly {
    title: string;
    items: readonly { values: readonly { label: string; value: string }[]; quote?: string }[];
  }[];
  lists: readonly { title: string; items: readonly string[] }[];
};

/** What was said, line by line; or why that cannot be shown. */
export type Spoken = readonly { speaker: string; at: string; text: string }[] | string;

export function callPage(view: {
  language: Language;
  sheet: Sheet;
  spoken: Spoken;
  /** What was spoken on the phone, for screen readers. */
  callLanguage: string;
  /** When the reader has to come from Slack again. */
  until?: string | undefined;
}): string {
  const { language, sheet, spoken, callLanguage, until } = view;
  const { title, line, warnings, decision } = sheet;
  const words = callPageWords[language];
  const body = html`<p class="lead">${line}</p>
${warnings.map((warning) => html`<p class="alert">${warning}</p>`)}
${factsOf(sheet.facts)}
${
  decision &&
  html`<h2>${words.decided}</h2>
<p>${decision}</p>`
}
${sheet.proof.map(
  (proof) => html`<h2>${proof.title}</h2>
<ul>${proof.items.map((item) => provenOf(item, callLanguage))}</ul>`,
)}
${sheet.lists.map(
  (list) => html`<h2>${list.title}</h2>
<ul>${list.items.map((item) => html`<li>${item}</li>`)}</ul>`,
)}
<h2>${words.transcript}</h2>
${spokenOf(spoken, callLanguage, words.notStored)}
<p class="soft foot">${until ? words.forYou(until) : words.forYouSignedIn}</p>`;
  return renderPage({ language, title, body });
}

function factsOf(facts: Sheet['facts']): Html | undefined {
  if (facts.length === 0) return undefined;
  return html`<dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

function provenOf({ values, quote }: Sheet['proof'][number]['items'][number], callLanguage: string): Html {
  const named = values.map(
    ({ label, value }, index) => html`${index > 0 ? ' · ' : ''}<strong>${label}:</strong> ${value}`,
  );
  return html`<li>${named}${quote && html`<br><q lang="${callLanguage}">${quote}</q>`}</li>`;
}

function spokenOf(spoken: Spoken, callLanguage: string, notStored: string): Html {
  if (typeof spoken === 'string') return html`<p>${marked(spoken)}</p>`;
  return html`<ol class="talk">${spoken.map(
    ({ speaker, at, text }) =>
      html`<li><p class="who">${[speaker, at].filter(Boolean).join(' · ')}</p><p lang="${callLanguage}">${text}</p></li>`,
  )}</ol>
<p class="soft">${notStored}</p>`;
}

/** A page that says why there is no call on it, and what to do; `again` is an address to try once more. */
export function notShownPage(view: { why: Reason; language: Language; again?: string | undefined }): string {
  const { explain, openSlack, again } = callPageWords[view.language];
  const { title, sentences } = explain[view.why];
  const body = html`${sentences.map((sentence) => html`<p>${marked(sentence)}</p>`)}
<div class="actions">
${
  view.again
    ? html`<a class="button main" href="${view.again}">${again}</a>`
    : html`<a class="button main" href="slack://open">${openSlack}</a>`
}
</div>`;
  return renderPage({ language: view.language, title, body });
}

/** Our own sentences mark what is typed and what is pressed as they do in Slack. */
function marked(sentence: string): Html {
  const parts = sentence.split(/(`[^`]+`|\*[^*]+\*)/).map((part) => {
    if (/^`.+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
    return /^\*.+\*$/.test(part) ? html`<strong>${part.slice(1, -1)}</strong>` : html`${part}`;
  });
  return html`${parts}`;
}
