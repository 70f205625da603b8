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

/** One line: what breaks lines in a label or a title. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An id of KallyAI's that may stand among words of ours: only what looks like one. */
export function isPlainId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}
