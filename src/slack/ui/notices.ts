import type { Language } from '../../domain/language.ts';
import { type ModalView, plain, section } from './blocks.ts';
import { uiWords } from './words.ts';

/** Uses the trigger before it expires, while the database is slow. */
export function momentView(language: Language): ModalView {
  const { moment, momentTitle } = uiWords[language];
  return { ...noticeView(language, moment), title: plain(momentTitle) };
}

export function brokenView(language: Language): ModalView {
  return noticeView(language, uiWords[language].notOpened);
}

export function noticeView(language: Language, text: string, title?: string): ModalView {
  const words = uiWords[language];
  return {
    type: 'modal',
    title: plain(title ?? words.title),
    close: plain(words.close),
    blocks: [section(text)],
  };
}
