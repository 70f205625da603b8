import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;
export type Message = { text: string; blocks: Block[] };
export type ModalView = types.ModalView;

export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export const markup = (text: string): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** Only for our own words. What others wrote goes into rich text, where nothing is mark-up. */
export const section = (text: string): types.SectionBlock => ({
  type: 'section',
  text: markup(text),
});

/** A message of our own words. */
export const sentence = (text: string): Message => ({ text, blocks: [section(text)] });

export const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plain(text) });

export const note = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [markup(text)],
});

/** The same for text that others may have written: nothing in it is mark-up. */
export const plainNote = (text: string): types.ContextBlock => ({ type: 'context', elements: [plain(text)] });

export const button = (actionId: string, label: string, value: string): types.Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  value,
});

/** Slack's limit of a button's label for screen readers. */
export const spokenMax = 75;

/** Slack reports this click too; the app ignores it. */
export const linkButton = (label: string, url: string): types.Button => ({
  type: 'button',
  action_id: openLinkActionId,
  text: plain(label),
  url,
});
export const openLinkActionId = 'open_link';

/** Asks once more, before something that cannot be taken back. */
export function sureDialog(
  sure: Record<'title' | 'text' | 'confirm' | 'deny', string>,
): types.ConfirmationDialog {
  return {
    title: plain(sure.title),
    text: plain(sure.text),
    confirm: plain(sure.confirm),
    deny: plain(sure.deny),
    style: 'danger',
  };
}
