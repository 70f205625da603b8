import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build, stop as stopBundler } from 'esbuild';
import { placeOf } from '../deep-links.ts';
import { people } from '../world.ts';

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Slack sandbox</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/style.css">
</head>
<body>
<div id="root"></div>
<noscript>This playground needs JavaScript.</noscript>
<script type="module" src="/page/main.js"></script>
</body>
</html>
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d4d4f"/>
<path d="M10 8h4l2 5-2.4 1.6a10 10 0 0 0 3.8 3.8L19 16l5 2v4a2 2 0 0 1-2 2A14 14 0 0 1 8 10a2 2 0 0 1 2-2z" fill="#f4c95d"/></svg>`;

// Pictures may come from other ports of this machine (the app's own), never from the net.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: http://127.0.0.1:* http://localhost:*",
  "media-src 'self' http://127.0.0.1:*",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Bundle = { script: Uint8Array; stream: Uint8Array; styles: Uint8Array };
let bundled: Promise<Bundle> | undefined;

/** Bundles the page in memory, once in a process, and answers `/` and `/page/*`; false for every other path. */
export async function createPage(): Promise<PageHandler> {
  bundled ??= bundle();
  const { script, stream, styles } = await bundled;
  const assets: Record<string, { type: string; body: string | Uint8Array }> = {
    '/': { type: 'text/html; charset=utf-8', body: HTML },
    '/page/main.js': { type: 'text/javascript; charset=utf-8', body: script },
    '/page/stream.js': { type: 'text/javascript; charset=utf-8', body: stream },
    '/page/style.css': { type: 'text/css; charset=utf-8', body: styles },
    '/page/icon.svg': { type: 'image/svg+xml', body: ICON },
  };
  return async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://page');
    const { pathname, searchParams } = url;
    const place = placeOf(pathname === '/open' ? (searchParams.get('to') ?? '') : url.href);
    if (place !== undefined) {
      res.writeHead(302, { location: `/?as=last#${encodeURI(place)}` }).end();
      return true;
    }
    const asset = assets[pathname];
    if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
    if (pathname === '/' && !searchParams.has('as')) {
      res.writeHead(302, { location: `/?as=${people.ana.id}` }).end();
      return true;
    }
    res.writeHead(200, {
      'content-type': asset.type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    res.end(req.method === 'HEAD' ? undefined : asset.body);
    return true;
  };
}

async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: ['main.tsx', 'stream/worker.ts', 'style.css'].map((name) =>
      fileURLToPath(new URL(name, import.meta.url)),
    ),
    outdir: '/page',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  await stopBundler();
  const named = (ending: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (!file) throw new Error(`The page's bundle has no ${ending}`);
    return file.contents;
  };
  return { script: named('main.js'), stream: named('stream/worker.js'), styles: named('style.css') };
}
