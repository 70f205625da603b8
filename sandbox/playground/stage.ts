import { Temporal } from 'temporal-polyfill';
import type { AccountId, KallySandbox } from '../kally/server.ts';
import type { SlackSandbox } from '../slack/server.ts';
import type { InputValue, WireMessage } from '../slack/wire.ts';
import { createVisitor } from './visitor.ts';

export type Stage = ReturnType<typeof createStage>;
type PersonName = keyof SlackSandbox['people'];
type ChannelName = keyof SlackSandbox['channels'];

const direct = { ana: 'anaAndKally', luis: 'luisAndKally', noor: 'noorAndKally' } as const;

const pressAgain = /Press Call again|Pulsa Llamar otra vez/;

/** Presses *Call*, and once more where the form asks for it: a busy machine may not have saved the call in time. */
export async function pressesCall(person: ReturnType<SlackSandbox['as']>) {
  const sent = await person.submits();
  return pressAgain.test(Object.values(sent.errors ?? {}).join()) ? person.submits() : sent;
}

type Around = {
  slack: SlackSandbox;
  kally: KallySandbox;
  setSpeed: (speed: number) => void;
  goOn: (ms: number | 'next') => Promise<boolean>;
  now: () => number;
};

/** What stories are played with: people who type, fill in, click and sign in, and eyes that wait for what comes. */
export function createStage({ slack, kally, setSpeed, goOn, now }: Around) {
  const as = (person: PersonName) => slack.as(slack.people[person].id);
  const posted = (channel: ChannelName) =>
    slack.messages(slack.channels[channel]).filter(({ isBot }) => isBot);

  /** The message of the app's that says this, when it does. */
  function sees(channel: ChannelName, words: string): Promise<WireMessage> {
    return slack.until(() => posted(channel).findLast(({ text }) => text.includes(words)), {
      timeoutMs: 30_000,
    });
  }

  function seesReplies(card: WireMessage, count: number): Promise<WireMessage[]> {
    return slack.until(
      () => {
        const replies = slack.thread(card.channelId, card.ts);
        return replies.length >= count && replies;
      },
      { timeoutMs: 30_000 },
    );
  }

  async function types(person: PersonName, channel: ChannelName, text: string): Promise<void> {
    const answer = await as(person).types(slack.channels[channel], text);
    if (!answer.ok) throw new Error(`${person} typed ${text}: ${answer.notice}`);
  }

  /** The form, once it has something to submit. */
  const form = (person: PersonName) => slack.until(() => slack.modal(slack.people[person].id)?.submit);

  /** The modal on top, once it says this. */
  function reads(person: PersonName, words: string) {
    return slack.until(() => JSON.stringify(slack.modal(slack.people[person].id) ?? '').includes(words));
  }

  /** Goes from `/kally admin` to a page that says this. */
  async function opensRules(person: PersonName, page: string, words: string): Promise<void> {
    as(person).reloads();
    await types(person, 'dinner', '/kally admin');
    await reads(person, 'Who called whom');
    await as(person).clicks('modal', page);
    await reads(person, words);
  }

  /** ISO 8601. */
  function tomorrowIn(timeZone: string): string {
    return Temporal.Instant.fromEpochMilliseconds(now())
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .add({ days: 1 })
      .toString();
  }

  /** Asks for a call, fills in the form and confirms it. */
  async function calls(
    person: PersonName,
    channel: ChannelName,
    request: string,
    fields: Record<string, InputValue> = {},
  ): Promise<void> {
    await types(person, channel, `/kally ${request}`);
    await form(person);
    await as(person).fills(fields);
    let sent = await pressesCall(as(person));
    // After midnight "tomorrow" may mean two days, and the form asks which: of the appointment, or of the call.
    const asked = ['date', 'callDate'].filter((field) => sent.errors?.[field]);
    if (asked.length > 0) {
      const tomorrow = tomorrowIn(slack.people[person].tz);
      await as(person).fills(Object.fromEntries(asked.map((field) => [field, tomorrow])));
      sent = await pressesCall(as(person));
    }
    // Where something is unusual, as at night, Kally asks before it calls.
    const answer = sent.ok && !sent.closed ? await pressesCall(as(person)) : sent;
    if (!answer.closed) throw new Error(`the form for ${request}: ${JSON.stringify(answer)}`);
  }

  /** From *Connect KallyAI* through the browser, and to the end in Slack. */
  async function connects(person: PersonName, account: AccountId = person): Promise<void> {
    await types(person, direct[person], '/kally login');
    const browser = createVisitor();
    const signIn = await browser.open(await slack.until(() => linkIn(whispers(person))));
    const asked = await browser.press(signIn, 'account', account);
    const done = await browser.press(asked, 'choice', 'connect');
    const code = /class="code">([\d ]+)</.exec(done.text)?.[1] ?? '';
    const question = await slack.until(() => posted(direct[person]).find((it) => holds(it, 'enter_code')));
    await as(person).clicks(question, { actionId: 'enter_code' });
    await form(person);
    await as(person).fills({ code });
    await as(person).submits();
    await slack.until(() =>
      posted(direct[person]).find((it) => it.ts === question.ts && !holds(it, 'enter_code')),
    );
    as(person).reloads();
  }

  const whispers = (person: PersonName) => slack.ephemerals(slack.people[person].id);

  return {
    slack,
    kally,
    setSpeed,
    goOn,
    as,
    types,
    calls,
    connects,
    form,
    reads,
    opensRules,
    sees,
    seesReplies,
    whispers,
    rang: (phone: string) => slack.until(() => kally.rings()[phone], { timeoutMs: 30_000 }),
  };
}

const holds = ({ blocks }: WireMessage, actionId: string) => JSON.stringify(blocks).includes(actionId);

/** Where the button of the last private message leads. */
function linkIn(messages: WireMessage[]): string | undefined {
  return messages
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.elements ?? []) as { url?: string }[]))
    .findLast(({ url }) => url)?.url;
}
