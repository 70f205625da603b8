import { z } from 'zod';
import { botScopesOf, type Setup } from '../slack/install/manifest.ts';
import type { Store } from '../store/store.ts';
import { type Finding, findingsAbout } from './findings.ts';
import { manifestCommand } from './manifest.ts';

const { ok, warning } = findingsAbout('Slack scopes');

/** The part of a bot's record that says what Slack granted and whether the token rotates. */
const grantSchema = z.object({ scopes: z.array(z.string()), refreshToken: z.string().exactOptional() });

/** How many workspaces a finding names. */
const mostNamed = 5;

/** Compares the scopes that each workspace granted with those that this installation asks for. */
export async function checkInstallations(
  { installations }: Pick<Store, 'installations'>,
  setup: Setup,
): Promise<Finding> {
  const lacking: string[] = [];
  const missing = new Set<string>();
  let count = 0;
  let tokenRotation = false;
  for await (const workspaceId of installations.workspaceIds()) {
    const grant = grantSchema.safeParse((await installations.find(workspaceId))?.bot).data;
    if (!grant) continue;
    count += 1;
    tokenRotation ||= grant.refreshToken !== undefined;
    const lacks = compareScopes(grant.scopes, setup).missing;
    if (lacks.length > 0) lacking.push(workspaceId);
    for (const scope of lacks) missing.add(scope);
  }
  if (count === 0) return ok('no workspace has added Kally yet');
  if (lacking.length === 0) return ok(`those that are asked for, in all ${count} workspace(s)`);
  const more = lacking.length > mostNamed ? ', …' : '';
  return warning(
    `${lacking.length} of ${count} workspace(s) granted less: ${lacking.slice(0, mostNamed).join(', ')}${more}; missing: ${[...missing].join(', ')}`,
    `Bring the app’s manifest up to what "${manifestCommand({ ...setup, tokenRotation })}" prints. An admin of each then adds Kally again, at ${setup.url ?? 'PUBLIC_URL'}.`,
  );
}

export function compareScopes(granted: readonly string[], setup: Setup) {
  const asked = botScopesOf(setup);
  return {
    missing: asked.filter((scope) => !granted.includes(scope)),
    more: granted.filter((scope) => !asked.includes(scope)),
  };
}
