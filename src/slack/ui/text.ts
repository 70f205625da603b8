/** What people or KallyAI wrote, made harmless inside Slack's mark-up: no mention, no link, no channel-wide call. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts at a word where one is near, never inside a character. */
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

/** One line, for a label or a title; and nothing in it turns the direction of the words of ours that follow. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Slack advises no more in a message's `text`. */
const textMax = 4_000;

/** A message's `text`, which is read aloud in the place of its blocks: as many of the lines as it takes, none cut. */
export function messageText(lines: (string | false | undefined)[]): string {
  const text = lines.filter(Boolean).join('\n');
  if (text.length <= textMax) return text;
  return `${text.slice(0, text.lastIndexOf('\n', textMax - 2))}\n…`;
}

/** An id of KallyAI's that may stand among words of ours: only what looks like one. */
export function isPlainId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}
