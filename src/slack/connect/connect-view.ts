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

export const continueActionId = 'continue_form';
export const enterCodeActionId = 'enter_code';
export const notMeActionId = 'not_me';
export const codeFormId = 'link_code';

/** Why somebody is asked to connect: on the way to a form, for the first time, or once more. */
type Reason = 'form' | 'first' | 'again';

/** One button, for the person alone: it carries the nonce that binds their account. */
export function connectMessage(language: Language, url: string, reason: Reason): Message {
  const connect = connectWords[language];
  return {
    text: `${sentenceOf(language, reason)} ${connect.note}`,
    blocks: connectBlocks(language, url, reason),
  };
}

export function connectView(language: Language, url: string, reason: Reason): ModalView {
  const connect = connectWords[language];
  return {
    type: 'modal',
    title: plain(connect.title),
    close: plain(uiWords[language].close),
    blocks: connectBlocks(language, url, reason),
  };
}

function connectBlocks(language: Language, url: string, reason: Reason): Block[] {
  const connect = connectWords[language];
  return [
    section(sentenceOf(language, reason)),
    { type: 'actions', elements: [{ ...linkButton(connect.button, url), style: 'primary' }] },
    note(connect.note),
  ];
}

function sentenceOf(language: Language, reason: Reason): string {
  const connect = connectWords[language];
  return { form: `${connect.text} ${connect.kept}`, first: connect.text, again: connect.again }[reason];
}

/** The direct message after connecting; `attemptId` when the person was on the way to a form. */
export function connectedMessage(language: Language, attemptId: string | undefined): Message {
  const connect = connectWords[language];
  const text = `${connect.connected} ${attemptId ? connect.goOn : connect.ready}`;
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
  return {
    text: `${code.signedIn} ${code.wasItYou} ${code.note}`,
    blocks: [
      section(`${code.signedIn} ${code.wasItYou}`),
      {
        type: 'actions',
        elements: [
          { ...button(enterCodeActionId, code.enter, attemptId), style: 'primary' },
          button(notMeActionId, code.notMe, attemptId),
        ],
      },
      note(code.note),
    ],
  };
}

/** `memory` comes back with what is typed. */
export function codeView(language: Language, memory: string): ModalView {
  const { code } = connectWords[language];
  return {
    type: 'modal',
    callback_id: codeFormId,
    private_metadata: memory,
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

/** What the question becomes when nothing comes of it. */
export function notConnectedMessage(language: Language): Message {
  return sentence(connectWords[language].code.thrownAway);
}
