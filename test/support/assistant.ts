import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createAssistants } from '../../src/accounts/assistants.ts';
import type { Town } from './app.ts';
import { signed } from './signed.ts';

/** The official SDK's own client, as an assistant that sends this token. */
export async function assistantWith({ publicUrl }: Pick<Town, 'publicUrl'>, token: string): Promise<Client> {
  return clientOf(publicUrl, { requestInit: { headers: { authorization: `Bearer ${token}` } } });
}

/** The same as Slackbot: Slack signs each request. */
export async function slackbotOf({ publicUrl }: Pick<Town, 'publicUrl'>): Promise<Client> {
  return clientOf(publicUrl, {
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      for (const [name, value] of Object.entries(signed(typeof init?.body === 'string' ? init.body : '')))
        headers.set(name, value);
      return fetch(url, { ...init, headers });
    },
  });
}

async function clientOf(
  publicUrl: string,
  options: ConstructorParameters<typeof StreamableHTTPClientTransport>[1],
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', publicUrl), options));
  return client;
}

/** The token of an assistant that a person connected before the story begins. */
export async function tokenFor({ slack, store, clock }: Town, userId: string): Promise<string> {
  const person = { workspaceId: slack.teamId, userId };
  const made = await createAssistants({ store, clock }).connect(person, {
    name: 'Desk assistant',
    scopes: ['read', 'propose', 'stop'],
    days: 30,
  });
  if (made === 'too_many') throw new Error('there are too many assistants');
  return made.secret;
}

/** Connects an assistant on the Home tab; answers the token, as it is shown once. */
export async function connectAssistant(
  { slack }: Pick<Town, 'slack'>,
  userId: string,
  { name = 'Desk assistant', scopes = ['read', 'propose', 'stop'] } = {},
): Promise<string> {
  const person = slack.as(userId);
  await person.opensHome();
  await slack.until(() => JSON.stringify(slack.home(userId)?.blocks ?? '').includes('open_assistants'));
  await person.clicks('home', { actionId: 'open_assistants' });
  await slack.until(() => slack.modal(userId)?.submit);
  await person.fills({ name, scopes, days: '30' });
  await person.submits();
  const shown = await slack.until(() =>
    /kally_mcp_[\w-]{43}/.exec(JSON.stringify(slack.modal(userId)?.blocks)),
  );
  await person.closes();
  return shown[0];
}

type Data = {
  status?: string;
  proposal_id?: string;
  message_url?: string;
  proposal?: { status: string };
  call?: { call_id: string; state: string };
  calls?: { call_id: string }[];
  lines?: object[];
};
type Answer = { text: string; data: Data; isError: boolean; blocks: { type: string }[] };

/** Uses a tool; `meta` is what Slack says of who asks. */
export async function use(client: Client, name: string, args: object, meta?: object): Promise<Answer> {
  const params = {
    name,
    arguments: args as Record<string, unknown>,
    ...(meta && { _meta: { slack: meta } }),
  };
  const { content, structuredContent, isError, _meta } = await client.callTool(params);
  const [first] = content as { text?: string }[];
  return {
    text: first?.text ?? '',
    data: (structuredContent ?? {}) as Data,
    isError: isError === true,
    blocks: (_meta as { slack?: { blocks: { type: string }[] } } | undefined)?.slack?.blocks ?? [],
  };
}
