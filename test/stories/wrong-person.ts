import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Delivery } from '../../sandbox/slack/delivery.ts';
import { createPasses, toCall } from '../../src/call-page/passes.ts';
import { readConfig } from '../../src/config.ts';
import { createSealing } from '../../src/store/sealing.ts';
import { connect, questionIn, signInBy, startTown, type Town } from '../support/app.ts';
import { assistantWith, tokenFor, use } from '../support/assistant.ts';
import { type Doer, deliveryTo, type Given, type Kind, listenerNames } from '../support/deliveries.ts';
import { createBrowser } from '../support/linking.ts';
import { formMemory } from '../support/samples.ts';

type WrongPerson =
  | 'a colleague'
  | 'a guest'
  | 'somebody of another workspace'
  | 'the same id in another workspace';

/** Hundreds of deliveries, as many at a time as a busy machine gets through. */
const thirds = ['first', 'second', 'last'] as const;

/** Ana has her account connected, a call that is for her alone, and a sign-in that waits for its code. These people try all that is hers. */
export function testWrongPeople(...names: WrongPerson[]) {
  let town: Town;
  let callId = '';
  let attemptId = '';
  let proposalId = '';
  let tokenId = '';
  let card = { channelId: '', ts: '' };
  const secret = /violet umbrella|Zenobia Quill|415 ?555 ?0101/;

  const ana = () => town.slack.people.ana.id;
  const wrongPeople = (): Record<WrongPerson, Doer> => ({
    'a colleague': { id: town.slack.people.luis.id },
    'a guest': { id: town.slack.people.noor.id },
    'somebody of another workspace': { id: 'U0STRANGER', teamId: 'T0ELSEWHERE' },
    'the same id in another workspace': { id: ana(), teamId: 'T0ELSEWHERE' },
  });

  beforeAll(async () => {
    town = await startTown({
      fronts: ['agent', 'workflow', 'previews'],
      env: { MCP_SERVER: 'on' },
      rules: { callers: { who: 'everybody', people: [] } },
    });
    const { slack } = town;
    await connect(town, ana());
    await slack
      .as(ana())
      .types(slack.channels.dinner, '/kally +1 415 555 0101 Ask for the violet umbrella left behind');
    await slack.until(() => slack.modal(ana())?.submit);
    await slack.as(ana()).fills({ 'Name to give': 'Zenobia Quill', 'Post the result in': 'me' });
    await slack.as(ana()).submits();
    const posted = await slack.until(() =>
      slack.messages(slack.channels.anaAndKally).find(({ blocks, replies }) => {
        callId ||= /"([0-9a-f]{8}-[0-9a-f-]{27})"/.exec(JSON.stringify(blocks))?.[1] ?? '';
        return callId && replies.length >= 1;
      }),
    );
    callId = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(posted.blocks))?.[1] ?? '';
    card = { channelId: posted.channelId, ts: posted.ts };
    const assistant = await assistantWith(town, await tokenFor(town, ana()));
    const wish = { task: 'Ask for the violet umbrella left behind', client_key: 'umbrella' };
    const { data } = await use(assistant, 'prepare_call', { phone: '+1 415 555 0101', ...wish });
    await assistant.close();
    proposalId = data.proposal_id ?? '';
    [{ id: tokenId = '' } = {}] = await town.store.assistantTokens.ofPerson(
      { workspaceId: slack.teamId, userId: ana() },
      town.clock.now(),
    );
    await slack.as(ana()).types(slack.channels.general, '/kally login');
    const prompt = await slack.until(() =>
      slack.ephemerals(ana()).find(({ text }) => text.includes('connected already')),
    );
    await signInBy(town, prompt);
    const asked = await slack.until(() => questionIn(slack)?.question);
    attemptId = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(asked.blocks))?.[1] ?? '';
  });
  afterAll(() => town?.stop());

  const typed = (fields: Record<string, object>) =>
    Object.fromEntries(Object.entries(fields).map(([field, state]) => [field, { [field]: state }]));

  /** What each listener is given of Ana's. A listener that is not here fails the first test. */
  const given: Record<Kind, Record<string, () => Partial<Given>>> = {
    commands: { '/kally': () => ({ text: `info ${callId}` }) },
    globalShortcuts: { make_a_call: () => ({}) },
    messageShortcuts: { call_about_this: () => ({ messageTs: card.ts }) },
    submissions: {
      call_form: () => ({
        memory: JSON.stringify(formMemory),
        values: typed({
          category: { selected_option: { value: 'general' } },
          phone: { value: '+1 415 555 0199' },
          task: { value: 'Ask about the opening hours' },
          place: { selected_option: { value: 'me' } },
        }),
      }),
      decline_call_form: () => ({
        memory: JSON.stringify({ callId, approvalId: callId }),
        values: typed({ reason: { value: 'Because.' } }),
      }),
      preferences: () => ({
        values: typed({
          language: { selected_option: { value: 'en' } },
          timeZone: { selected_option: { value: 'auto' } },
          transcripts: { selected_option: { value: 'thread' } },
          name: { value: 'Mallory' },
        }),
      }),
      share_form: () => ({
        memory: JSON.stringify({ callId }),
        values: typed({ channel: { selected_conversation: town.slack.channels.general } }),
      }),
      reschedule_form: () => ({
        memory: JSON.stringify({ callId, timeZone: 'UTC' }),
        values: typed({ date: { selected_date: '2027-01-02' }, time: { selected_time: '10:00' } }),
      }),
      change_call_time_form: () => ({
        memory: JSON.stringify({ callId, timeZone: 'UTC' }),
        values: typed({ date: { selected_date: '2027-01-02' }, time: { selected_time: '10:00' } }),
      }),
      before_call: () => ({
        memory: `${JSON.stringify({ wanted: { callId }, timeZone: 'UTC', shown: ['outside_hours'] })}\n`,
        values: typed({ callAt: { selected_option: { value: 'asked' } } }),
      }),
      admin_form: () => ({ values: typed({ retentionDays: { value: '1' } }) }),
      audit_form: () => ({ values: typed({ phone: { value: '+14155550101' } }) }),
      rules_form: () => ({
        memory: JSON.stringify({ page: 'amounts', version: 0 }),
        values: typed({ perPerson: { value: '9999' } }),
      }),
      do_not_call_form: () => ({
        values: typed({ phone: { value: '+14155550101' }, reason: { value: 'Because' } }),
      }),
      lift_number_form: () => ({
        memory: JSON.stringify({ id: callId }),
        values: typed({ reason: { value: 'Because' } }),
      }),
      assistants_form: () => ({
        values: typed({
          name: { value: 'Mallory' },
          scopes: { selected_options: [{ value: 'read' }] },
          days: { selected_option: { value: '365' } },
        }),
      }),
      business_form: () => ({
        memory: JSON.stringify({ phone: '+14155550101' }),
        values: typed({ businessName: { value: 'Mallory’s' }, phone: { value: '+14155550199' } }),
      }),
      link_code: () => ({
        memory: attemptId,
        values: typed({ code: { value: '000000' } }),
      }),
    },
    events: {
      app_mention: () => ({ text: `info ${callId}` }),
      'message.im': () => ({ text: `info ${callId}` }),
      app_home_opened: () => ({}),
      agent_session_stopped: () => ({ messageTs: card.ts }),
      link_shared: () => ({
        text: `${town.publicUrl}/calls/${callId}`,
        messageTs: card.ts,
        channelId: town.slack.channels.dinner,
      }),
      // They name no person, and Slack alone sends them.
      app_uninstalled: () => ({}),
      tokens_revoked: () => ({}),
      team_access_revoked: () => ({}),
      user_change: () => ({}),
    },
    steps: {
      // Ana is the one who confirms, whoever runs the workflow.
      prepare_phone_call: () => ({
        inputs: { phone: '+1 415 555 0199', task: 'Ask about the opening hours', person: ana() },
      }),
    },
    suggestions: {
      savedPlace: () => ({ value: '' }),
      timeZone: () => ({ value: '' }),
      countries: () => ({ value: 'a' }),
    },
    actions: {},
  };
  const ofPerson = ({ kind, name }: { kind: Kind; name: string }) =>
    !(
      kind === 'events' &&
      ['app_uninstalled', 'tokens_revoked', 'team_access_revoked', 'user_change'].includes(name)
    );

  /** Every id of Ana's, in every form in which a button may carry it. */
  const carried = () => [
    callId,
    attemptId,
    proposalId,
    tokenId,
    ...[
      'details',
      'transcript',
      'again',
      'calendar',
      'stop',
      'share',
      'recording',
      'reschedule',
      'checkAgain',
    ].map((deed) => `${deed}:${callId}`),
    `${callId} ${callId}`,
    '0',
  ];

  const deliveriesFor = ({ kind, name }: { kind: Kind; name: string }, doer: Doer) => {
    const base = { channelId: card.channelId, ...given[kind][name]?.() };
    const all = kind === 'actions' ? carried().map((value) => ({ ...base, value })) : [base];
    return all.map((one) => deliveryTo(kind, name, doer, one));
  };

  test('every listener that names something has its case', () => {
    const without = listenerNames().filter(({ kind, name }) => kind !== 'actions' && !given[kind][name]);
    expect(without).toEqual([]);
  });

  describe.each(names)('%s', (who) => {
    test.each(thirds)(
      'sees, changes and uses nothing of Ana’s: %s third of what is delivered',
      async (third) => {
        const { slack, kallyai } = town;
        const doer = wrongPeople()[who];
        const [before, rings] = [slack.traffic.entries().at(-1)?.id ?? 0, JSON.stringify(kallyai.rings())];
        const kallyBefore = kallyai.traffic().at(-1)?.id ?? 0;
        const listeners = listenerNames().filter(ofPerson);
        for (const listener of listeners.filter((_, index) => thirds[index % 3] === third))
          for (const delivery of deliveriesFor(listener, doer)) {
            const outcome = await slack.deliver(delivery);
            expect(outcome, listener.name).toMatchObject({ ok: true });
          }
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        const said = slack.traffic.entries().filter(({ id, kind }) => id > before && kind !== 'delivery');
        expect(JSON.stringify(said)).not.toMatch(secret);
        expect(JSON.stringify(kallyai.rings())).toBe(rings);
        const asked = kallyai
          .traffic()
          .filter(({ id, path }) => id > kallyBefore && !path.startsWith('/sandbox'));
        // Nobody but Ana is connected: whatever KallyAI was asked was asked in her name.
        expect(asked).toEqual([]);
      },
    );
  });

  test('a link to the page of her call, made in the name of anybody else, shows nothing of it', async () => {
    const passes = createPasses({
      sealing: createSealing(readConfig(town.environment).keys),
      clock: town.clock,
    });
    const open = async ({ id, teamId = town.slack.teamId }: Doer) => {
      const pass = passes.write([{ workspaceId: teamId, userId: id }], toCall(callId), 600_000);
      const visitor = createBrowser(town.publicUrl, town.publicUrl);
      return visitor.open(
        (await visitor.open(`/calls/${callId}?${new URLSearchParams({ k: pass })}`)).location,
      );
    };
    const external = { id: 'U0STRANGER' };
    for (const [who, doer] of Object.entries({
      ...wrongPeople(),
      'somebody Slack does not know': external,
    })) {
      const page = await open(doer);
      expect([who, page.status]).toEqual([who, 404]);
      expect(page.text).not.toMatch(secret);
    }
    expect((await open({ id: ana() })).text).toMatch(secret);
  });

  test('Ana is still connected afterwards, and her call still hers', async () => {
    const { slack } = town;
    expect(await town.store.proposals.find(proposalId)).not.toHaveProperty('settled');
    const person = { workspaceId: slack.teamId, userId: ana() };
    expect(await town.store.assistantTokens.ofPerson(person, town.clock.now())).toHaveLength(1);
    const before = slack.ephemerals(ana()).length;
    await slack.as(ana()).types(slack.channels.general, `/kally info ${callId}`);
    const details = await slack.until(() => slack.ephemerals(ana())[before]);
    expect(details.text).toMatch(secret);
  });

  if (!names.includes('a guest')) return;

  describe('a guest with an account, whose client names a channel', () => {
    const noor = () => town.slack.people.noor;
    const notThere =
      'You are not in that channel, so Kally posts nothing there for you. Choose another place.';
    const noChannel = 'Kally cannot post there. Invite it with /invite @Kally, or choose another place.';
    const wanted = {
      category: { selected_option: { value: 'general' } },
      phone: { value: '+1 415 555 0101' },
      task: { value: 'Ask about the opening hours' },
    };
    const answerTo = async (delivery: Delivery) => {
      const outcome = await town.slack.deliver(delivery);
      return outcome.ok ? outcome.body : outcome.error;
    };
    const botMessages = (channelId: string) => town.slack.messages(channelId).filter(({ isBot }) => isBot);

    /** Slack's answer to the form; the same with a place that a button or an earlier call carried. */
    async function asks(place: 'here' | 'other', channelId: string) {
      const chosen = { ...wanted, place: { selected_option: { value: place } } };
      const other = place === 'other' ? { otherChannel: { selected_conversation: channelId } } : {};
      const memory = { ...formMemory, canPostHere: 'yes', ...(place === 'here' && { channelId }) };
      return answerTo(
        deliveryTo('submissions', 'call_form', noor(), {
          channelId: town.slack.channels.noorAndKally,
          memory: JSON.stringify(memory),
          values: typed({ ...chosen, ...other }),
        }),
      );
    }

    beforeAll(() => connect(town, noor().id, 'luis'));

    test('has nothing posted where they are not', async () => {
      const { reception, general, board, anaAndKally } = town.slack.channels;
      const refused = (place: string) => ({ response_action: 'errors', errors: { place } });
      const rings = JSON.stringify(town.kallyai.rings());
      for (const place of ['here', 'other'] as const) {
        expect(await asks(place, reception)).toEqual(refused(notThere));
        expect(await asks(place, general)).toEqual(refused(notThere));
        expect(await asks(place, board)).toEqual(refused(noChannel));
        expect(await asks(place, ana())).toEqual(refused(noChannel));
        expect(await asks(place, anaAndKally)).toEqual(refused(noChannel));
      }
      expect([reception, general, board].flatMap(botMessages)).toEqual([]);
      expect(JSON.stringify(town.kallyai.rings())).toBe(rings);
    });

    test('is told if Slack does not say whether they are there', async () => {
      const { dinner } = town.slack.channels;
      town.slack.fault({ method: 'conversations.members', kind: 'refused', error: 'internal_error' });
      expect(JSON.stringify(await asks('other', dinner))).toContain('did not say in time');
      expect(botMessages(dinner)).toEqual([]);
    });

    test('shares a result where they are, and nowhere else', async () => {
      const { slack } = town;
      const { reception, dinner, noorAndKally } = slack.channels;
      await slack.as(noor().id).types(dinner, '/kally +1 415 555 0100 Ask about the opening hours');
      await slack.until(() => slack.modal(noor().id)?.submit);
      await slack.as(noor().id).fills({ 'Post the result in': 'My messages with Kally, only for me' });
      await slack.as(noor().id).submits();
      const card = await slack.until(() =>
        slack.messages(noorAndKally).find(({ text, isBot }) => isBot && text.includes('Asked by')),
      );
      const ownCall = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(JSON.stringify(card.blocks))?.[1];
      const share = (channelId: string) =>
        answerTo(
          deliveryTo('submissions', 'share_form', noor(), {
            channelId: noorAndKally,
            memory: JSON.stringify({ callId: ownCall }),
            values: typed({ channel: { selected_conversation: channelId } }),
          }),
        );
      expect(await share(reception)).toEqual({
        response_action: 'errors',
        errors: { channel: notThere },
      });
      expect(botMessages(reception)).toEqual([]);
      expect(await share(dinner)).toMatchObject({ response_action: 'update' });
      await slack.until(() => botMessages(dinner).length > 0);
    });
  });
}
