// Other terms were accepted, and one more line of the business says whether they stand.
type LastLine = [id: string, says: string, concluded: string];

const english: LastLine[] = [
  ['i-will-let-pete-know', "Great, I'll let Pete know.", 'unclear'],
  ['i-will-put-it-to-my-boss', "Lovely, I'll put it to my boss tonight.", 'unclear'],
  ['i-am-only-minding-the-phone', "Right, I'm only minding the phone, but that sounds fine.", 'unclear'],
  ['the-site-is-where-you-book-it', "Good. The site's how you book it, mind.", 'unclear'],
  ['i-will-send-the-form', "Okay, I'll send her the form.", 'unclear'],
  ['have-a-think', 'Perfect. Have a think and give us a ring.', 'unclear'],
  ['as-long-as-there-is-room', "We'll see you then, as long as there's room.", 'unclear'],
  ['i-need-the-owner-to-agree', 'Great, I only need the owner to agree to it.', 'unclear'],
  ['i-have-not-checked-yet', "Perfect. I haven't checked the sheet yet, mind.", 'unclear'],
  ['get-back-to-us', "Okay, she can get back to us when she's read the menu.", 'unclear'],
  [
    'a-ramp-if-anyone-is-in-a-chair',
    "Lovely. There's a ramp if anyone is in a chair.",
    'arranged | date 2026-11-27 @2 | time 19:30 @2 | other time 19:00 19:30',
  ],
  [
    'bring-a-cake-if-you-like',
    'Great. Bring a cake if you like.',
    'arranged | date 2026-11-27 @2 | time 19:30 @2 | other time 19:00 19:30',
  ],
];

const spanish: LastLine[] = [
  ['a-ver-como-lo-ve-pilar', 'Perfecto, a ver cómo lo ve Pilar.', 'unclear'],
  ['pasar-a-pagar', 'De acuerdo, tendría que pasar a pagar la señal.', 'unclear | flag condition'],
  ['siempre-que-los-de-antes', 'Vale, siempre que los de antes se levanten.', 'unclear'],
  ['por-la-pagina', 'Muy bien. Eso se hace por la página.', 'unclear'],
  ['luego-lo-reviso', 'Bueno, el libro lo tiene Inés, luego lo reviso.', 'unclear'],
  ['ya-me-dice', 'Vale, ya me dice si lo quiere.', 'unclear'],
  ['se-lo-dejo-anotado-al-encargado', 'Bien, se lo dejo anotado al encargado.', 'unclear'],
  ['no-lo-he-mirado', 'Perfecto. Ojo, que no lo he mirado todavía.', 'unclear'],
  ['es-mi-hermana', 'Vale, quien lleva las mesas es mi hermana.', 'unclear'],
  ['segun-como-venga', 'Muy bien, según cómo venga la tarde.', 'unclear'],
  [
    'si-llegan-un-poco-tarde',
    'Vale. Si llegan un poco tarde no pasa nada.',
    'arranged | date 2026-11-27 @2 | time 21:30 @2 | other time 21:00 21:30',
  ],
  [
    'tenemos-cunas-si-traen-ninos',
    'Estupendo. Tenemos sillitas si traen niños.',
    'arranged | date 2026-11-27 @2 | time 21:30 @2 | other time 21:00 21:30',
  ],
];

function inEnglish([id, says, concluded]: LastLine): string {
  return `== ${id} | GB restaurant | Table for 3 on Friday at 7 pm | called 2026-11-24 | 2026-11-27 19:00 x3 Ema Ruiz
H: The Corner House.
A: Hello, I'm an AI assistant calling for Ema Ruiz. She'd like a table for three on Friday at seven.
H: Friday at seven, no, but I could do half past seven.
A: Half past seven works for her.
H: ${says}
A: Thank you, goodbye.
H: Bye now.
> ${concluded}
`;
}

function inSpanish([id, says, concluded]: LastLine): string {
  return `== ${id} | ES restaurant | Mesa para 3 el viernes a las nueve | called 2026-11-24 | 2026-11-27 21:00 x3 Ema Ruiz
H: Casa Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. Quiere una mesa para tres el viernes a las nueve.
H: El viernes a las nueve no, pero podría darle a las nueve y media.
A: A las nueve y media le va bien.
H: ${says}
A: Gracias, adiós.
H: Hasta luego.
> ${concluded}
`;
}

export const lastLineCalls = {
  en: english.map(inEnglish).join(''),
  es: spanish.map(inSpanish).join(''),
};
