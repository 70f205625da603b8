/** Escapes text by people or KallyAI for Slack's mark-up: no mention, no link, no @channel. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts between words if a boundary is near, and never inside a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = wholeCharacters(text, max - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > max * 0.7 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/** The first `max` UTF-16 units, less one where that would split a pair. */
export function wholeCharacters(text: string, max: number): string {
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(max - 1));
  return text.slice(0, isSplit ? max - 1 : max);
}

/** How far into a call, as a player shows it: 1:05. */
export function clockTime(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  return `${minutes}:${String(rest).padStart(2, '0')}`;
}

/** One line, for a label or a title. Nothing in it changes the direction of our words behind it. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Slack advises no more in a message's `text`. */
const textMax = 4_000;

/** A message's `text`, which screen readers read instead of its blocks: as many lines as fit, none cut. */
export function messageText(lines: (string | false | undefined)[]): string {
  const text = lines.filter(Boolean).join('\n');
  if (text.length <= textMax) return text;
  return `${text.slice(0, text.lastIndexOf('\n', textMax - 2))}\n…`;
}

/** A KallyAI id for use among our own words; only if it looks like one. */
export function isPlainId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}
