import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { z } from 'zod';
import { html } from '../../src/web/html.ts';
import { isOwnOrigin } from './controls.ts';

type Person = { id: string; realName: string };
type Slack = { teamId: string; signingSecret: string; people: Record<string, Person> };

const path = '/assistant';

/** What people would ask for first, with a number of KallyAI's sandbox that answers. */
const examples: Record<string, object> = {
  prepare_call: {
    phone: '+1 415 555 0101',
    business_name: 'Velo & Co',
    task: 'Ask whether they repair bikes, and how long it takes.',
    client_key: 'a key for this wish',
  },
  list_calls: { limit: 5 },
  get_call: { call_id: 'the proposal_id, or a call_id' },
  get_transcript: { call_id: 'a call_id' },
  stop_call: { call_id: 'a call_id' },
};

const askedSchema = z.object({
  who: z.string().default(''),
  token: z.string().default(''),
  tool: z.string().default('prepare_call'),
  given: z.string().optional(),
});
type Asked = z.output<typeof askedSchema>;

/** A page on which a person is the assistant: they choose a tool and what it is given, and see what the MCP server answers. */
export function createAssistantPage({ appUrl, slack }: { appUrl: string; slack: () => Slack }) {
  async function answerTo({ who, token, tool, given = '{}' }: Asked): Promise<string> {
    const client = new Client({ name: 'playground', version: '1.0.0' });
    const { signingSecret, teamId } = slack();
    const transport = new StreamableHTTPClientTransport(
      new URL('/mcp', appUrl),
      who
        ? { fetch: (url, init) => fetch(url, { ...init, headers: signedAsSlack(init, signingSecret) }) }
        : { requestInit: { headers: { authorization: `Bearer ${token.trim()}` } } },
    );
    try {
      await client.connect(transport);
      const answer = await client.callTool({
        name: tool,
        arguments: z.record(z.string(), z.unknown()).parse(JSON.parse(given)),
        ...(who && { _meta: { slack: { user_id: who, team_id: teamId } } }),
      });
      return JSON.stringify(answer, undefined, 2);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await client.close();
    }
  }

  /** False for what is not this page. */
  return async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
    if (pathname !== path) return false;
    if (!isOwnOrigin(request)) {
      response.writeHead(403).end();
      return true;
    }
    const isAsked = request.method === 'POST';
    const fields = isAsked ? new URLSearchParams(body.toString('utf8')) : searchParams;
    const asked = askedSchema.parse(Object.fromEntries(fields));
    const answer = isAsked ? await answerTo(asked) : undefined;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(pageOf(asked, Object.values(slack().people), answer));
    return true;
  };
}

function signedAsSlack(init: RequestInit | undefined, secret: string): Headers {
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${at}:${bodyOf(init)}`);
  const headers = new Headers(init?.headers);
  headers.set('x-slack-request-timestamp', String(at));
  headers.set('x-slack-signature', `v0=${signature.digest('hex')}`);
  return headers;
}

/** The SDK's client sends text. */
function bodyOf({ body }: RequestInit = {}): string {
  return typeof body === 'string' ? body : '';
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  select, input, textarea, button { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem .5rem; }
  textarea, pre { font: 14px/1.5 ui-monospace, monospace; }
  button { margin-top: 1rem; width: auto; padding: .5rem 1.5rem; }
  nav a { margin-right: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; padding: 1rem; }
`;

function pageOf(asked: Asked, people: Person[], answer: string | undefined): string {
  const tool = Object.hasOwn(examples, asked.tool) ? asked.tool : 'prepare_call';
  const given = asked.given ?? JSON.stringify(examples[tool], undefined, 2);
  const whoever = [
    { id: '', label: 'an assistant with this token' },
    ...people.map(({ id, realName }) => ({ id, label: `Slackbot, for ${realName}` })),
  ];
  const options = whoever.map(
    ({ id, label }) =>
      html`<option value="${id}"${id === asked.who ? html` selected` : ''}>${label}</option>`,
  );
  const links = Object.keys(examples).map((name) => {
    const to = `${path}?${new URLSearchParams({ tool: name, who: asked.who })}`;
    return html`<a href="${to}"${name === tool ? html` aria-current="page"` : ''}>${name}</a> `;
  });
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${tool} – an assistant of the playground</title><style>${{ markup: style }}</style></head>
<body><main>
<h1>Be the assistant</h1>
<p>Choose a tool of Kally’s MCP server. No tool calls anybody: Kally asks the person in Slack.</p>
<nav aria-label="Tools">${links}</nav>
<form method="post" action="${path}">
<input type="hidden" name="tool" value="${tool}">
<label for="who">Who you are</label><select id="who" name="who">${options}</select>
<label for="token">Token, from Assistants on Kally’s Home tab</label>
<input id="token" name="token" autocomplete="off" placeholder="kally_mcp_…" value="${asked.token}">
<label for="given">What ${tool} is given</label>
<textarea id="given" name="given" rows="8" spellcheck="false">${given}</textarea>
<button>Use ${tool}</button>
</form>
${answer === undefined ? '' : html`<h2>Answer</h2><pre tabindex="0">${answer}</pre>`}
</main></body></html>`;
  return page.markup;
}
