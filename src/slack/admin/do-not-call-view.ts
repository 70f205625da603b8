import type { types } from '@slack/bolt';
import { reasonMax } from '../../calls/change-rules.ts';
import type { Call } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone } from '../../domain/phone.ts';
import type { DoNotCallEntry } from '../../store/do-not-call.ts';
import { cardActionIds } from '../card/actions-view.ts';
import { type Block, button, type ModalView, note, plain, section, spokenMax } from '../ui/blocks.ts';
import { input, textInput } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { ruleWords } from './rule-words.ts';
import { placeOf } from './rules-view.ts';

export const doNotCallFormId = 'do_not_call_form';
export const liftFormId = 'lift_number_form';
export const liftActionId = 'lift_number';
export const olderNumbersActionId = 'older_numbers';

type Page = { entries: DoNotCallEntry[]; hasOlder: boolean };

/** The numbers that nobody may have called, and a form for one more. */
export function doNotCallView(reader: Reader, { entries, hasOlder }: Page): ModalView {
  const { list, cancel, doNotCall: words, older: olderWord } = ruleWords[reader.language];
  const last = entries.at(-1);
  const older = last && button(olderNumbersActionId, olderWord, placeOf(last.addedAt, last.id));
  return {
    type: 'modal',
    callback_id: doNotCallFormId,
    title: plain(list),
    submit: plain(words.add),
    close: plain(cancel),
    blocks: [
      note(words.intro),
      input({ field: 'phone', label: words.phone }, textInput('phone', {})),
      input(
        { field: 'reason', label: words.reason },
        textInput('reason', { placeholder: words.reasonExample }),
      ),
      { type: 'divider' },
      ...(entries.length > 0
        ? entries.flatMap((entry) => entryBlocks(reader, entry))
        : [section(words.empty)]),
      ...(hasOlder && older ? [{ type: 'actions' as const, elements: [older] }] : []),
    ],
  };
}

/** Rich text, because an admin wrote the reason. */
function entryBlocks(
  reader: Reader,
  { id, maskedPhone, reason, by, isAsked, addedAt, userId }: DoNotCallEntry,
): Block[] {
  const { doNotCall: words } = ruleWords[reader.language];
  const when = formatsIn(reader.language, reader.timeZone).moment(addedAt);
  const number = maskedPhone ?? words.lost;
  const why = by === 'kallyai' ? words.kallyai : isAsked ? words.asked : reason && oneLine(reason);
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: number, style: { bold: true } },
            { type: 'text', text: `\n${when}` },
            ...(userId
              ? [{ type: 'text', text: ' · ' } as const, { type: 'user', user_id: userId } as const]
              : []),
            ...(why ? [{ type: 'text', text: ` · ${why}` } as const] : []),
          ],
        },
      ],
    },
    {
      type: 'actions',
      elements: [
        {
          ...button(liftActionId, words.lift, id),
          accessibility_label: shorten(`${words.lift} ${number}, ${when}`, spokenMax),
        },
      ],
    },
  ];
}

/** Says that the number was added. Calls to it that are under way go on until somebody stops them. */
export function forbiddenView(
  reader: Reader,
  { phone, isNew, underWay }: { phone: string; isNew: boolean; underWay: Call[] },
): ModalView {
  const { language } = reader;
  const { list, doNotCall: words } = ruleWords[language];
  const said = (isNew ? words.added : words.already)(formatPhone(phone));
  return {
    ...noticeView(language, said, list),
    blocks: [
      section(said),
      ...underWay.slice(0, mostShown).map((call, index) => underWayBlock(reader, call, index + 1)),
    ],
  };
}

/** Nobody has so many calls to one number. */
const mostShown = 20;

/** Read aloud by number: there may be several to the same business. */
function underWayBlock(reader: Reader, call: Call, number: number): Block {
  const { id, requester, confirmedAt } = call;
  const { doNotCall: words } = ruleWords[reader.language];
  const { moment, number: write } = formatsIn(reader.language, reader.timeZone);
  const stop: types.Button = {
    ...button(cardActionIds.stop, words.stop, id),
    style: 'danger',
    accessibility_label: `${words.stop} ${write(number)}, ${moment(confirmedAt)}`,
  };
  return { ...section(words.underWay(`<@${requester.userId}>`)), accessory: stop };
}

/** Asks why a number may be called again. */
export function liftView(language: Language, entry: DoNotCallEntry): ModalView {
  const { cancel, doNotCall: words } = ruleWords[language];
  return {
    type: 'modal',
    callback_id: liftFormId,
    title: plain(words.liftTitle),
    submit: plain(words.liftSubmit),
    close: plain(cancel),
    private_metadata: JSON.stringify({ id: entry.id }),
    blocks: [
      section(words.liftIntro(entry.maskedPhone ?? words.lost)),
      input({ field: 'reason', label: words.liftReason }, textInput('reason', {})),
    ],
  };
}

export function liftedView(language: Language, phone: string | undefined): ModalView {
  const { list, doNotCall: words } = ruleWords[language];
  return noticeView(language, phone === undefined ? words.gone : words.lifted(phone), list);
}

/** What is wrong with a reason. */
export function faultOfReason(language: Language, reason: string | undefined): string | undefined {
  const { faults } = ruleWords[language];
  if (!reason?.trim()) return faults.reason_missing;
  return reason.length > reasonMax
    ? faults.reason_long(formatsIn(language, 'UTC').number(reasonMax))
    : undefined;
}
