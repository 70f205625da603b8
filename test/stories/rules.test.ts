import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { creditsFor } from '../../sandbox/kally/accounts.ts';
import { readConfig } from '../../src/config.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { connect, startTown, type Town } from '../support/app.ts';
import { answerTo, ask, withPlainSpaces } from '../support/ask.ts';
import { decide } from '../support/decide.ts';
import { deliveryTo } from '../support/deliveries.ts';
import { sends } from '../support/modal.ts';
import { request } from '../support/samples.ts';

/** Ana is an admin, Luis a member who reads Spanish, Noor a guest. */
let town: Town;
let store: Store;
beforeAll(async () => {
  town = await startTown({ kally: { speed: 200 } });
  const { databaseUrl = '', keys } = readConfig(town.environment);
  store = createStore({ databaseUrl, keys, onError: () => {} });
  await connect(town, ana());
  await connect(town, luis(), 'luis');
});
afterAll(async () => {
  await store.close();
  await town.stop();
});

const ana = () => town.slack.people.ana.id;
const luis = () => town.slack.people.luis.id;
const noor = () => town.slack.people.noor.id;
const rules = async () => (await store.rules.findNow(town.slack.teamId)).rules;
const shown = (userId: string) => withPlainSpaces(JSON.stringify(town.slack.modal(userId)?.blocks ?? []));
const showing = (userId: string, words: string) =>
  town.slack.until(() => shown(userId).includes(words), { timeoutMs: 15_000 });
afterEach(() => {
  for (const id of [ana(), luis(), noor()]) town.slack.reload(id);
});

/** Opens a page of the rules as an admin does. */
async function page(button: string, words: string, userId = ana()) {
  await town.slack.as(userId).types(town.slack.channels.dinner, '/kally admin');
  await showing(userId, 'Who called whom');
  await town.slack.as(userId).clicks('modal', button);
  await showing(userId, words);
  return town.slack.as(userId);
}

/** Saves what stands in the page, and reads what was said. */
async function save(userId = ana()) {
  const { errors } = await town.slack.as(userId).submits();
  if (errors) return Object.values(errors).join();
  await town.slack.until(() => !shown(userId).includes('Getting your form ready'));
  return shown(userId);
}

/** Presses *Call* in a form for this number; what the form says, or `closed`. */
async function call(userId: string, phone: string, channelId = town.slack.channels.dinner) {
  const { slack } = town;
  const person = slack.as(userId);
  await person.types(channelId, `/kally ${phone} ask for the opening hours of the shop`);
  await slack.until(() => slack.modal(userId)?.submit);
  const { closed, errors } = await sends(person);
  // Below a second look, what stands against the call is shown in its place.
  return closed ? 'closed' : Object.values(errors ?? {}).join() || shown(userId);
}

