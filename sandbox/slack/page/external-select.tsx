import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WireOption } from '../wire.ts';
import { optionsIn } from './block-kit.ts';
import { useSlackClient, useSurface } from './context.tsx';
import type { InputControlProps } from './input-control.ts';
import { ListOption } from './list-option.tsx';
import { useWords } from './words.ts';

const TYPING_PAUSE_MS = 250;

/** A combobox whose choices the app is asked for. */
export function ExternalSelect(props: InputControlProps) {
  const { id, element, blockId, value, onChange } = props;
  const surface = useSurface();
  const words = useWords();
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const { options, loading } = useLoadedOptions(props, query);
  const known = [...optionsIn(surface.input(blockId, element)), ...options];
  const chosen = known.find((option) => option.value === value)?.text.text ?? '';
  const open = query !== undefined;
  const choose = (option: WireOption | undefined) => {
    if (option) onChange(option.value ?? null);
    setQuery(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((before) => Math.max(0, Math.min(options.length - 1, before + step)));
    else if (event.key === 'Enter' && open) choose(options[active]);
    else if (event.key === 'Escape' && open) setQuery(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={props.name}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && options[active] ? `${id}-${active}` : undefined}
        aria-required={props.required || undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        placeholder={element.placeholder?.text ?? words.search}
        value={query ?? chosen}
        onFocus={() => setQuery('')}
        onBlur={() => setQuery(undefined)}
        onChange={(event) => {
          setActive(0);
          setQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div id={`${id}-list`} role="listbox" className="popup">
          {options.map((option, index) => (
            <ListOption
              key={option.value}
              id={`${id}-${index}`}
              isActive={index === active}
              onChoose={() => choose(option)}
            >
              {option.text.text}
            </ListOption>
          ))}
          {options.length === 0 && <p className="quiet">{loading ? words.loading : words.noResults}</p>}
        </div>
      )}
    </span>
  );
}

function useLoadedOptions({ element, blockId }: InputControlProps, query: string | undefined) {
  const { act } = useSlackClient();
  const { place } = useSurface();
  const [loaded, setLoaded] = useState<{ options: WireOption[]; loading: boolean }>({
    options: [],
    loading: false,
  });
  const latest = useRef(0);
  useEffect(() => {
    if (query === undefined || query.length < (element.min_query_length ?? 3)) return;
    const turn = ++latest.current;
    setLoaded((before) => ({ ...before, loading: true }));
    const timer = setTimeout(async () => {
      const answer = await act({ do: 'load-options', place, blockId, actionId: element.action_id, query });
      if (turn !== latest.current) return;
      const options = answer.options ?? answer.optionGroups?.flatMap((group) => group.options) ?? [];
      setLoaded({ options, loading: false });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, act, place, blockId, element.action_id, element.min_query_length]);
  return loaded;
}
