import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/domain/call.ts';
import { categories, type Draft } from '../../src/domain/call-request.ts';
import type { Evidence } from '../../src/domain/evidence/schema.ts';
import { languages } from '../../src/domain/language.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { transcriptFile, transcriptPages } from '../../src/slack/call/thread-view.ts';
import { type Card, cardMessage } from '../../src/slack/card/card-view.ts';
import { sharedMessage } from '../../src/slack/card/share-view.ts';
import { type CallForm, newCallForm, readCallForm } from '../../src/slack/form/form-state.ts';
import { callFormView, faultErrors } from '../../src/slack/form/form-view.ts';
import { timeZoneOptions } from '../../src/slack/preferences/preferences-view.ts';
import { shorten } from '../../src/slack/ui/text.ts';
import { callWith, everyCall, full, now, theirCalls } from '../support/samples.ts';

const outcomeWith = (evidence: Pick<Evidence, 'verdict' | 'mismatches'>): Outcome => ({
  highlights: [],
  nextSteps: [],
  transcript: 'read',
  evidence: { facts: [], flags: [], ...evidence },
});

describe('the card', () => {
  const card = (change: Partial<Card>) => cardMessage({ call: callWith(), isPrivate: false, ...change });

  test.each([
    ['condition', 'Pay the deposit of $20 by noon tomorrow.', 'There is a condition'],
    ['condition', 'Hay que pagar 20 € de señal.', 'There is a condition'],
    ['do_not_call_again', 'They asked not to be called again.', 'Please respect that'],
    ['do_not_call_again', 'Pidió que no se le llame más.', 'Please respect that'],
    ['do_not_call_again', 'They could not take the call.', 'Please respect that', 'is warned of'],
    ['condition', 'Booked at Luigi’s.', 'There is a condition', 'is warned of'],
  ] as const)('%s: “%s” is not said twice', (flag, highlight, warning, warned?: string) => {
    const outcome = outcomeWith({ verdict: flag === 'condition' ? 'arranged' : 'declined', mismatches: [] });
    const evidence = { ...outcome.evidence, flags: [flag] } as Evidence;
    const said = { ...outcome, highlights: [highlight], evidence };
    const call = callWith({ stage: 'ended', status: 'success', outcome: said });
    expect(JSON.stringify(card({ call })).includes(warning)).toBe(warned !== undefined);
  });

  test('masks the number in a channel', () => {
    const call = callWith({ request: full });
    expect(JSON.stringify(card({ call }).blocks)).toContain('+44 ••• 958');
    expect(card({ call: callWith() }).text).toContain('Call to a number ending in 958');
    expect(JSON.stringify(card({ call }))).not.toContain('7946');
    expect(card({ call, isPrivate: true }).text).toContain('+44 20 7946 0958');
  });

  test('says everything to screen readers', () => {
    const call = callWith({ request: full, stage: 'ended', status: 'no_answer' });
    expect(card({ call, requesterName: 'Ana Torres' }).text).toBe(
      [
        "Luigi's. Nobody answered.",
        'Asked by Ana Torres: “Ask if they repair bikes” · for 4 people · Friday 27 November · 20:30 · by KallyAI, an AI',
      ].join('\n'),
    );
  });

  test('in Spanish', () => {
    const inMadrid = { ...full, language: 'es' as const, timeZone: 'Europe/Madrid', partySize: 1 };
    const call = callWith({ request: inMadrid, stage: 'ended', status: 'success', durationSeconds: 125 });
    expect(card({ call, requesterName: 'Ana Torres' }).text).toBe(
      [
        "Luigi's. La llamada se hizo.",
        'Lo pidió Ana Torres: «Ask if they repair bikes» · para 1 persona · viernes, 27 de noviembre · 20:30 · 2 min 5 s · por KallyAI, una IA',
      ].join('\n'),
    );
  });

  test('names whose name is given where it is not the requester’s', () => {
    const call = callWith({ request: { ...full, name: 'Luis Ortega' } });
    expect(card({ call, requesterName: 'Ana Torres' }).text).toContain('in the name of Luis Ortega');
  });

  test('writes every time of a call abroad as its requester does', () => {
    const abroad = {
      language: 'es' as const,
      timeZone: 'America/Los_Angeles',
      requesterTimeZone: 'Europe/Madrid',
    };
    const call = callWith({
      request: { ...full, ...abroad },
      stage: 'ended',
      status: 'success',
      outcome: outcomeWith({
        verdict: 'arranged',
        mismatches: [{ field: 'time', asked: '20:30', said: '21:00' }],
      }),
    });
    expect(card({ call }).text).toContain('21:00, y no 20:30 como se pidió.');
  });

  test('says until when it is tried again while a call cannot be placed', () => {
    const call = callWith({ stage: 'queued', confirmedAt: now });
    const until = `If that does not help by <!date^${now / 1000 + 15 * 60}^{time}|10:15>, Kally does not call.`;
    expect(card({ call, delay: 'kally_busy' }).text).toContain(until);
    expect(card({ call: { ...call, stage: 'calling' }, delay: 'kally_away' }).text).not.toContain(
      'Kally does not call',
    );
  });

  test('offers what was said, and no calendar, where nothing is certain', () => {
    const call = callWith({
      request: full,
      stage: 'ended',
      status: 'success',
      kallyCallId: 'call_1',
      outcome: outcomeWith({ verdict: 'unclear', mismatches: [] }),
    });
    const [actions] = card({ call }).blocks.flatMap((block) =>
      block.type === 'actions' ? [block.elements] : [],
    );
    expect(actions?.map((element) => element.action_id)).toEqual(['call_transcript', 'call_menu']);
  });

  test('shows since when, in each reader’s time', () => {
    const call = callWith({ stage: 'calling', sentAt: now });
    expect(card({ call }).text).toContain(`On the phone since <!date^${now / 1000}^{time}|10:00>`);
  });

  test('offers to call again only if that can help', () => {
    const offers = (change: Partial<Call>) =>
      JSON.stringify(card({ call: callWith(change) })).includes('call_again');
    expect(offers({ stage: 'ended', status: 'failed' })).toBe(true);
    expect(offers({ stage: 'ended', status: 'success' })).toBe(false);
    expect(offers({ stage: 'unknown' })).toBe(true);
    for (const stage of ['queued', 'placing', 'calling', 'checking'] as const)
      expect(offers({ stage })).toBe(false);
  });

  test('offers to stop once, while there is something to stop', () => {
    const offers = (change: Partial<Call>) =>
      JSON.stringify(card({ call: callWith(change) })).includes('stop_call');
    for (const stage of ['queued', 'placing', 'calling', 'checking'] as const) {
      expect(offers({ stage })).toBe(true);
      expect(offers({ stage, stopRequestedAt: now })).toBe(false);
    }
    for (const stage of ['ended', 'refused', 'unknown'] as const) expect(offers({ stage })).toBe(false);
  });

  test('asks once before it hangs up on somebody', () => {
    const asks = (change: Partial<Call>) =>
      JSON.stringify(card({ call: callWith(change) })).includes('Somebody may be speaking');
    expect(asks({ stage: 'calling', status: 'in_progress' })).toBe(true);
    for (const change of [
      { stage: 'queued' },
      { stage: 'placing' },
      { stage: 'calling', status: 'queued' },
    ] as const)
      expect(asks(change)).toBe(false);
  });

  test('tells how a stopped call ended', () => {
    const titleOf = (change: Partial<Call>) =>
      card({
        call: callWith({ request: full, stage: 'ended', stopRequestedAt: now, stoppedAt: now, ...change }),
      }).text.split('\n')[0];
    expect(titleOf({ status: 'terminated', durationSeconds: 42 })).toBe("Luigi's. Stopped after 42 secs.");
    expect(titleOf({ status: 'failed' })).toBe("Luigi's. Stopped.");
    expect(titleOf({ status: 'cancelled' })).toContain('Cancelled before anybody’s phone rang');
    expect(titleOf({ status: 'success' })).toContain('The call went through');
  });

  test('leads to the plans when the quota is used up', () => {
    const refusal = { code: 'quota_exceeded' };
    const urlIn = (call: Call) => JSON.stringify(card({ call }).blocks).match(/"url":"([^"]+)"/)?.[1];
    expect(urlIn(callWith({ stage: 'refused', refusal }))).toBe('https://kallyai.com/pricing');
    const upgradeUrl = 'https://kallyai.com/upgrade?plan=pro';
    expect(urlIn(callWith({ stage: 'refused', refusal: { ...refusal, upgradeUrl } }))).toBe(upgradeUrl);
  });
});