describe('who may call', () => {
  test('guests may not until they are allowed, and are told so before they type', async () => {
    const { slack } = town;
    expect((await ask(town, noor(), '+1 415 555 0101 ask for the opening hours')).text).toContain(
      'Guests of this workspace may not have Kally call.',
    );
    await slack.as(noor()).usesShortcut('make_a_call');
    await showing(noor(), 'Guests of this workspace may not');
    expect((await ask(town, noor(), 'rules')).text).toContain('Everybody but guests may have Kally call.');
  });

  test('a form that a guest sends all the same makes no call', async () => {
    await store.links.connect(
      { workspaceId: town.slack.teamId, userId: noor() },
      { accessToken: 'a', expiresAt: Date.now() + 3_600_000, grant: 'code' },
      Date.now(),
    );
    const delivery = deliveryTo('submissions', 'call_form', { id: noor() }, callFormOf('+14155550101'));
    expect(await town.slack.deliver(delivery)).toMatchObject({
      body: { response_action: 'errors', errors: { place: expect.stringContaining('Guests of this') } },
    });
    expect(town.kallyai.rings()['+14155550101']).toBeUndefined();
  });

  test('an admin sees what people will read, and names people; nobody else may call', async () => {
    const admin = await page('Who may call', 'Everybody but guests may have Kally call.');
    await admin.fills({ who: 'named' });
    await showing(ana(), 'Nobody is named, so nobody may have Kally call.');
    expect(await save()).toContain('Name at least one person');
    await admin.fills({ people: [luis()] });
    await showing(ana(), `These people may have Kally call: <@${luis()}>.`);
    expect(await save()).toContain('You are not among them');
    await admin.fills({ people: [ana()] });
    expect(await save()).toContain(`These people may have Kally call: <@${ana()}>.`);
    expect((await rules()).callers).toEqual({ who: 'named', people: [ana()] });

    expect((await ask(town, luis(), 'llamar')).text).toContain('Aquí solo pueden pedir llamadas');
    expect(await call(ana(), '+1 415 555 0101')).toBe('closed');
  });

  test('a change counts for calls that still wait', async () => {
    await decide(town, { callers: { who: 'everybody', people: [] } });
    await town.kallyai.setFault({ kind: 'down' });
    expect(await call(luis(), '+1 415 555 0102')).toBe('closed');
    await decide(town, { callers: { who: 'named', people: [ana()] } });
    await town.kallyai.setFault(null);
    const card = () => town.slack.messages(town.slack.channels.luisAndKally).at(-1)?.text ?? '';
    await town.slack.until(() => card().includes('Aquí solo pueden pedir llamadas'), { timeoutMs: 20_000 });
    expect(town.kallyai.rings()['+14155550102']).toBeUndefined();
    await decide(town, { callers: { who: 'members', people: [] } });
  });
});

/** The form of a call as somebody sends it who does not use Slack for that. */
function callFormOf(phone: string) {
  const input = (field: string, value: object) => ({ [field]: { [field]: value } });
  return {
    channelId: '',
    memory: JSON.stringify({
      channelId: town.slack.channels.dinner,
      timeZone: 'America/New_York',
      country: 'US',
      language: 'en',
      canPostHere: 'yes',
      place: 'here',
      placeChosen: true,
      placeRevision: 0,
      filledRevision: 0,
      hasSavedBusinesses: false,
      // Nobody raises their own limit by what they send.
      callsLeft: { left: 1_000, limit: 1_000, whose: 'person' },
      allowedChannels: [],
      kept: {},
    }),
    values: {
      ...input('category', { type: 'static_select', selected_option: { value: 'general' } }),
      ...input('phone', { type: 'plain_text_input', value: phone }),
      ...input('task', { type: 'plain_text_input', value: 'Ask for the opening hours' }),
      ...input('place', { type: 'radio_buttons', selected_option: { value: 'here' } }),
    },
  };
}

