import type { types } from '@slack/bolt';
import { z } from 'zod';
import { callRequestSchema } from '../../domain/call-request.ts';
import { type WallTime, wallTimeAt, wallTimeSchema } from '../../domain/due-time.ts';
import { askCodes } from '../../domain/plan.ts';
import { pricingUrl } from '../errors/refusals.ts';
import { type Block, linkButton, type ModalView, plain, section } from '../ui/blocks.ts';
import { input, option } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { beforeWords } from './before-words.ts';
import { type Asking, askText } from './findings-view.ts';

export const beforeCallId = 'before_call';

const wantedSchema = z.union([
  /** A call that is not written yet: nothing is stored before it is confirmed. */
  z.object({
    request: callRequestSchema.omit({ task: true }),
    channelId: z.string(),
    isAskedThere: z.boolean(),
    /** What is told once the call is on its way. */
    sent: z.object({
      openedIn: z.string().optional(),
      postedIn: z.string().optional(),
      attemptId: z.string().optional(),
    }),
    submissionId: z.string(),
    proposalId: z.string().exactOptional(),
    due: wallTimeSchema.exactOptional(),
  }),
  /** A planned one: to be called now, or at another time. */
  z.object({ callId: z.uuid(), due: wallTimeSchema.exactOptional() }),
]);
export type Wanted = z.infer<typeof wantedSchema>;
const memorySchema = z.object({
  wanted: wantedSchema,
  /** By whose clock it is called. */
  timeZone: z.string(),
  /** What is shown, and accepted by going on. */
  shown: z.array(z.enum(askCodes)),
  /** The next time at which they may be called. */
  opens: wallTimeSchema.exactOptional(),
});
export type BeforeCall = z.infer<typeof memorySchema> & { task: string };

/** The task follows the rest as plain text: as JSON, a task with many line breaks would exceed Slack's 3,000 characters. */
function memoryOf({ task, ...memory }: BeforeCall): string {
  return `${JSON.stringify(memorySchema.parse(memory))}\n${task}`;
}

export function readBeforeCall(metadata: string): BeforeCall {
  const end = metadata.indexOf('\n');
  return { ...memorySchema.parse(JSON.parse(metadata.slice(0, end))), task: metadata.slice(end + 1) };
}

/** At the next time when they may be called, or as it was asked for. */
export const callAtChoices = ['opens', 'asked'] as const;

type Look = {
  wanted: Wanted;
  /** Of a call that is not written yet. */
  task?: string;
  timeZone: string;
  findings: Asking[];
  /** Where a colleague's call can be seen. */
  callUrl?: string | undefined;
  now: number;
};

/** *Before Kally calls*: what is unusual about a call, and what to do. */
export function beforeCallView(reader: Reader, look: Look): ModalView {
  const { wanted, task = '', findings, timeZone, now } = look;
  const words = beforeWords[reader.language];
  const night = findings.find((finding) => finding.code === 'outside_hours');
  const opens = night?.opensAt === undefined ? undefined : wallTimeAt(night.opensAt, timeZone);
  const shown = findings.map(({ code }) => code);
  return {
    type: 'modal',
    callback_id: beforeCallId,
    title: plain(words.title),
    submit: plain(night ? words.confirm : words.anyway),
    close: plain(words.back),
    private_metadata: memoryOf({ wanted, timeZone, shown, task, ...(opens && { opens }) }),
    blocks: [
      ...findings.map((finding) => findingBlock(reader, finding, now, look.callUrl)),
      ...(night ? [whenBlock(reader, night, opens, now)] : []),
    ],
  };
}

function findingBlock(reader: Reader, finding: Asking, now: number, callUrl: string | undefined): Block {
  const { seeCall, plans } = beforeWords[reader.language];
  const said = section(askText(reader, finding, now));
  if (finding.code === 'number_called' && callUrl)
    return { ...said, accessory: linkButton(seeCall, callUrl) };
  if (finding.code === 'balance_low') return { ...said, accessory: linkButton(plans, pricingUrl) };
  return said;
}

function whenBlock(
  { language, timeZone: own }: Reader,
  { timeZone, isNow, opensAt = 0 }: Asking & { code: 'outside_hours' },
  opens: WallTime | undefined,
  now: number,
): Block {
  const words = beforeWords[language];
  const formats = formatsIn(language, own);
  const spoken = (wall: WallTime) => `${formats.date(wall.date, now)}, ${formats.time(wall.time)}`;
  // Where the zone is not known, only the person's own time says anything.
  const then = timeZone ? words.opens : (when: string) => words.opensYours(when);
  const first = opens && option(then(spoken(timeZone ? opens : wallTimeAt(opensAt, own))), 'opens');
  const asked = option(isNow ? words.nowOpen : words.thenOpen, 'asked');
  const radio: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: 'callAt',
    options: first ? [first, asked] : [asked],
    ...(first && { initial_option: first }),
  };
  return input({ field: 'callAt', label: words.when }, radio);
}

/** Why the call is not on its way. */
export function beforeCallNotice(language: Reader['language'], text: string): ModalView {
  return noticeView(language, text, beforeWords[language].title);
}
