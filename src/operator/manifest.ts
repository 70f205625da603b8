import { Document, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { isLoopback } from '../domain/loopback.ts';
import { manifestFor, type Reason, type Setup } from '../slack/install/manifest.ts';
import { Misused } from './misused.ts';

export const manifestOptions = {
  url: { type: 'string' },
  'socket-mode': { type: 'boolean' },
  'many-workspaces': { type: 'boolean' },
  'token-rotation': { type: 'boolean' },
  agent: { type: 'boolean' },
  workflow: { type: 'boolean' },
  mcp: { type: 'boolean' },
  previews: { type: 'boolean' },
} as const;

type Given = {
  url?: string | undefined;
  'socket-mode'?: boolean | undefined;
  'many-workspaces'?: boolean | undefined;
  'token-rotation'?: boolean | undefined;
  agent?: boolean | undefined;
  workflow?: boolean | undefined;
  mcp?: boolean | undefined;
  previews?: boolean | undefined;
};

/** Which installation the flags mean. */
export function readSetup({ url, ...flags }: Given): Setup {
  const setup: Setup = {
    url: url === undefined ? undefined : readUrl(url),
    socketMode: flags['socket-mode'] ?? url === undefined,
    manyWorkspaces: flags['many-workspaces'] ?? false,
    tokenRotation: flags['token-rotation'] ?? false,
    agent: flags.agent ?? false,
    workflow: flags.workflow ?? false,
    mcp: flags.mcp ?? false,
    previews: flags.previews ?? false,
  };
  if (setup.manyWorkspaces && setup.socketMode)
    throw new Misused(
      '--many-workspaces goes over HTTP: give the address with --url, and leave --socket-mode out.',
    );
  if (setup.tokenRotation && !setup.manyWorkspaces)
    throw new Misused(
      '--token-rotation goes with --many-workspaces: a token in SLACK_BOT_TOKEN is never renewed.',
    );
  if (setup.workflow && setup.manyWorkspaces)
    throw new Misused('--workflow goes with one workspace: Slack lets no app with steps into many.');
  if (setup.mcp && !setup.url)
    throw new Misused('--mcp needs the address at which Slackbot reaches Kally: give it with --url.');
  if (setup.previews && !setup.url)
    throw new Misused('--previews needs the address whose links get them: give it with --url.');
  return setup;
}

const example = 'https://kally.example.com';

function readUrl(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    throw new Misused(`--url must be an address like ${example}`);
  const url = new URL(text);
  if (url.protocol === 'http:')
    throw new Misused(`--url must begin with https, like ${example}: Slack uses no other.`);
  if (isLoopback(url) || !/[.:]/.test(url.hostname))
    throw new Misused(
      '--url must be an address that Slack can reach; for Socket Mode, which needs none, leave it out.',
    );
  if (url.href !== `${url.origin}/`)
    throw new Misused(`--url must be the address alone, like ${url.origin}, with nothing behind it.`);
  return url.origin;
}

/** The command that prints the manifest of such an installation. */
export function manifestCommand(setup: Setup): string {
  const { url, socketMode, manyWorkspaces, tokenRotation, agent, workflow, mcp, previews } = setup;
  const address = url ?? (socketMode ? undefined : 'https://ADDRESS');
  const flags = [
    ...(address ? [`--url ${address}`] : []),
    ...(address && socketMode ? ['--socket-mode'] : []),
    ...(manyWorkspaces ? ['--many-workspaces'] : []),
    ...(tokenRotation ? ['--token-rotation'] : []),
    ...(agent ? ['--agent'] : []),
    ...(workflow ? ['--workflow'] : []),
    ...(mcp ? ['--mcp'] : []),
    ...(previews ? ['--previews'] : []),
  ];
  return ['npm run -s manifest', ...(flags.length > 0 ? ['--'] : []), ...flags].join(' ');
}

/** The manifest as YAML, each reason as a comment. */
export function renderManifest(setup: Setup): string {
  const { manifest, reasons } = manifestFor(setup);
  const document = new Document(manifest);
  document.commentBefore = [
    ` What Kally asks of Slack, printed by: ${manifestCommand(setup)}`,
    ' The same with other flags prints it for other installations; docs/operations.md has them. Change nothing by hand.',
  ].join('\n');
  for (const reason of reasons) explain(document, reason);
  return document.toString({ lineWidth: 120, singleQuote: true });
}

function explain(document: Document, { path, text }: Reason): void {
  const [key = ''] = path.slice(-1);
  const parent = document.getIn(path.slice(0, -1), true);
  const node = isMap(parent)
    ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
    : isSeq(parent)
      ? (parent.items.find((item) => isScalar(item) && item.value === key) ?? parent.items[Number(key)])
      : undefined;
  if (!isNode(node)) throw new Error(`the manifest has no ${path.join('.')}`);
  (node as Node).commentBefore = ` ${text}`;
}
