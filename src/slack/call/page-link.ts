import type { KnownCall } from '../../calls/known-call.ts';
import type { Interaction } from '../context.ts';

/** The address of a call's page for this person; `undefined` where there are no pages, or the call was made elsewhere. */
export function pageUrlFor({ deps, person }: Interaction, { ours }: KnownCall): string | undefined {
  return ours && deps.pageUrl?.(person, ours.id);
}
