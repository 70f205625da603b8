import { expect, test } from 'vitest';
import { decide } from '../support/decide.ts';
import { sends } from '../support/modal.ts';
import { connectTo } from '../support/postgres-client.ts';
import { approvedBy, createApprovalTown, wordsOf } from './approval-town.ts';

const here = createApprovalTown();
const { asks, goOnTo, person, ringsOf, saying } = here;

const noors = () => ({ workspaceId: here.town.slack.teamId, userId: person('noor').id });
const callsTo = async (phone: string) =>
  (await here.town.store.calls.ofPerson(noors(), 50)).filter(
    ({ request }) => request.phone === phone.replaceAll(' ', ''),
  );
/** Time goes on to the next try, which leaves. */
async function nextTry(phone: string) {
  const planned = (await callsTo(phone)).find(({ stage }) => stage === 'planned');
  await goOnTo(new Date(planned?.plan?.dueAt ?? 0).toISOString());
}
const askedOf = (phone: string) =>
  here.town.slack
    .messages(here.town.slack.channels.anaAndKally)
    .filter((one) => wordsOf(one).includes(phone.slice(-3)));

test('each of three tries that were approved leaves without another question', async () => {
  await decide(here.town, approvedBy([person('ana').id], ['many_attempts']));
  const phone = '+1 415 555 0168';
  const noor = person('noor');
  await noor.types(here.town.slack.channels.dinner, `/kally ${phone} ask whether they repair bikes`);
  await here.town.slack.until(() => here.town.slack.modal(noor.id)?.submit);
  await noor.fills({
    'If nobody answers, or the line is busy': 'Try up to 2 more times, until 6 PM there the next day',
  });
  expect(await sends(noor)).toMatchObject({ closed: true });
  const asked = await saying('anaAndKally', phone, 'Tries: 3 at most');
  expect(ringsOf(phone)).toBe(0);
  await person('ana').clicks(asked, 'Approve');
  for (const times of [2, 3]) {
    await saying('dinner', phone, new RegExp(`tries again on.*Try ${times} of at most 3`, 's'));
    expect(ringsOf(phone)).toBe(times - 1);
    await nextTry(phone);
    await here.town.slack.until(() => ringsOf(phone) === times, { timeoutMs: 20_000 });
  }
  await saying('dinner', phone, /They .*Try 3 of at most 3/s);
  expect(askedOf(phone)).toHaveLength(1);
  expect(new Set((await callsTo(phone)).map(({ approvalId }) => approvalId)).size).toBe(1);
});

test('one try more than was approved is asked about anew, whatever the row says by then', async () => {
  await decide(here.town, approvedBy([person('ana').id]));
  const phone = '+1 415 555 0167';
  await asks(phone);
  await person('ana').clicks(await saying('anaAndKally', phone, 'Tries: Once'), 'Approve');
  const busy = await saying('dinner', phone, 'The line was busy.');
  const client = await connectTo(here.town.database.url);
  // Raised behind the approver's back, it is not what they read.
  await client.query('update approvals set attempts = 3');
  await client.end();
  await person('noor').clicks(busy, 'Try again in 10 min');
  await saying('dinner', phone, 'Waiting for');
  const again = await saying('anaAndKally', phone, 'Tries: 2 at most');
  await goOnTo('2027-03-10T15:05:00Z');
  expect(ringsOf(phone)).toBe(1);
  await person('ana').clicks(again, 'Approve');
  await saying('dinner', phone, 'tries again on');
  await nextTry(phone);
  await here.town.slack.until(() => ringsOf(phone) === 2, { timeoutMs: 20_000 });
});
