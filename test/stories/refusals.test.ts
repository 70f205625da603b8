import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedCodes } from '../../sandbox/kally/errors.ts';
import { magicPhones } from '../../sandbox/kally/phones.ts';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { languages } from '../../src/domain/language.ts';
import { KallyRefusal } from '../../src/kally/errors.ts';
import { cardWords } from '../../src/slack/call/card-words.ts';
import { outcomeWords } from '../../src/slack/call/outcome-words.ts';
import { callActionWords } from '../../src/slack/call/words.ts';
import { kallyTroubleOf } from '../../src/slack/errors/kally-errors.ts';
import { refusalWords } from '../../src/slack/errors/words.ts';
import { formWords } from '../../src/slack/form/words.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { modalOf, sends } from '../support/modal.ts';

type Code = keyof (typeof refusalWords)['en']['refusals'];
type Field = 'phone' | 'task' | 'date' | 'callLanguage' | 'none';

/** KallyAI's codes for a call it does not take: what the person reads, and the field it is about. */
const refusals: Record<
  string,
  {
    says: Code;
    field: Field;
    link?: keyof (typeof refusalWords)['en']['links'];
    /** Nothing where nothing that could be changed would help. */
    offers?: 'connect' | 'nothing';
  }
> = {
  quota_exceeded: { says: 'quota_exceeded', field: 'none', link: 'upgrade' },
  budget_exceeded: { says: 'budget_exceeded', field: 'none', link: 'kallyai' },
  budget_approval_required: { says: 'budget_approval_required', field: 'none', link: 'kallyai' },
  soft_cap_reached: { says: 'soft_cap_reached', field: 'none', link: 'kallyai' },
  missing_phone_number: { says: 'missing_phone_number', field: 'phone' },
  emergency_number: { says: 'emergency_number', field: 'phone', offers: 'nothing' },
  toll_number: { says: 'toll_number', field: 'phone' },
  safety_violation: { says: 'safety_violation', field: 'task' },
  consent_denied: { says: 'consent_denied', field: 'task', offers: 'nothing' },
  scheduling_violation: { says: 'scheduling_violation', field: 'date' },
  unsupported_language: { says: 'unsupported_language', field: 'callLanguage' },
  country_restriction: { says: 'country_restriction', field: 'phone', offers: 'nothing' },
  unsupported_country: { says: 'unsupported_country', field: 'phone', offers: 'nothing' },
  blocked_number: { says: 'blocked_number', field: 'phone', offers: 'nothing' },
  suppression_violation: { says: 'suppression_violation', field: 'phone', offers: 'nothing' },
  // A token that KallyAI does not take, though it is fresh, is mended by connecting anew.
  missing_token: { says: 'missing_token', field: 'none', offers: 'connect' },
  token_expired: { says: 'token_expired', field: 'none', offers: 'connect' },
  forbidden: { says: 'forbidden', field: 'none', offers: 'connect' },
  rate_limited: { says: 'rate_limited', field: 'none' },
};
const missing = ['call_not_found', 'transcript_not_found', 'recording_not_found'];

const refusing = magicPhones.flatMap(({ phone, behaviour: { refusal } }) =>
  refusal ? [{ phone, ...refusal }] : [],
);

test('every code on KallyAI’s page has its row, and a number that is refused with it', () => {
  expect([...Object.keys(refusals), ...missing].sort()).toEqual([...documentedCodes].sort());
  expect([...new Set(refusing.map(({ code }) => code))].sort()).toEqual(Object.keys(refusals).sort());
});

/** What becomes of a call whose answer is lost, or is none. */
const lost = [
  { phone: '+14155550113', ends: 'unknown' },
  { phone: '+14155550117', ends: 'unknown' },
  { phone: '+14155550118', ends: 'unknown' },
  { phone: '+14155550112', ends: 'success' },
  { phone: '+14155550114', ends: 'success' },
  { phone: '+14155550115', ends: 'success' },
  { phone: '+14155550116', ends: 'success' },
] as const;

const task = {
  en: 'Reserve a table for 2 tomorrow at 8pm',
  es: 'Reservar una mesa para 2 mañana a las 20:00',
};

