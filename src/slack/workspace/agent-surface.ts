import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import { createCache } from '../../store/cache.ts';
import type { Changes } from '../../store/changes.ts';
import { isDirectMessage } from './channels.ts';

/** A plan may change, and a message of ours is worth no request that is refused each time. */
const memory = { lifetimeMs: 24 * 60 * 60_000, capacity: 5_000 };
const mostPlaces = 1_000;

/** What Slack answers where a workspace or an installation has no agent surface, whatever it is asked for. */
const ofWorkspace = new Set([
  'deprecated_endpoint',
  'feature_disabled',
  'invalid_arguments',
  'method_deprecated',
  'missing_scope',
  'not_agent_app',
  'unknown_method',
]);
const everywhere = '*';

export type AgentSurface = ReturnType<typeof createAgentSurface>;

/**
 * Where Slack's agent surface is closed to Kally: a free plan, an installation without it, a channel that Kally is not in. That is remembered
 * for a day, or until the app is installed again. Everything else works the same without it.
 */
export function createAgentSurface({
  changes,
  clock,
  log,
}: {
  changes: Pick<Changes, 'subscribe'>;
  clock: Clock;
  log: Logger;
}) {
  /** By workspace: the conversations where it is closed. */
  const closed = createCache<Set<string>>(clock, memory);
  changes.subscribe((change) => {
    if (change?.kind === 'installed') closed.delete(change.workspaceId);
  });

  return {
    isOpen(workspaceId: string, channelId: string): boolean {
      const places = closed.get(workspaceId);
      return !places?.has(everywhere) && !places?.has(channelId);
    },
    /** Slack refused something there. */
    refused(workspaceId: string, channelId: string, error: unknown): void {
      const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : 'unreached';
      if (code === 'unreached') {
        log.warn({ err: error, workspaceId }, 'Slack’s agent surface was not reached');
        return;
      }
      // In a channel it may only mean that Kally is not a member.
      const isWorkspace = ofWorkspace.has(code) || (code === 'not_authorized' && isDirectMessage(channelId));
      const places = closed.get(workspaceId) ?? new Set();
      if (places.size === 0) closed.set(workspaceId, places);
      if (places.has(everywhere)) return;
      if (places.size < mostPlaces) places.add(isWorkspace ? everywhere : channelId);
      const about = { workspaceId, code, ...(!isWorkspace && { channelId }) };
      log.warn(
        about,
        'Slack’s agent surface is closed there; Kally works without it, and asks again in a day',
      );
    },
  };
}
