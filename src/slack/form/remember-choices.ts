import type { CallRequest } from '../../domain/call-request.ts';
import type { Interaction } from '../context.ts';

/** Offered in the next form; a second name may be somebody else's table. Not worth troubling anybody about: the call is on its way. */
export async function rememberChoices(
  { deps, person }: Interaction,
  { name, callLanguage }: Pick<CallRequest, 'name' | 'callLanguage'>,
) {
  try {
    await deps.store.preferences.change(person, (stored) => ({
      ...(name && { name }),
      ...stored,
      callLanguage,
    }));
  } catch (error) {
    deps.log.warn({ err: error }, 'preferences could not be saved');
  }
}
