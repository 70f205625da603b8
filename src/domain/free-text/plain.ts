/** A task has 1,000 characters; text beyond this is not read. */
const readMax = 2_000;
/** Slack's mark-up is longer than what it shows. */
const markedMax = 8_000;

/** What a person sees of a text: without Slack's mark-up and invisible marks, one blank between words, and of bounded length. */
export function plainText(text: string): string {
  return unmarked(visible(text.slice(0, markedMax).replace(/[ \t]{2,}/g, ' ')))
    .replace(/[“”„«»]/g, '"')
    .replace(/"(?=\+?\(?\d)|(?<=\d)"/g, ' ')
    .replace(/(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/([,;.!?\-<])\1{3,}/g, '$1$1$1')
    .replace(/\d{41,}/g, (digits) => digits.slice(0, 40))
    .replace(/(?:\s*\n)+\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .slice(0, readMax)
    .trim();
}

/** Digits and blanks of every kind as the plain ones; direction marks, keycaps and zero-width characters gone. */
export function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\ufe0f|\u20e3/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\uff0b\uff10-\uff19\uff08\uff09]/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\u2010-\u2012\u2212]/g, '-');
}

/** Slack's mark-up read as the person saw it: `<tel:+15551234567|+1 555 123 4567>`, links, names. */
function unmarked(text: string): string {
  return text
    .replace(/<([^<>|]{1,500})(?:\|([^<>]{0,500}))?>/g, (_whole, target: string, label?: string) =>
      shown(target, label),
    )
    .replace(
      /\b(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?(\d{7,15})\S{0,200}/gi,
      '+$1',
    )
    .replace(/\b(?:tel|callto):(?=[+\d(])/gi, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function shown(target: string, label = ''): string {
  if (/^[@#!]/.test(target)) return label;
  const digitsIn = (part: string) => part.replace(/\D/g, '').length;
  if (/^tel:/i.test(target) || /wa\.me\/|api\.whatsapp\.com/i.test(target))
    return digitsIn(label) >= Math.min(digitsIn(target), 7) ? label : target.replace(/^tel:/i, '');
  return label || target.replace(/^mailto:/i, '');
}

/** Lower case and without accents, character by character, so that places in both texts are the same. */
export function folded(text: string): string {
  return text
    .replace(/[^ -~]|[A-Z]/g, (letter) => {
      const base = letter.normalize('NFD').charAt(0).toLowerCase();
      return base.length === 1 ? base : letter;
    })
    .replace(/[’‘´`]/g, "'");
}

/** The text with a part of it gone, and all other places unchanged. */
export function blanked(text: string, start: number, end: number, by = ' '): string {
  return text.slice(0, start) + by.repeat(end - start) + text.slice(end);
}