describe('the form', () => {
  const opening = {
    language: 'en' as const,
    timeZone: 'America/New_York',
    country: 'US',
    hasSavedBusinesses: false,
    channelId: 'C1',
    canPostHere: 'yes' as const,
    draft: {},
  };
  const blocksOf = (form: CallForm) => callFormView(form, now).blocks;
  const idsOf = (form: CallForm) =>
    blocksOf(form).flatMap(({ block_id: id, type }) => (type === 'input' ? [id] : []));

  test('asks what belongs to the category', () => {
    const asked = Object.fromEntries(
      categories.map((category) => [category, idsOf(newCallForm({ ...opening, draft: { category } }))]),
    );
    expect(asked).toMatchInlineSnapshot(`
      {
        "clinic": [
          "category",
          "phone",
          "task",
          "businessName",
          "date",
          "time",
          "ifNotPossible",
          "name",
          "when",
          "ifNobody",
          "callLanguage",
          "place",
        ],
        "general": [
          "category",
          "phone",
          "task",
          "businessName",
          "name",
          "when",
          "ifNobody",
          "callLanguage",
          "place",
        ],
        "hotel": [
          "category",
          "phone",
          "task",
          "businessName",
          "date",
          "name",
          "when",
          "ifNobody",
          "callLanguage",
          "place",
        ],
        "restaurant": [
          "category",
          "phone",
          "task",
          "businessName",
          "partySize",
          "date",
          "time",
          "ifNotPossible",
          "name",
          "when",
          "ifNobody",
          "callLanguage",
          "place",
        ],
      }
    `);
  });

  test('keeps a clinic between the person and Kally, until they choose', () => {
    expect(newCallForm({ ...opening, draft: { category: 'clinic' } }).place).toBe('me');
    expect(newCallForm(opening).place).toBe('here');
    expect(newCallForm({ ...opening, canPostHere: 'no' }).place).toBe('me');
    expect(newCallForm({ ...opening, channelId: undefined }).place).toBe('me');
  });

  test('shows how the number was read, or what is wrong with it', () => {
    const hintOf = (phone: string) => {
      const block = blocksOf(newCallForm({ ...opening, draft: { phone } })).find(
        (one) => one.block_id === 'phone',
      );
      return block && 'hint' in block ? block.hint?.text : undefined;
    };
    expect(hintOf('(415) 555-0123')).toBe('Kally will dial +1 415 555 0123 (United States)');
    expect(hintOf('911')).toContain('dial it yourself, now');
    expect(hintOf('')).toBeUndefined();
  });

  test('reads back what it showed, and what it kept of the fields that went', () => {
    const draft: Draft = { category: 'restaurant', partySize: '4', date: '2026-11-27', time: '20:30' };
    const view = callFormView(newCallForm({ ...opening, draft: { ...draft, category: 'hotel' } }), now);
    const typed = {
      category: { category: { type: 'static_select', selected_option: { value: 'hotel' } } },
      phone: { phone: { type: 'plain_text_input', value: '415 555 0123' } },
      date: { date: { type: 'datepicker', selected_date: null } },
      place: { place: { type: 'radio_buttons', selected_option: { value: 'me' } } },
    };
    const form = readCallForm({ private_metadata: view.private_metadata ?? '', state: { values: typed } });
    expect(form.draft).toEqual({ category: 'hotel', phone: '415 555 0123', partySize: '4', time: '20:30' });
    expect(form).toMatchObject({ place: 'me', placeChosen: true });
  });

  test('has a sentence for every fault', () => {
    const view = { state: { values: { phone_1: { phone: {} }, date: { date: {} } } } };
    expect(faultErrors(view, 'en', { phone: 'phone_emergency', date: 'date_past' })).toEqual({
      phone_1: 'This is an emergency number. Kally cannot call it: dial it yourself, now.',
      date: 'This date has passed. Choose today or a later day.',
    });
  });
});

