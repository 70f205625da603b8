import { Component, memo, type ReactNode, useMemo } from 'react';
import { type Block as DrawnBlock, Message } from 'slack-blocks-to-jsx';
import { unescapeText } from '../escaping.ts';
import type { Block, WireMessage } from '../wire.ts';
import { type Element, elementsOf, isInputBlock } from './block-kit.ts';
import { SurfaceProvider, useNames, useSlackClient } from './context.tsx';
import { ActionElement } from './elements.tsx';
import { InputField } from './fields.tsx';
import { slackDate } from './format.ts';
import { useMessageSurface } from './surfaces.ts';

// What slack-blocks-to-jsx draws of things to look at. What can be pressed or filled is ours: it draws those without callbacks.
const LOOKED_AT = new Set(
  'section divider image context header video rich_text table markdown plan task_card alert file card carousel container data_visualization'.split(
    ' ',
  ),
);

export function MessageBlocks({ message }: { message: WireMessage }) {
  const { act } = useSlackClient();
  const surface = useMessageSurface(message, act);
  const blocks = useMemo(
    () => (message.blocks.length > 0 ? message.blocks : textAsBlocks(message.text)),
    [message],
  );
  return (
    <SurfaceProvider value={surface}>
      <Blocks blocks={blocks} />
    </SurfaceProvider>
  );
}

const textAsBlocks = (text: string): Block[] =>
  text ? [{ type: 'section', block_id: 'text', text: { type: 'mrkdwn', text } }] : [];

/** Blocks on the surface around them. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Undrawable key={block.block_id ?? index} block={block}>
          <BlockView block={block} />
        </Undrawable>
      ))}
    </div>
  );
}

function BlockView({ block: escaped }: { block: Block }) {
  const block = useMemo(() => withPlainText(escaped), [escaped]);
  const blockId = block.block_id ?? '';
  if (isInputBlock(block)) return <InputField block={block} />;
  if (block.type === 'actions' || block.type === 'context_actions') {
    return (
      <div className="actions-block">
        {elementsOf(block).map((element) => (
          <ActionElement key={element.action_id} element={element} blockId={blockId} />
        ))}
      </div>
    );
  }
  if (!LOOKED_AT.has(block.type)) return <BlockJson block={block} />;
  const accessory = block.accessory as Element | undefined;
  if (block.type !== 'section' || !accessory || accessory.type === 'image') return <LookedAt block={block} />;
  return (
    <div
      className={accessory.type === 'radio_buttons' || accessory.type === 'checkboxes' ? undefined : 'beside'}
    >
      <LookedAt block={block} bare />
      <ActionElement element={accessory} blockId={blockId} />
    </div>
  );
}

/** Memoised: a message is drawn anew when it changed, not whenever another one did. */
const LookedAt = memo(function LookedAt({ block, bare = false }: { block: Block; bare?: boolean }) {
  const { me, users, channels } = useNames();
  const hooks = useMemo(
    () => ({
      date: ({ timestamp, format, link, fallback }: SlackDate) => {
        const words = <time title={fallback}>{slackDate(timestamp, format, me)}</time>;
        return link ? <Outside href={link}>{words}</Outside> : words;
      },
      emoji: (data: SlackEmoji, parse: (data: SlackEmoji) => string) => (
        <span role="img" aria-label={data.name} title={`:${data.name}:`}>
          {parse(data)}
        </span>
      ),
      link: ({ href, children }: { href: string; children: ReactNode }) => (
        <Outside href={href}>{children}</Outside>
      ),
    }),
    [me],
  );
  const drawn = useMemo(() => drawable(block, bare), [block, bare]);
  return <Message withoutWrapper logo="" name="" blocks={[drawn]} data={{ users, channels }} hooks={hooks} />;
});

/** Its plain text as people read it. */
function withPlainText(block: Block): Block {
  return JSON.parse(JSON.stringify(block), (_key, value) =>
    value?.type === 'plain_text' && typeof value.text === 'string'
      ? { ...value, text: unescapeText(value.text) }
      : value,
  );
}

/**
 * The block as slack-blocks-to-jsx should get it. It would make `block_id` a DOM id, draw `verbatim` text without any markup, and
 * take escaped signs for markup, so that `&lt;!channel&gt;` looked like a mention, and in plain text, too, it would find markup.
 */
function drawable(block: Block, bare: boolean): DrawnBlock {
  const literal = plainSection(block) ?? block;
  const left = JSON.stringify({ ...literal, block_id: undefined, ...(bare && { accessory: undefined }) });
  return JSON.parse(left, (key, value) => {
    if (key === 'verbatim') return undefined;
    if (typeof value?.text !== 'string') return value;
    if (value.type === 'mrkdwn') return { ...value, text: markupOf(value.text) };
    return value.type === 'plain_text' ? { ...value, text: harmless(value.text) } : value;
  });
}

/** Parts that are markup stay; of the rest, what is escaped is shown, and only a quotation's sign still means something, as in Slack. */
function markupOf(text: string): string {
  const parts = text.replaceAll(/^&gt;/gm, '>').split(/(<[^<>]*>)/);
  return parts.map((part, index) => (index % 2 ? part : harmless(unescapeText(part)))).join('');
}

/** A zero-width space keeps signs from making markup or an escape. */
function harmless(text: string): string {
  return text.replaceAll(/<(?=\S)/g, '<\u200b').replaceAll(/&(?=(lt|gt|amp|#\w+);)/g, '&\u200b');
}

/** A section of plain text as rich text, whose text is drawn as it is. */
function plainSection({ type, text, fields, ...rest }: Block): Block | undefined {
  const plain = text as { type: string; text: string; emoji?: boolean } | undefined;
  if (type !== 'section' || fields || plain?.type !== 'plain_text' || plain.emoji !== false) return undefined;
  const spoken = [{ type: 'text', text: plain.text }];
  return { ...rest, type: 'rich_text', elements: [{ type: 'rich_text_section', elements: spoken }] };
}

type SlackEmoji = { name: string; unicode?: string };
type SlackDate = { timestamp: string; format: string; link: string | null; fallback: string };

function Outside({ href, children }: { href: string; children: ReactNode }) {
  const safe = /^(https?|mailto|tel|slack):/i.test(href);
  return safe ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );
}

function BlockJson({ block }: { block: Block }) {
  return (
    <details className="undrawn" open>
      <summary>
        A <code>{block.type}</code> block, which this page does not draw
      </summary>
      <pre>{JSON.stringify(block, null, 2)}</pre>
    </details>
  );
}

type UndrawableProps = { block: Block; children: ReactNode };
type UndrawableState = { block: Block; failed: boolean };

/** Shows a block as its JSON when drawing it throws, and tries anew when the block changes. */
class Undrawable extends Component<UndrawableProps, UndrawableState> {
  override state: UndrawableState = { block: this.props.block, failed: false };

  static getDerivedStateFromProps({ block }: UndrawableProps, state: UndrawableState) {
    return block === state.block ? null : { block, failed: false };
  }

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <BlockJson block={this.props.block} /> : this.props.children;
  }
}
