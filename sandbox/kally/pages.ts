import type { Account } from './accounts.ts';
import type { ApiVersion } from './errors.ts';
import { type MagicPhone, phoneGroups } from './phones.ts';

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  body.wide { max-width: 70rem; }
  button { display: block; width: 100%; margin: .5rem 0; padding: .75rem 1rem; font: inherit; text-align: left; cursor: pointer; border: 1px solid; border-radius: .5rem; background: none; color: inherit; }
  button:hover, button:focus-visible { outline: 3px solid #5b5bd6; }
  .note { border-left: .3rem solid #d6a33b; padding-left: .75rem; }
  table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #8886; }
  td:first-child { white-space: nowrap; } td:last-child { min-width: 14rem; }`;

function page(title: string, body: string, bodyClass = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body class="${bodyClass}"><main>${body}</main></body>
</html>
`;
}

interface SignInView {
  accounts: Account[];
  asker: string;
  scopes: readonly string[];
  query: string;
}

export function signInPage({ accounts, asker, scopes, query }: SignInView): string {
  const choices = accounts.map(
    ({ id, name, about }) =>
      `<button name="account" value="${id}"><strong>${escaped(name)}</strong><br>${escaped(about)}</button>`,
  );
  return page(
    'Sign in to the KallyAI sandbox',
    `<h1>Sign in to KallyAI</h1>
<p class="note">This is a sandbox: no real KallyAI account, no password, no phone call.</p>
<p>Access is asked for by <strong>${escaped(asker)}</strong>${scopes.length ? `: ${escaped(scopes.join(', '))}` : ''}.</p>
<form method="post" action="${escaped(query)}">
<h2>Continue as</h2>
${choices.join('\n')}
<h2>Or</h2>
<button name="account" value="refuse">Refuse access</button>
</form>`,
  );
}

export function faultPage(sentence: string): string {
  return page(
    'Sign-in is not possible',
    `<h1>Sign-in is not possible</h1><p>${escaped(sentence)}</p><p>Go back to the app and start again.</p>`,
  );
}

export function homePage(api: ApiVersion, speed: number): string {
  const tables = phoneGroups.map(({ title, phones }) => `<h3>${title}</h3>\n${phoneTable(phones)}`);
  return page(
    'KallyAI sandbox',
    `<h1>KallyAI sandbox</h1>
<p class="note">This imitates KallyAI's API (${api}) at ${speed} times the usual speed. No phone rings, nothing leaves this computer.</p>
<h2>What each phone number does</h2>
${tables.join('\n')}
<h2>To look at</h2>
<ul><li><a href="/sandbox/rings">How often each number rang</a></li><li><a href="/sandbox/traffic">The latest requests</a></li><li><a href="/sandbox/phones">These numbers as JSON</a></li></ul>`,
    'wide',
  );
}

function phoneTable(phones: readonly MagicPhone[]): string {
  const rows = phones.map(
    ({ phone, does, why }) =>
      `<tr><td><code>${phone}</code></td><td>${marked(does)}</td><td>${marked(why)}</td></tr>`,
  );
  return `<table><thead><tr><th>Number</th><th>What happens</th><th>Why</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function marked(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
