import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActAnswer, InputValue, Place, WireMessage, WireView } from '../wire.ts';
import { type Element, elementsOf, initialValue, isTextInput, readInput } from './block-kit.ts';
import type { FillOptions, Surface } from './context.tsx';
import type { Slack } from './slack-client.ts';

const TYPING_PAUSE_MS = 200;
const keyOf = (blockId: string, element: Element): string => `${blockId}/${element.action_id}`;

/** Blocks of a message: its menus keep what was chosen for as long as it is on the screen. */
export function useMessageSurface(message: WireMessage, act: Slack['act']): Surface {
  const [chosen, setChosen] = useState<Record<string, InputValue>>({});
  const { channelId, ts } = message;
  return useMemo(() => {
    const place: Place = { in: 'message', channelId, ts };
    const press: Surface['press'] = (blockId, element, value) => {
      if (value !== undefined) setChosen((before) => ({ ...before, [keyOf(blockId, element)]: value }));
      return act(clickOf(place, blockId, element, value));
    };
    return {
      place,
      press,
      fill: (blockId, element, value) => void press(blockId, element, value),
      flush: async () => {},
      input: () => undefined,
      value: (blockId, element) => {
        const own = chosen[keyOf(blockId, element)];
        return own === undefined ? initialValue(element) : own;
      },
      errors: {},
    };
  }, [channelId, ts, act, chosen]);
}

/**
 * Blocks of a modal or Home tab. What the person typed wins over the server's copy for as long as its input is there: the
 * server learns of it a moment later, and the app may redraw the view in between.
 */
export function useViewSurface(
  view: WireView,
  act: Slack['act'],
): { surface: Surface; flush: () => Promise<void> } {
  const place = useMemo((): Place => ({ in: view.type }), [view.type]);
  const { drafts, keep, flush } = useDrafts(view, place, act);
  const surface = useMemo((): Surface => {
    const input: Surface['input'] = (blockId, element) => view.values[blockId]?.[element.action_id];
    return {
      place,
      input,
      value: (blockId, element) => {
        const own = drafts[keyOf(blockId, element)];
        return own === undefined ? readInput(input(blockId, element)) : own;
      },
      fill: keep,
      flush,
      press: async (blockId, element, value): Promise<ActAnswer> => {
        await flush();
        return act(clickOf(place, blockId, element, value));
      },
      errors: view.errors,
    };
  }, [place, view.values, view.errors, drafts, keep, flush, act]);
  return { surface, flush };
}

function useDrafts(view: WireView, place: Place, act: Slack['act']) {
  const [drafts, setDrafts] = useState<Record<string, InputValue>>({});
  const waiting = useRef(new Map<string, { timer: number | undefined; send: () => void }>());
  const sent = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const present = new Set(
      view.blocks.flatMap((block) => elementsOf(block).map((e) => keyOf(block.block_id ?? '', e))),
    );
    setDrafts((before) => {
      const kept = Object.entries(before).filter(([key]) => present.has(key));
      return kept.length === Object.keys(before).length ? before : Object.fromEntries(kept);
    });
  }, [view.blocks]);

  const keep = useCallback(
    (blockId: string, element: Element, value: InputValue, { hold = false }: FillOptions = {}) => {
      const key = keyOf(blockId, element);
      setDrafts((before) => ({ ...before, [key]: value }));
      const send = () => {
        clearTimeout(waiting.current.get(key)?.timer);
        waiting.current.delete(key);
        const fill = { do: 'fill', place, blockId, actionId: element.action_id, value } as const;
        sent.current = sent.current.then(() => act(fill));
      };
      clearTimeout(waiting.current.get(key)?.timer);
      if (!isTextInput(element)) return send();
      waiting.current.set(key, { send, timer: hold ? undefined : window.setTimeout(send, TYPING_PAUSE_MS) });
    },
    [place, act],
  );

  const flush = useCallback(async () => {
    for (const { send } of waiting.current.values()) send();
    await sent.current;
  }, []);
  return { drafts, keep, flush };
}

function clickOf(place: Place, blockId: string, element: Element, value: InputValue | undefined) {
  const { action_id: actionId } = element;
  return { do: 'click', place, actionId, blockId, ...(value === undefined ? {} : { value }) } as const;
}
