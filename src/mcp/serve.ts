import { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { Principal } from './principal.ts';
import { createToolServer, type ToolDeps } from './tools.ts';

/** Serves one request of a principal, of clients of 2025 as of 2026. */
export function createHandler(
  deps: ToolDeps,
  principal: Principal,
  { version, bodyLimitBytes }: { version: string; bodyLimitBytes: number },
): McpHttpHandler {
  return createMcpHandler(() => createToolServer(deps, principal, version), {
    maxRequestBodySize: bodyLimitBytes,
    // The tools never change, so there is nothing to listen to.
    maxSubscriptions: 0,
    onerror: (error) => deps.log.info({ err: error }, 'a request of an assistant was refused'),
  });
}
