import { describe, expect, test } from 'vitest';
import { rulesAll } from '../../src/slack/workspace/admins.ts';

describe('who rules over all of it', () => {
  const inTeam = { workspaceId: 'T1', userId: 'U1' };
  const inOrganisation = { workspaceId: 'E1', userId: 'U1', teamId: 'T1' };
  const admin = { is_admin: true };
  test.for([
    [inTeam, undefined, false],
    [inTeam, {}, false],
    [inTeam, admin, true],
    [inTeam, { is_owner: true }, true],
    [inTeam, { enterprise_user: { enterprise_id: 'E1', ...admin } }, false],
    [inOrganisation, admin, false],
    [inOrganisation, { is_owner: true, enterprise_user: { enterprise_id: 'E1' } }, false],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E1', ...admin } }, true],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E1', is_owner: true } }, true],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E2', ...admin } }, false],
  ] as const)('%j, of whom Slack says %j: %s', ([person, user, expected]) => {
    expect(rulesAll(person, user)).toBe(expected);
  });
});
