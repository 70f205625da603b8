import { describe, expect, test } from 'vitest';
import type { WireMessage } from '../../sandbox/slack/wire.ts';
import { withPlainSpaces } from '../support/ask.ts';
import { decide } from '../support/decide.ts';
import { deliveryTo } from '../support/deliveries.ts';
import { modalOf } from '../support/modal.ts';
import { bringJobsForward } from '../support/set-clock.ts';
import { approvedBy, createApprovalTown, wordsOf } from './approval-town.ts';

const here = createApprovalTown();
const { asks, clock, goOnTo, london, person, ringsOf, saying } = here;

/** Presses *Approve* in a message as it was sent, whatever stands there now. */
async function presses(userId: string, message: WireMessage) {
  const [, value = ''] =
    /"action_id":"approve_call".*?"value":"([^"]+)"/.exec(JSON.stringify(message.blocks)) ?? [];
  await here.town.slack.deliver(
    deliveryTo('actions', 'approve_call', { id: userId }, { value, channelId: 'D0X' }),
  );
}

/** Where somebody was told something alone. */
function told(userId: string, words: string) {
  const { slack } = here.town;
  const said = () => [...slack.calls('chat.postMessage'), ...slack.ephemerals(userId)];
  return slack.until(() => JSON.stringify(said()).includes(words));
}

test('an admin reads what people will read, and names who approves; the form says so', async () => {
  const { slack, store } = here.town;
  const [ana, luis, noor] = [person('ana'), person('luis'), person('noor')];
  const shown = () => withPlainSpaces(JSON.stringify(slack.modal(ana.id)?.blocks ?? []));
  const showing = (words: string) => slack.until(() => shown().includes(words));
  await ana.types(slack.channels.dinner, '/kally admin');
  await showing('Who called whom');
  await ana.clicks('modal', 'Approval');
  await showing('No call needs approval.');
  await ana.fills({ approvalWhen: ['always'] });
  await showing('Every call needs the approval of an admin.');
  await ana.fills({ approvers: 'named' });
  await showing('Nobody is named who could approve a call.');
  const refused = async (why: string) =>
    expect(await ana.submits()).toMatchObject({ errors: { approverPeople: expect.stringContaining(why) } });
  await refused('Name at least one person');
  await ana.fills({ approverPeople: [ana.id] });
  await refused('nobody approves their own calls');
  await ana.fills({ approverPeople: [ana.id, noor.id] });
  await refused('Guests, bots and people who left');
  await ana.fills({ approverPeople: [ana.id, luis.id] });
  expect(await ana.submits()).not.toHaveProperty('errors');
  await showing(`Every call needs the approval of <@${ana.id}>, <@${luis.id}>.`);
  expect((await store.rules.findNow(slack.teamId)).rules.approval).toMatchObject({
    when: ['always'],
    who: 'named',
    people: [ana.id, luis.id],
  });

  const formOf = async (one: typeof noor) => {
    await one.types(slack.channels.dinner, '/kally');
    await slack.until(() => slack.modal(one.id)?.submit);
    const blocks = JSON.stringify(slack.modal(one.id)?.blocks);
    slack.reload(one.id);
    return blocks;
  };
  expect(await formOf(noor)).toContain(`Every call needs the approval of <@${ana.id}>, <@${luis.id}>.`);
  await decide(here.town, approvedBy([luis.id], ['new_number', 'outside_hours', 'many_attempts']));
  expect(await formOf(noor)).toContain(
    [
      `Calls to numbers that nobody here has had called before need the approval of <@${luis.id}>.`,
      `Calls outside the hours in which Kally calls there need the approval of <@${luis.id}>.`,
      `Calls that Kally may try more often than once need the approval of <@${luis.id}>.`,
    ].join('\\n'),
  );
  await decide(here.town, approvedBy([], ['new_number']));
  expect(await formOf(luis)).toContain(
    'Las llamadas a números a los que aquí nadie ha llamado antes las tiene que aprobar un administrador.',
  );
  await decide(here.town, approvedBy([ana.id, luis.id]));
});

