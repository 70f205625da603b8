import type { Language } from '../../domain/language.ts';
import {
  type Block,
  button,
  linkButton,
  type Message,
  type ModalView,
  note,
  plain,
  section,
  sentence,
} from '../ui/blocks.ts';
import { input, textInput } from '../ui/form-fields.ts';
import { uiWords } from '../ui/words.ts';
import { connectWords } from './words.ts';

export const connectActionId = 'connect_account';
export const pressConnectActionId = 'connect_in_browser';
export const continueActionId = 'continue_form';
export const enterCodeActionId = 'enter_code';
export const notMeActionId = 'not_me';
export const codeFormId = 'link_code';

/** Why somebody is asked to connect: with a request that is kept meanwhile, for the first time, or again. */
type Reason = 'kept' | 'first' | 'again';

/** The address carries the nonce that binds the person's account. */
export type ConnectLink = { attemptId: string; url: string };

export function connectMessage(language: Language, link: ConnectLink, reason: Reason): Message {
  const connect = connectWords[language];
  return {
    text: `${sentenceOf(language, reason)} ${connect.note}`,
    blocks: connectBlocks(language, link, reason),
  };
}

export function connectView(language: Language, link: ConnectLink, reason: Reason): ModalView {
  const connect = connectWords[language];
  return {
    type: 'modal',
    title: plain(connect.title),
    close: plain(uiWords[language].close),
    blocks: connectBlocks(language, link, reason),
  };
}

function connectBlocks(language: Language, { attemptId, url }: ConnectLink, reason: Reason): Block[] {
  const connect = connectWords[language];
  const press = { ...linkButton(connect.button, url), action_id: pressConnectActionId, value: attemptId };
  return [
    section(sentenceOf(language, reason)),
    { type: 'actions', elements: [{ ...press, style: 'primary' }] },
    note(connect.note),
  ];
}

function sentenceOf(language: Language, reason: Reason): string {
  const connect = connectWords[language];
  return {
    kept: `${connect.text} ${connect.kept}`,
    first: connect.text,
    again: connect.again,
  }[reason];
}

/** After connecting. *Continue* leads back to the form that the person was about to open, until their call is made. */
export function connectedMessage(
  language: Language,
  next: { attemptId?: string | undefined; calledIn?: string | undefined },
): Message {
  const connect = connectWords[language];
  const { attemptId, calledIn } = next;
  const ready = 'calledIn' in next ? calledIn && connect.calledIn(`<#${calledIn}>`) : connect.ready;
  const text = [connect.connected, attemptId ? connect.goOn : ready].filter(Boolean).join(' ');
  const goOn = attemptId && button(continueActionId, connect.continueButton, attemptId);
  return {
    text,
    blocks: [
      section(`:white_check_mark: ${text}`),
      ...(goOn ? [{ type: 'actions' as const, elements: [{ ...goOn, style: 'primary' as const }] }] : []),
    ],
  };
}

/** The question after somebody signed in in a browser, before anything is connected. */
export function codeMessage(language: Language, attemptId: string): Message {
  const { code } = connectWords[language];
  return { text: `${code.ask} ${code.note}`, blocks: codeBlocks(language, attemptId) };
}

/** Also for the Home tab. */
export function codeBlocks(language: Language, attemptId: string): Block[] {
  const { code } = connectWords[language];
  return [
    section(code.ask),
    {
      type: 'actions',
      elements: [
        { ...button(enterCodeActionId, code.enter, attemptId), style: 'primary' },
        button(notMeActionId, code.notMe, attemptId),
      ],
    },
    note(code.note),
  ];
}

export function codeView(language: Language, attemptId: string): ModalView {
  const { code } = connectWords[language];
  return {
    type: 'modal',
    callback_id: codeFormId,
    private_metadata: attemptId,
    title: plain(code.title),
    submit: plain(code.submit),
    close: plain(uiWords[language].cancel),
    blocks: [
      input(
        { field: 'code', label: code.label, hint: code.hint },
        textInput('code', { placeholder: '123 456', focus: true }),
      ),
    ],
  };
}

/** Replaces the question if nothing was connected. */
export function notConnectedMessage(language: Language): Message {
  return sentence(connectWords[language].code.thrownAway);
}
