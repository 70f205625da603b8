const words =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty';
const spanish =
  'uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|veinte';
const count = `(\\d{1,3}|${words}|${spanish}|una?|an?|a dozen|una docena|half a dozen|media docena)`;
const adults = 'adults?|grown-?ups?|adultos?';
const children =
  'children|child|kids?|bab(?:y|ies)|toddlers?|infants?|ninos?|ninas?|bebes?|peques?|menores|crios?';
const people = `people|persons?|guests?|diners|pax|ppl|covers|personas?|comensales|invitados|of us|friends|amigos|colleagues`;
const not =
  "(?!\\d| ?(?:[:/€$£.-] ?\\d|,\\d|[ap]\\.? ?m\\b|hs?\\b|hrs?\\b|hours?|horas?|nights?|noches?|days?|dias?|min|weeks?|semanas?|months?|mes(?:es)?\\b|o'?clock|euros?|dollars|pounds|[€$£%]|st\\b|nd\\b|rd\\b|th\\b|(?:de |of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)|pizzas?|chairs?|rooms?|bottles?|copies|tickets?|boxes|habitaciones|de la (?:tarde|noche|manana)|rides?|years?|anos?|courses?))";
const tableFor =
  '(?:table|booking|reservation|dinner|lunch|brunch|breakfast|supper|mesa|reserva|cena|cenar|comida|comer|almuerzo|desayuno|menu|res|reserv\\w+|book) (?:for|of|para|de)';

const sized = [
  `\\b(?:party|group|family|grupo|familia|table|mesa) (?:of|de) ${count}\\b${not}`,
  `\\b${tableFor} (?:nosotros |los |las |the )?${count}\\b${not}`,
  `(?<![\\w/.:-])${count}[ -]?(?:${people})\\b`,
  `\\b(?:there(?:'ll be| will be| are)|we(?:'re| are| will be|'ll be)|somos|seremos|seriamos|vamos a ser|vamos) ${count}\\b${not}(?! (?:looking|going))`,
].map((pattern) => new RegExp(pattern, 'g'));
const bare = new RegExp(`\\b(?:for|para) ${count}\\b${not}`, 'g');
const kinds = new RegExp(`(?<![\\w/.:-])${count} (?:(${adults})|(${children}))\\b`, 'g');
const withBaby = new RegExp(`(?:\\b(?:and|plus|y|mas|con)|\\+|,) ${count} (?:${children})\\b`, 'g');
const unsure =
  /(?:\b(?:or|o|u|to|between|entre|at least|at most|up to|less than|fewer than|more than|over|under|max(?:imum)?|min(?:imum)?|about|around|roughly|approx\w*|al menos|como mucho|hasta|menos de|mas de|unas|unos|not) |\d ?[-–/+] ?)$/;
const unsureAfter =
  /^ ?(?:-ish\b|ish\b|(?:[-–/+]|or|o|u|to|a) ?(?:\d|one\b|two\b|three|four|five|six|seven|eight|nine|ten\b|twelve|dos\b|tres\b|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|more|mas|less|so)|or so|plus my|y mis?\b|and my\b)/;
const corrected =
  /\b(?:no,? wait|wait,? no|sorry|i mean|make (?:it|that)|actually|rather|perdon|digo|mejor(?: dicho)?|quise decir|no,? espera)\b|[,.–-] no,/;

function numberOf(word: string): number {
  if (/half a dozen|media docena/.test(word)) return 6;
  if (/docena|dozen/.test(word)) return 12;
  if (/^(?:an?|una?)$/.test(word)) return 1;
  const both = [words.split('|'), spanish.split('|')];
  for (const list of both) {
    const at = list.indexOf(word);
    if (at >= 0) return at < list.length - 1 ? (list === both[0] && at === 15 ? 16 : at + 1) : 20;
  }
  return Number(word);
}

type Party = { size: string; said: readonly [start: number, end: number][] };

/** How many come, children too; none where it is a span, a bound or a guess. The text is folded. */
export function partySizeIn(text: string, isTable: boolean): Party | undefined {
  const groups = [...text.matchAll(kinds)];
  const grown = groups.filter((group) => group[2]);
  const total = countsIn(text, isTable);
  if (
    grown.length > 0 &&
    total.every(({ index }) => grown.some((one) => one.index === index || Math.abs(one.index - index) < 25))
  ) {
    if (groups.some(({ 0: said, index }) => isUnsure(text, index, index + said.length))) return undefined;
    return {
      size: String(groups.reduce((sum, group) => sum + numberOf(group[1] ?? ''), 0)),
      said: groups.map(({ 0: said, index }) => [index, index + said.length]),
    };
  }
  const wanted =
    total.length > 1 && corrected.test(text.slice(total[0]?.index, total.at(-1)?.index))
      ? total.slice(-1)
      : total;
  const sizes = new Set(wanted.map(({ word }) => numberOf(word)));
  const [one] = wanted;
  if (sizes.size !== 1 || !one || wanted.some(({ at, end }) => isUnsure(text, at, end))) return undefined;
  const before = text.slice(0, one.index + one.said.length);
  const added = [...text.matchAll(withBaby)].filter(
    ({ index }) => index >= before.length && index - before.length < 20,
  );
  const isIncluded = /\b(?:includ\w+|inclu\w+|of them|de ellos)\b|\(/.test(
    text.slice(one.index, one.index + 60),
  );
  const more = isIncluded ? 0 : added.reduce((sum, { 1: word = '' }) => sum + numberOf(word), 0);
  const size = numberOf(one.word) + more;
  return size > 0
    ? { size: String(size), said: wanted.map(({ index, said }) => [index, index + said.length]) }
    : undefined;
}

function countsIn(text: string, isTable: boolean) {
  const patterns = isTable ? [...sized, bare] : [...sized.slice(0, 1), ...sized.slice(2)];
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: said, 1: word = '', index }) => {
      const at = index + said.lastIndexOf(word);
      return { said, word, index, at, end: at + word.length };
    }),
  );
  return found
    .filter(({ word }) => !/^(?:an?|una?|uno|one)$/.test(word) || isTable)
    .filter(({ word, said }) => !/^(?:an?|una?)$/.test(word) || /persona|person/.test(said))
    .filter(({ at }, place) => found.findIndex((other) => other.at === at) === place)
    .sort((one, other) => one.at - other.at);
}

function isUnsure(text: string, start: number, end: number): boolean {
  return (
    unsure.test(
      text
        .slice(Math.max(0, start - 16), start)
        .replace(/(?:table|party|mesa|group|reserva) (?:of|de|for|para) $/, ''),
    ) || unsureAfter.test(text.slice(end, end + 12))
  );
}
