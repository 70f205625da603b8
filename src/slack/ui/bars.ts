const barCells = 12;

/** A share drawn with characters; a screen reader reads the words beside it. A small share still shows, and a full bar means all of it. */
export function barOf(share: number): string {
  const filled = share >= 1 ? barCells : Math.min(barCells - 1, Math.ceil(share * barCells));
  return '█'.repeat(filled) + '░'.repeat(barCells - filled);
}
