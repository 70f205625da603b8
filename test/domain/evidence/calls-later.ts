/** Calls written after the rules stood, so that they say how the rules do on what they never saw. */
export const laterCalls = {
  en: `
== ring-thursday | GB restaurant | Book a table for two on Friday at eight | called 2026-11-24 | 2026-11-27 20:00 x2 Kate Moss
H: Hello, the Swan.
A: Hello, I'm an AI assistant calling for Kate Lowe. A table for two on Friday at eight?
H: Probably, yeah. Give us a ring on Thursday and we'll know.
> unclear | flag asked_to_call_back
== pizza | US general | Order two large pizzas for pickup at 6 | called 2026-12-01 | 2026-12-01 18:00 Tom Gray
H: Gino's Pizza.
A: Hi, I'm an AI assistant ordering for Tom Gray. Two large cheese pizzas for pickup at six, please.
H: Two large cheese, that's thirty-four fifty. It'll be ready at six fifteen.
A: Great, thank you.
H: You got it.
> arranged | price 34.50 USD @2 | time 18:15 @2 | other time 18:00 18:15
== not-with-computers | GB restaurant | Book a table for four on Saturday at seven | called 2026-11-24 | 2026-11-28 19:00 x4 Jo Bell
H: The Crown.
A: Hi, I'm an AI assistant for Jo Bell. Could I book a table for four on Saturday at seven?
H: Saturday at seven? Yes, we can do that.
A: Great, she'd like that please.
H: Can she ring herself to confirm? We don't confirm with, you know, computers.
> unclear | may flag asked_to_call_back
== dogs | IE hotel | Ask if they allow dogs | called 2026-11-24 | - - -
H: Glen Hotel, good morning.
A: Good morning, I'm a virtual assistant. Do you allow dogs?
H: We do of course, so long as they're small. There's a twenty euro charge per stay.
> answered | price 20.00 EUR @2
== taken-but | US clinic | Book a haircut for the dog on Thursday at 2 | called 2026-12-01 | 2026-12-03 14:00 Al Reed
H: Fluffy's, this is Dot.
A: Hi Dot, I'm an automated assistant calling for Al Reed. Is Thursday at two open for a dog groom?
H: Thursday two o'clock is taken, but I got a two forty-five.
A: Two forty-five works, please book it.
H: Okay hon, I got him in for two forty-five Thursday.
> arranged | date 2026-12-03 @4 | time 14:45 @2,4 | other time 14:00 14:45
== closed-tuesdays | US restaurant | Book a table for two tonight at 7 | called 2026-12-01 | 2026-12-01 19:00 x2 Al Reed
H: Hi, Mo's.
A: Hi, I'm an AI assistant for Al Reed. Table for two tonight at seven?
H: Honey, we're closed Tuesdays.
> declined | may hours Tu off
== moved | GB general | Move the appointment from Monday to Wednesday at ten | called 2026-11-26 | 2026-12-02 10:00 May Bird
H: Hair by Jo.
A: Hello, I'm an AI assistant for May Bird. She needs to move her Monday appointment to Wednesday at ten.
H: Wednesday... ten's not great, eleven's better for me.
A: Eleven is fine.
H: Brill, I've moved her to Wednesday at eleven.
> arranged | date 2026-12-02 @2,4 | time 11:00 @2,4 | other time 10:00 11:00
== if-somebody-cancels | US restaurant | Book a table for six on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x6 Di Cole
H: Luma.
A: Hello, I'm an AI assistant for Di Cole, table for six Friday at eight?
H: If somebody cancels you're booked, otherwise no.
> unclear
== a-table-if-you-ring | GB restaurant | Book a table for three on Sunday at two | called 2026-11-24 | 2026-11-29 14:00 x3 Meg Dunn
H: The Fox, hello.
A: Hello, I'm an AI assistant calling for Meg Dunn. A table for three on Sunday at two?
H: I've got a table at two, but I'd need her to ring and give a card before I'd book it.
A: I'll tell her.
H: Cheers.
> unclear | date 2026-11-29 optional | time 14:00 @2 optional | flag condition | may flag asked_to_call_back
== cannot-cancel | US hotel | Cancel the reservation for December 10 | called 2026-12-01 | 2026-12-10 Rex Hart
H: Palm Inn.
A: Hi, I'm an AI assistant for Rex Hart. He needs to cancel his reservation for December tenth.
H: That rate's non-refundable, so I can't cancel it from here, he has to go through the website.
A: I understand, thank you.
> declined
== booked-someone-else | US clinic | Book a massage on Friday at 5 | called 2026-12-01 | 2026-12-04 17:00 Sue Lane
H: Zen Spa.
A: Hi, I'm an AI assistant for Sue Lane. A massage on Friday at five?
H: Let me look. Friday at five is booked. Ms. Yang's only in till six.
A: Okay, thanks anyway.
H: Have a good one.
> declined
== quiet-yes | GB clinic | Book an eye test on Tuesday at half nine | called 2026-11-26 | 2026-12-01 09:30 Al King
H: Specs.
A: Hello, I'm a virtual assistant for Al King. Could he have an eye test on Tuesday at half nine?
H: Yes, that's free. Half nine. I'll need his date of birth.
A: I'm afraid I don't have it.
H: Then he'd better pop in, love.
> unclear | time 09:30 @2 optional
== stocks | US general | Ask if they have snow tires and how much | called 2026-12-01 | - - -
H: Tire Barn.
A: Hi, I'm an AI assistant. Do you have snow tires in stock, and what do they cost?
H: We do, they start at a hundred and twenty dollars apiece, installed.
A: Thanks.
> answered | price 120.00 USD @2
`,
  es: `
== en-principio | ES restaurant | Reservar mesa para dos el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x2 Ana Gil
H: Casa Lucio, buenas.
A: Hola, soy un asistente virtual y llamo por Ana Gil. Mesa para dos el viernes a las nueve.
H: En principio sí, pero confírmeme el jueves.
> unclear | may flag asked_to_call_back | may flag condition
== lo-espero | MX clinic | Agendar cita el lunes a las cuatro | called 2026-12-01 | 2026-12-07 16:00 Leo Paz
H: Consultorio dental, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo de parte de Leo Paz. ¿Tiene cita el lunes a las cuatro?
H: El lunes siete a las cuatro y media sí tengo.
A: Está bien, a las cuatro y media.
H: Muy bien, lo espero el lunes entonces. La consulta cuesta seiscientos pesos.
> arranged | date 2026-12-07 @2,4 | time 16:30 @2 | price 600.00 MXN @4 | other time 16:00 16:30
== abren-domingo | ES general | Preguntar si abren el domingo | called 2026-12-01 | - - -
H: Floristería Rosa.
A: Hola, soy un asistente de IA. ¿Abren el domingo?
H: Sí, de diez a dos.
> answered | hours 10:00-14:00 @2 optional | may hours Su 10:00-14:00
== capaz | AR restaurant | Reservar mesa para cuatro el sábado a las 22 | called 2026-12-01 | 2026-12-05 22:00 x4 Eva Sur
H: Hola, Don Julio.
A: Hola, soy un asistente virtual de Eva Sur. ¿Puede ser una mesa para cuatro el sábado a las veintidós?
H: Capaz que sí, dejame ver con el dueño y te confirmo.
> unclear
== ya-la-tiene | ES hotel | Reservar una doble el 20 de diciembre | called 2026-12-01 | 2026-12-20 - Luis Mar
H: Hotel Sol.
A: Hola, soy un asistente virtual en nombre de Luis Mar. ¿Tienen una doble el veinte de diciembre?
H: Tenemos, a noventa y cinco euros la noche.
A: Resérvela, por favor.
H: Ya la tiene reservada. El número de reserva es cuatro cinco dos uno.
> arranged | price 95.00 EUR @2 | confirmation 4521 @4
== un-taller | ES restaurant | Reservar mesa para tres el jueves a las dos | called 2026-12-01 | 2026-12-03 14:00 x3 Pia Sol
H: ¿Dígame?
A: Hola, soy un asistente virtual, llamo por Pia Sol para reservar el jueves.
H: Aquí no hay ningún restaurante, señorita, esto es un taller.
> not_reached | flag wrong_number
== apuntado-en-otra | MX restaurant | Reservar mesa para dos el viernes a las ocho | called 2026-12-01 | 2026-12-04 20:00 x2 Gus Mora
H: La Casona, buenas tardes.
A: Buenas tardes, soy un asistente virtual, llamo por Gus Mora. ¿Mesa para dos el viernes a las ocho?
H: A las ocho ya no hay, pero a las nueve y media sí. ¿Le sirve?
A: Sí, a las nueve y media está bien.
H: Listo, queda apartada a nombre del señor Mora.
> arranged | time 21:30 @2 | name Mora @4 | other time 20:00 21:30
== no-cancelo | ES general | Cancelar la cita del lunes | called 2026-11-26 | 2026-11-30 Ada Rey
H: Peluquería Estilo.
A: Hola, soy un asistente virtual y llamo por Ada Rey para cancelar la cita del lunes.
H: Vale, la del lunes a las once, cancelada.
A: Gracias.
> arranged | date 2026-11-30 @2 | time 11:00 @2
== quizas-manana | AR clinic | Pedir turno el martes a las nueve | called 2026-12-03 | 2026-12-08 09:00 Teo Luz
H: Consultorio, buenas.
A: Hola, soy un asistente virtual de Teo Luz. ¿Hay turno el martes a las nueve?
H: El martes ocho es feriado, no se atiende. El miércoles a las nueve y veinte te puedo dar.
A: No le queda cómodo, gracias igual.
H: Bueno, chau.
> declined | time 09:20 @2 | date 2026-12-09 @2 optional | other time 09:00 09:20 | other date 2026-12-08 2026-12-09 optional
== a-que-hora | ES general | Preguntar a qué hora cierran hoy | called 2026-12-01 | - - -
H: Farmacia Soto.
A: Buenas, soy un asistente virtual. ¿A qué hora cierran hoy?
H: Hoy cerramos a las nueve y media de la noche.
> answered | time 21:30 @2 | date 2026-12-01 @2 optional
`,
};
