import type { ComponentProps, KeyboardEvent } from 'react';
import type { WireOption, WireOptionGroup } from '../wire.ts';
import type { Element } from './block-kit.ts';
import { optionsIn } from './block-kit.ts';
import { useNames, useSlackClient, useSurface } from './context.tsx';
import { ExternalSelect } from './external-select.tsx';
import { dateInWords } from './format.ts';
import type { InputControlProps } from './input-control.ts';
import { useWords, type Words } from './words.ts';

/** Any input of Block Kit as the browser's own control. */
export function InputControl(props: InputControlProps) {
  const { element } = props;
  switch (element.type) {
    case 'plain_text_input':
      return element.multiline ? <TextArea {...props} /> : <TextLine {...props} type="text" />;
    case 'email_text_input':
      return <TextLine {...props} type="email" />;
    case 'url_text_input':
      return <TextLine {...props} type="url" />;
    case 'number_input':
      return (
        <TextLine {...props} type="text" inputMode={element.is_decimal_allowed ? 'decimal' : 'numeric'} />
      );
    case 'datepicker':
      return <DatePicker {...props} />;
    case 'timepicker':
      return <Picker {...props} type="time" />;
    case 'datetimepicker':
      return <DateTimePicker {...props} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <Choices {...props} />;
    case 'external_select':
      return <ExternalSelect {...props} />;
    default:
      return <SelectOfKnown {...props} />;
  }
}

function attributes({ id, name, required, invalid, describedBy }: InputControlProps) {
  return {
    id,
    'aria-label': name,
    'aria-required': required || undefined,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
}

function textAttributes(props: InputControlProps) {
  const { element, value } = props;
  return {
    ...attributes(props),
    value: typeof value === 'object' ? '' : String(value),
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    autoComplete: 'off',
    'data-autofocus': element.focus_on_load || undefined,
  };
}

function TextLine({
  type,
  inputMode,
  ...props
}: InputControlProps & Pick<ComponentProps<'input'>, 'type' | 'inputMode'>) {
  return (
    <input
      {...textAttributes(props)}
      type={type}
      inputMode={inputMode}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !props.onEnter) return;
        event.preventDefault();
        props.onEnter();
      }}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  );
}

function TextArea(props: InputControlProps) {
  const submitOnCommandEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
  };
  return (
    <textarea
      {...textAttributes(props)}
      rows={4}
      onKeyDown={submitOnCommandEnter}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  );
}

function DatePicker(props: InputControlProps) {
  const { me } = useNames();
  const { value } = props;
  return (
    <span className="date-picker">
      <Picker {...props} type="date" />
      {typeof value === 'string' && value && <span className="quiet">{dateInWords(value, me)}</span>}
    </span>
  );
}

function Picker({ type, ...props }: InputControlProps & { type: 'date' | 'time' }) {
  return (
    <input
      {...attributes(props)}
      type={type}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  );
}

/** Slack keeps Unix seconds and shows the person's own wall clock. */
function DateTimePicker(props: InputControlProps) {
  const { state } = useSlackClient();
  return (
    <input
      {...attributes(props)}
      type="datetime-local"
      value={typeof props.value === 'number' ? wallClock(props.value, state.me.tz) : ''}
      onChange={(event) =>
        props.onChange(event.target.value ? unixSeconds(event.target.value, state.me.tz) : null)
      }
    />
  );
}

/** `YYYY-MM-DDTHH:MM` in the zone. */
export function wallClock(seconds: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(seconds * 1000)).replace(' ', 'T');
}

/** Twice, as the zone's offset at the first guess may be that of the other side of a clock change. */
export function unixSeconds(wall: string, timeZone: string): number {
  const wanted = Date.parse(`${wall}:00Z`) / 1000;
  const shown = (seconds: number) => Date.parse(`${wallClock(seconds, timeZone)}:00Z`) / 1000;
  const guess = wanted - (shown(wanted) - wanted);
  return guess - (shown(guess) - wanted);
}

