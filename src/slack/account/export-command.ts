import { savedBusinessesIn } from '../../calls/saved-businesses.ts';
import type { Interaction } from '../context.ts';
import { sendFile } from '../send/private-file.ts';
import type { Message } from '../ui/blocks.ts';
import { exportFile } from './export-view.ts';
import { accountWords } from './words.ts';

/** Everything Kally keeps about a person, as a file in their direct messages, so that nobody else sees it. */
export async function exportMine(i: Interaction): Promise<Message[]> {
  const { deps, person } = i;
  const { language } = await i.profile();
  const kept = await deps.store.exportOf(person);
  const readable = kept.calls.flatMap(({ request, ...call }) =>
    typeof request === 'object' ? [{ ...call, request }] : [],
  );
  const savedPlaces = savedBusinessesIn(readable);
  const file = exportFile(language, { ...kept, person, savedPlaces, exportedAt: deps.clock.now() });
  return sendFile(i, { ...file, said: accountWords[language].export.sent });
}
