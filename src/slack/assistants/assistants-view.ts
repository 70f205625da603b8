import type { types } from '@slack/bolt';
import { assistantLifetimes } from '../../accounts/assistants.ts';
import { type AssistantToken, assistantScopes } from '../../domain/assistant.ts';
import {
  type Block,
  button,
  type ModalView,
  note,
  plain,
  section,
  spokenMax,
  sureDialog,
} from '../ui/blocks.ts';
import { factsBlock } from '../ui/facts.ts';
import { input, option, textInput } from '../ui/form-fields.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { assistantWords } from './words.ts';

export const assistantsFormId = 'assistants_form';
export const openAssistantsActionId = 'open_assistants';
export const disconnectAssistantActionId = 'disconnect_assistant';

/** A person's assistants, and a form for one more. */
export function assistantsView(reader: Reader, tokens: AssistantToken[]): ModalView {
  const words = assistantWords[reader.language];
  const scopes = assistantScopes.map((scope) => option(words.scopeNames[scope], scope));
  const days = assistantLifetimes.map((one) => option(words.dayNames[one], String(one)));
  const checkboxes: types.Checkboxes = {
    type: 'checkboxes',
    action_id: 'scopes',
    options: scopes,
    initial_options: scopes.filter(({ value }) => value !== 'stop'),
  };
  const lifetimes: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: 'days',
    options: days,
    ...(days[1] && { initial_option: days[1] }),
  };
  return {
    type: 'modal',
    callback_id: assistantsFormId,
    title: plain(words.title),
    submit: plain(words.connect),
    close: plain(words.cancel),
    blocks: [
      note(words.intro),
      input({ field: 'name', label: words.name }, textInput('name', { placeholder: words.nameExample })),
      input({ field: 'scopes', label: words.scopes }, checkboxes),
      input({ field: 'days', label: words.days }, lifetimes),
      { type: 'divider' },
      ...(tokens.length > 0
        ? [section(`*${words.list}*`), ...tokens.flatMap((token) => tokenBlocks(reader, token))]
        : [note(words.none)]),
    ],
  };
}

function tokenBlocks(
  reader: Reader,
  { id, name, scopes, createdAt, expiresAt, lastUsedAt }: AssistantToken,
): Block[] {
  const words = assistantWords[reader.language];
  const { moment } = formatsIn(reader.language, reader.timeZone);
  const title = oneLine(name) || words.unnamed;
  const made = `, ${moment(createdAt)}`;
  const line = [
    words.until(moment(expiresAt)),
    lastUsedAt === undefined ? words.unused : words.used(moment(lastUsedAt)),
    ...scopes.map((scope) => words.scopeNames[scope]),
  ].join(' · ');
  return [
    factsBlock({ title, line, facts: [] }),
    {
      type: 'actions',
      elements: [
        {
          ...button(disconnectAssistantActionId, words.disconnect, id),
          style: 'danger',
          accessibility_label: shorten(words.disconnectOne(title), spokenMax - made.length) + made,
          confirm: sureDialog({
            title: words.sure,
            text: words.sureText,
            confirm: words.disconnect,
            deny: words.cancel,
          }),
        },
      ],
    },
  ];
}

/** The only time that the token is shown. */
export function assistantConnectedView(
  { language }: Reader,
  { name, address, secret }: { name: string; address: string; secret: string },
): ModalView {
  const words = assistantWords[language];
  const code = (text: string): types.RichTextBlockElement => ({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text }],
  });
  const label = (text: string): types.RichTextBlockElement => ({
    type: 'rich_text_section',
    elements: [{ type: 'text', text, style: { bold: true } }],
  });
  return {
    type: 'modal',
    title: plain(words.connected),
    close: plain(words.close),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: words.connectedIntro(oneLine(name)) }],
          },
          label(words.address),
          code(address),
          label(words.token),
          code(secret),
        ],
      },
    ],
  };
}
