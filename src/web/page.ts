import { createHash } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import { type Html, html } from './html.ts';

const style = `
:root { color-scheme: light dark; --ink: #1b2a2b; --soft: #4b5f60; --paper: #f3f6f5; --card: #fff; --line: #c3cfce;
  --accent: #1d4d4f; --on-accent: #fff; --focus: #b4540a; --alert: #9a2a14; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8efee; --soft: #a9bab9; --paper: #101718; --card: #192324;
  --line: #3a4a4b; --accent: #8fd0cc; --on-accent: #0d2021; --focus: #f0a860; --alert: #ffb4a2; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; padding: clamp(1rem, 6vh, 4rem) 1rem 2rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: anywhere; }
main { max-width: 34rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 2.25rem); background: var(--card);
  border: 1px solid var(--line); border-radius: 0.75rem; }
.app { margin: 0 0 1.25rem; color: var(--soft); font-size: 0.9375rem; font-weight: 600; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.0625rem; }
p { margin: 0 0 1rem; }
main > :last-child, li > :last-child { margin-bottom: 0; }
ol, ul { margin: 0 0 1rem; padding-left: 1.5rem; }
li { margin-bottom: 1.25rem; padding-left: 0.25rem; }
ul li { margin-bottom: 0.5rem; }
.lead { font-size: 1.1875rem; }
q { color: var(--soft); font-style: italic; quotes: none; }
.talk { padding: 0; list-style: none; }
.talk li { margin-bottom: 0.875rem; padding: 0; }
.who { margin: 0; color: var(--soft); font-size: 0.9375rem; font-weight: 600; }
.foot { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.375rem 1.25rem; margin: 0 0 0.75rem; padding: 0.875rem 1rem;
  border: 1px solid var(--line); border-radius: 0.5rem; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.alert { padding-left: 0.875rem; border-left: 0.25rem solid var(--alert); color: var(--alert); font-weight: 600; }
.code { margin: 1.25rem 0; font-size: 2.25rem; font-weight: 700; letter-spacing: 0.08em; font-variant-numeric: tabular-nums; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.5rem 0; }
.button { display: inline-block; min-height: 2.75rem; padding: 0.5625rem 1.25rem; border: 1px solid var(--accent);
  border-radius: 0.5rem; background: none; color: var(--accent); font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; }
.button.main { background: var(--accent); color: var(--on-accent); }
.button + p { margin-top: 0.5rem; }
.button:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
label { display: block; margin-bottom: 0.375rem; font-weight: 600; }
input { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--soft); border-radius: 0.5rem;
  background: var(--card); color: var(--ink); font: inherit; }
code { font-size: 0.9375rem; white-space: nowrap; }
@media (max-width: 26rem) { .button { flex: 1 1 100%; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
@media (forced-colors: active) { .button { border-width: 2px; } }
`;

/** Allows this style and no other, in the pages' content security policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A whole page. `title` is its heading as well, so that the tab says what happened. */
export function renderPage({
  language,
  title,
  body,
}: {
  language: Language;
  title: string;
  body: Html;
}): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Kally</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<p class="app">Kally for Slack</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return page.markup;
}
