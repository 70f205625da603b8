import type { types } from '@slack/bolt';
import type { Overview } from '../../calls/answers.ts';
import { outcomeKinds } from '../../domain/outcome-kind.ts';
import type { Tally } from '../../domain/tally.ts';
import { barOf } from '../ui/bars.ts';
import { type Block, header, type ModalView, note, plain, section } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { auditWords } from './audit-words.ts';
import { overviewWords } from './overview-words.ts';

export const openOverviewActionId = 'open_overview';

/** What the calls of a workspace came to, in the last week and month: for each outcome a bar, and the same in words. */
export function overviewView(reader: Reader, { connected, week, month }: Overview): ModalView {
  const words = overviewWords[reader.language];
  const { number, plural } = formatsIn(reader.language, reader.timeZone);
  return {
    type: 'modal',
    title: plain(words.title),
    close: plain(words.close),
    blocks: [
      section(words.connected[plural(connected)](number(connected))),
      ...periodBlocks(reader, words.week, week),
      ...periodBlocks(reader, words.month, month),
      note(words.note),
    ],
  };
}

function periodBlocks(reader: Reader, title: string, tally: Tally): Block[] {
  const words = overviewWords[reader.language];
  const { reasons } = auditWords[reader.language];
  const { number, plural, duration, amount } = formatsIn(reader.language, reader.timeZone);
  const { calls, people, seconds, credits, refused } = tally;
  const said = [
    words.calls[plural(calls)](number(calls)),
    ...(calls > 0 ? [words.people[plural(people)](number(people))] : []),
    ...(seconds > 0 ? [words.onThePhone(duration(seconds))] : []),
    ...(credits > 0 ? [words.credits(amount(credits))] : []),
  ];
  const why = refused.map(({ reason, count }) => `• ${reasons[reason]}: ${number(count)}`);
  return [
    header(title),
    section(said.join(' · ')),
    ...(calls > 0 ? [chart(reader, tally)] : []),
    ...(why.length > 0 ? [section([words.refused, ...why].join('\n'))] : []),
  ];
}

function chart(reader: Reader, { calls, kinds }: Tally): types.RichTextBlock {
  const { outcomes } = auditWords[reader.language];
  const { number } = formatsIn(reader.language, reader.timeZone);
  const lines = outcomeKinds.filter((kind) => kinds[kind] > 0);
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: lines.flatMap((kind, index) => [
          { type: 'text', text: `${index > 0 ? '\n' : ''}${barOf(kinds[kind] / calls)}  ` } as const,
          { type: 'text', text: number(kinds[kind]), style: { bold: true } } as const,
          { type: 'text', text: ` ${outcomes[kind]}` } as const,
        ]),
      },
    ],
  };
}
