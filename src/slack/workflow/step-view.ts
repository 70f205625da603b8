import type { ProposerNews } from '../../calls/announcer.ts';
import { type Call, isOver } from '../../domain/call.ts';
import { factKinds } from '../../domain/evidence/schema.ts';
import type { Language } from '../../domain/language.ts';
import { outcomeKindOf } from '../../domain/outcome-kind.ts';
import { formatPhone, maskPhone, readPhone } from '../../domain/phone.ts';
import { isOpen, type Proposal } from '../../domain/proposal.ts';
import { type Result, resultOf } from '../../domain/result.ts';
import { endedCall, factValue, lineText, outcomeLine, plainResult } from '../call/outcome-line.ts';
import { outcomeWords } from '../call/outcome-words.ts';
import { isAlone } from '../call/standing.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { stepWords } from './step-words.ts';

/** `asked`: the step is over when its person was asked. `outcome`: when the call is over, or will not be made. */
export type StepEnd = 'asked' | 'outcome';

/** How the step ends: with values for the steps after it, or with a sentence. `undefined` while it goes on. */
export type StepAnswer = { outputs: Record<string, string> } | { error: string };

/** The word of the output *Verdict*, on which workflows branch: they tell a booking at another time apart. */
function verdictOf(result: Result): string {
  return result === 'arranged_otherwise' ? result : outcomeKindOf({ stage: 'ended', result });
}

/** Slack names no limit of a text; a message takes this much. */
const textMax = 2_000;

/** What a step of a workflow is told of its proposal, and of the call that it became. */
export function stepAnswer(
  proposal: Proposal,
  { call, isUntold, isForgotten }: ProposerNews,
  { end, now }: { end: StepEnd; now: number },
): StepAnswer | undefined {
  const words = stepWords[proposal.language];
  if (isUntold) return { error: words.untold };
  if (isForgotten) return { error: words.gone };
  if (end === 'asked' && proposal.shown)
    return { outputs: { verdict: 'asked', headline: words.asked(whomOf(proposal)) } };
  if (proposal.settled === 'called') return call ? answerOf(call) : { error: words.gone };
  if (proposal.settled) return { error: words[proposal.settled] };
  return isOpen(proposal, now) ? undefined : { error: words.expired };
}

function answerOf(call: Call): StepAnswer | undefined {
  const { language } = call.request;
  const words = stepWords[language];
  if (!isOver(call.stage)) return undefined;
  if (call.stage === 'unknown') return { error: words.unknown };
  if (call.stage === 'refused')
    return { error: call.refusal?.code === 'stopped' ? words.cancelled : words.refused };
  const result = resultOf(call);
  return {
    outputs: {
      call_id: call.id,
      verdict: verdictOf(result),
      ...(isAlone(call.channelId, call)
        ? { headline: plainResult(language, result), facts: '' }
        : { headline: shorten(headlineOf(call), textMax), facts: shorten(factsOf(call), textMax) }),
    },
  };
}

function headlineOf(call: Call): string {
  const { language, timeZone } = call.request;
  return lineText(outcomeLine({ language, timeZone }, endedCall(call)));
}

/** As they stand on the card: a line for each kind. */
function factsOf(call: Call): string {
  const { language, timeZone } = call.request;
  const ended = endedCall(call);
  const facts = call.outcome?.evidence?.facts ?? [];
  return factKinds
    .map((kind) => ({ kind, ofKind: facts.filter((fact) => fact.kind === kind) }))
    .filter(({ ofKind }) => ofKind.length > 0)
    .map(({ kind, ofKind }) => {
      const values = new Set(ofKind.map((fact) => factValue({ language, timeZone }, ended, fact)));
      return `${outcomeWords[language].facts[kind]}: ${oneLine([...values].join(', '))}`;
    })
    .join('\n');
}

function whomOf({ draft, channelId, person }: Proposal): string {
  if (draft.businessName) return shorten(oneLine(draft.businessName), 100);
  const read = readPhone(draft.phone ?? '', undefined);
  if ('fault' in read) return '…';
  return isAlone(channelId, { requester: person }) ? formatPhone(read.phone) : maskPhone(read.phone);
}

export type StepFault = Exclude<keyof (typeof stepWords)['en'], 'asked' | 'blocked'>;

export const stepFault = (language: Language, fault: StepFault): string => stepWords[language][fault];
