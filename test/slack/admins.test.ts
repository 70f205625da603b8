import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/person.ts';
import { isAdmin, rulesAll } from '../../src/slack/workspace/admins.ts';

describe('who is an admin of the whole installation', () => {
  const inTeam = { workspaceId: 'T1', userId: 'U1' };
  const inOrganisation = { workspaceId: 'E1', userId: 'U1', teamId: 'T1' };
  const admin = { is_admin: true };
  test.for([
    [inTeam, undefined, false],
    [inTeam, {}, false],
    [inTeam, admin, true],
    [inTeam, { is_owner: true }, true],
    [inTeam, { enterprise_user: { enterprise_id: 'E1', ...admin } }, false],
    [inTeam, { ...admin, is_stranger: true }, false],
    [inTeam, { ...admin, team_id: 'T1' }, true],
    [inTeam, { ...admin, team_id: 'T2' }, false],
    [inOrganisation, admin, false],
    [inOrganisation, { is_owner: true, enterprise_user: { enterprise_id: 'E1' } }, false],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E1', ...admin } }, true],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E1', is_owner: true } }, true],
    [inOrganisation, { enterprise_user: { enterprise_id: 'E2', ...admin } }, false],
  ] as const)('%j, of whom Slack says %j: %s', ([person, user, expected]) => {
    expect(rulesAll(person, user)).toBe(expected);
  });
});

describe('who is an admin where Kally is', () => {
  const inTeam = { workspaceId: 'T1', userId: 'U1' };
  const inOrganisation = { workspaceId: 'E1', userId: 'U1', teamId: 'T1' };
  const admin = { is_admin: true };
  test.for([
    [inTeam, { ...admin, team_id: 'T1' }, true],
    [inTeam, { ...admin, team_id: 'T2' }, false],
    [
      inTeam,
      { ...admin, team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T1', 'T2'] } },
      true,
    ],
    [inTeam, { ...admin, team_id: 'T1', is_stranger: true }, false],
    [inOrganisation, { ...admin, team_id: 'T1', enterprise_user: { enterprise_id: 'E1' } }, true],
    [inOrganisation, { ...admin, team_id: 'T1', enterprise_user: { enterprise_id: 'E2' } }, false],
    [inOrganisation, { ...admin, team_id: 'T9' }, false],
    [inOrganisation, { ...admin, is_stranger: true, enterprise_user: { enterprise_id: 'E1' } }, false],
  ])('%j, of whom Slack says %j: %s', async ([person, user, expected]) => {
    const client = new webApi.WebClient('xoxb-1', {
      fetch: async () => Response.json({ ok: true, user }),
    });
    expect(await isAdmin(person as Person, client)).toBe(expected);
  });
});
