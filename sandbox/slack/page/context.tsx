import { createContext, useContext } from 'react';
import type { ActAnswer, InputState, InputValue, Place, WirePerson } from '../wire.ts';
import type { Element } from './block-kit.ts';
import type { Slack } from './slack-client.ts';

const SlackContext = createContext<Slack | undefined>(undefined);
export const SlackProvider = SlackContext.Provider;

export function useSlackClient(): Slack {
  const slack = useContext(SlackContext);
  if (!slack) throw new Error('Drawn outside of the sandbox');
  return slack;
}

/** What mentions and dates in messages are drawn with. Apart from the rest, as it all but never changes. */
export type Names = {
  me: WirePerson;
  users: { id: string; name: string }[];
  channels: { id: string; name: string }[];
};

const NamesContext = createContext<Names | undefined>(undefined);
export const NamesProvider = NamesContext.Provider;

export function useNames(): Names {
  const names = useContext(NamesContext);
  if (!names) throw new Error('Drawn outside of the sandbox');
  return names;
}

/** `hold` keeps it until the surface is flushed: for text that the app hears of when Enter is pressed. */
export type FillOptions = { hold?: boolean };

/** The surface that blocks stand on: where presses go and where values are kept. */
export type Surface = {
  place: Place;
  input: (blockId: string, element: Element) => InputState | undefined;
  value: (blockId: string, element: Element) => InputValue;
  /** An element of an input block. */
  fill: (blockId: string, element: Element, value: InputValue, options?: FillOptions) => void;
  /** Sends what was typed and held. */
  flush: () => Promise<void>;
  /** An element that tells the app at once. */
  press: (blockId: string, element: Element, value?: InputValue) => Promise<ActAnswer>;
  errors: Record<string, string>;
};

const SurfaceContext = createContext<Surface | undefined>(undefined);
export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks drawn on no surface');
  return surface;
}
