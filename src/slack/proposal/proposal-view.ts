import type { Call } from '../../domain/call.ts';
import { isOpen, type Proposal } from '../../domain/proposal.ts';
import { formWords } from '../form/words.ts';
import { button, type Message, note, section, spokenMax } from '../ui/blocks.ts';
import { type Fact, factsBlock, factsText } from '../ui/facts.ts';
import { formatsIn, slackMoment } from '../ui/formats.ts';
import { messageText, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { proposalWords } from './words.ts';

export const reviewProposalActionId = 'review_proposal';
export const discardProposalActionId = 'discard_proposal';

/** Only the form shows a long task completely. */
const valueMax = 500;
const titleMax = 100;

/** A call that is proposed to a person, as it stands; `call` is what it became, if that is still kept. */
export function proposalMessage(
  proposal: Proposal,
  { call, now }: { call?: Pick<Call, 'channelId'> | undefined; now: number },
): Message {
  const { language, proposer, draft } = proposal;
  const words = proposalWords[language];
  const who = words.proposers[proposer.kind](shorten(oneLine(proposer.name ?? ''), titleMax));
  const whom = shorten(oneLine(draft.businessName ?? draft.phone ?? ''), titleMax);
  if (!isOpen(proposal, now)) {
    const facts = { title: words.proposed(who, whom), facts: [] };
    const came = endOf(proposal, call);
    return { text: messageText([factsText(facts), came]), blocks: [factsBlock(facts), section(came)] };
  }
  const facts = { title: words.proposes(who), facts: factsOf(proposal, now) };
  const until = formatsIn(language, proposal.timeZone).moment(proposal.expiresAt);
  const notYet = words.notYet(slackMoment(proposal.expiresAt, until));
  const review = button(reviewProposalActionId, words.review, proposal.id);
  const discard = button(discardProposalActionId, words.discard, proposal.id);
  return {
    text: messageText([factsText(facts), notYet]),
    blocks: [
      factsBlock(facts),
      {
        type: 'actions',
        elements: [
          {
            ...review,
            style: 'primary',
            accessibility_label: shorten(words.reviewCallTo(whom), spokenMax),
          },
          { ...discard, accessibility_label: shorten(words.discardCallTo(whom), spokenMax) },
        ],
      },
      note(notYet),
    ],
  };
}

function factsOf({ draft, language, timeZone, channelId, person }: Proposal, now: number): Fact[] {
  const [words, form] = [proposalWords[language], formWords[language]];
  const formats = formatsIn(language, timeZone);
  const { phone, businessName, task, category, partySize, date, time, name, when, callDate, callTime } =
    draft;
  const { ifNotPossible, wishes } = draft;
  const at = when === 'at' && callDate && callTime;
  const facts: [string, string | false | undefined][] = [
    [form.business, businessName],
    [form.phone, phone],
    [words.task, task],
    [words.category, category && uiWords[language].categories[category]],
    [words.partySize, partySize],
    [form.date, date && formats.date(date, now)],
    [form.time, time && formats.time(time)],
    [form.ifNotPossible, ifNotPossible && form.ifNotPossibleChoices[ifNotPossible]],
    [form.wishes, wishes],
    [form.name, name],
    [words.when, when === 'open' && words.whenOpen],
    [words.when, at && words.there(formats.date(callDate, now), formats.time(callTime))],
    [words.result, channelId === person.userId && form.places.me],
  ];
  return facts.flatMap(([what, value]) =>
    value ? [[what, shorten(oneLine(value), valueMax)] as const] : [],
  );
}

function endOf({ settled, language, person }: Proposal, call: Pick<Call, 'channelId'> | undefined): string {
  const words = proposalWords[language];
  if (settled === 'discarded') return words.discarded;
  if (settled !== 'called') return words.expired;
  if (!call) return words.calledBefore;
  return call.channelId === person.userId ? words.calledAlone : words.called(`<#${call.channelId}>`);
}
