import { z } from 'zod';
import { type Fault, nameMax } from '../../domain/call-request.ts';
import { languages } from '../../domain/language.ts';
import { readPhone } from '../../domain/phone.ts';
import { countryOfTimeZone, isTimeZone } from '../../domain/time-zone.ts';
import { businessSharing, type Choices, transcriptReaders } from '../../store/preferences.ts';
import { typedInputs } from '../ui/inputs.ts';

/** Means: as in the person's Slack profile. */
export const asInSlack = 'auto';

const typedSchema = z.object({
  language: z.enum([asInSlack, ...languages]),
  timeZone: z.string(),
  name: z.string().optional(),
  callbackPhone: z.string().optional(),
  transcripts: z.enum(transcriptReaders),
  // A form that the last release opened does not ask for it.
  businesses: z.enum(businessSharing).default('workspace'),
});

type Faults = Partial<Record<keyof Choices, Fault | 'time_zone_unknown'>>;

/** The number is read by the country of the chosen zone, else of the zone in Slack. */
export function readChoices(
  values: unknown,
  inSlack: { country?: string },
): { choices: Choices } | { faults: Faults } {
  const { language, timeZone, name, callbackPhone, transcripts, businesses } = typedSchema.parse(
    typedInputs(values).typed,
  );
  const country = countryOfTimeZone(timeZone) ?? inSlack.country;
  const number = callbackPhone?.trim() ? readPhone(callbackPhone, country) : undefined;
  const isTooLong = name !== undefined && name.trim().length > nameMax;
  const isZoneKnown = timeZone === asInSlack || isTimeZone(timeZone);
  if (isTooLong || !isZoneKnown || (number && 'fault' in number)) {
    return {
      faults: {
        ...(!isZoneKnown && { timeZone: 'time_zone_unknown' }),
        ...(isTooLong && { name: 'name_too_long' }),
        ...(number && 'fault' in number && { callbackPhone: number.fault }),
      },
    };
  }
  return {
    choices: {
      transcripts,
      businesses,
      ...(language !== asInSlack && { language }),
      ...(timeZone !== asInSlack && { timeZone }),
      ...(name?.trim() && { name: name.trim() }),
      ...(number && { callbackPhone: number.phone }),
    },
  };
}