describe('where to', () => {
  test('only countries on the list are called, and only channels on it hear of it', async () => {
    const { slack } = town;
    const admin = await page('Countries, channels', 'Every country may be called');
    const { options } = await admin.loadsOptions('modal', 'countries', 'united s');
    expect(options?.map(({ value }) => value)).toEqual(['US']);
    await admin.fills({ countries: ['US'] });
    await showing(ana(), 'Only these countries may be called: United States.');
    await admin.fills({ channels: [slack.channels.travel] });
    await showing(ana(), `<#${slack.channels.travel}>`);
    expect(await save()).toContain('Only these countries may be called: United States.');
    expect(await rules()).toMatchObject({ countries: ['US'], channels: [slack.channels.travel] });
    slack.reload(ana());

    // In a channel that is not on the list, the result is for the person alone unless they insist.
    await slack.as(ana()).types(slack.channels.dinner, '/kally +44 20 7946 0958 ask if they repair bikes');
    await slack.until(() => slack.modal(ana())?.submit);
    const { errors } = await slack.as(ana()).submits();
    expect(errors).toEqual({ phone: expect.stringContaining('do not allow calls to this country') });
    await slack.as(ana()).fills({ place: 'here' });
    await showing(ana(), `allow results in <#${slack.channels.travel}> only`);
    await slack.as(ana()).fills({ phone: '+1 415 555 0103' });
    expect((await slack.as(ana()).submits()).errors).toEqual({
      place: expect.stringContaining('do not allow results in this channel'),
    });
    await slack.as(ana()).fills({ place: 'me' });
    expect(await slack.as(ana()).submits()).toMatchObject({ closed: true });
    await decide(town, { countries: [], channels: [] });
  });

  test('a channel in which Kally cannot post, and a country that there is not, are refused', async () => {
    const { slack } = town;
    const admin = await page('Countries, channels', 'Every country may be called');
    await admin.fills({ channels: [slack.channels.board] });
    expect(await save()).toContain('Kally cannot post in one of the new channels');
    const values = {
      countries: { countries: { type: 'multi_external_select', selected_options: [{ value: 'ZZ' }] } },
      channels: { channels: { type: 'multi_conversations_select', selected_conversations: [] } },
    };
    const { version } = await store.rules.findNow(slack.teamId);
    const memory = JSON.stringify({ page: 'places', version });
    const forged = deliveryTo('submissions', 'rules_form', { id: ana() }, { channelId: '', memory, values });
    expect(await slack.deliver(forged)).toMatchObject({
      body: { errors: { countries: 'There is no country "ZZ". Choose one from the list.' } },
    });
    expect(await rules()).toMatchObject({ countries: [], channels: [] });
  });
});

describe('how much', () => {
  test('what cannot be meant is refused', async () => {
    const admin = await page('How many calls', 'Calls within 24 hours are not counted.');
    await admin.fills({ perPerson: '7', perWorkspace: '3' });
    expect(await save()).toContain('This is more than the whole workspace may call');
    await admin.fills({ perPerson: '', perWorkspace: '' });
    expect(await save()).toContain('Calls within 24 hours are not counted.');
  });

  test('what is left is said before the click, and nobody gets more, whatever they send', async () => {
    const { slack } = town;
    const used = (await store.calls.countDay({ workspaceId: slack.teamId, userId: luis() }, Date.now()))
      .person;
    await decide(town, { perDay: { person: used + 1 } });
    await slack
      .as(luis())
      .types(slack.channels.dinner, '/kally +1 415 555 0104 pregunta por el horario de hoy');
    await showing(luis(), `Te queda 1 llamada de ${used + 1} en 24 horas.`);
    expect(await slack.as(luis()).submits()).toMatchObject({ closed: true });
    const forged = deliveryTo('submissions', 'call_form', { id: luis() }, callFormOf('+14155550105'));
    expect(await slack.deliver(forged)).toMatchObject({
      body: { errors: { place: expect.stringContaining('you have used all the calls') } },
    });
  });

  test('of many who press at once for the last call, one gets it', async () => {
    const { slack } = town;
    const counted = await store.calls.countDay({ workspaceId: slack.teamId, userId: ana() }, Date.now());
    const perDay = { workspace: counted.workspace + 1 };
    const confirm = (userId: string, number: number) =>
      store.calls
        .confirm(
          {
            id: randomUUID(),
            requester: { workspaceId: slack.teamId, userId },
            request: { ...request, phone: `+1415555020${number}` },
            channelId: userId,
            confirmedAt: Date.now(),
          },
          randomUUID(),
          async () => {},
          { caps: { ofPerson: 100, inWorkspace: 100, toNumberAnHour: 100, perDay } },
        )
        .then(
          () => 'called',
          (error: Error) => error.message,
        );
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) => confirm(number % 2 ? ana() : luis(), number)),
    );
    expect(answers.filter((answer) => answer === 'called')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['called', 'day_limit_of_workspace']));
  });

  test('one number is called so often by all of them', async () => {
    await decide(town, { perDay: { number: 1 } });
    expect(await call(ana(), '+1 415 555 0106')).toBe('closed');
    expect(await call(luis(), '+1 415 555 0106')).toContain('este número ya ha recibido todas');
    await decide(town, { perDay: {} });
  });
});

