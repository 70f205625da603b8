import type { State } from './state.ts';
import { faultsOf, type View, type Views } from './views.ts';
import type { ActAnswer } from './wire.ts';

type Screen = { views: Views; state: State };

/**
 * Does what the app's answer to a submission says: https://docs.slack.dev/surfaces/modals#response_actions. Slack shows an
 * answer that makes no sense as trouble connecting and leaves the modal open.
 */
export function obeySubmission(view: View, body: unknown, screen: Screen): ActAnswer | 'nonsense' {
  if (body === undefined) return closeTop(view, screen);
  const answer = body as { response_action?: string; errors?: Record<string, string>; view?: unknown };
  switch (answer.response_action) {
    case 'clear':
      screen.views.clear(view.ownerId);
      return { ok: true, closed: true };
    case 'errors':
      return showErrors(view, answer.errors ?? {}, screen);
    case 'update':
    case 'push':
      return showView(view, answer.response_action, answer.view, screen);
    default:
      return 'nonsense';
  }
}

/** The app may have opened another view in the meantime; that one stays. */
function closeTop(view: View, { views }: Screen): ActAnswer {
  if (views.top(view.ownerId)?.id === view.id) views.pop(view.ownerId);
  return { ok: true, closed: true };
}

function showErrors(view: View, errors: Record<string, string>, { state }: Screen): ActAnswer | 'nonsense' {
  const inputs = view.payload.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const blockIds = Object.keys(errors);
  // Slack refuses errors for anything that is not an input of this view.
  if (blockIds.length === 0 || blockIds.some((id) => !inputs.includes(id))) return 'nonsense';
  view.errors = errors;
  state.changed();
  return { ok: false, errors, closed: false };
}

function showView(
  view: View,
  action: 'update' | 'push',
  payload: unknown,
  { views }: Screen,
): ActAnswer | 'nonsense' {
  if (faultsOf('modal', payload)) return 'nonsense';
  const next = payload as View['payload'];
  const result = action === 'push' ? views.pushOn(view.ownerId, next) : views.replace(view, next);
  return result.ok ? { ok: true, closed: false } : 'nonsense';
}
