import { z } from 'zod';
import type { ChangeFault } from '../../calls/change-rules.ts';
import { approvalReasons } from '../../domain/approval.ts';
import { categories } from '../../domain/call-request.ts';
import { type Language, languages } from '../../domain/language.ts';
import {
  approvedAttemptsRange,
  approverKinds,
  callerKinds,
  mostListed,
  perDayRange,
  type RulePage,
  type Rules,
  standardRules,
} from '../../domain/rules.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { formatsIn } from '../ui/formats.ts';
import { chosenLists, typedInputs } from '../ui/inputs.ts';
import { pagesOfRules } from './rule-lines.ts';
import { ruleWords } from './rule-words.ts';

/** What a page of the rules must know of itself while it is open: `version` is of the rules that the admin saw. */
const memorySchema = z.object({
  page: z.enum(pagesOfRules as [RulePage, ...RulePage[]]),
  version: z.int(),
  /** Of the admin who reads the page: a digest is told on their clock and in their language. */
  timeZone: z.string().refine(isTimeZone).catch('UTC'),
  language: z.enum(languages).catch('en'),
});
export type PageMemory = z.infer<typeof memorySchema>;
export const memoryOfPage = (memory: PageMemory): string => JSON.stringify(memorySchema.parse(memory));

type View = { private_metadata: string; state: { values: Record<string, object> } };

/** A field of the form, and what is wrong with it. */
type FieldFault = {
  field: string;
  code: ChangeFault['code'] | 'not_a_number' | 'attempts_range';
  what?: string;
};

const id = z.string().regex(/^[\w-]{1,64}$/);
const amountSchema = z.coerce.number().int().min(perDayRange.min).max(perDayRange.max);
const attemptsSchema = z.coerce.number().int().min(approvedAttemptsRange.min).max(approvedAttemptsRange.max);
const amountFields = { perPerson: 'person', perWorkspace: 'workspace', perNumber: 'number' } as const;

/** Reads a page of the form: the part of the rules that it would save, and values that no rule can hold. */
export function readRulesForm({ private_metadata, state: { values } }: View): Pick<
  PageMemory,
  'page' | 'version'
> & {
  wanted: Partial<Rules>;
  faults: FieldFault[];
} {
  const { page, version, timeZone, language } = memorySchema.parse(JSON.parse(private_metadata));
  const { typed } = typedInputs(values);
  const lists = chosenLists(values);
  const list = (field: string, most: number) => {
    const chosen = z.array(id).parse(lists[field] ?? []);
    return { chosen: chosen.slice(0, most), isTooLong: chosen.length > most };
  };
  const tooMany = (field: string): FieldFault => ({ field, code: 'too_many' });
  if (page === 'callers') {
    const people = list('people', mostListed.people);
    const who = z.enum(callerKinds).parse(typed.who);
    return {
      page,
      version,
      wanted: { callers: { who, people: who === 'named' ? people.chosen : [] } },
      faults: people.isTooLong ? [tooMany('people')] : [],
    };
  }
  if (page === 'places') {
    const countries = list('countries', mostListed.countries);
    const channels = list('channels', mostListed.channels);
    return {
      page,
      version,
      wanted: { countries: countries.chosen, channels: channels.chosen },
      faults: [
        ...(countries.isTooLong ? [tooMany('countries')] : []),
        ...(channels.isTooLong ? [tooMany('channels')] : []),
      ],
    };
  }
  if (page === 'hours') {
    const days = z.array(z.coerce.number().int()).parse(lists.hoursDays ?? []);
    const [from = '00:00', until = '00:00'] = [typed.hoursFrom, typed.hoursUntil];
    const hours = { days, from, until: until === '00:00' ? '24:00' : until };
    return { page, version, wanted: { hours }, faults: [] };
  }
  if (page === 'digest') {
    const channels = list('digestChannels', mostListed.digestChannels);
    const at = typed.digestAt ?? standardRules.digest.at;
    return {
      page,
      version,
      wanted: { digest: { channels: channels.chosen, at, timeZone, language } },
      faults: channels.isTooLong ? [tooMany('digestChannels')] : [],
    };
  }
  if (page === 'amounts') {
    const read = Object.entries(amountFields).flatMap(([field, key]) => {
      const text = typed[field];
      return text === undefined ? [] : [{ field, key, amount: amountSchema.safeParse(text).data }];
    });
    const perDay = read.flatMap(({ key, amount }) => (amount === undefined ? [] : [[key, amount]]));
    const strange = read.filter(({ amount }) => amount === undefined);
    return {
      page,
      version,
      wanted: { perDay: Object.fromEntries(perDay) as Rules['perDay'] },
      faults: strange.map(({ field }) => ({ field, code: 'not_a_number' })),
    };
  }
  if (page === 'approval') {
    const people = list('approverPeople', mostListed.approvers);
    const when = z.array(z.enum(approvalReasons)).parse(lists.approvalWhen ?? []);
    const who = z.enum(approverKinds).parse(typed.approvers ?? 'admins');
    const { data: attempts } = attemptsSchema.safeParse(typed.approvalAttempts ?? approvedAttemptsRange.min);
    return {
      page,
      version,
      wanted: {
        approval: {
          when,
          attempts: attempts ?? approvedAttemptsRange.min,
          who,
          people: who === 'named' ? people.chosen : [],
        },
      },
      faults: [
        ...(people.isTooLong ? [tooMany('approverPeople')] : []),
        ...(attempts === undefined ? [{ field: 'approvalAttempts', code: 'attempts_range' as const }] : []),
      ],
    };
  }
  return {
    page,
    version,
    wanted: {
      privateCategories: z.array(z.enum(categories)).parse(lists.privateCategories ?? []),
      recordings: typed.recordings !== 'off',
      privateTranscripts: typed.privateTranscripts === 'on',
    },
    faults: [],
  };
}

const fieldOf = { person: 'perPerson', number: 'perNumber', hours: 'hoursUntil' } as const;

/** The faults of rules, at the fields of the form. */
export function atFields(faults: ChangeFault[]): FieldFault[] {
  return faults.map((fault) => {
    const { field, code } = fault;
    const at =
      code === 'hours_no_day'
        ? 'hoursDays'
        : field in fieldOf
          ? fieldOf[field as keyof typeof fieldOf]
          : field;
    return { field: at, code, ...('what' in fault && fault.what !== undefined && { what: fault.what }) };
  });
}

function listOfField(field: string): keyof typeof mostListed {
  return field === 'approverPeople' ? 'approvers' : (field as keyof typeof mostListed);
}

/** One sentence for each field. The first visible field shows the errors of hidden ones. */
export function errorsOf({ state: { values } }: View, language: Language, faults: FieldFault[]) {
  const [first = 'who'] = Object.keys(values);
  const said = faults.map(({ field, code, what }) => [
    field in values ? field : first,
    sentenceOf(language, field, code, what),
  ]);
  return Object.fromEntries(said.toReversed()) as Record<string, string>;
}

export function sentenceOf(language: Language, field: string, code: FieldFault['code'], what = ''): string {
  const { faults } = ruleWords[language];
  const { number } = formatsIn(language, 'UTC');
  if (code === 'too_many') return faults.too_many(number(mostListed[listOfField(field)]));
  if (code === 'not_a_number') return faults.not_a_number(number(perDayRange.max));
  if (code === 'no_such_country') return faults.no_such_country(what);
  if (code === 'hours_too_wide') return faults.hours_too_wide(what);
  return faults[code];
}
