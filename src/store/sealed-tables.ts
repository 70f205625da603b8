import { sealedApprovals } from './approvals.ts';
import { sealedAssistantTokens } from './assistant-tokens.ts';
import { sealedBusinessDecisions } from './businesses.ts';
import { sealedCalls, sealedOutcomes } from './calls.ts';
import { sealedDoNotCall } from './do-not-call.ts';
import { sealedInstallations } from './installations.ts';
import { sealedLinkAttempts } from './link-attempts.ts';
import { sealedLinks } from './links.ts';
import { sealedPreferences } from './preferences.ts';
import { sealedProposals } from './proposals.ts';
import { sealedRuleChanges, sealedRules } from './rules.ts';
import type { SealedTable } from './sealing.ts';

/** Every table with sealed rows: what a new key has to go through. A test compares it with the database. */
export const sealedTables: readonly SealedTable[] = [
  sealedInstallations,
  sealedLinks,
  sealedLinkAttempts,
  sealedCalls,
  sealedOutcomes,
  sealedApprovals,
  sealedPreferences,
  sealedProposals,
  sealedAssistantTokens,
  sealedRules,
  sealedRuleChanges,
  sealedDoNotCall,
  sealedBusinessDecisions,
];