describe('a call that somebody else has to approve', () => {
  test('is dialled once when one of them approves it; the others read who did', async () => {
    const phone = london();
    await asks(phone);
    const card = await saying('dinner', phone, /Waiting for Ana Torres or Luis Ortega’s approval until/);
    expect(wordsOf(card)).toContain('Cancel');
    const toAna = await saying('anaAndKally', phone, 'Noor Haddad asks you to approve a call');
    expect(wordsOf(toAna)).toMatch(/repair bikes.*As soon as you approve.*Tries.*Cost/s);
    expect(wordsOf(toAna)).not.toContain(phone.slice(4, 11));
    const toLuis = await saying('luisAndKally', phone, 'te pide que apruebes una llamada');
    expect(ringsOf(phone)).toBe(0);

    await Promise.all([person('ana').clicks(toAna, 'Approve'), person('luis').clicks(toLuis, 'Aprobar')]);
    await here.town.slack.until(() => ringsOf(phone) === 1, { timeoutMs: 20_000 });
    const decided = await saying('luisAndKally', phone, /Aprobada por <@U0\w+>/);
    expect(wordsOf(await saying('anaAndKally', phone, /Approved by <@U0\w+>/))).not.toContain('approve_call');
    expect(wordsOf(decided)).not.toContain('approve_call');
    await saying('dinner', phone, 'Asked by');
    await bringJobsForward(here.town);
    expect(ringsOf(phone)).toBe(1);
  });

  test('is not dialled when one declines it, and who asked reads why', async () => {
    const phone = london();
    await asks(phone);
    const toLuis = await saying('luisAndKally', phone, 'te pide que apruebes');
    const toAna = await saying('anaAndKally', phone, 'asks you to approve');
    await person('luis').clicks(toLuis, 'Rechazar…');
    await modalOf(here.town, person('luis').id);
    expect(await person('luis').submits()).toMatchObject({ errors: { reason: expect.any(String) } });
    await person('luis').fills({ reason: 'Ya los llamó <@U0ANATORRE> ayer' });
    await person('luis').submits();
    expect(wordsOf(await saying('noorAndKally', phone, 'was declined'))).toContain(
      'Luis Ortega declined it: Ya los llamó <@U0ANATORRE> ayer',
    );
    expect(wordsOf(await saying('anaAndKally', phone, 'Declined by <@U0LUISORTE>'))).toContain('ayer');

    await presses(person('ana').id, toAna);
    await told(person('ana').id, 'Declined by');
    expect(ringsOf(phone)).toBe(0);
  });

  test('nobody who answers is reminded once, and then nothing is dialled', async () => {
    const phone = london();
    await asks(phone);
    await saying('luisAndKally', phone, 'te pide que apruebes');
    await goOnTo('2027-03-10T17:01:00Z');
    const reminder = await saying('anaAndKally', phone, 'still waits for your approval');
    await goOnTo('2027-03-10T19:00:01Z');
    await saying('noorAndKally', phone, 'Nobody answered in time. Nothing was dialled.');
    await saying('luisAndKally', phone, 'Nadie respondió a tiempo.');
    expect(wordsOf(await saying('anaAndKally', phone, 'Nobody answered in time'))).not.toContain(
      'approve_call',
    );
    await presses(person('ana').id, reminder);
    await bringJobsForward(here.town);
    expect(ringsOf(phone)).toBe(0);
  });

  test('can be taken back', async () => {
    const phone = london();
    await asks(phone);
    await saying('anaAndKally', phone, 'asks you to approve');
    await person('noor').clicks(await saying('dinner', phone, 'Waiting for'), 'Cancel');
    await saying('dinner', phone, 'Cancelled before anybody’s phone rang');
    await saying('anaAndKally', phone, 'It was taken back');
    expect(ringsOf(phone)).toBe(0);
  });

  test('for a time leaves then, and another time is asked about anew', async () => {
    const phone = london();
    await asks(phone, 'at 5pm and ask whether they repair bikes');
    const asked = await saying('anaAndKally', phone, /at 5:00 PM London time \(12:00 PM yours\)/);
    await person('ana').clicks(asked, 'Approve');
    const planned = await saying('dinner', phone, /\. Kally calls on Wednesday 10 March, at 17:00/);
    await person('noor').clicks(planned, 'Call now');
    await saying('dinner', phone, 'Waiting for');
    expect(ringsOf(phone)).toBe(0);
    const again = await saying('anaAndKally', phone, 'As soon as you approve');
    await person('ana').clicks(again, 'Approve');
    await here.town.slack.until(() => ringsOf(phone) === 1, { timeoutMs: 20_000 });
    // What was approved first does not let it leave once more.
    await goOnTo('2027-03-10T17:00:00Z');
    expect(ringsOf(phone)).toBe(1);
  });

  test('is dropped when its own time comes before an answer', async () => {
    const phone = london();
    await asks(phone, 'at 4:30pm and ask whether they repair bikes');
    await saying('anaAndKally', phone, 'asks you to approve');
    await goOnTo('2027-03-10T15:45:01Z');
    await goOnTo('2027-03-10T16:30:00Z');
    await saying('noorAndKally', phone, 'Nobody answered in time');
    expect(ringsOf(phone)).toBe(0);
  });

  test('what was approved still has to pass the other rules', async () => {
    const phone = london();
    await asks(phone);
    const asked = await saying('anaAndKally', phone, 'asks you to approve');
    await here.town.store.doNotCall.add({
      workspaceId: here.town.slack.teamId,
      phone: phone.replaceAll(' ', ''),
      maskedPhone: phone.slice(-3),
      by: 'kallyai',
      addedAt: clock.now(),
    });
    await person('ana').clicks(asked, 'Approve');
    await saying('noorAndKally', phone, 'do-not-call list');
    expect(ringsOf(phone)).toBe(0);
  });
});

