import type { types } from '@slack/bolt';
import { z } from 'zod';
import {
  type BusinessAnswer,
  type BusinessFaults,
  type BusinessPage,
  type BusinessWish,
  businessDecisions,
  businessPageSize,
} from '../../calls/change-businesses.ts';
import type { SharedBusiness } from '../../calls/saved-businesses.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone } from '../../domain/phone.ts';
import { refusalWords } from '../errors/words.ts';
import { type Block, button, type ModalView, plain, plainNote, section, spokenMax } from '../ui/blocks.ts';
import { input, textInput } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { businessWords } from './business-words.ts';

export const businessFormId = 'business_form';
export const editBusinessActionId = 'edit_business';
export const turnBusinessesActionIds = ['previous_businesses', 'next_businesses'] as const;
/** A name for each: they stand in one block. */
export const decideBusinessActionIds: Record<BusinessWish, string> = {
  pin: 'pin_business',
  remove: 'remove_business',
  free: 'free_business',
};

const memorySchema = z.object({ offset: z.int().nonnegative() });
const editSchema = z.object({ phone: z.string() });
const offsetSchema = z.coerce.number().int().nonnegative().max(10_000);
const shownNameMax = 100;

/** Where the list stands that is open. */
export function offsetIn(metadata: string | undefined): number {
  return memorySchema.parse(JSON.parse(metadata || '{"offset":0}')).offset;
}

/** Where a button leads in the list; to its beginning if that cannot be read. */
export const readOffset = (value: string | undefined) => offsetSchema.safeParse(value).data ?? 0;
export const phoneInEdit = (metadata: string) => editSchema.parse(JSON.parse(metadata)).phone;
export const wishOf = (actionId: string) =>
  businessDecisions.find((wish) => decideBusinessActionIds[wish] === actionId);

/** The businesses that Kally suggests to a workspace, and what admins may do with each. */
export function businessesView(reader: Reader, page: BusinessPage, said?: string): ModalView {
  const words = businessWords[reader.language];
  const { businesses, offset } = page;
  const turning = turningButtons(reader.language, page);
  return {
    type: 'modal',
    title: plain(words.title),
    close: plain(words.close),
    private_metadata: JSON.stringify({ offset }),
    blocks: [
      // Names are what people typed: plain text.
      ...(said ? [{ type: 'section' as const, text: plain(said) }] : []),
      plainNote(words.intro),
      ...(businesses.length > 0
        ? businesses.flatMap((one) => entryBlocks(reader, one))
        : [section(words.empty)]),
      ...(turning.length > 0 ? [{ type: 'actions' as const, elements: turning }] : []),
    ],
  };
}

function entryBlocks(reader: Reader, { phone, businessName, state, at, decidedBy }: SharedBusiness): Block[] {
  const words = businessWords[reader.language];
  const name = shorten(oneLine(businessName), shownNameMax);
  const when = words[state](formatsIn(reader.language, reader.timeZone).moment(at));
  const [before, after] = decidedBy ? words.by('\0').split('\0') : [];
  const wishes = { called: ['pin', 'remove'], pinned: ['free', 'remove'], removed: ['free'] } as const;
  const labels = {
    pin: words.pin,
    remove: words.remove,
    free: state === 'pinned' ? words.unpin : words.putBack,
  };
  const spoken = (one: types.Button): types.Button => ({
    ...one,
    accessibility_label: shorten(`${one.text.text} ${shorten(name, 30)}, ${formatPhone(phone)}`, spokenMax),
  });
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: name, style: { bold: true, strike: state === 'removed' } },
            { type: 'text', text: `\n${formatPhone(phone)}\n${when}` },
            ...(decidedBy
              ? [
                  { type: 'text', text: ` ${before}` } as const,
                  { type: 'user', user_id: decidedBy } as const,
                  ...(after ? [{ type: 'text', text: after } as const] : []),
                ]
              : []),
          ],
        },
      ],
    },
    {
      type: 'actions',
      elements: [
        ...(state === 'removed' ? [] : [spoken(button(editBusinessActionId, words.edit, phone))]),
        ...wishes[state].map((wish) => spoken(button(decideBusinessActionIds[wish], labels[wish], phone))),
      ],
    },
  ];
}

function turningButtons(language: Language, { offset, hasMore }: BusinessPage): types.Button[] {
  const words = businessWords[language];
  const [previous, next] = turnBusinessesActionIds;
  return [
    ...(offset > 0 ? [button(previous, words.previous, String(Math.max(0, offset - businessPageSize)))] : []),
    ...(hasMore ? [button(next, words.next, String(offset + businessPageSize))] : []),
  ];
}

/** Another name or number for a business. */
export function editBusinessView(language: Language, { phone, businessName }: SharedBusiness): ModalView {
  const words = businessWords[language];
  return {
    type: 'modal',
    callback_id: businessFormId,
    title: plain(words.editTitle),
    submit: plain(words.save),
    close: plain(words.cancel),
    private_metadata: JSON.stringify({ phone }),
    blocks: [
      input({ field: 'businessName', label: words.name }, textInput('businessName', { value: businessName })),
      input(
        { field: 'phone', label: words.phone, hint: words.phoneHint },
        textInput('phone', { value: formatPhone(phone) }),
      ),
    ],
  };
}

export function goneBusinessView(language: Language): ModalView {
  return noticeView(language, businessWords[language].gone, businessWords[language].title);
}

/** What an admin reads after they decided, in plain text. */
export function decisionText(
  language: Language,
  what: BusinessWish | 'edited',
  answer: BusinessAnswer,
): string {
  const words = businessWords[language];
  if ('failed' in answer) return words[answer.failed];
  return words.said[what](shorten(oneLine(answer.done.businessName), shownNameMax));
}

export function editedBusinessView(language: Language, answer: BusinessAnswer): ModalView {
  const { title, close } = businessWords[language];
  const said = decisionText(language, 'edited', answer);
  return {
    type: 'modal',
    title: plain(title),
    close: plain(close),
    blocks: [{ type: 'section', text: plain(said) }],
  };
}

/** By field. */
export function businessErrors(language: Language, faults: BusinessFaults): Record<string, string> {
  const sentences = uiWords[language].faults;
  const { refusals } = refusalWords[language];
  const { businessName, phone } = faults;
  const isRule = phone === 'do_not_call' || phone === 'country_not_allowed';
  return {
    ...(businessName && {
      businessName:
        businessName === 'business_missing' ? businessWords[language].nameMissing : sentences[businessName],
    }),
    ...(phone && { phone: isRule ? refusals[phone].replaceAll('`', '') : sentences[phone] }),
  };
}
