import type { AllMiddlewareArgs, Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Proposed } from '../../calls/propose-call.ts';
import type { Category, Draft, Reading } from '../../domain/call-request.ts';
import { readFreeText } from '../../domain/free-text.ts';
import type { Language } from '../../domain/language.ts';
import type { Person } from '../../domain/person.ts';
import { type Deps, personIn } from '../context.ts';
import { blockText } from '../form/findings-view.ts';
import { uiWords } from '../ui/words.ts';
import { readingOf } from '../workspace/profiles.ts';
import { type StepFault, stepFault } from './step-view.ts';
import { stepWords } from './step-words.ts';

const text = z.string().max(2_000);
const optionalText = text.nullish().transform((value) => value?.trim() || undefined);

const inputsSchema = z.object({
  phone: text,
  task: text,
  category: optionalText,
  business: optionalText,
  details: optionalText,
  channel: z
    .string()
    .regex(/^[CGD][A-Z0-9]{1,30}$/)
    .nullish(),
});
const personSchema = z.object({ person: z.string().regex(/^[UW][A-Z0-9]{1,30}$/) });

const runSchema = z.object({
  function_execution_id: z.string().min(1).max(200),
  bot_access_token: z.string().min(1).max(1_000),
  inputs: z.unknown(),
});
type Run = { execution: string; token: string; inputs: unknown };

/**
 * The step *Prepare a phone call*. It never dials: it proposes the call to its person, who confirms it by their own form and with their own
 * rights. Whoever made the workflow, or runs it, lends it none. Acknowledged last, so that Slack runs it again where this process dies;
 * the same run is the same proposal.
 */
export function prepareCall(deps: Deps): Middleware<SlackEventMiddlewareArgs<'function_executed'>> {
  return async ({ event, context, client, ack }) => {
    const heard = runSchema.safeParse(event).data;
    if (heard) {
      const { function_execution_id: execution, bot_access_token: token, inputs } = heard;
      const error = await propose(deps, { context, client }, { execution, token, inputs });
      const { workspaceId } = personIn(context, '');
      if (error) await deps.steps.fail({ workspaceId, execution, token }, error);
    }
    await (ack as () => Promise<void>)();
  };
}

/** Answers why nothing was proposed, for whoever made the workflow. */
async function propose(
  deps: Deps,
  { context, client }: Pick<AllMiddlewareArgs, 'context' | 'client'>,
  { execution, token, inputs }: Run,
): Promise<string | undefined> {
  const named = personSchema.safeParse(inputs).data;
  if (!named) return stepFault('en', 'noPerson');
  const person = personIn(context, named.person);
  const reader = await deps.profiles.of(person, client);
  const given = inputsSchema.safeParse(inputs).data;
  if (!given) return stepFault(reader.language, 'unreadable');
  const reading = readingOf(reader, deps.clock.now());
  const proposed = await deps.calls.propose(
    { person },
    {
      draft: await draftOf(deps, { person }, given, reading),
      reading,
      proposer: { kind: 'workflow' },
      key: execution,
      execution,
      executionToken: token,
      ...(given.channel && { channelId: given.channel }),
    },
  );
  return errorOf(proposed, reader.language);
}

/** Task and details are read as after `/kally`. What cannot be read is left to the person: it stays in what Kally is to ask. */
async function draftOf(
  { calls }: Deps,
  actor: { person: Person },
  { phone, task, category, business, details }: z.infer<typeof inputsSchema>,
  reading: Reading,
): Promise<Draft> {
  const wanted = [task.trim(), details].filter(Boolean).join('\n');
  // With the number, because days and times are by the clock of the business.
  const read = readFreeText(`${phone} ${wanted}`, reading).draft;
  const asked: Draft = {
    phone,
    task: wanted,
    category: categoryNamed(category) ?? read.category ?? 'general',
    ...(business && { businessName: business }),
  };
  const { phone: _, task: __, category: ___, businessName: ____, ...more } = read;
  const checked = await calls.check(actor, { ...asked, ...more }, reading);
  return 'faults' in checked && Object.keys(checked.faults).some((field) => field in more)
    ? asked
    : { ...asked, ...more };
}

/** In any of our languages, as the form names them or shorter. */
function categoryNamed(named: string | undefined): Category | undefined {
  const wanted = named?.toLowerCase();
  if (!wanted) return undefined;
  const all = Object.values(uiWords).flatMap(({ categories }) => Object.entries(categories));
  const found = all.find(([code, words]) => code === wanted || words.toLowerCase().includes(wanted));
  return found?.[0] as Category | undefined;
}

/** Why nothing was proposed. */
function errorOf(proposed: Proposed, language: Language): string | undefined {
  const words = stepWords[language];
  const of = (fault: StepFault) => stepFault(language, fault);
  // Read again after midnight, "tomorrow" is another day. The first reading stands.
  if ('proposal' in proposed || 'already' in proposed) return undefined;
  if ('capped' in proposed) return of('capped');
  if ('untold' in proposed) return of('untold');
  if ('blocked' in proposed) return words.blocked(blockText(language, proposed.blocked));
  const [fault] = Object.values(proposed.faults);
  return words.blocked(fault ? uiWords[language].faults[fault] : '');
}