describe('a transcript', () => {
  const call = callWith();
  const line = (text: string, atSeconds: number) => ({ speaker: 'business' as const, text, atSeconds });

  test('names each speaker and the minute', () => {
    const [page] = transcriptPages(call.request, [
      { speaker: 'kally', text: 'Hello, do you repair bikes?', atSeconds: 2 },
      line('We do.', 65),
      { speaker: 'other', text: 'Who is it?' },
    ]);
    expect(page?.text).toBe(
      'Transcript\n[0:02] Kally: Hello, do you repair bikes?\n[1:05] Business: We do.\nOther: Who is it?',
    );
  });

  test('loses no word between its pages', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
    const lines = [line(words.slice(0, 2_000).join(' '), 1), line(words.slice(2_000).join(' '), 200)];
    const pages = transcriptPages(call.request, lines);
    expect(pages[0]?.text).toMatch(/^Transcript, 1 of \d/);
    const said = textsOf(
      pages.map(({ blocks }) => blocks),
      'text',
    )
      .join('')
      .replace(/\s|Business · \d+:\d\d/g, '');
    expect(said).toBe(words.join(''));
    expect(transcriptFile(call.request, lines).content).toContain(words.slice(0, 2_000).join(' '));
  });
});

test('a shared result masks the number', () => {
  for (const call of everyCall())
    for (const theirs of [undefined, ...theirCalls])
      expect(JSON.stringify(sharedMessage(call, theirs))).not.toContain('7946');
});

test('time zones fit into a menu, whatever is searched', () => {
  const inSlack = { language: 'en' as const, timeZone: 'America/Argentina/Buenos_Aires', country: 'AR' };
  for (const language of languages)
    for (const query of ['', 'zz', 'e'])
      for (const { text } of timeZoneOptions(query, { ...inSlack, language }, inSlack, now))
        expect(text.text.length).toBeLessThanOrEqual(75);
});

test('shortening splits no character, and prefers the end of a word', () => {
  expect(shorten('one two three', 9)).toBe('one two…');
  expect(shorten('😀😀😀', 4)).toBe('😀…');
  expect(shorten('short', 9)).toBe('short');
});

function textsOf(value: unknown, type: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === type && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap((one) => textsOf(one, type))];
}
