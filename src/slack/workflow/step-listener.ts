import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
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

/**
 * The step *Prepare a phone call*. It never dials: it proposes the call to its person, who confirms it by their own form and with their own
 * rights. Whoever made the workflow, or runs it, lends it none. Acknowledged last, so that Slack runs it again where this process dies;
 * the same run is the same proposal.
 */
export function prepareCall(deps: Deps): Middleware<SlackEventMiddlewareArgs<'function_executed'>> {
  return async ({ event, context, client, ack }) => {
    const { function_execution_id: execution, bot_access_token: token } = event;
    const fail = async (error: string) => {
      const { workspaceId } = personIn(context, '');
      await deps.steps.fail({ workspaceId, execution, token }, error);
    };
    const named = personSchema.safeParse(event.inputs).data;
    const inputs = inputsSchema.safeParse(event.inputs).data;
    if (!named || !inputs) await fail(stepFault('en', named ? 'unreadable' : 'noPerson'));
    else {
      const person = personIn(context, named.person);
      const reader = await deps.profiles.of(person, client);
      const reading = readingOf(reader, deps.clock.now());
      const proposed = await deps.calls.propose(
        { person },
        {
          draft: await draftOf(deps, { person }, inputs, reading),
          reading,
          proposer: { kind: 'workflow' },
          key: execution,
          execution,
          executionToken: token,
          ...(inputs.channel && { channelId: inputs.channel }),
        },
      );
      const error = errorOf(proposed, reader.language);
      if (error) await fail(error);
    }
    await (ack as () => Promise<void>)();
  };
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
  if ('proposal' in proposed) return undefined;
  if ('already' in proposed) return of('twice');
  if ('capped' in proposed) return of('capped');
  if ('untold' in proposed) return of('untold');
  if ('blocked' in proposed) return words.blocked(blockText(language, proposed.blocked));
  const [fault] = Object.values(proposed.faults);
  return words.blocked(fault ? uiWords[language].faults[fault] : '');
}
