import type { Language } from '../../domain/language.ts';
import { button, type Message, note, section, sentence, sureDialog } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { accountWords } from './words.ts';

export const forgetActionId = 'forget_me';

/** What is kept about a person in a workspace. */
export type Kept = { isConnected: boolean; calls: number; underWay: number };

/** Says what is deleted and what stays; nothing happens before the click and its confirmation. */
export function forgetMessage(
  { language, timeZone }: Reader,
  { isConnected, calls, underWay }: Kept,
): Message {
  const { forget } = accountWords[language];
  const { plural, number } = formatsIn(language, timeZone);
  const counted = (words: typeof forget.calls, count: number) => words[plural(count)](number(count));
  const items = [
    ...(isConnected ? [forget.link] : []),
    ...(calls > 0 ? [counted(forget.calls, calls)] : []),
    forget.preferences,
  ];
  const list = [forget.intro, ...items.map((item) => `• ${item}`)].join('\n');
  const running = underWay > 0 ? [counted(forget.running, underWay)] : [];
  return {
    text: [forget.title, list, ...running, forget.remains].join('\n'),
    blocks: [
      section(`*${forget.title}*\n${list}`),
      ...running.map(section),
      note(forget.remains),
      { type: 'actions', elements: [{ ...forgetButton(language), style: 'danger' }] },
    ],
  };
}

function forgetButton(language: Language) {
  const { forget } = accountWords[language];
  return {
    ...button(forgetActionId, forget.button, 'forget'),
    confirm: sureDialog({
      title: forget.sure,
      text: forget.sureText,
      confirm: forget.button,
      deny: forget.cancel,
    }),
  };
}

export function forgottenMessage(language: Language): Message {
  const { forget } = accountWords[language];
  return { text: `${forget.done} ${forget.remains}`, blocks: [section(forget.done), note(forget.remains)] };
}

/** Replaces the card of a call that was under way, which would otherwise say so forever. */
export function forgottenCardMessage(language: Language): Message {
  return sentence(accountWords[language].forget.card);
}
