import type { TranscriptLine } from '../call.ts';
import { monthNames, withDigits } from './numbers.ts';
import { inBoth, type Tongue } from './tongue.ts';
import { words } from './words.ts';

/** `words` are plain, `digits` are the same with numbers written as digits. */
export type Clause = {
  words: string;
  digits: string;
  isQuestion: boolean;
  sentence: number;
  /** They broke off before it: "thirty-five... thirty-eight". */
  isAfterBreak?: boolean;
};
export type Line = {
  index: number;
  by: 'assistant' | 'business' | 'machine';
  /** Said by a person or by the assistant, whatever the label says. */
  plain: string;
  quote: string;
  clauses: Clause[];
};

const lineMax = 1000;

/** Courtesies with a "no" in them, which refuse nothing. */
const courtesies = inBoth(
  /\bnot at all\b/g,
  /\b(?:no hay (?:de que|problema|prisa)|de nada|por nada|no se preocupe|no te preocupes|no pasa nada|pues nada|nada mas)\b/g,
);

/** What is refused and what is offered instead are said in one breath: "nothing at seven i could do half five". */
const offers = inBoth(
  /[,;](?!\d)|\b(?:(?<!\b(?:every|any) day )but|although|because)\b|(?<=\S )(?<!\b(?:if|unless|else|what|that|once|when|until|most|biggest|largest) )(?=(?:i|we) (?:could|can|have|got)\b(?! not))/,
  /[,;](?!\d)|\b(?:pero|aunque|porque)\b/,
);

/** Rooms, floors and extensions have numbers that tell nothing. */
const numbered =
  /\b(room|suite|licen[cs]e|flight|train|route|platform|row|seat|lane|licencia|vuelo|tren|planta|andén|ventanilla|pista|cancha|asiento|fila|carril|apartment|apt|unit|extension|ext|aisle|bay|gate|route|bus|habitacion|rodado|rin|talla|interno|local|consultorio|despacho|sala|puerta|linea|anden) (?:number |numero )?\d+(?: \d+)*\b(?! ?(?:people|personas|[ap]m\b|y\b|:))/g;

/** "Wednesday, January sixth" is one day. */
const ordinal =
  '(?:\\d{1,2}(?:st|nd|rd|th)|(?:\\w+[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\\w+(?:teenth|tieth))';
const dayInTwo = inBoth(
  new RegExp(
    `(?<=\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day),(?= (?:the )?(?:(?:${monthNames.en}) |${ordinal}(?=$|[,.;?]| (?:at|of)\\b)))`,
    'g',
  ),
  new RegExp(
    `(?<=\\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)),(?= (?:el )?(?:dia )?\\w+ de (?:${monthNames.es})\\b)`,
    'g',
  ),
);

/** What a transcript writes for what is no speech: "[music]". */
export const noise = /^[[(*].*[\])*]$/;
/** With which a machine ends, where nobody else has spoken. */
const farewell =
  /\b(?:goodbye|hasta (?:pronto|luego)|gracias por (?:llamar|su llamada)|thank you for (?:calling|your call)|call back|adios|our (?:office|opening|business|regular|normal) hours are|nuestro horario|le (?:recordamos|informamos))\b/;

/** Who really said what: announcements are a machine's, and the assistant's own words stay its own under another label. */
export function readLine(
  line: TranscriptLine,
  index: number,
  language: Tongue,
  isAfterMachine = false,
  name = '',
): Line {
  const quote = line.text.slice(0, lineMax).trim();
  const spoken = line.speaker === 'business' ? withoutName(quote, name) : quote;
  const clauses = clausesOf(language !== 'en' ? withAccent(spoken) : spoken, language);
  const plain = clauses.map((clause) => clause.words).join(', ');
  const { machine, voicemail, caller } = words[language];
  const by =
    line.speaker !== 'business' || caller.test(plain)
      ? 'assistant'
      : noise.test(quote) ||
          machine.test(plain) ||
          voicemail.test(plain) ||
          (isAfterMachine && farewell.test(plain))
        ? 'machine'
        : 'business';
  return { index, by, plain, quote, clauses };
}

