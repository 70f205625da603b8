import { savedPlacesIn } from '../../calls/saved-businesses.ts';
import type { Command } from '../command.ts';
import { sendFile } from '../send/private-file.ts';
import { exportFile } from './export-view.ts';
import { accountWords } from './words.ts';

/** All that Kally keeps of a person, as a file in their direct messages: whoever reads along where they asked sees nothing of it. */
export const exportMine: Command = async (asked) => {
  const { kit, person, profile } = asked;
  const kept = await kit.store.exportOf(person);
  const readable = kept.calls.flatMap(({ request, ...call }) =>
    typeof request === 'object' ? [{ ...call, request }] : [],
  );
  const savedPlaces = savedPlacesIn(readable);
  const file = exportFile(profile.language, { ...kept, person, savedPlaces, exportedAt: kit.clock.now() });
  return sendFile(asked, { ...file, said: accountWords[profile.language].export.sent });
};
