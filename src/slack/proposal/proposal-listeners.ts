import { isOpen } from '../../domain/proposal.ts';
import { onClick } from '../context.ts';
import { openCallForm } from '../form/open-form.ts';
import { tellPrivately } from '../send/say.ts';
import { proposalWords } from './words.ts';

/** *Review and call*: the form, filled in as proposed. Submitting it is the click that confirms. */
export const reviewProposal = onClick((i, proposalId) =>
  openCallForm(i, async ({ language }) => {
    const { sorry } = proposalWords[language];
    const proposal = await i.deps.calls.proposalOf(i.actor, proposalId);
    if (!proposal) return { sorry: sorry.gone };
    if (!isOpen(proposal, i.deps.clock.now())) return { sorry: sorry[proposal.settled ?? 'expired'] };
    return { draft: proposal.draft, channelId: proposal.channelId, proposalId: proposal.id };
  }),
);

/** *Discard*. The message itself says that it was. */
export const discardProposal = onClick(async (i, proposalId) => {
  const [proposal, { language }] = await Promise.all([
    i.deps.calls.discard(i.actor, proposalId),
    i.profile(),
  ]);
  const { sorry } = proposalWords[language];
  if (!proposal) return tellPrivately(i, sorry.gone);
  if (proposal.settled === 'called' || proposal.settled === 'expired')
    await tellPrivately(i, sorry[proposal.settled]);
});