describe('the do-not-call list', () => {
  test('a number on it is not called, and lifting it takes a reason', async () => {
    const { slack } = town;
    const admin = await page('Do-not-call list', 'No number is on the list.');
    await admin.fills({ phone: '911', reason: 'They asked.' });
    expect(await save()).toContain('emergency number');
    await admin.fills({ phone: '+1 415 555 0107', reason: ' ' });
    expect(await save()).toContain('Say why');
    await admin.fills({ reason: 'They <!channel> asked us not to call.' });
    expect(await save()).toContain('+1 415 555 0107 is on the list.');
    slack.reload(ana());
    expect(await call(luis(), '+1 415 555 0107')).toContain('lista de no llamar');
    slack.reload(luis());

    await page('Do-not-call list', '+1 ••• 107');
    expect(shown(ana())).not.toContain('5550107');
    await slack.as(ana()).clicks('modal', 'Lift…');
    await showing(ana(), 'Other admins will see that you did');
    await slack.as(ana()).fills({ reason: ' ' });
    expect(await save()).toContain('Say why');
    await slack.as(ana()).fills({ reason: 'They called us back.' });
    expect(await save()).toContain('+1 ••• 107 is off the list.');
    slack.reload(ana());
    expect(await call(luis(), '+1 415 555 0107')).toBe('closed');
  });

  test('a number that is being called right now: its calls are shown, and can be stopped', async () => {
    const { slack } = town;
    await town.kallyai.setFault({ kind: 'down' });
    expect(await call(luis(), '+1 415 555 0108')).toBe('closed');
    const admin = await page('Do-not-call list', 'Number that must not be called');
    await admin.fills({ phone: '+1 415 555 0108', reason: 'They asked.' });
    expect(await save()).toContain(`A call to it is under way for <@${luis()}>`);
    await town.kallyai.setFault(null);
    const card = () => slack.messages(slack.channels.luisAndKally).at(-1)?.text ?? '';
    await slack.until(() => card().includes('lista de no llamar'), { timeoutMs: 20_000 });
    expect(town.kallyai.rings()['+14155550108']).toBeUndefined();
  });

  test('a business that asked KallyAI not to be called is put there by itself', async () => {
    const { slack } = town;
    expect(await call(ana(), suppressed)).toBe('closed');
    await slack.until(
      () => slack.messages(slack.channels.anaAndKally).at(-1)?.text.includes('Please respect'),
      {
        timeoutMs: 20_000,
      },
    );
    slack.reload(ana());
    expect(await call(luis(), suppressed)).toContain('lista de no llamar');
    slack.reload(luis());
    await page('Do-not-call list', 'KallyAI: they asked not to be called');
  });

  test('a business that says so in a call is put there by one click of its requester or an admin', async () => {
    const { slack } = town;
    const { dinner } = slack.channels;
    expect(await call(luis(), '+1 415 555 0160')).toBe('closed');
    const cardOf = (userId: string) =>
      slack
        .messages(dinner)
        .findLast(
          ({ isBot, text, blocks }) =>
            isBot &&
            text.includes('que acaba en 160') &&
            JSON.stringify(blocks).includes(userId ? 'No llamar más' : ''),
        );
    const card = await slack.until(() => cardOf(luis()), { timeoutMs: 20_000 });
    const told = (userId: string, words: string) =>
      slack.until(() => slack.ephemerals(userId).some(({ text }) => text.includes(words)));
    const press = (userId: string) => slack.as(userId).clicks(card, 'No llamar más');
    await press(noor());
    await told(noor(), 'Only');
    expect((await store.doNotCall.page(slack.teamId, 1)).entries[0]).not.toMatchObject({ isAsked: true });
    // *Details* offers it as well, to those who may.
    const details = (userId: string) =>
      answerTo(town, userId, () => slack.as(userId).clicks(card, 'call_menu', { value: 'Detalles' }));
    expect(JSON.stringify(await details(noor()))).not.toContain('keep_number_away');
    const read = await details(ana());
    expect(JSON.stringify(read)).toContain('Never call again');
    expect(JSON.stringify(read)).not.toMatch(/555 ?0160/);
    const infoOf = async () => (await ask(town, luis(), 'info')).blocks;
    expect(JSON.stringify(await infoOf())).toContain('No llamar más');
    await slack.as(luis()).clicks(await details(luis()), 'No llamar más');
    await told(luis(), 'El +1 415 555 0160 está en la lista de no llamar.');
    await slack.until(() => !cardOf(luis()));
    expect(JSON.stringify(await infoOf())).not.toContain('No llamar más');
    expect(await call(ana(), '+1 415 555 0160')).toContain('do-not-call list');
    slack.reload(ana());
    await page('Do-not-call list', 'They asked for it in a call');
    expect((await store.doNotCall.page(slack.teamId, 1)).entries[0]).toMatchObject({
      userId: luis(),
      isAsked: true,
    });
  });

  test('a click puts nobody there who did not ask for it, and twice is once', async () => {
    const { slack } = town;
    const listed = await store.doNotCall.page(slack.teamId, 10);
    const mine = await store.calls.ofPerson({ workspaceId: slack.teamId, userId: ana() }, 5);
    const [theirs] = await store.calls.ofPerson({ workspaceId: slack.teamId, userId: luis() }, 1);
    for (const { id } of [...mine, ...(theirs ? [theirs] : [])]) {
      const press = { channelId: slack.channels.dinner, value: id };
      await slack.deliver(deliveryTo('actions', 'keep_number_away', { id: ana() }, press));
    }
    // Nothing is announced where nothing changes.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await store.doNotCall.page(slack.teamId, 10)).toEqual(listed);
  });
});

