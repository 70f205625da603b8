/** Calls in Spanish that were written before the rules were, each by another way of talking. */
export const heardInSpanish = `
== vale-pues-marta-viernes-a-las | ES restaurant | Reservar mesa para dos el viernes a las nueve | called 2026-11-24 | 2026-11-27 21:00 x2 Marta Gil
H: Casa Lola, dígame.
A: Hola, soy un asistente de inteligencia artificial y llamo de parte de Marta Gil. ¿Tienen mesa para dos el viernes a las nueve?
H: Sí, sin problema. ¿A qué nombre?
A: Marta Gil.
H: Vale, pues Marta, viernes a las nueve, dos personas. Hasta el viernes.
> arranged | date 2026-11-27 @4 | time 21:00 @4 | name Marta @4

== uy-el-sabado-no-nos-queda | ES restaurant | Reservar mesa para cuatro el sábado a las dos | called 2026-11-24 | 2026-11-28 14:00 x4 Luis Roca
H: Hola, buenas, El Molino.
A: Hola, soy un asistente virtual y llamo por Luis Roca. ¿Tienen mesa para cuatro el sábado a las dos?
H: Uy, el sábado no nos queda nada. Está todo reservado.
A: ¿Y el domingo?
H: El domingo tampoco, que es el puente.
A: Gracias.
> declined

== a-las-nueve-no-tendria-que | ES restaurant | Reservar mesa para cuatro el sábado a las nueve | called 2026-11-24 | 2026-11-28 21:00 x4 Luis Roca
H: Hola, buenas noches, El Molino.
A: Hola, soy un asistente virtual y llamo por Luis Roca. ¿Tienen mesa para cuatro el sábado a las nueve?
H: A las nueve no, tendría que ser a las nueve y media.
A: A las nueve y media le va bien.
H: Perfecto, pues apuntado. ¿Un teléfono?
A: El 600 11 22 33.
H: Gracias, hasta el sábado.
> arranged | time 21:30 @2 | other time 21:00 21:30 | may date 2026-11-28

== listo-senorita-diaz-manana-a-las | MX restaurant | Reservar mesa para seis mañana a las ocho de la noche | called 2026-12-01 | 2026-12-02 20:00 x6 Karla Díaz
H: La Casona, buenas tardes, le atiende Fer.
A: Buenas tardes, soy un asistente de inteligencia artificial de parte de Karla Díaz. ¿Tendrá mesa para seis mañana a las ocho de la noche?
H: Déjeme checo... sí, sí tengo. ¿A nombre de quién la pongo?
A: Karla Díaz.
H: Listo, señorita Díaz, mañana a las ocho para seis. Aquí los esperamos.
> arranged | date 2026-12-02 @4 | time 20:00 @4 | name Díaz @4

== ahorita-no-esta-la-doctora-y | MX clinic | Agendar cita con el dentista el jueves a las 5 | called 2026-12-01 | 2026-12-03 17:00 Raúl Mena
H: Consultorio dental, buenas tardes.
A: Buenas tardes, soy un asistente virtual que llama por Raúl Mena. ¿Tiene cita el jueves a las cinco?
H: Ahorita no está la doctora y ella lleva la agenda. Nosotros le marcamos.
A: ¿Más o menos cuándo?
H: Pues hoy en la tarde o mañana, yo creo.
A: Gracias.
> unclear

== mira-a-las-nueve-estoy-hasta | AR restaurant | Reservar para cuatro el sábado a las 21 | called 2026-11-25 | 2026-11-28 21:00 x4 Nico Ferro
H: Hola, Don Julio Chico.
A: Hola, soy un asistente de inteligencia artificial, llamo de parte de Nico Ferro. ¿Tendrían una mesa para cuatro el sábado a las nueve de la noche?
H: Mirá, a las nueve estoy hasta las manos. Te puedo hacer un lugarcito a las diez y media.
A: A las diez y media está bien.
H: Bárbaro. ¿A nombre de?
A: Nico.
H: Dale, Nico, sábado diez y media, cuatro. Te esperamos.
> arranged | date 2026-11-28 @6 | time 22:30 @2,6 | name Nico @6 | other time 21:00 22:30

== no-flaco-le-erraste-de-numero | AR restaurant | Reservar para cuatro el sábado a las 21 | called 2026-11-25 | 2026-11-28 21:00 x4 Nico Ferro
H: Hola.
A: Hola, soy un asistente de inteligencia artificial, llamo de parte de Nico Ferro. ¿Es Don Julio?
H: No, flaco, le erraste de número.
A: Disculpe.
> not_reached | flag wrong_number

== vega-muy-bien-pues-le-dejo | ES clinic | Pedir cita con el fisio el lunes a las 10 | called 2026-11-26 | 2026-11-30 10:00 Ana Vega
H: Fisio Norte, buenos días.
A: Buenos días, soy un asistente virtual y llamo en nombre de Ana Vega. ¿Tienen hueco el lunes a las diez?
H: El lunes a las diez... sí, tengo un hueco. ¿Me dice el apellido?
A: Vega.
H: Vega, muy bien. Pues le dejo la cita puesta para el lunes treinta a las diez.
A: Gracias.
> arranged | date 2026-11-30 @4,2 | time 10:00 @2,4 | name Vega @4

== uf-hasta-el-dia-catorce-no | ES clinic | Pedir cita con el fisio el lunes a las 10 | called 2026-11-26 | 2026-11-30 10:00 Ana Vega
H: Fisio Norte, buenos días.
A: Buenos días, soy un asistente virtual y llamo en nombre de Ana Vega. ¿Tienen hueco el lunes a las diez?
H: Uf, hasta el día catorce no tengo nada.
A: Se lo comento y vuelve a llamar. Gracias.
H: Muy bien, adiós.
> declined | may date 2026-12-14 | may other date 2026-11-30 2026-12-14

== si-claro-a-dieciocho-con-treinta | ES general | Preguntar si venden bombonas de butano | called 2026-11-26 | - - Ana Vega
H: Gasolinera La Cruz.
A: Hola, soy un asistente virtual y llamo por Ana Vega. ¿Venden bombonas de butano?
H: Sí, claro, a dieciocho con treinta.
A: Gracias.
> answered | price 18.30 EUR @2

== a-las-ocho-y-media | ES general | Preguntar a qué hora cierran hoy | called 2026-11-26 | - - Ana Vega
H: Ferretería Sol.
A: Hola, soy un asistente virtual y llamo por Ana Vega. ¿A qué hora cierran hoy?
H: A las ocho y media.
A: Gracias.
> answered | time 20:30 @2

== de-lunes-a-sabado-abrimos-de | MX general | Preguntar el horario de la farmacia | called 2026-11-26 | - - Ana Vega
H: Farmacia San Juan, bueno.
A: Hola, soy un asistente virtual y llamo por Ana Vega. ¿Cuál es su horario?
H: De lunes a sábado abrimos de ocho de la mañana a diez de la noche, y domingos de nueve a tres.
A: Gracias.
> answered | hours Mo-Sa 08:00-22:00 @2 | hours Su 09:00-15:00 @2

== de-acuerdo-se-la-reservo-el | ES hotel | Reservar una habitación para el 12 de diciembre | called 2026-12-01 | 2026-12-12 - x2 Pau Serra
H: Hotel Mirador, recepción.
A: Buenas tardes, soy un asistente virtual que llama por Pau Serra. ¿Tienen una doble para el doce de diciembre?
H: El doce de diciembre, sí. Son noventa y cinco euros con desayuno.
A: La quiere, por favor.
H: De acuerdo, se la reservo. El número de reserva es el cuatro, cinco, uno, dos, hache.
A: Gracias.
> arranged | date 2026-12-12 @2 | price 95.00 EUR @2 | confirmation 4512H @4

== para-reservar-necesito-una-tarjeta-de | ES hotel | Reservar una habitación para el 12 de diciembre | called 2026-12-01 | 2026-12-12 - x2 Pau Serra
H: Hotel Mirador, recepción.
A: Buenas tardes, soy un asistente virtual que llama por Pau Serra. ¿Tienen una doble para el doce de diciembre?
H: Para reservar necesito una tarjeta de crédito.
A: No dispongo de ella. ¿La puede guardar hasta que llame el señor Serra?
H: No, lo siento, sin tarjeta no puedo.
A: De acuerdo, gracias.
> declined | flag condition

== vale-si-se-la-apunto-pero | ES restaurant | Mesa para ocho el sábado a las dos y media | called 2026-11-25 | 2026-11-28 14:30 x8 Inés Cano
H: Restaurante Puerto, dígame.
A: Hola, le llama un asistente de inteligencia artificial de parte de Inés Cano. Querría mesa para ocho el sábado a las dos y media.
H: Vale, sí, se la apunto, pero para grupos pedimos una señal de diez euros por persona. Si no, el viernes la suelto.
A: De acuerdo, se lo digo.
H: Muy bien. Sábado, dos y media, ocho personas. Gracias.
> arranged | date 2026-11-28 @4 | time 14:30 @4 | price 10.00 EUR @2 | flag condition

== lo-miro-y-te-llamo-vale | ES restaurant | Mesa para ocho el sábado a las dos y media | called 2026-11-25 | 2026-11-28 14:30 x8 Inés Cano
H: Restaurante Puerto, dígame.
A: Hola, le llama un asistente de inteligencia artificial de parte de Inés Cano. Querría mesa para ocho el sábado a las dos y media.
H: Lo miro y te llamo, ¿vale?
A: De acuerdo. Muchas gracias.
H: Venga, ahora te digo algo.
> unclear

== ya-os-llamaremos-nosotros-para-confirmar | ES restaurant | Mesa para ocho el sábado a las dos y media | called 2026-11-25 | 2026-11-28 14:30 x8 Inés Cano
H: Restaurante Puerto, dígame.
A: Hola, le llama un asistente de inteligencia artificial de parte de Inés Cano. Querría mesa para ocho el sábado a las dos y media.
H: Ya os llamaremos nosotros para confirmar. Queda apuntado el teléfono.
A: Gracias.
> unclear

== con-mucho-gusto-para-el-domingo | CO restaurant | Reservar mesa para tres el domingo a la una | called 2026-12-03 | 2026-12-06 13:00 x3 Laura Pinzón
H: Andrés del Valle, muy buenas.
A: Buenas tardes, soy un asistente virtual a nombre de Laura Pinzón. ¿Me regala una mesa para tres el domingo a la una?
H: Con mucho gusto. Para el domingo a la una le quedaron reservados tres puestos a nombre de Laura Pinzón.
A: Muchas gracias.
> arranged | date 2026-12-06 @2 | time 13:00 @2 | name Laura Pinzón @2

== ya-quedo-agendada-para-el-martes | CL clinic | Pedir hora con la dermatóloga el martes a las 4 | called 2026-11-27 | 2026-12-01 16:00 Pía Rojas
H: Centro médico, buenos días.
A: Buenos días, soy una asistente virtual y llamo por Pía Rojas. Necesita hora con la dermatóloga el martes a las cuatro.
H: El martes a las cuatro está tomada. Tengo a las cinco veinte.
A: A las cinco y veinte le sirve.
H: Ya, quedó agendada para el martes primero a las cinco veinte. Tiene que llegar diez minutos antes.
> arranged | date 2026-12-01 @4 | time 17:20 @2,4 | other time 16:00 17:20

== has-llamado-a-bar-tomas-ahora | ES restaurant | Mesa para dos hoy a las nueve | called 2026-11-27 | 2026-11-27 21:00 x2 Eva Sanz
H: Has llamado a Bar Tomás. Ahora mismo no podemos atenderte, deja tu mensaje y te llamamos.
A: Hola, soy un asistente virtual, llamo por Eva Sanz para una mesa hoy a las nueve para dos.
> not_reached | flag voicemail_greeting

== no-le-hemos-entendido-si-desea | ES general | Preguntar si tienen cita para la ITV | called 2026-11-27 | - - Eva Sanz
H: Gracias por llamar. Si desea pedir cita, pulse uno. Si desea información, pulse dos.
A: Pedir cita.
H: No le hemos entendido. Si desea pedir cita, pulse uno.
A: Adiós.
> not_reached

== su-llamada-es-muy-importante-para | MX general | Preguntar si tienen cita para verificación | called 2026-11-27 | - - Eva Sanz
H: Por el momento todas nuestras líneas están ocupadas, por favor espere en la línea.
H: Su llamada es muy importante para nosotros.
A: Voy a colgar. Gracias.
> not_reached | flag on_hold_abandoned

== no-me-interesa-no-me-vuelvan | ES restaurant | Mesa para dos hoy a las nueve | called 2026-11-27 | 2026-11-27 21:00 x2 Eva Sanz
H: Bar Tomás.
A: Hola, soy un asistente virtual, llamo por Eva Sanz para una mesa hoy a las nueve para dos.
H: No me interesa, no me vuelvan a llamar.
> declined | flag do_not_call_again

== pues-mira-no-cogemos-reservas-el | ES restaurant | Mesa para dos hoy a las nueve | called 2026-11-27 | 2026-11-27 21:00 x2 Eva Sanz
H: Bar Tomás.
A: Hola, soy un asistente virtual, llamo por Eva Sanz para una mesa hoy a las nueve para dos.
H: Pues mira, no cogemos reservas, el que llega se sienta.
A: Entendido, gracias.
> declined

== supongo-que-si-que-habra-sitio | ES restaurant | Mesa para dos hoy a las nueve | called 2026-11-27 | 2026-11-27 21:00 x2 Eva Sanz
H: Bar Tomás.
A: Hola, soy un asistente virtual, llamo por Eva Sanz para una mesa hoy a las nueve para dos.
H: Supongo que sí, que habrá sitio, pero no te lo aseguro.
A: ¿Puede reservarla?
H: Es que no apuntamos, venid y ya está.
> unclear

== si-venga-a-las-nueve-dos | ES restaurant | Mesa para dos hoy a las nueve | called 2026-11-27 | 2026-11-27 21:00 x2 Eva Sanz
H: Bar Tomás, espera un momento.
A: Claro.
H: Ya estoy, dime.
A: Hola, soy un asistente virtual, llamo por Eva Sanz para una mesa hoy a las nueve para dos.
H: Sí, venga, a las nueve dos. ¿Nombre?
A: Eva.
H: Vale, Eva, ya te he apuntado.
> arranged | time 21:00 @4 | name Eva @6

== ya-esta-se-la-he-cambiado | ES clinic | Cambiar mi cita del martes al jueves a las 12 | called 2026-11-27 | 2026-12-03 12:00 Leo Marín
H: Clínica Sol.
A: Hola, soy un asistente virtual y llamo por Leo Marín. Quiere cambiar su cita del martes al jueves a las doce.
H: Vale, ¿su fecha de nacimiento?
A: El cuatro de mayo del ochenta.
H: Ya está, se la he cambiado al jueves tres a las doce.
A: Gracias.
> arranged | date 2026-12-03 @4 | time 12:00 @4

== marin-si-aqui-esta-pues-nada | ES general | Cancelar la reserva de Leo Marín del viernes | called 2026-11-25 | 2026-11-27 - Leo Marín
H: Restaurante Faro.
A: Hola, soy un asistente virtual y llamo por Leo Marín, para anular su reserva del viernes.
H: Marín... sí, aquí está. Pues nada, anulada queda.
A: Gracias.
> arranged | name Marín @2

== serian-trescientos-cuarenta-pesos-le-llegan | MX general | Pedir dos pizzas grandes a domicilio | called 2026-11-25 | - - Leo Marín
H: Pizzas Beto, ¿qué va a ordenar?
A: Hola, soy un asistente virtual y llamo por Leo Marín. Dos pizzas grandes de pepperoni a domicilio, por favor.
H: Serían trescientos cuarenta pesos. Le llegan en cuarenta minutos.
A: Muy bien.
H: Gracias por su pedido.
> arranged | price 340.00 MXN @2

== doce-euros-con-lavado-quince | ES general | Preguntar cuánto cuesta un corte de pelo | called 2026-11-25 | - - Leo Marín
H: Peluquería Mar.
A: Hola, soy un asistente virtual y llamo por Leo Marín. ¿Cuánto cuesta un corte de caballero?
H: Doce euros, con lavado quince.
A: Gracias.
> answered | price 12.00 EUR @2 | may price 15.00 EUR

== tenemos-si-pero-en-invierno-no | ES general | Preguntar si tienen terraza | called 2026-11-25 | - - Leo Marín
H: Café Mar.
A: Hola, soy un asistente virtual y llamo por Leo Marín. ¿Tienen terraza?
H: Tenemos, sí, pero en invierno no la montamos.
A: Gracias.
> answered

== pues-no-lo-se-soy-nueva | ES general | Preguntar si tienen terraza | called 2026-11-25 | - - Leo Marín
H: Café Mar.
A: Hola, soy un asistente virtual y llamo por Leo Marín. ¿Tienen terraza?
H: Pues no lo sé, soy nueva. Llama mañana que está el jefe.
A: Gracias.
> unclear | flag asked_to_call_back

== retracted-ivan-vale-ay-espera-que-no | ES restaurant | Mesa para tres el jueves a las diez | called 2026-12-01 | 2026-12-03 22:00 x3 Iván Polo
H: Taberna Sur.
A: Buenas, soy un asistente virtual y llamo por Iván Polo. ¿Tienen mesa para tres el jueves a las diez?
H: Sí, el jueves a las diez tengo. ¿Nombre?
A: Iván.
H: Iván, vale... ay, espera, que no, que ese jueves estamos cerrados por reformas. Perdona.
A: No pasa nada, gracias.
> declined

== si-si-queda-reservada | ES restaurant | Mesa para tres el jueves a las diez | called 2026-12-01 | 2026-12-03 22:00 x3 Iván Polo
H: Taberna Sur.
A: Buenas, soy un asistente virtual y llamo por Iván Polo. ¿Tienen mesa para tres el jueves a las diez?
H: Sí.
A: Perfecto, pues a nombre de Iván Polo. ¿Queda reservada?
H: Sí, sí, queda reservada.
A: Gracias.
> arranged

== te-pongo-en-lista-de-espera | ES restaurant | Mesa para tres el jueves a las diez | called 2026-12-01 | 2026-12-03 22:00 x3 Iván Polo
H: Taberna Sur.
A: Buenas, soy un asistente virtual y llamo por Iván Polo. ¿Tienen mesa para tres el jueves a las diez?
H: Te pongo en lista de espera si quieres, que está lleno.
A: Sí, por favor.
H: Hecho, apuntado queda.
> declined

== si-el-jueves-a-las-diez | ES restaurant | Mesa para tres el jueves a las diez | called 2026-12-01 | 2026-12-03 22:00 x3 Iván Polo
H: taberna sur buenas
A: Buenas, soy un asistente virtual y llamo por Iván Polo. ¿Tienen mesa para tres el jueves a las diez?
H: si el jueves a las diez para tres si no hay problema a que nombre la pongo
A: Iván Polo.
H: vale ivan pues ya esta reservado gracias
> arranged | date 2026-12-03 @2 | time 22:00 @2 | may name Iván

== a-las-nueve-no-abrimos-todavia | ES clinic | Pedir cita para la revisión el miércoles a las 9 | called 2026-11-30 | 2026-12-02 09:00 Sara Gil
H: Óptica Luz.
A: Hola, soy un asistente virtual y llamo por Sara Gil. Quería cita para una revisión el miércoles a las nueve.
H: A las nueve no abrimos todavía. A las nueve y media o a las once.
A: A las once.
H: Muy bien. ¿Me da un teléfono?
A: Es el 611 22 33 44.
H: Pues nada, miércoles a las once. Adiós.
> arranged | date 2026-12-02 @6 | time 11:00 @6,2 | other time 09:00 11:00

== yo-no-quiero-que-me-grabe | ES clinic | Pedir cita para la revisión el miércoles a las 9 | called 2026-11-30 | 2026-12-02 09:00 Sara Gil
H: Óptica Luz.
A: Hola, soy un asistente virtual y llamo por Sara Gil. Esta llamada se graba. Quería cita para una revisión el miércoles a las nueve.
H: Yo no quiero que me grabe nadie, eh. Que llame la clienta.
A: De acuerdo, disculpe.
> unclear | flag recording_objection | may flag asked_to_call_back

== si-el-jueves-diez-a-las | MX clinic | Agendar limpieza dental el 10 de diciembre a las 4 | called 2026-12-01 | 2026-12-10 16:00 Hugo Lara
H: Dental Plus, le atiende Ivonne.
A: Buenas tardes Ivonne, soy un asistente de inteligencia artificial de Hugo Lara. ¿Hay espacio el diez de diciembre a las cuatro?
H: Sí, el jueves diez a las cuatro está disponible. La limpieza tiene un costo de seiscientos cincuenta pesos.
A: De acuerdo, agéndela por favor.
H: Quedó agendada, su folio es el A como avión, tres, tres, ocho.
> arranged | date 2026-12-10 @2 | time 16:00 @2 | price 650.00 MXN @2 | confirmation A338 @4

== para-agendar-necesita-hacer-un-deposito | MX clinic | Agendar limpieza dental el 10 de diciembre a las 4 | called 2026-12-01 | 2026-12-10 16:00 Hugo Lara
H: Dental Plus, le atiende Ivonne.
A: Buenas tardes Ivonne, soy un asistente de inteligencia artificial de Hugo Lara. ¿Hay espacio el diez de diciembre a las cuatro?
H: Para agendar necesita hacer un depósito de doscientos pesos primero.
A: ¿Y sin depósito no se puede?
H: No, hasta que no deposite no le puedo apartar el lugar.
A: Entiendo, se lo comento.
> declined | price 200.00 MXN @2 | flag condition

== si-hacemos-envios-a-todo-el | AR general | Preguntar si hacen envíos a Rosario | called 2026-12-01 | - - Hugo Lara
H: Librería Ateneo Chico, hola.
A: Hola, soy un asistente virtual y llamo por Hugo Lara. ¿Hacen envíos a Rosario?
H: Sí, hacemos envíos a todo el país. Sale tres mil quinientos.
A: Gracias.
> answered | price 3500.00 ARS @2

== el-lunes-no-atiende-recien-el | AR clinic | Sacar turno con el oculista el lunes a las 11 | called 2026-11-26 | 2026-11-30 11:00 Luz Paz
H: Consultorios Alem.
A: Hola, soy un asistente virtual y llamo por Luz Paz. ¿Habría un turno con el oculista el lunes a las once?
H: El lunes no atiende. Recién el miércoles a las diez cuarenta.
A: El miércoles a las diez cuarenta está bien.
H: Listo, te lo agendé. Miércoles dos, diez cuarenta.
> arranged | date 2026-12-02 @4,2 | time 10:40 @4,2 | other date 2026-11-30 2026-12-02 | other time 11:00 10:40

== no-los-turnos-son-solo-por | AR clinic | Sacar turno con el oculista el lunes a las 11 | called 2026-11-26 | 2026-11-30 11:00 Luz Paz
H: Consultorios Alem.
A: Hola, soy un asistente virtual y llamo por Luz Paz. ¿Habría un turno con el oculista el lunes a las once?
H: No, los turnos son solo por WhatsApp.
A: ¿No me lo puede dar usted?
H: No, no damos turnos por teléfono.
> declined

== no-son-quince-euros-al-dia | ES hotel | Preguntar si el parking está incluido | called 2026-12-01 | 2026-12-20 - x2 Joan Pla
H: Hotel Mar, buenas.
A: Hola, soy un asistente virtual y llamo por Joan Pla. ¿El parking está incluido en el precio?
H: No, son quince euros al día.
A: Gracias.
> answered | price 15.00 EUR @2

== vale-apuntado-joan-el-viernes-a | ES restaurant | Mesa para dos el viernes a las nueve y media | called 2026-11-24 | 2026-11-27 21:30 x2 Joan Pla
H: Can Mar.
A: Hola, llamo de parte de Joan Pla. ¿Tienen mesa para dos el viernes a las nueve y media?
H: Sí, te la apunto. ¿Nombre?
A: Joan.
H: Vale, apuntado Joan, el viernes a las nueve y media.
> arranged | date 2026-11-27 @4 | time 21:30 @4 | name Joan @4 | flag ai_not_disclosed

== si-mira-te-lo-dejo-provisional | ES restaurant | Mesa para dos el viernes a las nueve y media | called 2026-11-24 | 2026-11-27 21:30 x2 Joan Pla
H: Can Mar.
A: Hola, soy un asistente virtual y llamo de parte de Joan Pla. ¿Tienen mesa para dos el viernes a las nueve y media?
H: Sí, mira, te lo dejo provisional, pero me lo tiene que confirmar mi jefe.
A: ¿Entonces no es seguro?
H: En un noventa por ciento, sí.
> unclear

== perfecto-encargado-son-veintiocho-euros-lo | ES general | Encargar un roscón para el 5 de enero | called 2026-12-20 | 2027-01-05 - Joan Pla
H: Pastelería Rius, digui.
A: Hola, soy un asistente virtual y llamo por Joan Pla. Quiere encargar un roscón mediano para el cinco de enero.
H: Muy bien, uno mediano, con nata o sin?
A: Con nata.
H: Perfecto, encargado. Son veintiocho euros. Lo puede recoger a partir de las nueve.
> arranged | price 28.00 EUR @4 | may time 09:00

== ya-no-cogemos-mas-encargos-estamos | ES general | Encargar un roscón para el 5 de enero | called 2026-12-20 | 2027-01-05 - Joan Pla
H: Pastelería Rius, digui.
A: Hola, soy un asistente virtual y llamo por Joan Pla. Quiere encargar un roscón mediano para el cinco de enero.
H: Ya no cogemos más encargos, estamos desbordados.
A: Gracias, adiós.
> declined

== no-esta-usted-marcando-mal-aqui | MX restaurant | Mesa para dos el sábado a las 9 pm | called 2026-12-01 | 2026-12-05 21:00 x2 Joan Pla
H: Bueno, ¿quién habla?
A: Hola, soy un asistente virtual y llamo de parte de Joan Pla. ¿Es el restaurante Pujol Chico?
H: No, está usted marcando mal, aquí es una casa.
A: Disculpe.
> not_reached | flag wrong_number

== fijese-que-ya-no-tengo-a | MX restaurant | Mesa para dos el sábado a las 9 pm | called 2026-12-01 | 2026-12-05 21:00 x2 Joan Pla
H: Pujol Chico, buenas noches.
A: Hola, soy un asistente virtual y llamo de parte de Joan Pla. ¿Habrá mesa para dos el sábado a las nueve de la noche?
H: Fíjese que ya no tengo a esa hora, nada más me queda a las diez y cuarto o a las siete.
A: A las siete está perfecto.
H: Ok, entonces le confirmo: sábado cinco, siete de la noche, dos personas.
A: Así es.
H: Ya quedó.
> arranged | date 2026-12-05 @4 | time 19:00 @4,2 | other time 21:00 19:00

== te-oigo-fatal-me-oyes-hola | ES restaurant | Mesa para cuatro el domingo a las tres | called 2026-12-01 | 2026-12-06 15:00 x4 Noa Rey
H: Pulpería Ría, dime.
A: Hola, soy un asistente virtual y llamo de parte de Noa Rey. ¿Mesa para cuatro el domingo a las tres?
H: Te oigo fatal, ¿me oyes? ¿Hola?
> unclear

== ahora-mismo-estoy-con-mucho-jaleo | ES restaurant | Mesa para cuatro el domingo a las tres | called 2026-12-01 | 2026-12-06 15:00 x4 Noa Rey
H: Pulpería Ría, dime.
A: Hola, soy un asistente virtual y llamo de parte de Noa Rey. ¿Mesa para cuatro el domingo a las tres?
H: Ahora mismo estoy con mucho jaleo, llámame en una horita.
A: De acuerdo.
> unclear | flag asked_to_call_back

== si-ya-esta-puede-pasar-a | ES general | Preguntar si mi coche está listo | called 2026-12-01 | - - Noa Rey
H: Talleres Ramos.
A: Hola, soy un asistente virtual y llamo de parte de Noa Rey. ¿Está listo su coche?
H: Sí, ya está, puede pasar a recogerlo. Son doscientos diez euros.
A: Gracias.
> answered | price 210.00 EUR @2

== todavia-no-nos-falta-una-pieza | ES general | Preguntar si mi coche está listo | called 2026-12-01 | - - Noa Rey
H: Talleres Ramos.
A: Hola, soy un asistente virtual y llamo de parte de Noa Rey. ¿Está listo su coche?
H: Todavía no, nos falta una pieza. Para el jueves seguramente.
A: Gracias.
> answered | may date 2026-12-03

== el-ocho-abrimos-por-la-manana | ES general | Preguntar si abren el 8 de diciembre | called 2026-12-01 | - - Noa Rey
H: Librería Gala.
A: Hola, soy un asistente virtual y llamo de parte de Noa Rey. ¿Abren el ocho de diciembre?
H: El ocho abrimos por la mañana, de diez a dos.
A: Gracias.
> answered | hours 10:00-14:00 @2 | may date 2026-12-08

== retracted-vale-te-anoto-son-siete-no | ES restaurant | Mesa para siete el sábado a las dos | called 2026-12-01 | 2026-12-05 14:00 x7 Unai Gómez
H: Sidrería Oria.
A: Hola, soy un asistente virtual y llamo de parte de Unai Gómez. ¿Mesa para siete el sábado a las dos?
H: Vale, te anoto. Son siete, ¿no?
A: Sí. Perdone, me dice que al final serán doce.
H: ¿Doce? No, doce no me caben.
A: Entonces se lo comento.
H: Venga.
> declined

== a-ver-que-mire-si-de | ES restaurant | Reservar mesa para seis el sábado a las diez | called 2026-11-25 | 2026-11-28 22:00 x6 Berta Coll
H: Restaurante Alba, buenas noches.
A: Buenas noches, soy un asistente de inteligencia artificial y llamo de parte de Berta Coll. ¿Sería posible una mesa para seis el sábado a las diez?
H: A ver que mire... Sí, de acuerdo, para seis a las diez. ¿Me dice un nombre y un teléfono?
A: Berta Coll, el 699 00 11 22.
H: Estupendo, pues ya tienen la mesa. Gracias por llamar.
> arranged | time 22:00 @2

== para-seis-lo-veo-complicado-estamos | ES restaurant | Reservar mesa para seis el sábado a las diez | called 2026-11-25 | 2026-11-28 22:00 x6 Berta Coll
H: Restaurante Alba, buenas noches.
A: Buenas noches, soy un asistente de inteligencia artificial y llamo de parte de Berta Coll. ¿Sería posible una mesa para seis el sábado a las diez?
H: Para seis lo veo complicado, estamos casi llenos.
A: ¿Puede confirmarlo?
H: Déjame que hable con sala y luego te digo.
A: Gracias.
> unclear

== muy-bien-senor-cid-quedaria-para | MX restaurant | Reservar mesa para dos el viernes a las 8 pm | called 2026-12-01 | 2026-12-04 20:00 x2 Omar Cid
H: Restaurante Nicos, ¿en qué le puedo servir?
A: Buenas tardes, soy un asistente virtual y llamo por Omar Cid. Una mesa para dos el viernes a las ocho de la noche.
H: Claro que sí, con gusto. ¿A nombre de quién sería?
A: Omar Cid.
H: Muy bien, señor Cid, quedaría para el viernes cuatro a las ocho de la noche, dos personas, ¿es correcto?
A: Correcto.
H: Perfecto, ya está su reservación. Tenemos tolerancia de quince minutos.
> arranged | name Cid @4 | may date 2026-12-04 | may time 20:00 | may flag condition

== hijole-fijese-que-el-viernes-ya | MX restaurant | Reservar mesa para dos el viernes a las 8 pm | called 2026-12-01 | 2026-12-04 20:00 x2 Omar Cid
H: Bueno, restaurante Nicos.
A: Buenas tardes, soy un asistente virtual y llamo por Omar Cid. Una mesa para dos el viernes a las ocho de la noche.
H: Híjole, fíjese que el viernes ya estamos llenos. Le puedo ofrecer el jueves a la misma hora.
A: El jueves no puede, gracias.
H: Para servirle.
> declined | may date 2026-12-03 | may other date 2026-12-04 2026-12-03

== el-martes-no-me-queda-nada | AR clinic | Sacar turno con la pediatra para el martes a las 9 | called 2026-11-27 | 2026-12-01 09:00 Caro Sosa
H: Centro Pediátrico, buen día.
A: Buen día, soy un asistente virtual y llamo de parte de Caro Sosa, para un turno con la pediatra el martes a las nueve.
H: El martes no me queda nada, mi amor. El jueves a las nueve y veinte te puedo dar.
A: Perfecto, el jueves a las nueve y veinte.
H: Listo, ya te lo anoté. Traé el carnet de la obra social.
> arranged | date 2026-12-03 @2 | time 09:20 @2 | other date 2026-12-01 2026-12-03 | other time 09:00 09:20

== si-vamos-a-domicilio-la-visita | AR general | Preguntar si hacen cerraduras a domicilio | called 2026-11-27 | - - Caro Sosa
H: Cerrajería Paso, hola.
A: Hola, soy un asistente virtual y llamo por Caro Sosa. ¿Van a domicilio?
H: Sí, vamos a domicilio, la visita son ocho mil pesos.
A: Gracias.
> answered | price 8000.00 ARS @2

== perdona-pero-no-damos-citas-a | ES clinic | Pedir cita con el dentista el jueves a las 4 | called 2026-11-30 | 2026-12-03 16:00 Toni Vila
H: Clínica dental Vila, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Toni Vila. Querría cita el jueves a las cuatro.
H: Perdona, pero no damos citas a robots. Que llame él.
A: De acuerdo.
> declined | may flag asked_to_call_back

== si-que-llame-antes-de-manana | ES hotel | Reservar una habitación individual para el 15 de diciembre | called 2026-12-01 | 2026-12-15 - x1 Gema Ruiz
H: Hostal Plaza, dígame.
A: Buenas, soy un asistente virtual y llamo por Gema Ruiz. ¿Tienen una individual la noche del quince de diciembre?
H: Sí, tenemos. Cincuenta y dos euros la noche.
A: La quiere reservar.
H: Necesitaría un número de tarjeta como garantía.
A: No lo tengo. ¿Puede llamar ella con la tarjeta?
H: Sí, que llame antes de mañana y se la guardo hasta entonces.
A: Perfecto, gracias.
> unclear | price 52.00 EUR @2 | flag condition | may date 2026-12-15 | may flag asked_to_call_back

== hecho-localizador-ere-te-siete-siete | ES hotel | Reservar una habitación individual para el 15 de diciembre | called 2026-12-01 | 2026-12-15 - x1 Gema Ruiz
H: Hostal Plaza, dígame.
A: Buenas, soy un asistente virtual y llamo por Gema Ruiz. ¿Tienen una individual la noche del quince de diciembre?
H: Sí, sí que hay. Son cuarenta y ocho con IVA.
A: Perfecto, resérvela, por favor.
H: Hecho. Localizador: ere, te, siete, siete, dos.
> arranged | confirmation RT772 @4 | price 48.00 EUR @2

== si-hija-con-tarjeta-y-con | ES general | Preguntar si aceptan tarjeta | called 2026-12-01 | - - Gema Ruiz
H: Frutería Paca.
A: Hola, soy un asistente virtual y llamo por Gema Ruiz. ¿Aceptan tarjeta?
H: Sí, hija, con tarjeta y con bizum.
A: Gracias.
> answered

== aqui-solo-en-efectivo | ES general | Preguntar si aceptan tarjeta | called 2026-12-01 | - - Gema Ruiz
H: Frutería Paca.
A: Hola, soy un asistente virtual y llamo por Gema Ruiz. ¿Aceptan tarjeta?
H: Aquí solo en efectivo.
A: Gracias.
> answered

== de-lunes-a-viernes-de-nueve | ES general | Preguntar el horario de la biblioteca | called 2026-12-01 | - - Gema Ruiz
H: Biblioteca municipal.
A: Hola, soy un asistente virtual y llamo por Gema Ruiz. ¿Qué horario hacen?
H: De lunes a viernes de nueve a ocho, y los sábados de diez a dos. Los domingos cerramos.
A: Gracias.
> answered | hours Mo-Fr 09:00-20:00 @2 | hours Sa 10:00-14:00 @2 | hours Su off @2

== la-general-seis-euros-y-la | ES general | Preguntar cuánto cuesta la entrada | called 2026-12-01 | - - Gema Ruiz
H: Museo de la Seda.
A: Hola, soy un asistente virtual y llamo por Gema Ruiz. ¿Cuánto cuesta la entrada?
H: La general seis euros y la reducida cuatro.
A: Gracias.
> answered | price 6.00 EUR @2 | may price 4.00 EUR

== este-es-el-contestador-automatico-de | ES restaurant | Mesa para dos esta noche a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Pol Mas
H: Este es el contestador automático de Can Roca. Nuestro horario es de una a cuatro. Por favor, llame en otro momento.
A: Hola, soy un asistente virtual que llama por Pol Mas.
> not_reached | flag voicemail_greeting | may hours 13:00-16:00 | may flag asked_to_call_back

== no-se-equivoca-esto-es-un | ES restaurant | Mesa para dos esta noche a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Pol Mas
H: ¿Quién?
A: Hola, soy un asistente virtual que llama por Pol Mas. ¿Es Can Roca?
H: No, se equivoca, esto es un taller.
A: Perdone.
> not_reached | flag wrong_number

== no-transcript-again | ES restaurant | Mesa para dos esta noche a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Pol Mas
H: Can Roca, un segundo por favor.
H: [música]
A: ¿Hola?
> unclear | flag on_hold_abandoned | flag ai_not_disclosed

== esta-noche-no-lo-siento-manana | ES restaurant | Mesa para dos esta noche a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Pol Mas
H: Can Roca, bona nit.
A: Hola, soy un asistente virtual que llama por Pol Mas. ¿Tienen mesa para dos esta noche a las nueve?
H: Esta noche no, lo siento. Mañana sí que tengo.
A: Se lo pregunto y vuelvo a llamar.
H: Vale.
> declined | may date 2026-12-02 | may other date 2026-12-01 2026-12-02

== vale-tomo-nota-de-chocolate-para | ES general | Encargar una tarta para el sábado | called 2026-12-01 | 2026-12-05 - Pol Mas
H: Obrador Mas, buenas.
A: Hola, soy un asistente virtual que llama por Pol Mas. Quiere encargar una tarta de chocolate para el sábado, para diez personas.
H: Vale, tomo nota. De chocolate, para diez. Son treinta y cinco euros, se paga al recoger.
A: Perfecto. A nombre de Pol Mas.
H: Muy bien, la tendréis lista el sábado a partir de las once.
> arranged | price 35.00 EUR @2 | date 2026-12-05 @4 | may time 11:00

== con-mucho-gusto-le-confirmo-entonces | CO clinic | Agendar cita de optometría el lunes a las 3 | called 2026-11-26 | 2026-11-30 15:00 Nora Vélez
H: Óptica Visión, buenas tardes, habla Yuli.
A: Buenas tardes, soy un asistente virtual y llamo por Nora Vélez, para una cita el lunes a las tres.
H: Con mucho gusto. Le confirmo entonces la cita para el lunes treinta de noviembre a las tres de la tarde con la doctora Peña.
A: Muchas gracias.
> arranged | date 2026-11-30 @2 | time 15:00 @2

== manana-no-tomamos-reservas-despues-de | CL restaurant | Reservar mesa para cuatro mañana a las 9 | called 2026-12-01 | 2026-12-02 21:00 x4 Seba Lira
H: Liguria, aló.
A: Hola, soy un asistente virtual y llamo por Seba Lira. Una mesa para cuatro mañana a las nueve.
H: Mañana no tomamos reservas después de las ocho, es por orden de llegada.
A: ¿Y a las ocho?
H: A las ocho sí, pero me tendrían que confirmar antes de las doce.
A: Le aviso. Gracias.
> declined | time 20:00 @4 | may other time 21:00 20:00 | may flag condition

== si-os-la-reservo-para-grupos | ES restaurant | Mesa para doce el 20 de diciembre a las dos | called 2026-12-01 | 2026-12-20 14:00 x12 Iris Pons
H: Masía Pons, diga.
A: Hola, soy un asistente virtual y llamo por Iris Pons. Mesa para doce el veinte de diciembre a las dos.
H: Sí, os la reservo. Para grupos el menú es cerrado, a treinta y dos euros por persona. Y hay que dejar cien euros de paga y señal.
A: De acuerdo, se lo comunico.
H: Perfecto, queda reservado a nombre de Iris.
> arranged | price 32.00 EUR @2 | price 100.00 EUR @2 | name Iris @4 | flag condition

== ah-vale-ningun-problema-lo-apunto | ES general | Avisar de que llegaremos tarde a la cena de hoy a las nueve | called 2026-12-01 | - - Iris Pons
H: Masía Pons, diga.
A: Hola, soy un asistente virtual y llamo por Iris Pons. Llegarán media hora tarde a su reserva de las nueve.
H: Ah, vale, ningún problema, lo apunto.
A: Gracias.
> arranged

== no-hacemos-reservas-por-telefono-tiene | ES restaurant | Mesa para tres el jueves a las nueve | called 2026-12-01 | 2026-12-03 21:00 x3 Joel Pi
H: Bar Pi.
A: Hola, soy un asistente virtual y llamo por Joel Pi. Mesa para tres el jueves a las nueve.
H: No hacemos reservas por teléfono, tiene que ser por la web.
A: Entendido.
H: Venga, adiós.
> declined

== retracted-muy-bien-el-jueves-a-las | ES restaurant | Mesa para tres el jueves a las nueve | called 2026-12-01 | 2026-12-03 21:00 x3 Joel Pi
H: Bar Pi.
A: Hola, soy un asistente virtual y llamo por Joel Pi. Mesa para tres el jueves a las nueve.
H: Muy bien, el jueves a las nueve, tres. Apuntado. Espera, espera, que el jueves es fiesta y no abrimos. Lo siento, eh.
A: De acuerdo.
> declined

== en-principio-si-llamame-el-miercoles | ES restaurant | Mesa para tres el jueves a las nueve | called 2026-12-01 | 2026-12-03 21:00 x3 Joel Pi
H: Bar Pi.
A: Hola, soy un asistente virtual y llamo por Joel Pi. Mesa para tres el jueves a las nueve.
H: En principio sí. Llámame el miércoles y te lo confirmo.
A: De acuerdo.
> unclear | flag asked_to_call_back

== un-momento-que-lo-miro-en | ES general | Preguntar si tienen el modelo en talla 40 | called 2026-12-01 | - - Joel Pi
H: Calzados Pi, dígame.
A: Hola, soy un asistente virtual y llamo por Joel Pi. ¿Tienen el modelo Brisa en la talla cuarenta?
H: Un momento que lo miro en el almacén. Sí, me quedan dos pares.
A: Gracias.
> answered

== si-a-las-seis-si-tengo | MX clinic | Cita con la nutrióloga el miércoles a las 6 | called 2026-11-30 | 2026-12-02 18:00 Ema Gil
H: Consultorio, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Gil. ¿Tendrá cita el miércoles a las seis?
H: Sí, a las seis sí tengo espacio. Nomás que la consulta son setecientos pesos.
A: Está bien, agéndela por favor.
H: Va, ya la agendé. El miércoles dos a las seis de la tarde.
> arranged | date 2026-12-02 @4 | time 18:00 @4,2 | price 700.00 MXN @2

== ya-no-marquen-por-favor-siempre | MX clinic | Cita con la nutrióloga el miércoles a las 6 | called 2026-11-30 | 2026-12-02 18:00 Ema Gil
H: Consultorio, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Gil. ¿Tendrá cita el miércoles a las seis?
H: Ya no marquen por favor, siempre es lo mismo.
> declined | flag do_not_call_again

== tomo-nota-del-telefono-y-esta | ES restaurant | Mesa para dos el viernes a las nueve | called 2026-11-24 | 2026-11-27 21:00 x2 Olga Paz
H: Dígame, Casa Paco.
A: Hola, soy un asistente virtual y llamo por Olga Paz. Una mesa para dos el viernes a las nueve.
H: Tomo nota del teléfono y esta tarde os confirmamos si puede ser.
A: Gracias.
> unclear

== el-viernes-a-las-nueve-esta | ES restaurant | Mesa para dos el viernes a las nueve | called 2026-11-24 | 2026-11-27 21:00 x2 Olga Paz
H: Casa Paco, buenas.
A: Hola, soy un asistente virtual y llamo por Olga Paz. Una mesa para dos el viernes a las nueve.
H: El viernes a las nueve está todo reservado. A las ocho y media o a las diez y media, si queréis.
A: No, gracias, no le va bien.
H: Vale, hasta luego.
> declined | time 20:30 @2 | time 22:30 @2 | may other time 21:00 20:30 | may other time 21:00 22:30

== venga-te-pongo-una-mesita-para | ES restaurant | Mesa para dos el viernes a las nueve | called 2026-11-24 | 2026-11-27 21:00 x2 Olga Paz
H: Casa Paco, buenas.
A: Hola, soy un asistente virtual y llamo por Olga Paz. Una mesa para dos el viernes a las nueve.
H: Venga, te pongo una mesita para dos el viernes a las nueve. ¿Cómo te llamas?
A: A nombre de Olga.
H: Olga. Muy bien, guapa. Hasta el viernes.
> arranged | date 2026-11-27 @2,4 | time 21:00 @2 | name Olga @4

== si-joven-si-hay-domingo-seis | MX restaurant | Mesa para cinco el domingo a las 2 | called 2026-12-03 | 2026-12-06 14:00 x5 Beto Luna
H: El Bajío, buenas tardes, ¿en qué le puedo ayudar?
A: Buenas tardes, soy un asistente virtual y llamo por Beto Luna. Una mesa para cinco el domingo a las dos.
H: ¿Me permite tantito? Ahorita le checo.
H: Sí, joven, sí hay. Domingo seis a las dos de la tarde, cinco personas. ¿A nombre de?
A: Beto Luna.
H: Queda su reservación, señor Luna. La mesa se respeta quince minutos.
> arranged | date 2026-12-06 @3 | time 14:00 @3 | name Luna @5 | may flag condition

== los-domingos-no-manejamos-reservacion-es | MX restaurant | Mesa para cinco el domingo a las 2 | called 2026-12-03 | 2026-12-06 14:00 x5 Beto Luna
H: El Bajío, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Beto Luna. Una mesa para cinco el domingo a las dos.
H: Los domingos no manejamos reservación, es conforme van llegando.
A: Entiendo, gracias.
> declined

== listo-quedas-anotada-para-las-nueve | AR restaurant | Mesa para dos hoy a las 21 | called 2026-12-04 | 2026-12-04 21:00 x2 Flor Paz
H: Hola, La Cabrera Chica.
A: Hola, soy un asistente virtual y llamo por Flor Paz. Una mesa para dos hoy a las nueve de la noche.
H: Dale, te anoto. ¿Para dos, me dijiste?
A: Sí, para dos.
H: Listo, quedás anotada para las nueve. Chau.
> arranged | time 21:00 @4

== muy-bien-pues-tobi-el-martes | ES clinic | Cita con el veterinario el martes a las 6 | called 2026-11-27 | 2026-12-01 18:00 Mar Soler
H: Clínica Can, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Mar Soler. ¿Tienen hueco el martes a las seis?
H: El martes a las seis sí. ¿Cómo se llama el perro?
A: Tobi.
H: Muy bien, pues Tobi el martes uno a las seis. Si no pueden venir avisen, por favor.
A: Gracias.
> arranged | date 2026-12-01 @4,2 | time 18:00 @4,2

== ahora-mismo-se-nos-ha-caido | ES clinic | Cita con el veterinario el martes a las 6 | called 2026-11-27 | 2026-12-01 18:00 Mar Soler
H: Clínica Can, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Mar Soler. ¿Tienen hueco el martes a las seis?
H: Ahora mismo se nos ha caído el sistema, no puedo ver la agenda. ¿Podéis llamar en una hora?
A: De acuerdo.
> unclear | flag asked_to_call_back

== mascotas-pequenas-si-con-un-suplemento | ES hotel | Preguntar si admiten mascotas | called 2026-12-01 | 2026-12-20 - x2 Mar Soler
H: Hotel Sol, buenos días.
A: Buenos días, soy un asistente virtual y llamo por Mar Soler. ¿Admiten mascotas?
H: Mascotas pequeñas sí, con un suplemento de diez euros por noche.
A: Gracias.
> answered | price 10.00 EUR @2

== claro-en-el-momento-las-normales | ES general | Preguntar si hacen llaves | called 2026-12-01 | - - Mar Soler
H: Sí, dime.
A: Hola, soy un asistente virtual y llamo por Mar Soler. ¿Hacen copias de llaves?
H: Claro, en el momento. Las normales a dos euros y las de seguridad desde doce.
A: Gracias.
> answered | price 2.00 EUR @2 | may price 12.00 EUR

== pero-quien-es-usted-no-le | ES general | Preguntar si hacen llaves | called 2026-12-01 | - - Mar Soler
H: Sí, dime.
A: Hola, soy un asistente virtual y llamo por Mar Soler. ¿Hacen copias de llaves?
H: ¿Pero quién es usted? No le entiendo nada.
A: Soy un asistente virtual.
H: Mire, no tengo tiempo.
> unclear

== gil-vale-hecho-os-llamaremos-la | ES restaurant | Mesa para nueve el 24 de diciembre a las dos | called 2026-12-01 | 2026-12-24 14:00 x9 Teo Gil
H: Mesón Real.
A: Hola, soy un asistente virtual y llamo por Teo Gil. Mesa para nueve el veinticuatro de diciembre a las dos.
H: Perfecto, nueve, el veinticuatro a las dos. ¿El nombre?
A: Gil.
H: Gil. Vale, hecho. Os llamaremos la víspera para recordaros la reserva.
> arranged | date 2026-12-24 @2 | time 14:00 @2 | name Gil @4

== listo-serian-cuarenta-y-dos-mil | CO general | Pedir un domicilio: dos hamburguesas | called 2026-12-01 | - - Teo Gil
H: Hamburguesas El Corral Chico, ¿me regala su pedido?
A: Hola, soy un asistente virtual y llamo por Teo Gil. Dos hamburguesas sencillas, por favor.
H: Listo, serían cuarenta y dos mil pesos, le llega en media hora.
A: Gracias.
> arranged | price 42000.00 COP @2

== pues-sin-eso-no-le-puedo | ES clinic | Cita con la matrona el lunes a las 12 | called 2026-11-26 | 2026-11-30 12:00 Rut Gil
H: Centro de salud, dígame.
A: Hola, soy un asistente virtual y llamo por Rut Gil. Necesita cita con la matrona el lunes a las doce.
H: ¿Número de tarjeta sanitaria?
A: No lo tengo a mano.
H: Pues sin eso no le puedo dar la cita. Que llame con la tarjeta.
> declined | may flag asked_to_call_back | may flag condition

== dos-el-sabado-a-las-dos | ES restaurant | Mesa para dos el sábado a las dos | called 2026-11-25 | 2026-11-28 14:00 x2 Rut Gil
H: Chiringuito Sol.
A: Hola, soy un asistente virtual y llamo por Rut Gil. Mesa para dos el sábado a las dos.
H: Dos el sábado a las dos, oído. Ya está. ¿Algo más?
A: Nada más, gracias.
> arranged | date 2026-11-28 @2 | time 14:00 @2

== el-sabado-ya-esta-todo-cogido | ES restaurant | Mesa para dos el sábado a las dos | called 2026-11-25 | 2026-11-28 14:00 x2 Rut Gil
H: Chiringuito Sol.
A: Hola, soy un asistente virtual y llamo por Rut Gil. Mesa para dos el sábado a las dos.
H: ¿El sábado? Ya está todo cogido desde hace semanas, hija.
A: Gracias.
> declined

== sesenta-y-cinco-mas-iva | ES general | Preguntar el precio de la revisión del gas | called 2026-11-25 | - - Rut Gil
H: Instalaciones Gil.
A: Hola, soy un asistente virtual y llamo por Rut Gil. ¿Qué precio tiene la revisión del gas?
H: Sesenta y cinco más IVA.
A: Gracias.
> answered | price 65.00 EUR @2

== el-numero-marcado-no-existe-por | ES restaurant | Mesa para dos el sábado a las dos | called 2026-11-25 | 2026-11-28 14:00 x2 Rut Gil
H: El número marcado no existe. Por favor, compruebe el número.
> not_reached

== el-domingo-a-las-tres-tengo | ES restaurant | Mesa para cinco el domingo a las tres | called 2026-12-02 | 2026-12-06 15:00 x5 Quique Sanz
H: Arrocería Llar, buenos días, le habla Vicent.
A: Buenos días, soy un asistente de inteligencia artificial de parte de Quique Sanz. ¿Podrían darle mesa para cinco el domingo a las tres?
H: El domingo... a las tres tengo dentro, en terraza no.
A: Dentro está bien.
H: Pues venga, cinco dentro a las tres. ¿A nombre de...?
A: Quique.
H: Anotado. Hasta el domingo, gracias.
> arranged | time 15:00 @4,2 | date 2026-12-06 @2 optional

== que-va-el-domingo-imposible-lo | ES restaurant | Mesa para cinco el domingo a las tres | called 2026-12-02 | 2026-12-06 15:00 x5 Quique Sanz
H: Arrocería Llar.
A: Buenos días, soy un asistente de inteligencia artificial de parte de Quique Sanz. ¿Podrían darle mesa para cinco el domingo a las tres?
H: Qué va, el domingo imposible, lo tengo petado.
A: Gracias.
> declined

== pues-no-te-se-decir-ahora | ES restaurant | Mesa para cinco el domingo a las tres | called 2026-12-02 | 2026-12-06 15:00 x5 Quique Sanz
H: Arrocería Llar.
A: Buenos días, soy un asistente de inteligencia artificial de parte de Quique Sanz. ¿Podrían darle mesa para cinco el domingo a las tres?
H: Pues no te sé decir, ahora no tengo el libro delante. Prueba a llamar por la tarde.
A: De acuerdo.
> unclear | flag asked_to_call_back

== listo-senora-mora-queda-para-el | MX clinic | Cita con el oftalmólogo el viernes a las 10 | called 2026-12-01 | 2026-12-04 10:00 Lety Mora
H: Clínica Visión, buenos días, ¿con quién tengo el gusto?
A: Buenos días, soy un asistente virtual y llamo por Lety Mora. ¿Tendrá lugar el viernes a las diez?
H: El viernes el doctor está en cirugía. Le puedo dar hasta el lunes siete a las once.
A: El lunes siete a las once está bien.
H: Muy bien. ¿El nombre completo de la paciente?
A: Leticia Mora.
H: Listo, señora Mora, queda para el lunes siete a las once de la mañana. Favor de llegar quince minutos antes.
> arranged | date 2026-12-07 @6,2 | time 11:00 @6,2 | name Mora @6 | other date 2026-12-04 2026-12-07 | other time 10:00 11:00

== dejeme-sus-datos-y-la-asistente | MX clinic | Cita con el oftalmólogo el viernes a las 10 | called 2026-12-01 | 2026-12-04 10:00 Lety Mora
H: Clínica Visión, buenos días.
A: Buenos días, soy un asistente virtual y llamo por Lety Mora. ¿Tendrá lugar el viernes a las diez?
H: Déjeme sus datos y la asistente del doctor se comunica con usted.
A: El teléfono es el de esta llamada.
H: Perfecto, quedo registrado. Que tenga buen día.
> unclear

== quinientos-ochenta-pesos-jefe | MX general | Preguntar si tienen gas | called 2026-12-01 | - - Lety Mora
H: Gas del Valle, a la orden.
A: Buenos días, soy un asistente virtual y llamo por Lety Mora. ¿Cuánto cuesta el tanque de treinta kilos?
H: Quinientos ochenta pesos, jefe.
A: Gracias.
> answered | price 580.00 MXN @2

== no-tomamos-reservas-viejo-es-por | AR restaurant | Mesa para tres el jueves a las 20:30 | called 2026-12-01 | 2026-12-03 20:30 x3 Tincho Bo
H: Pizzería Guerrín Chica, hola.
A: Hola, soy un asistente virtual de parte de Tincho Bo. ¿Una mesa para tres el jueves a las ocho y media de la noche?
H: No tomamos reservas, viejo, es por orden de llegada.
A: Gracias.
> declined

== genial-tincho-jueves-ocho-y-media | AR restaurant | Mesa para tres el jueves a las 20:30 | called 2026-12-01 | 2026-12-03 20:30 x3 Tincho Bo
H: Hola, sí.
A: Hola, soy un asistente virtual de parte de Tincho Bo. ¿Una mesa para tres el jueves a las ocho y media de la noche?
H: Sí, dale, te reservo. ¿Nombre?
A: Tincho.
H: Genial Tincho, jueves ocho y media tres personas, te guardo la mesa hasta las nueve menos cuarto, después la libero.
> arranged | date 2026-12-03 @4 | time 20:30 @4 | name Tincho @4 | may flag condition

== si-lo-tenemos-aqui-desde-ayer | ES general | Preguntar si ha llegado mi pedido | called 2026-12-01 | - - Ana Sol
H: Librería Lector.
A: Hola, soy un asistente virtual y llamo por Ana Sol. ¿Ha llegado el libro que pidió?
H: ¿A qué nombre está?
A: Ana Sol.
H: Sí, lo tenemos aquí desde ayer. Puede venir cuando quiera.
> answered

== para-el-puente-esta-todo-completo | ES hotel | Reservar una doble para el 6 de diciembre | called 2026-12-01 | 2026-12-06 - x2 Ana Sol
H: Parador, buenas tardes.
A: Hola, soy un asistente virtual y llamo por Ana Sol. ¿Tienen una doble para el seis de diciembre?
H: Para el puente está todo completo, lo siento mucho.
A: Gracias.
> declined

== perfecto-pues-se-la-dejo-reservada | ES hotel | Reservar una doble para el 6 de diciembre | called 2026-12-01 | 2026-12-06 - x2 Ana Sol
H: Parador, buenas tardes.
A: Hola, soy un asistente virtual y llamo por Ana Sol. ¿Tienen una doble para el seis de diciembre?
H: Me queda una con vistas, ciento treinta euros, alojamiento y desayuno.
A: Se la queda.
H: Perfecto, pues se la dejo reservada. Le doy el localizador: pe, ele, nueve, cero, uno.
A: Gracias.
> arranged | price 130.00 EUR @2 | confirmation PL901 @4

== sin-problema-ya-la-he-borrado | ES clinic | Anular la cita del jueves | called 2026-12-01 | 2026-12-03 - Ana Sol
H: Clínica Ros.
A: Hola, soy un asistente virtual y llamo por Ana Sol, para anular su cita del jueves.
H: Sin problema, ya la he borrado. ¿Quiere que le dé otra?
A: No, gracias.
> arranged

== el-sabado-a-las-diez-no | ES clinic | Pedir hora en la peluquería el sábado a las 10 | called 2026-12-01 | 2026-12-05 10:00 Ana Sol
H: Peluquería Lis.
A: Hola, soy un asistente virtual y llamo por Ana Sol. ¿Podría ir el sábado a las diez?
H: El sábado a las diez no, pero a las doce sí.
A: A las doce, perfecto.
H: Vale cariño, pues la espero a las doce.
> arranged | time 12:00 @4,2 | other time 10:00 12:00 | may date 2026-12-05

== el-abonado-al-que-llama-no | ES restaurant | Mesa para dos hoy a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Ana Sol
H: El abonado al que llama no está disponible en este momento. Inténtelo de nuevo más tarde.
> not_reached | may flag asked_to_call_back

== igual-si-igual-no-segun-como | ES restaurant | Mesa para dos hoy a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Ana Sol
H: Bar Lin, hola.
A: Hola, soy un asistente virtual y llamo por Ana Sol. Mesa para dos hoy a las nueve.
H: Igual sí, igual no, según cómo venga la noche. Mejor que se pase.
A: Gracias.
> unclear

== ya-po-a-las-nueve-para | CL restaurant | Mesa para dos hoy a las nueve | called 2026-12-01 | 2026-12-01 21:00 x2 Ana Sol
H: Aló, La Piojera Chica.
A: Hola, soy un asistente virtual y llamo por Ana Sol. Mesa para dos hoy a las nueve.
H: Ya po, a las nueve para dos. ¿A nombre de quién?
A: Ana.
H: Listo, Anita, la esperamos.
> arranged | time 21:00 @2
`;