describe.for([
  { language: 'en', name: 'ana', api: 'v2' },
  { language: 'es', name: 'luis', api: 'v1' },
] as const)('in $language, by the shapes of $api,', ({ language, name, api }) => {
  const cards = cardWords[language];
  const { refusals: sentences, links } = refusalWords[language];
  const ended = outcomeWords[language].byAi;
  let town: Town;
  const me = () => town.slack.people[name].id;
  const home = () => town.slack.channels[`${name}AndKally`];
  const isOf = (phone: string, text: string) => text.replaceAll(/[ +]/g, '').includes(phone.slice(1));
  /** Once it says this. */
  const cardOf = (phone: string, saying: string) =>
    town.slack.until(() =>
      town.slack.messages(home()).find(({ text }) => isOf(phone, text) && text.includes(saying)),
    );

  beforeAll(async () => {
    town = await startTown({ kally: { api } });
    await connect(town, me(), name);
    // These take their time; the others go by meanwhile.
    for (const { phone } of [...lost, { phone: '+14155550148' }]) await send(phone);
  });
  afterAll(() => town?.stop());

  async function send(phone: string) {
    const { slack } = town;
    await slack.as(me()).types(home(), `/kally ${phone} ${task[language]}`);
    await slack.until(() => slack.modal(me())?.submit);
    expect(await sends(slack.as(me()))).toMatchObject({ closed: true });
  }

  test.for(refusing)('$phone, $code: a sentence, a next step, and the form as it was', async (refused) => {
    const { phone, code, shape } = refused;
    const { says, field, link, offers } = refusals[code] ?? { says: 'other', field: 'none' };
    if (code !== 'rate_limited') await send(phone);
    const card = await cardOf(phone, sentences[says]);
    expect(card.text).toContain(cards.refused);
    const { edit, details, connect: connecting } = callActionWords[language].actions;
    const labels = [
      ...(offers === 'nothing' ? [] : [edit.label]),
      ...(offers === 'connect' ? [connecting.label] : []),
      details.label,
      ...(link ? [links[link]] : []),
    ];
    expect(buttonsOf(card).sort()).toEqual(labels.sort());
    // The reference is for KallyAI's support, so it stands where people look for it.
    expect(card.text).not.toMatch(/[0-9a-f]{8}-/);
    await town.slack.as(me()).clicks(card, details.label);
    const told = await town.slack.until(() =>
      town.slack.ephemerals(me()).findLast(({ text }) => isOf(phone, text) && text.includes(sentences[says])),
    );
    expect(/[0-9a-f]{8}-/.test(told.text), 'a reference for support').toBe(shape !== 'bare');
    if (offers === 'nothing') return;

    await town.slack.as(me()).clicks(card, edit.label);
    const form = await modalOf(town, me());
    await town.slack.until(() => town.slack.modal(me())?.submit);
    const { phone: shown, ...values } = form.values();
    expect(JSON.stringify(shown).replaceAll(' ', '')).toBe(JSON.stringify(phone));
    expect(values).toMatchObject({ partySize: '2', time: '20:00', category: 'restaurant' });
    expect(noteIn(form.modal())).toEqual({
      after: field,
      text: formWords[language].refused(sentences[says]),
    });
    await town.slack.as(me()).closes();
  });

  test.for(lost)('$phone, an answer that is none: $ends', { timeout: 60_000 }, async ({ phone, ends }) => {
    const title = ends === 'unknown' ? cards.unknown : ended;
    const card = await cardOf(phone, title);
    if (ends === 'unknown') expect(card.text).toContain(cards.unknownNext);
    expect(town.kallyai.rings()[phone] ?? 0).toBe(ends === 'unknown' ? 0 : 1);
  });
});

test('asked for anything else, KallyAI’s refusals are a sentence and a next step too', () => {
  for (const language of languages)
    for (const code of [...documentedCodes, 'never_heard_of'])
      for (const status of [400, 401, 402, 403, 404, 422, 429, 500, 503]) {
        const error = new KallyRefusal({
          endpoint: 'GET /v1/calls',
          status,
          code,
          correlationId: 'abc-1',
        });
        const { text = '' } = kallyTroubleOf({ language, timeZone: 'Europe/Madrid' }, error) ?? {};
        expect(text.match(/[.?!](?=\s|$)/g)?.length, `${status} ${code}: ${text}`).toBeGreaterThanOrEqual(2);
        expect(text).toContain('`abc-1`');
      }
});

function buttonsOf({ blocks }: WireMessage): string[] {
  const elements = blocks.flatMap(
    (block) => (block.elements ?? []) as { type: string; text?: { text: string } }[],
  );
  return elements.flatMap(({ type, text }) => (type === 'button' && text ? [text.text] : []));
}

/** The note about the refusal: what it says, and under which field. */
function noteIn({ blocks }: { blocks: Record<string, unknown>[] }) {
  const index = blocks.findIndex(({ type }) => type === 'context');
  const [note] = (blocks[index]?.elements ?? []) as { text: string }[];
  return { after: blocks[index - 1]?.block_id ?? 'none', text: note?.text };
}
