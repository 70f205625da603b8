import { type Config, ConfigFaults, readConfig } from '../config.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkClock, createDates } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkKally } from './check-kally.ts';
import { checkSlack } from './check-slack.ts';
import { type Finding, findingsAbout } from './findings.ts';

type Environment = Parameters<typeof readConfig>[0];

const { ok, fault } = findingsAbout('Configuration');

/** Checks everything that Kally needs, and prints each finding at once. Changes nothing, and prints no secret. */
export async function* examine(env: Environment): AsyncGenerator<Finding> {
  const config = read(env);
  if (Array.isArray(config)) {
    yield* config;
    return;
  }
  yield ok('complete');
  const dates = createDates();
  yield* await checkDatabase(config);
  yield* await checkSlack(config, dates);
  yield* await checkKally(config, dates);
  yield* checkAddresses(config);
  yield* checkClock(dates);
}

function read(env: Environment): Config | Finding[] {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    const fix = 'Set it right in .env or in the environment; .env.example says what each value is.';
    return error.faults.map((text) => fault(text, fix));
  }
}