/** By which the sandbox's KallyAI answers `suppression_violation`. */
const suppressed = '+1 415 555 0144';

describe('privacy', () => {
  test('results are private by category, recordings off, transcripts private', async () => {
    const { slack } = town;
    const admin = await page('Privacy', 'A clinic or a doctor');
    await admin.fills({
      privateCategories: ['clinic', 'general'],
      recordings: 'off',
      privateTranscripts: 'on',
    });
    await showing(ana(), 'Only the requester reads a transcript.');
    expect(await save()).toContain('Recordings are off.');
    slack.reload(ana());

    await slack.as(ana()).types(slack.channels.general, '/kally +1 415 555 0164 ask for the opening hours');
    await slack.until(() => slack.modal(ana())?.submit);
    expect(JSON.stringify(slack.modal(ana())?.values)).toContain('"value":"me"');
    await slack.as(ana()).fills({ place: 'here' });
    expect(await sends(slack.as(ana()))).toMatchObject({ closed: true });
    const card = () => slack.messages(slack.channels.general).at(-1);
    await slack.until(() => card()?.replies.length, { timeoutMs: 20_000 });
    await slack.until(
      () =>
        slack.thread(slack.channels.general, card()?.ts ?? '').some(({ text }) => text.includes(' alone.')),
      { timeoutMs: 20_000 },
    );
    const thread = slack.thread(slack.channels.general, card()?.ts ?? '');
    expect(thread.some(({ text }) => text.includes('Business:'))).toBe(false);
    expect(JSON.stringify(card()?.blocks)).not.toContain('Recording');

    // A card from before still has it.
    const older = slack
      .messages(slack.channels.dinner)
      .filter(({ blocks }) => /"Recording"/.test(JSON.stringify(blocks)));
    const [one] = older;
    if (!one) throw new Error('no card offers a recording');
    expect(await slack.as(ana()).clicks(one, 'call_menu', { value: 'Recording' })).toMatchObject({
      ok: true,
    });
    await slack.until(() =>
      slack.ephemerals(ana()).some(({ text }) => text.includes('switched recordings off')),
    );
  });
});