describe('who may not decide', () => {
  test('the requester, a guest, and whoever is no approver any more', async () => {
    const phone = london();
    await asks(phone, undefined, 'ana');
    const toLuis = await saying('luisAndKally', phone, 'Ana Torres te pide');
    expect(
      here.town.slack
        .messages(here.town.slack.channels.anaAndKally)
        .some((one) => wordsOf(one).includes(phone.slice(-3))),
    ).toBe(false);
    await presses(person('ana').id, toLuis);
    await told(person('ana').id, 'Somebody else has to approve your own calls');
    await presses(person('noor').id, toLuis);
    await told(person('noor').id, 'You may not approve calls in this workspace');

    const luis = here.town.slack.people.luis as { isGuest: boolean };
    luis.isGuest = true;
    await person('luis').clicks(toLuis, 'Aprobar');
    await told(person('luis').id, 'Ya no puedes aprobar llamadas');
    luis.isGuest = false;
    await decide(here.town, approvedBy([person('ana').id, 'U0NOBODY00']));
    await person('luis').clicks(toLuis, 'Aprobar');
    await bringJobsForward(here.town);
    expect(ringsOf(phone)).toBe(0);
  });

  test('a sole admin approves their own', async () => {
    await decide(here.town, approvedBy([]));
    const phone = london();
    await asks(phone, undefined, 'ana');
    const asked = await saying('anaAndKally', phone, 'asks you to approve');
    await person('ana').clicks(asked, 'Approve');
    await here.town.slack.until(() => ringsOf(phone) === 1, { timeoutMs: 20_000 });
  });

  test('and where nobody is left, nothing is dialled', async () => {
    await decide(here.town, approvedBy(['U0NOBODY00']));
    const phone = london();
    await asks(phone);
    await saying('noorAndKally', phone, 'nobody is left who may give it');
    expect(ringsOf(phone)).toBe(0);
  });
});

test('only numbers that nobody here had called need approval, by that rule', async () => {
  await decide(here.town, approvedBy([person('ana').id, person('luis').id], ['new_number']));
  const phone = london();
  await asks(phone);
  await person('ana').clicks(await saying('anaAndKally', phone, 'had this number called before'), 'Approve');
  await here.town.slack.until(() => ringsOf(phone) === 1, { timeoutMs: 20_000 });
  await saying('dinner', phone, 'Asked by');
  await asks(phone, 'ask whether they rent bikes');
  await here.town.slack.until(() => ringsOf(phone) === 2, { timeoutMs: 20_000 });
});

test('of an approver who is forgotten, what they decided stands without their name and words', async () => {
  const { store, slack } = here.town;
  const phone = london();
  await asks(phone);
  await person('luis').clicks(await saying('luisAndKally', phone, 'te pide que apruebes'), 'Rechazar…');
  await modalOf(here.town, person('luis').id);
  await person('luis').fills({ reason: 'Hoy no' });
  await person('luis').submits();
  await saying('anaAndKally', phone, 'Declined by <@U0LUISORTE>');
  await saying('luisAndKally', phone, 'Rechazada');
  await store.forget({ workspaceId: slack.teamId, userId: person('luis').id });
  const made = await store.calls.ofPerson({ workspaceId: slack.teamId, userId: person('noor').id }, 50);
  const call = made.find(({ request }) => request.phone === phone.replaceAll(' ', ''));
  const approval = await store.approvals.find(call?.approvalId ?? '');
  expect(approval).toMatchObject({ asked: [person('ana').id], decision: { result: 'declined' } });
  expect(JSON.stringify([approval, await store.posts.ofCall(call?.id ?? '')])).not.toMatch(/U0LUIS|Hoy no/);
});
