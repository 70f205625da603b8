import { z } from 'zod';
import { readFreeText } from '../../src/domain/free-text.ts';
import { languages } from '../../src/domain/language.ts';
import { readPhone } from '../../src/domain/phone.ts';

const typedSchema = z.object({
  id: z.string(),
  language: z.enum(languages),
  country: z.string().optional(),
  timeZone: z.string(),
  now: z.string(),
  text: z.string(),
});

/** What the form would hold of a typed request; a number that cannot be called counts as empty. */
export function predictFreeText(row: unknown) {
  const { id, text, now, ...where } = typedSchema.parse(row);
  const reading = { ...where, country: where.country, now: Date.parse(now) };
  const { draft, isRequest } = readFreeText(text, reading);
  const { date, time, partySize, category, businessName } = draft;
  const read = draft.phone ? readPhone(draft.phone, reading.country) : {};
  return {
    id,
    ...('phone' in read && { phone: read.phone }),
    ...(date && { date }),
    ...(time && { time }),
    ...(partySize && { partySize: Number(partySize) }),
    ...(category && { category }),
    ...(businessName && { businessName }),
    isRequest,
  };
}