describe('two admins at once', () => {
  test('the second reads who was quicker, sees the rules as they are, and changes nothing', async () => {
    const admin = await page('How many calls', 'Calls within 24 hours for each person');
    await admin.fills({ perPerson: '5' });
    const { version, rules: before } = await store.rules.findNow(town.slack.teamId);
    // The clock of the app has jumped ahead.
    const changedAt = Date.now() + 30 * 24 * 3_600_000;
    const quicker = { kind: 'amounts' as const, userId: luis(), changedAt };
    await store.rules.change(town.slack.teamId, version, { ...before, perDay: { number: 9 } }, quicker);
    const said = await save();
    expect(said).toContain(`Nothing of yours was saved: <@${luis()}> changed the rules meanwhile`);
    expect(said).toContain('Calls within 24 hours to one number: 9 at most.');
    expect((await rules()).perDay).toEqual({ number: 9 });
    await decide(town, { perDay: {} });
  });
});

describe('who changed what', () => {
  test('is listed for admins, with reasons and without numbers', async () => {
    await page('Changes', 'Taken off the do-not-call list');
    const changes: string[] = [shown(ana())];
    while (shown(ana()).includes('"Older"')) {
      const before = shown(ana());
      await town.slack.as(ana()).clicks('modal', 'Older');
      await town.slack.until(() => shown(ana()) !== before);
      changes.push(shown(ana()));
    }
    const all = changes.join();
    expect(all).toContain('They called us back.');
    expect(all).toContain('KallyAI · Put on the do-not-call list');
    expect(all).toContain('Only 1 person by name may have Kally call.');
    expect(all).not.toMatch(/555 ?01/);
    await town.slack.as(ana()).clicks('modal', 'Send me all of them as CSV');
    await showing(ana(), 'The file is in your direct messages');
    const file = town.slack.files().at(-1);
    const csv = await (await fetch(new URL(file?.url ?? '', town.slack.url))).text();
    expect(csv).toMatch(
      /^[^,]+,U0ANATORRE,Ana [^,]+,Taken off the do-not-call list,'\+1 ••• 107,They called us back\.,,$/m,
    );
    expect(csv).toMatch(/,,,Put on the do-not-call list,/);
    expect(csv).not.toMatch(/555 ?01/);
  });

  test('on the Home tab, people read what admins decided, and admins have the way to change it', async () => {
    const home = (userId: string) => JSON.stringify(town.slack.home(userId)?.blocks ?? '');
    const looks = async (userId: string) => {
      await town.slack.as(userId).opensHome();
      return home(userId);
    };
    await expect.poll(() => looks(ana()), { timeout: 30_000, interval: 2_000 }).toContain('Do-not-call list');
    await town.slack.as(ana()).clicks('home', 'Privacy');
    await showing(ana(), 'May requesters listen to recordings?');
    await expect.poll(() => looks(luis()), { timeout: 30_000, interval: 2_000 }).toContain('desactivadas');
    expect(home(luis())).not.toContain('Lista de no llamar');
  });
});

