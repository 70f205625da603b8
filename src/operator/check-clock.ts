import { type Finding, findingsAbout } from './findings.ts';

/** Compares our clock with the `Date` of answers to other checks. */
export function createDates() {
  const skews = new Map<string, number>();
  return {
    /** `Date` has whole seconds, so allowing for the duration of the answer would not make it more exact. */
    note(name: string, response: { headers: { get(name: string): string | null } }) {
      const said = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(said)) skews.set(name, Date.now() - said);
    },
    skews: (): ReadonlyMap<string, number> => skews,
  };
}

export type Dates = ReturnType<typeof createDates>;

const worthALookMs = 30_000;
/** Slack signs requests with the time; Kally refuses those that look older than five minutes. */
const brokenMs = 5 * 60_000;

const { ok, warning, fault } = findingsAbout('Clock');

export function checkClock(dates: Dates): Finding[] {
  const found = [...dates.skews()].map(([name, skewMs]) => judge(name, skewMs));
  const wrong = found.filter(({ state }) => state !== 'ok');
  if (wrong.length > 0) return wrong;
  return found.slice(0, 1);
}

function judge(name: string, skewMs: number): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const says = `this machine is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} ${name}`;
  const fix = 'Let the machine set its clock by itself (NTP): Slack’s requests are refused when it is wrong.';
  if (Math.abs(skewMs) > brokenMs) return fault(says, fix);
  if (Math.abs(skewMs) > worthALookMs) return warning(says, fix);
  return ok(`agrees with ${name}`);
}
