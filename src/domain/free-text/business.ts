const capital = "[\\p{Lu}][\\p{L}\\p{N}'’&.]*";
const joined = '(?:(?:of|the|and|&|de|del|la|las|el|los|y|di|da)\\s+){0,2}';
const name = `(?:(?:The|El|La|Los|Las|the)\\s+)?${capital}(?:\\s+${joined}${capital}){0,4}`;
const kind =
  'Hotel|Hostal|Restaurante?|Clínica|Clinica|Taller|Bar|Casa|Pizzería|Pizzeria|Trattoria|Osteria|Caf[eé]|Bistro|Parador|Farmacia|Peluquería|Librería|Mesón|Asador|Taquería|Panadería|Ferretería|Floristería|Óptica|Veterinaria|Dental';
const patterns = [
  `^(?:[^\\p{Lu}\\n]{0,40}\\b)?(?:call|phone|ring|dial|llama(?:r)? (?:a|al)|llame (?:a|al)|Call|Phone|Ring|Llama(?:r)? (?:a|al)) (?:the |el |la )?(${name})`,
  `\\b(?:table|dinner|lunch|brunch|breakfast|supper|book|reserve|reservation|booking|room|appointment|haircut|stay|nights?|people|pm|am|mesa|cena|comida|cita|desayuno|almuerzo|reserva|habitación|noches?|personas)\\b[^.\\n]{0,40}?(?:\\b(?:at|in|with|en|con)|@) (?:the |el |la )?(${name})`,
  `\\b[Pp]regunt\\p{L}+ (?:en|a|al) (?:el |la )?(${name})`,
  `\\b(?:from|order from|ask|a|en|al) (?:the )?((?:${kind})\\s+(?:${joined}${capital})(?:\\s+${joined}${capital}){0,3})`,
  `(?<![\\p{L}])((?:${kind})\\s+${joined}${capital}(?:\\s+${joined}${capital}){0,3})`,
  `^(${name})(?=\\s*[,:(]?\\s*\\ue001)`,
  `\\b(?:ask|Ask|order from|from|at|with) (?:[Tt]he )?(${capital}(?:\\s+${joined}${capital}){0,3}) (?:if|whether|what|when|how|for|on\\b|at \\ue001)`,
  `^[^\\p{Lu}\\n]{0,40}\\b(?:call|Call|ring|phone) ([\\p{L}]+[’']s)(?= (?:and|to|on|at|,|\\ue001))`,
].map((pattern) => new RegExp(pattern, 'u'));

/** What is written with a capital and names no business: days, months, languages, people, the words that begin a sentence. */
const other =
  /^(?:I|I'm|I'd|I'll|Mon|Tue|Wed|Thu|Fri|Sat|Sun)$|^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|new|spanish|english|noon|mr|mrs|ms|dr|dra|doctor|doctora|sr|sra|my|our|me|us|and|to|them|him|her|room|table|tomorrow|today|tonight|nov|dec|jan|feb|mar|apr|jun|jul|aug|sep|oct|lunes|martes|miércoles|jueves|viernes|sábado|domingo|reference|ref|order|madrid|barcelona|london|ext|tel|am|pm)\b/i;

/** The business that is plainly named. Phone numbers in the text are \ue001. */
export function businessNameIn(text: string): string | undefined {
  for (const pattern of patterns) {
    const said = pattern
      .exec(text)?.[1]
      ?.replace(/[.,&]+$/, '')
      .trim();
    if (
      !said ||
      other.test(said.replace(/^the /i, '')) ||
      /^(?:ask|try|text|tel|phone|number|ring|dial|llama\w*|llame|pregunta\w*|reserva\w*|mesa|pide|cita|hola|necesito|quiero|need|order|check|find|get|make|cancel|confirm|dinner|lunch|ask|call|book|reserve|hi|hello|please|can|could|the)$/i.test(
        said,
      )
    )
      continue;
    return said.replace(/^the /, '');
  }
}

/** "under Torres", "a nombre de Luis Vega": the name for the booking. */
const bookedFor = new RegExp(
  `\\b(?:under(?: the name(?: of)?)?|in the name of|name(?:'s| is)|a nombre de) (${capital}(?:\\s+(?:(?:de|del|la)\\s+){0,2}${capital}){0,3})`,
  'u',
);

export function bookingNameIn(text: string): string | undefined {
  const said = bookedFor.exec(text)?.[1]?.replace(/[.,]+$/, '');
  return said && !other.test(said) ? said : undefined;
}