/** "I have Travis down" is "I have them down". */
function withoutName(text: string, name: string): string {
  const parts = name.match(/\p{Lu}[\p{L}’'-]{2,}/gu) ?? [];
  if (parts.length === 0) return text;
  const named = `(?:${parts.join('|')})`;
  return text.replace(
    new RegExp(
      `(?<=\\b(?:have|have got|'ve|'ve got|got|put|putting|take|see|book|booked) )${named}(?: ${named})?(?!\\p{L})`,
      'gu',
    ),
    'them',
  );
}

/** A transcript without any marks writes "si" for "sí" as well: at its beginning it is a yes. */
function withAccent(text: string): string {
  return /[\p{Lu}.,¿áéíóú]/u.test(text) ? text : text.replace(/^si\b/, 'sí');
}

function clausesOf(text: string, language: Tongue): Clause[] {
  const sentences = plainOf(
    text.replace(/(?<=\d),(?=\d{3}\b)/g, '').replace(/\b([apAP])\. ?[mM]\.(?= +[¿\p{Lu}])/gu, '$1m.'),
  )
    .replace(/\.\.+|…/g, ',§')
    .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
    .replace(/\b(mr|mrs|ms|dr|sr|sra)\./g, '$1')
    .replace(/\b(no|num)\.(?= ?\d)/g, '$1')
    .split(/(?<=[.?!])\s+|(?=¿)/);
  return sentences.flatMap((sentence, at) =>
    sentence
      .replace(dayInTwo[language], '')
      .split(offers[language])
      .map((clause) =>
        clause
          .replace(/[^\p{L}\p{N}:.'€£$%@§-]+/gu, ' ')
          .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
          .replace(/[.:]+(?= |$)/g, '')
          .replace(courtesies[language], '')
          .trim(),
      )
      .filter((clause) => /[^§ ]/.test(clause))
      .map((marked) => {
        const clause = marked.replaceAll('§', '').trim();
        return {
          words: clause,
          digits: withDigits(clause, language).replace(numbered, '$1 #'),
          isQuestion: sentence.includes('?'),
          sentence: at,
          ...(marked.startsWith('§') && { isAfterBreak: true }),
        };
      }),
  );
}

/** Small letters without accents, short forms at full length. "Sí" stays apart from "si". */
function plainOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[’`]/g, "'")
      .replace(/(?<!\p{L})sí(?!\p{L})/gu, 'yes')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/\bno, por (?=favor\b|nada\b)/g, 'por ')
      // Machines that write down speech leave the apostrophe out.
      .replace(/\b(that|he|she|what|there|here)s\b/g, "$1's")
      .replace(/\b(you|they)re\b/g, "$1're")
      .replace(/\b(you|they|we|i)ve\b/g, "$1've")
      .replace(/\b(?:y'all|yall|youse|yous|ye)\b/g, 'you')
      .replace(/\btae\b/g, 'to')
      .replace(/\b(\p{L}{3,})in'(?=$|[ ,.?])/gu, '$1ing')
      .replace(/(?<!\p{L})'kay\b/gu, 'okay')
      .replace(/(?<!\p{L})'tis\b/gu, 'it is')
      .replace(/(?<=\w )'(er|em)\b/g, (_, said) => (said === 'er' ? 'her' : 'them'))
      .replace(/\blemme\b/g, 'let me')
      .replace(/\bi (?=(?:media|cuarto)\b)/g, 'y ')
      .replace(/\barvo\b/g, 'afternoon')
      .replace(/\bnah,? yeah\b/g, 'yes')
      .replace(/\b(?:i|it|that|he|she|there|this) ain't/g, (said) => said.replace("ain't", 'is not'))
      .replace(/\bain't/g, 'are not')
      .replace(/\bim\b/g, "i'm")
      .replace(/\b(do|does|did|ca|is|are|was|have|has|could|would|should|wo)nt\b/g, "$1n't")
      .replace(/'s (?=got\b)/g, ' have ')
      .replace(/\bhas got\b/g, 'have got')
      .replace(/o'clock/g, 'oclock')
      .replace(/\bcan't|\bcannot\b/g, 'can not')
      .replace(/\bwon't/g, 'will not')
      .replace(/n't\b/g, ' not')
      .replace(/'re\b/g, ' are')
      .replace(/'ve\b/g, ' have')
      .replace(/'ll\b/g, ' will')
      .replace(/'d\b/g, ' would')
      .replace(/\bi'm\b/g, 'i am')
      .replace(/'s\b/g, ' is')
  );
}

/** Small letters without accents, and nothing else changed. */
export function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a question of the line is about it. */
export function isAskedIn(line: Line | undefined, about: RegExp): boolean {
  return line?.clauses.some(({ words: text, isQuestion }) => isQuestion && about.test(text)) ?? false;
}

/** The sentence of a clause. */
export function sentenceOf(
  { sentence }: Pick<Clause, 'sentence'>,
  { clauses }: { clauses: readonly Clause[] },
  as: 'digits' | 'words' = 'digits',
): string {
  return clauses
    .filter((one) => one.sentence === sentence)
    .map((one) => one[as])
    .join(' ');
}

/** The clauses of each sentence beside each other again. */
export function sentencesOf({ clauses }: Line): string[] {
  const sentences: string[] = [];
  for (const { words, sentence } of clauses)
    sentences[sentence] = sentences[sentence] ? `${sentences[sentence]}, ${words}` : words;
  return sentences.filter(Boolean);
}

/** The numbers in a clause, as they stand there. */
export function numbersIn(digits: string): string[] {
  return digits.match(/\d+/g) ?? [];
}
