import type { SavedBusiness } from '../../calls/saved-businesses.ts';
import type { Language } from '../../domain/language.ts';
import type { Person } from '../../domain/person.ts';
import type { Exported } from '../../store/export.ts';
import { accountWords } from './words.ts';

/** For people and programs: indented, with the same field names in every language. */
export function exportFile(
  language: Language,
  {
    person: { workspaceId, userId },
    exportedAt,
    savedPlaces,
    ...kept
  }: Exported & { person: Person; exportedAt: number; savedPlaces: SavedBusiness[] },
) {
  const words = accountWords[language].export;
  const { account, preferences, connectButtons, calls, callsLeftOut, proposals, assistants, ...asAdmin } =
    kept;
  const content = {
    about: words.about,
    exportedAt: new Date(exportedAt),
    workspaceId,
    userId,
    account,
    preferences,
    savedPlaces,
    connectButtons,
    calls,
    callsLeftOut,
    proposals,
    assistants,
    ...asAdmin,
  };
  return {
    filename: `kally-${content.exportedAt.toISOString().slice(0, 10)}.json`,
    title: words.title,
    content: `${JSON.stringify(content, undefined, 2)}\n`,
    comment: words.comment,
  };
}
