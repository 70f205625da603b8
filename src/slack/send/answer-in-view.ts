import { webApi } from '@slack/bolt';
import type { Language } from '../../domain/language.ts';
import type { ModalView } from '../ui/blocks.ts';
import { noticeView } from '../ui/notices.ts';
import { uiWords } from '../ui/words.ts';

type Where = { client: webApi.WebClient; viewId: string; language: Language };

/** Replaces the form with the result of its submission. Always replaces the "one moment" view, also on failure. */
export async function answerInView(
  { client, viewId, language }: Where,
  answer: () => Promise<ModalView>,
): Promise<void> {
  const show = (view: ModalView) =>
    client.views.update({ view_id: viewId, view }).then(() => {}, ignoreClosed);
  try {
    await show(await answer());
  } catch (error) {
    await show(noticeView(language, uiWords[language].broken));
    throw error;
  }
}

/** The person was quicker and sent or closed it. */
export function ignoreClosed(error: unknown) {
  if (!(error instanceof webApi.WebAPIPlatformError && error.data.error === 'not_found')) throw error;
}
