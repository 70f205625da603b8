import { defaultHours, isSameHours } from '../../domain/calling-hours.ts';
import type { Language } from '../../domain/language.ts';
import { type RulePage, type Rules, rulePages, standardRules } from '../../domain/rules.ts';
import { approvalLines } from '../ui/approval-rules.ts';
import { formatsIn, placeOfTimeZone, type Reader } from '../ui/formats.ts';
import { uiWords } from '../ui/words.ts';
import { ruleWords } from './rule-words.ts';

export const pagesOfRules = Object.keys(rulePages) as RulePage[];

/** The rules on one page, as everybody in the workspace reads them. */
export function linesOf(reader: Reader, page: RulePage, rules: Rules): string[] {
  return lines[page](reader, rules);
}

/** The pages that differ from the standard rules. */
export function pagesChanged(rules: Rules): RulePage[] {
  const isChanged = (page: RulePage) =>
    rulePages[page].some((key) => JSON.stringify(rules[key]) !== JSON.stringify(standardRules[key]));
  return pagesOfRules.filter(isChanged);
}

const lines: Record<RulePage, (reader: Reader, rules: Rules) => string[]> = {
  callers: ({ language }, { callers: { who, people } }) => {
    const { lines: words } = ruleWords[language];
    if (who !== 'named') return [words.who[who]];
    return [people.length > 0 ? words.named(people.map((id) => `<@${id}>`).join(', ')) : words.noOne];
  },

  places: ({ language, timeZone }, { countries, channels }) => {
    const { lines: words } = ruleWords[language];
    const names = countries.map(formatsIn(language, timeZone).country);
    return [
      countries.length > 0 ? words.countries(names.join(', ')) : words.allCountries,
      channels.length > 0 ? words.channels(channels.map((id) => `<#${id}>`).join(', ')) : words.allChannels,
    ];
  },

  hours: ({ language, timeZone }, { hours }) => {
    const { lines: words, faults } = ruleWords[language];
    if (!hours) return [words.usualHours];
    if (hours.days.length === 0) return [faults.hours_no_day];
    if (isSameHours(hours, { days: defaultHours.days, from: '00:00', until: '24:00' }))
      return [words.allHours];
    const { time } = formatsIn(language, timeZone);
    const until = hours.until === '24:00' ? '00:00' : hours.until;
    return [words.hours(daysText(language, hours.days), time(hours.from), time(until))];
  },

  amounts: ({ language, timeZone }, { perDay: { person, workspace, number } }) => {
    const { lines: words } = ruleWords[language];
    const { number: write } = formatsIn(language, timeZone);
    const counted = [
      ...(person === undefined ? [] : [words.perPerson(write(person))]),
      ...(workspace === undefined ? [] : [words.perWorkspace(write(workspace))]),
      ...(number === undefined ? [] : [words.perNumber(write(number))]),
    ];
    return counted.length > 0 ? counted : [words.noLimit];
  },

  digest: ({ language, timeZone }, { digest }) => {
    const { lines: words } = ruleWords[language];
    if (digest.channels.length === 0) return [words.noDigest];
    const channels = digest.channels.map((id) => `<#${id}>`).join(', ');
    const { time } = formatsIn(language, timeZone);
    return [words.digest(channels, time(digest.at), placeOfTimeZone(digest.timeZone, language))];
  },

  privacy: ({ language }, { privateCategories, recordings, privateTranscripts }) => {
    const { lines: words } = ruleWords[language];
    const { categories } = uiWords[language];
    const names = privateCategories.map((category) => categories[category]);
    return [
      names.length > 0 ? words.privateCategories(names.join(', ')) : words.noPrivateCategories,
      words.recordings[recordings ? 'on' : 'off'],
      words.transcripts[privateTranscripts ? 'on' : 'off'],
    ];
  },

  approval: (reader, { approval }) => approvalLines(reader, approval),
};

/** Days that follow one another in one: `Mon–Fri, Sun`. */
function daysText(language: Language, days: readonly number[]): string {
  const { weekdayOf } = formatsIn(language, 'UTC');
  const { everyDay } = ruleWords[language].lines;
  if (days.length === 7) return everyDay;
  const runs: [number, number][] = [];
  for (const day of days.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  const names = runs.map(([first, last]) =>
    first === last ? weekdayOf(first) : `${weekdayOf(first)}–${weekdayOf(last)}`,
  );
  return names.join(', ');
}