function Choices(props: InputControlProps) {
  const { element, value, id, onChange } = props;
  const many = element.type === 'checkboxes';
  const chosen = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  const toggle = (option: string, on: boolean) =>
    onChange(many ? (on ? [...chosen, option] : chosen.filter((other) => other !== option)) : option);
  const choices = (element.options ?? []).map((option, index) => {
    const optionValue = option.value ?? '';
    return (
      <label key={optionValue} className="choice">
        <input
          type={many ? 'checkbox' : 'radio'}
          id={index === 0 ? id : undefined}
          name={id}
          checked={chosen.includes(optionValue)}
          aria-describedby={props.describedBy}
          onChange={(event) => toggle(optionValue, event.target.checked)}
        />
        <span>
          <OptionText {...option.text} />
          {option.description && <small>{option.description.text}</small>}
        </span>
      </label>
    );
  });
  return props.name ? (
    <fieldset aria-label={props.name} className="choices">
      {choices}
    </fieldset>
  ) : (
    <div className="choices">{choices}</div>
  );
}

/** Radio buttons and checkboxes may have mark-up; what the app puts there is a channel. */
function OptionText({ type, text }: { type?: string; text: string }) {
  const { channels } = useNames();
  if (type !== 'mrkdwn') return text;
  return text.replaceAll(/<#(\w+)>/g, (_, id) => `#${channels.find((one) => one.id === id)?.name ?? id}`);
}

type KnownOptions = { options?: WireOption[]; groups?: WireOptionGroup[] };

function SelectOfKnown(props: InputControlProps) {
  const words = useWords();
  const { options = [], groups = [] } = useKnownOptions(props);
  const { element, value, onChange } = props;
  const items = [
    ...options.map(asOptionTag),
    ...groups.map((group) => (
      <optgroup key={group.label.text} label={group.label.text}>
        {group.options.map(asOptionTag)}
      </optgroup>
    )),
  ];
  if (element.type.startsWith('multi_')) {
    const chosen = (list: HTMLSelectElement) => [...list.selectedOptions].map((option) => option.value);
    return (
      <select
        {...attributes(props)}
        multiple
        size={Math.min(6, Math.max(3, options.length))}
        value={Array.isArray(value) ? value : []}
        onChange={(event) => onChange(chosen(event.target))}
      >
        {items}
      </select>
    );
  }
  return (
    <select
      {...attributes(props)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="" disabled={props.required}>
        {element.placeholder?.text ?? words.select}
      </option>
      {items}
    </select>
  );
}

const asOptionTag = (option: WireOption) => (
  <option key={option.value} value={option.value}>
    {option.text.text}
  </option>
);

function useKnownOptions({ element, blockId }: InputControlProps): KnownOptions {
  const { state } = useSlackClient();
  const surface = useSurface();
  const words = useWords();
  switch (element.type.replace('multi_', '')) {
    case 'users_select':
      return { options: state.people.filter(({ isBot }) => !isBot).map((p) => asOption(p.id, p.realName)) };
    case 'channels_select':
      return { options: state.channels.filter(({ kind }) => kind === 'public').map(channelOption(words)) };
    case 'conversations_select':
      return {
        options: state.channels
          .filter((channel) => isWanted(channel, element, state))
          .map(channelOption(words)),
      };
    case 'static_select':
      return {
        ...(element.options && { options: element.options }),
        ...(element.option_groups && { groups: element.option_groups }),
      };
    default:
      return { options: optionsIn(surface.input(blockId, element)) };
  }
}

type State = ReturnType<typeof useSlackClient>['state'];
type Channel = State['channels'][number];

function isWanted(channel: Channel, { filter }: Element, { app }: State): boolean {
  const withBot = channel.kind === 'im' && channel.memberIds.includes(app.botUserId);
  return !(filter?.exclude_bot_users && withBot) && (filter?.include?.includes(channel.kind) ?? true);
}

const asOption = (value: string, text: string): WireOption => ({ value, text: { type: 'plain_text', text } });
const channelOption =
  (words: Words) =>
  ({ id, kind, name }: Channel) =>
    asOption(id, kind === 'im' ? name : `#${name}${kind === 'private' ? ` ${words.privateChannel}` : ''}`);
