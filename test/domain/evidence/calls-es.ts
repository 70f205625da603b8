/** Calls in Spanish, of Spain and of Latin America, as people hold them; `read-calls.ts` tells the form. */
export const spanishCalls = `
== ocho-y-media | ES restaurant | Reservar mesa para cuatro el sábado a las ocho y media | called 2026-11-24 | 2026-11-28 20:30 x4 Nuria Salas
H: Casa Paco, dígame.
A: Buenas tardes, soy un asistente de inteligencia artificial y llamo de parte de Nuria Salas. Quería una mesa para cuatro este sábado a las ocho y media.
H: El sábado, a ver... a las ocho y media lo tengo completo. Te podría dar a las nueve y cuarto.
A: A las nueve y cuarto le va bien.
H: Vale, pues ¿a nombre de quién?
A: De Nuria Salas.
H: Salas. Venga, queda reservado para el sábado.
> arranged | date 2026-11-28 @2,6 | time 21:15 @2 | name Salas @6 | other time 20:30 21:15

== veinte-treinta | AR restaurant | Reservar una mesa para dos el viernes a las 20:30 | called 2026-12-01 | 2026-12-04 20:30 x2 Julián Ferro
H: Hola, parrilla El Fogón.
A: Hola, buenas tardes. Soy un asistente virtual, llamo en nombre de Julián Ferro por una mesa para dos el viernes a las veinte treinta.
H: Dale, viernes veinte treinta, dos personas. ¿A nombre de?
A: Ferro.
H: Listo, Ferro, ya te anoté. Los esperamos el viernes.
A: Muchas gracias.
> arranged | date 2026-12-04 @2,4 | time 20:30 @2 | name Ferro @4

== cita-medica | ES clinic | Pedir cita con el dentista el miércoles por la mañana | called 2026-11-30 | 2026-12-02 10:00 Iván Prieto
H: Clínica dental, buenos días.
A: Buenos días, le llama un asistente virtual de parte de Iván Prieto. ¿Tendrían hueco el miércoles a las diez?
H: El miércoles a las diez menos cuarto, si le viene bien.
A: Sí, le viene bien.
H: Perfecto, pues le apunto el miércoles a las diez menos cuarto. Que traiga la tarjeta sanitaria.
A: Se lo digo. Gracias.
> arranged | date 2026-12-02 @2,4 | time 09:45 @2,4 | other time 10:00 09:45

== todo-lleno | MX restaurant | Reservar mesa para ocho el sábado a las nueve de la noche | called 2026-12-01 | 2026-12-05 21:00 x8 Karla Ibarra
H: Mariscos El Ancla, buenas.
A: Buenas tardes, soy una asistente virtual y hablo de parte de Karla Ibarra. ¿Tiene mesa para ocho el sábado a las nueve de la noche?
H: Híjole, no, fíjese que el sábado ya estamos llenos, no me queda nada.
A: ¿Y a otra hora?
H: No, ya todo el día está apartado.
A: Está bien, gracias.
> declined

== oferta-no-tomada | ES restaurant | Reservar mesa para seis el domingo a las dos | called 2026-11-25 | 2026-11-29 14:00 x6 Lola Mena
H: Asador Etxea.
A: Hola, soy un asistente de IA que llama por Lola Mena. Una mesa para seis el domingo a las dos.
H: Uf, a las dos imposible. Tendría que ser a las cuatro menos cuarto.
A: A esa hora no les viene bien, lo siento. Se lo comento.
H: Nada, hasta luego.
> declined | time 15:45 @2 | other time 14:00 15:45 optional

== creo-que-si | ES general | Preguntar si arreglan patinetes eléctricos | called 2026-11-26 | - - -
H: Ciclos Mora.
A: Buenas, soy un asistente automático. Quería saber si arreglan patinetes eléctricos.
H: Pues creo que sí, pero eso lo lleva mi hermano y hoy no está.
A: ¿Cuándo podría hablar con él?
H: Llame mañana por la mañana, mejor.
> unclear | flag asked_to_call_back

== supongo | MX clinic | Agendar una consulta con la dermatóloga el jueves a las cinco | called 2026-12-01 | 2026-12-03 17:00 Raúl Peña
H: Consultorio.
A: Buenas tardes, soy un asistente virtual de Raúl Peña. ¿La doctora lo puede ver el jueves a las cinco?
H: Supongo que sí hay lugar, pero la agenda la lleva la señorita y ya se fue.
A: ¿Me lo puede confirmar?
H: No, ahorita no, joven.
> unclear

== retractado | ES restaurant | Reservar mesa para tres esta noche a las nueve | called 2026-12-04 | 2026-12-04 21:00 x3 Leire Goñi
H: Taberna Norte, ¿sí?
A: Hola, soy una asistente virtual y llamo por Leire Goñi, por una mesa para tres esta noche a las nueve.
H: Sí, para tres a las nueve, te lo apunto.
A: Muchas gracias.
H: Ay, espera, espera, que no. Me dicen que esa mesa ya está dada. Esta noche no nos queda nada.
A: Vaya. Gracias de todas formas.
> declined

== cambio-sin-respuesta | AR restaurant | Reservar mesa para cuatro el sábado a las 21 | called 2026-12-01 | 2026-12-05 21:00 x4 Mora Paz
H: Bodegón Sur.
A: Hola, soy un asistente de inteligencia artificial, llamo por Mora Paz. Mesa para cuatro el sábado a las veintiuna.
H: Sí, anotado, cuatro el sábado a las veintiuna.
A: Perdón, me avisa que en realidad serían nueve personas. ¿Puede ser?
H: Uh, nueve. Eso lo tengo que ver con el encargado, te aviso.
> unclear | date 2026-12-05 @2 optional | time 21:00 @2 optional

== numero-de-ia | ES general | Encargar una tarta para el viernes | called 2026-12-01 | 2026-12-04 - Jon Vega
H: Pastelería Ruiz.
A: Hola, soy una asistente virtual que llama por Jon Vega. Quería encargar una tarta de queso para el viernes. Son veintiocho euros, ¿verdad?
H: Sí, sí.
A: ¿Queda encargada entonces?
H: Sí, queda encargada para el viernes.
> arranged | date 2026-12-04 @4

== localizador | ES hotel | Reservar una habitación individual el 12 de diciembre | called 2026-12-01 | 2026-12-12 - Teresa Gil
H: Hotel Mirador, recepción.
A: Buenas noches, le habla un asistente virtual en nombre de Teresa Gil. ¿Tienen una individual para la noche del doce de diciembre?
H: Sí, me queda una. Son setenta y cinco euros con cincuenta, con desayuno.
A: La quiere reservar.
H: Muy bien, se la dejo reservada a nombre de Teresa Gil. Apunte el localizador: be de Barcelona, doble cuatro, guion, siete, equis.
A: B, cuatro, cuatro, guion, siete, X.
H: Eso es.
> arranged | price 75.50 EUR @2 | name Teresa Gil @4 | confirmation B447X @4

== folio | MX general | Agendar servicio del coche el martes a las ocho y cuarto | called 2026-12-03 | 2026-12-08 08:15 Jorge Luna
H: Taller Hermanos Cruz, a sus órdenes.
A: Buenos días, soy un asistente virtual y llamo de parte de Jorge Luna. ¿Podría llevar su coche el martes a las ocho y cuarto?
H: Claro que sí, el martes ocho a las ocho y cuarto. Le queda agendado. Su número de folio es el cuatro cero siete uno.
A: Cuatro cero siete uno.
H: Correcto. El servicio sale en mil doscientos pesos.
A: Gracias.
> arranged | date 2026-12-08 @2 | time 08:15 @2 | confirmation 4071 @2 | price 1200.00 MXN @4

== codigo-corregido | AR hotel | Reservar una doble del 4 al 6 de diciembre | called 2026-11-24 | 2026-12-04 - Sol Ríos
H: Hostería del Lago, buen día.
A: Buen día, soy un asistente de IA llamando por Sol Ríos. Una habitación doble desde el cuatro de diciembre, dos noches.
H: Sí, para el cuatro tengo. Son ochenta y cinco mil pesos por noche. ¿Te la reservo?
A: Sí, por favor.
H: Listo, reservada. El código es ere, siete, dos, perdón, siete, tres.
A: R, siete, tres.
H: Exacto.
> arranged | date 2026-12-04 @2 | price 85000.00 ARS @2 | confirmation R73 @4 optional

== horario | ES general | Preguntar el horario | called 2026-12-01 | - - -
H: Ferretería Sanz, buenas.
A: Buenas, soy un asistente virtual. ¿Me podría decir el horario de la tienda?
H: Sí, mira, de lunes a viernes de nueve y media a dos y de cinco a ocho, los sábados solo por la mañana, de diez a dos, y los domingos cerramos.
A: Muchas gracias.
> answered | hours Mo-Fr 09:30-14:00 @2 | hours Mo-Fr 17:00-20:00 @2 | hours Sa 10:00-14:00 @2 | hours Su off @2

== respuesta-no | MX general | Preguntar si venden refacciones para bicicleta | called 2026-11-26 | - - -
H: Bueno.
A: Buenos días, soy un asistente de inteligencia artificial. ¿Venden refacciones para bicicleta?
H: No, joven, aquí no manejamos eso.
A: Gracias, que tenga buen día.
> answered

== precio | ES general | Averiguar cuánto cuesta un corte de caballero | called 2026-11-26 | - - Hugo Sanz
H: Peluquería, dime.
A: Hola, soy una asistente virtual. ¿Cuánto cuesta un corte de caballero?
H: Quince euros. Los jubilados doce cincuenta.
A: ¿Hace falta pedir cita?
H: No, no hace falta, por orden de llegada.
> answered | price 15.00 EUR @2 | price 12.50 EUR @2 optional

== buzon | ES restaurant | Reservar mesa para dos mañana a las nueve | called 2026-11-24 | 2026-11-25 21:00 x2 Eva Ríos
H: Ha llamado usted a Restaurante La Parra. En este momento no podemos atenderle. Deje su mensaje después de la señal.
A: Hola, soy un asistente virtual y llamo por Eva Ríos, por una mesa para dos mañana a las nueve.
> not_reached | flag voicemail_greeting

== buzon-mx | MX clinic | Agendar cita el viernes a las diez | called 2026-12-01 | 2026-12-04 10:00 Luz Mora
H: El número que usted marcó no está disponible. Deje su mensaje después del tono.
A: Buenas tardes, soy un asistente virtual. Llamo para agendar una cita para Luz Mora.
> not_reached | flag voicemail_greeting

== menu | ES general | Preguntar por el estado de una devolución | called 2026-12-01 | - - -
H: Bienvenido a Electrohogar. Para ventas, pulse uno. Para averías, pulse dos. Si desea hablar con un agente, espere.
A: Soy un asistente virtual.
H: Todos nuestros agentes están ocupados. Por favor, manténgase a la espera.
H: Su llamada es importante para nosotros.
> not_reached | flag on_hold_abandoned

== espera-abandonada | MX restaurant | Reservar mesa para cuatro el viernes a las siete | called 2026-12-01 | 2026-12-04 19:00 x4 Beto Cano
H: La Tequila, ¿me permite un momentito?
A: Claro.
A: ¿Bueno? Soy un asistente virtual, llamo por Beto Cano. ¿Sigue ahí?
A: ¿Hola?
> unclear | flag on_hold_abandoned

== equivocado | AR restaurant | Reservar mesa para dos el sábado a las nueve | called 2026-12-01 | 2026-12-05 21:00 x2 Fede Soto
H: ¿Hola?
A: Hola, soy un asistente virtual, llamo por Fede Soto para reservar una mesa.
H: No, querido, te equivocaste de número. Esto es una casa de familia.
A: Disculpe las molestias.
> not_reached | flag wrong_number

== no-llamen | ES restaurant | Reservar mesa para seis el sábado a las nueve | called 2026-11-24 | 2026-11-28 21:00 x6 Zoe Ponce
H: ¿Sí?
A: Buenas, soy un asistente de inteligencia artificial, llamo de parte de Zoe Ponce.
H: Mire, con máquinas no hablo. No vuelvan a llamar aquí.
A: Entendido, disculpe.
> declined | flag do_not_call_again

== le-llamamos | ES general | Pedir cita para revisar la caldera | called 2026-12-01 | - - Paco Nieto
H: Calefacciones Nieto.
A: Buenos días, soy un asistente virtual, llamo de parte de Paco Nieto para pedir una revisión de la caldera.
H: Ahora mismo estoy conduciendo. Yo le llamo esta tarde y le digo.
A: De acuerdo, gracias.
H: Venga, hasta luego.
> unclear

== no-avisa-ia | MX restaurant | Reservar mesa para dos mañana a las seis | called 2026-12-01 | 2026-12-02 18:00 x2 Alma Ruiz
H: Fonda Lupita.
A: Hola, quisiera reservar una mesa para dos mañana a las seis, a nombre de Alma Ruiz.
H: Mañana a las seis, dos personas. Sí, ya quedó, señorita.
A: Muchas gracias.
H: Aquí los esperamos.
> arranged | date 2026-12-02 @2 | time 18:00 @2 | flag ai_not_disclosed

== no-grabar | ES clinic | Preguntar si atienden a Adeslas | called 2026-12-01 | - - Rita Sáez
H: Consulta del doctor Marín.
A: Hola, soy una asistente virtual y esta llamada se graba. ¿Trabajan con Adeslas?
H: Oiga, yo no quiero que me graben. No doy permiso.
A: Entiendo. Tendré que terminar la llamada.
> unclear | flag recording_objection

== senal | ES restaurant | Reservar mesa para doce el 19 de diciembre a las nueve | called 2026-11-30 | 2026-12-19 21:00 x12 Mar Vidal
H: Mesón del Puerto, buenas tardes.
A: Buenas tardes, soy un asistente de IA y llamo por Mar Vidal. Mesa para doce el diecinueve de diciembre a las nueve.
H: El diecinueve a las nueve, doce personas, sí. Para grupos el menú son treinta y ocho por persona y pedimos una señal de cien euros.
A: De acuerdo, adelante.
H: Muy bien, queda apuntado a nombre de Vidal. Si no nos llega la señal antes del día diez, se anula.
> arranged | date 2026-12-19 @2 | time 21:00 @2 | price 38.00 EUR @2 | price 100.00 EUR @2 optional | name Vidal @4 | flag condition | may date 2026-12-10

== somos-menos | ES restaurant | Reservar mesa para nueve el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x9 Ada Cruz
H: Pulpería Lugo.
A: Hola, soy un asistente virtual en nombre de Ada Cruz. Mesa para nueve el viernes a las nueve.
H: El viernes a las nueve sí, pero para nueve no me cabéis, como mucho ocho.
A: Pueden ser ocho.
H: Vale, pues ocho el viernes a las nueve. Apuntado.
> arranged | date 2026-12-04 @2,4 | time 21:00 @2,4 | other partySize 9 8

== anular | ES restaurant | Anular la reserva del viernes a nombre de Prado | called 2026-11-24 | 2026-11-27 21:00 x2 Sara Prado
H: Restaurante Lúa.
A: Hola, soy una asistente virtual, llamo por Sara Prado para anular la reserva del viernes.
H: Prado... sí, aquí está. Vale, pues se la quito.
A: Muchas gracias.
H: Ya está anulada. Hasta otra.
> arranged | name Prado @2

== aparte | ES general | Pedir que guarden un ejemplar del libro | called 2026-11-24 | - - Pau Ferrer
H: Librería Gaviota.
A: Hola, soy un asistente virtual. Pau Ferrer querría que le guardaran el último ejemplar de La marea.
H: Espere que mire... Sí, me queda uno, son diecinueve con noventa. Se lo guardo a nombre de Pau.
A: Gracias.
> arranged | price 19.90 EUR @2 | name Pau @2

== lista-espera | MX clinic | Agendar consulta esta semana | called 2026-12-01 | - - Inés Roa
H: Clínica San Ángel, buenos días.
A: Buenos días, soy un asistente virtual y llamo por Inés Roa, que quisiera una consulta esta semana.
H: Esta semana ya no tenemos espacios. La puedo poner en lista de espera.
A: Sí, por favor.
H: Bueno, queda en la lista de espera.
> declined

== hoy-en-quince | ES clinic | Pedir cita con el fisio cuanto antes | called 2026-11-26 | - - Blas Oro
H: Fisioterapia Oro.
A: Hola, soy un asistente virtual de Blas Oro. ¿Cuándo tendrían la primera cita?
H: Pues hasta de hoy en quince no tengo nada, a las cinco y media de la tarde.
A: Esa le va bien.
H: Pues se la dejo puesta. Son cuarenta euros.
> arranged | date 2026-12-10 @2 | time 17:30 @2 | price 40.00 EUR @4

== jueves-que-viene | AR clinic | Pedir turno con el cardiólogo | called 2026-12-01 | 2026-12-07 10:00 Omar Sosa
H: Consultorios Belgrano, buen día.
A: Buen día, soy un asistente virtual, llamo por Omar Sosa para sacar un turno con el cardiólogo, si puede ser el lunes siete a las diez.
H: El lunes no atiende. Tengo el jueves que viene a las once y veinte.
A: Le sirve el jueves a las once y veinte.
H: Bárbaro, ya le di el turno. Que venga con la orden.
> arranged | date 2026-12-03 @2 optional | time 11:20 @2 | other date 2026-12-07 2026-12-03 optional | other time 10:00 11:20 | may date 2026-12-10

== en-blanco | ES restaurant | Reservar mesa para dos el viernes | called 2026-12-01 | 2026-12-04 21:00 x2 Noa Gil | says Mesa reservada.
> unclear

== ocupado | ES restaurant | Reservar mesa para dos el viernes | called 2026-12-01 | 2026-12-04 21:00 x2 Noa Gil | status busy
> not_reached

== si-a-confirmar | ES restaurant | Reservar mesa para dos el jueves a las nueve | called 2026-12-01 | 2026-12-03 21:00 x2 Max Roig
H: Bar Lino.
A: Hola, soy un asistente virtual que llama por Max Roig. ¿Tienen mesa para dos el jueves a las nueve?
H: Sí, a las nueve hay sitio.
A: Entonces, ¿queda confirmada la mesa para dos el jueves a las nueve a nombre de Roig?
H: Sí, perfecto.
> arranged | time 21:00 @2

== tarjeta | MX hotel | Reservar habitación el 20 de diciembre | called 2026-12-01 | 2026-12-20 - Saúl Rey
H: Hotel Colonial.
A: Buenas tardes, soy un asistente virtual y llamo por Saúl Rey para una habitación el veinte de diciembre.
H: Sí tenemos, a mil ochocientos la noche, pero necesito una tarjeta de crédito para garantizarla.
A: No puedo dar datos de tarjeta.
H: Entonces no se la puedo apartar, disculpe.
> declined | price 1800.00 MXN @2 | flag condition

== solo-web | ES restaurant | Reservar mesa para dos el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x2 Gala Pons
H: Hola, Nómada.
A: Hola, soy un asistente virtual que llama por Gala Pons, por una mesa para dos el viernes.
H: Es que por teléfono no cogemos reservas, es todo por la web.
A: Gracias, se lo digo.
> declined

== cuarto-para | MX clinic | Agendar limpieza dental el miércoles a las diez | called 2026-12-01 | 2026-12-02 10:00 Tere Lara
H: Dental Roma, buenas tardes.
A: Buenas tardes, soy un asistente virtual de Tere Lara. ¿La pueden atender el miércoles a las diez?
H: A las diez no, pero tengo un cuarto para las once.
A: Un cuarto para las once está bien.
H: Perfecto, ya quedó agendada.
> arranged | time 10:45 @2 | other time 10:00 10:45

== no-perdon | ES clinic | Pedir cita para una analítica el lunes a las ocho | called 2026-11-26 | 2026-11-30 08:00 Ciro Bou
H: Laboratorio Central.
A: Hola, soy un asistente de IA llamando por Ciro Bou. ¿Puede ir el lunes a las ocho?
H: El lunes tengo a las nueve, no, perdón, a las ocho y veinte. Estamos en la calle Mayor número diez, segundo piso.
A: A las ocho y veinte está bien.
H: Pues apuntado queda.
> arranged | date 2026-11-30 @2 | time 08:20 @2 | other time 08:00 08:20

== mal-etiquetada | ES restaurant | Reservar mesa para dos el domingo a las tres | called 2026-12-01 | 2026-12-06 15:00 x2 Rafa Coll
H: Sidrería Tino.
H: Buenas tardes, soy un asistente virtual y llamo de parte de Rafa Coll. Queda reservada la mesa el domingo a las tres, ¿verdad?
H: ¿Cómo? No le oigo bien.
A: ¿Hola?
> unclear

== pregunta-lado | ES restaurant | Reservar mesa para dos el sábado a las nueve | called 2026-11-24 | 2026-11-28 21:00 x2 Ana Ruiz
H: El Molino.
A: Hola, soy un asistente virtual y llamo por Ana Ruiz. Mesa para dos el sábado a las nueve, por favor.
H: Muy bien, sábado a las nueve, dos. Anotado.
A: ¿Tienen terraza?
H: No, terraza no tenemos, lo siento.
A: No pasa nada, gracias.
H: A ustedes.
> arranged | date 2026-11-28 @2 | time 21:00 @2

== responde-luego | AR general | Preguntar si tienen turno para vacunación | called 2026-12-01 | - - -
H: Farmacia Lavalle.
A: Hola, soy un asistente virtual. ¿Están aplicando la vacuna contra la gripe?
H: Sí, sí, estamos vacunando. De lunes a sábado, de nueve a trece.
A: ¿Y cuánto sale?
H: Quince mil pesos, y con obra social no se paga.
> answered | hours Mo-Sa 09:00-13:00 @2 | price 15000.00 ARS @4
`;