describe('the overview', () => {
  test('says in numbers what calls came to, and by which rule requests were refused', async () => {
    const { slack } = town;
    await decide(town, { countries: ['US'] });
    expect(await call(luis(), '+44 20 7946 0958')).toContain('este país');
    slack.reload(luis());
    await decide(town, { countries: [] });
    const calls = await Promise.all(
      [ana(), luis()].map((userId) => store.calls.ofPerson({ workspaceId: slack.teamId, userId }, 1_000)),
    );
    const admin = slack.as(ana());
    await admin.types(slack.channels.dinner, '/kally admin');
    await showing(ana(), 'Who called whom');
    await admin.clicks('modal', 'Overview');
    await showing(ana(), 'people have their KallyAI account connected');
    const said = shown(ana());
    // Everything of this town happened within the week.
    expect(said).toContain(`*${calls.flat().length}* calls · asked for by 2 people · `);
    const charged = calls
      .flat()
      .flatMap(({ durationSeconds }) => (durationSeconds ? creditsFor(durationSeconds) : []));
    const credits = charged.reduce((sum, one) => sum + one, 0);
    expect(said).toMatch(/ on the phone · KallyAI credits used: /);
    expect(said).toContain(`KallyAI credits used: ${Math.round(credits * 10) / 10}`);
    expect(said).toMatch(/[█░]{12} {2}.*Stopped|[█░]{12} {2}/);
    expect(said).toContain('country not allowed: 2');
    expect(said).toContain('limit for one number: 1');
    expect(said).toContain('on the do-not-call list:');
    expect(said).not.toMatch(/20\W{0,2}7946|555 ?01/);
  });
});

describe('nobody but admins', () => {
  test('sees a page or the list, or changes anything', { timeout: 60_000 }, async () => {
    const { slack } = town;
    const before = await store.rules.findNow(slack.teamId);
    const entry = (await store.doNotCall.page(slack.teamId, 1)).entries[0];
    const from = slack.traffic.entries().at(-1)?.id ?? 0;
    const doers = [
      { id: luis() },
      { id: noor() },
      { id: ana(), teamId: 'T0ELSEWHERE' },
      { id: ana(), teamId: 'T0FIRST', organisationId: 'E0HARBOR' },
    ];
    const typed = (fields: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [
          field,
          { [field]: { type: 'plain_text_input', value } },
        ]),
      );
    const forms = {
      rules_form: {
        memory: JSON.stringify({ page: 'amounts', version: before.version }),
        values: typed({ perPerson: '9999' }),
      },
      do_not_call_form: {
        values: typed({ phone: '+14155550155', reason: 'Because.' }),
      },
      lift_number_form: {
        memory: JSON.stringify({ id: entry?.id }),
        values: typed({ reason: 'Because.' }),
      },
    };
    const channelId = slack.channels.dinner;
    for (const doer of doers) {
      for (const [name, form] of Object.entries(forms))
        await slack.deliver(
          deliveryTo('submissions', name, doer, { channelId, viewId: 'V0THEIRS', ...form }),
        );
      for (const [name, value] of [
        ['open_rules_callers', 'callers'],
        ['open_do_not_call', 'list'],
        ['open_rule_changes', 'changes'],
        ['rule_changes_file', 'csv'],
        ['open_overview', 'overview'],
        ['older_numbers', '1 x'],
        ['older_rule_changes', '1 x'],
        ['lift_number', entry?.id ?? ''],
      ] as const) {
        const delivery = deliveryTo('actions', name, doer, { channelId, value });
        await slack.deliver({ ...delivery, payload: { ...delivery.payload, view: { id: 'V0THEIRS' } } });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await store.rules.findNow(slack.teamId)).toEqual(before);
    expect((await store.doNotCall.page(slack.teamId, 1)).entries[0]).toEqual(entry);
    for (const workspaceId of ['T0ELSEWHERE', 'E0HARBOR'])
      expect(await store.rules.findNow(workspaceId)).toMatchObject({ version: 0 });
    // Ana's own Home tab and cards in channels may still follow the last calls.
    const said = slack.traffic
      .entries()
      .filter(
        ({ id, kind, name }) =>
          id > from && kind !== 'delivery' && !/^(views\.publish|chat\.(update|postMessage))$/.test(name),
      );
    expect(
      said
        .filter((e) => /•••|Who may have Kally call\?|account connected|changed_at/.test(JSON.stringify(e)))
        .map((e) => JSON.stringify(e).slice(0, 1500)),
    ).toEqual([]);
  });
});
