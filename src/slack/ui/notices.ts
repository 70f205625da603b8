import type { Language } from '../../domain/language.ts';
import { type ModalView, plain, section } from './blocks.ts';
import { wordsIn } from './formats.ts';

/** Takes the trigger before it expires, while the database is still thinking. */
export function momentView(language: Language): ModalView {
  const { form } = wordsIn(language);
  return { ...noticeView(language, form.moment), title: plain(form.momentTitle) };
}

export function brokenView(language: Language): ModalView {
  return noticeView(language, wordsIn(language).form.broken);
}

export function noticeView(language: Language, text: string, title?: string): ModalView {
  const { form } = wordsIn(language);
  return {
    type: 'modal',
    title: plain(title ?? form.title),
    close: plain(form.close),
    blocks: [section(text)],
  };
}
