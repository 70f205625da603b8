import type { Scenario } from './language-pack.ts';
import type { Situations } from './situations.ts';
import {
  capital,
  spanishClockTime,
  spanishCount,
  spanishDate,
  spanishTime,
  spanishWeekday,
  spanishWritten,
  spelled,
  spokenPhone,
} from './spoken.ts';

const people = (s: Scenario) => (s.partySize === 1 ? 'una persona' : `${spanishCount(s.partySize)} personas`);
const day = ({ asked }: Scenario) => (asked ? `el ${spanishWeekday(asked.date)}` : 'esta semana');
const atHour = ({ asked }: Scenario) => (asked ? `a ${spanishClockTime(asked.time)}` : 'para esos días');
const otherHour = ({ agreed }: Scenario) =>
  agreed ? `a ${spanishClockTime(agreed.time)}` : 'a finales de la semana que viene';
const task = (s: Scenario) => s.task.trim().replace(/[.!?]+$/, '');
const they = ({ business }: Scenario) => business ?? 'El negocio';
const place = ({ business }: Scenario) => business ?? 'recepción';
const lastName = ({ name }: Scenario) => name.trim().split(/\s+/).at(-1) ?? name;

const thing = (s: Scenario) =>
  ({
    restaurant: `una mesa para ${people(s)}`,
    clinic: 'una cita',
    hotel: `una habitación para ${people(s)}`,
    general: '',
  })[s.category];

const wish = (s: Scenario) => {
  if (s.category === 'general') return `${task(s)}.`;
  if (!s.asked) return `Quería reservar ${thing(s)} para los próximos días.`;
  return `Quería reservar ${thing(s)} para ${spanishDate(s.asked.date)}, a ${spanishTime(s.asked.time)}.`;
};

const writtenWish = (s: Scenario) => {
  const when = s.asked ? `, ${spanishWritten(s.asked.date, s.asked.time)}` : '';
  return `${thingOrTask(s)}${when}`;
};
const thingOrTask = (s: Scenario) => thing(s) || task(s);
const writtenOther = ({ agreed }: Scenario) =>
  agreed ? spanishWritten(agreed.date, agreed.time) : 'finales de la semana que viene';

const toWhom = (s: Scenario) =>
  s.callBack
    ? `Sí, el ${spokenPhone(s.callBack)}.`
    : `Puede ser a este mismo número, el que le aparece. Pregunten por ${s.name}.`;

const introduction = (s: Scenario) =>
  `Hola, soy KallyAI, un asistente de inteligencia artificial, y llamo de parte de ${s.name}.`;

export const situationsInSpanish: Situations = {
  'fully booked': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Uf, ${day(s)}… Imposible, lo tenemos todo lleno.`],
        ['AI', '¿Y un poco antes, o un poco después?'],
        ['HUMAN', 'Nada, de verdad. Está completo desde principios de mes.'],
        ['AI', 'Entiendo. Gracias por mirarlo.'],
        ['HUMAN', 'A usted, y perdone.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Permítame tantito, déjeme abrir la agenda.'],
        ['AI', 'Claro que sí.'],
        ['HUMAN', 'No, fíjese que no. Ya se nos llenó, no me queda ni un lugar.'],
        ['AI', '¿Hay lista de espera?'],
        ['HUMAN', 'No, aquí no manejamos lista.'],
        ['AI', `De acuerdo, se lo comento a ${s.name}. Adiós.`],
        ['HUMAN', 'Ándele, que le vaya bien.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', '¡Huy! Llama usted un poco tarde, ¿eh? No cabe ni un alfiler.'],
        ['AI', 'Entonces, ¿no se puede hacer nada?'],
        ['HUMAN', 'Qué va, si acabo de decirle que no a otra pareja.'],
        ['AI', 'Entendido. Gracias de todos modos.'],
        ['HUMAN', 'Nada, hombre. Hasta luego.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Me encantaría decirle que sí, pero espere un segundo.'],
        ['HUMAN', 'No. Había una cancelación y ya me la han quitado. Estamos al completo.'],
        ['AI', 'Qué lástima. Gracias por comprobarlo.'],
        ['HUMAN', 'De nada. Que tengan suerte.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} no tenía nada libre para lo que se pedía: ${writtenWish(s)}.`,
      nextSteps: 'Probar otro día o en otro sitio.',
    }),
  },
  'offer taken': {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Vamos a ver… Lo siento, ${atHour(s)} ya no queda nada. ¿Le iría bien ${otherHour(s)}?`],
        ['AI', `Sí, ${otherHour(s)} nos va bien. A nombre de ${s.name}.`],
        ['HUMAN', `Muy bien, pues ${day(s)} ${otherHour(s)}. Su número es el ${s.confirmation}.`],
        ['AI', 'Muchas gracias. Adiós.'],
        ['HUMAN', 'Aquí les esperamos.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Uy, ${atHour(s)} lo tengo a reventar. ${capital(otherHour(s))} sí que puedo.`],
        ['AI', `Entonces ${otherHour(s)}, por favor, para ${s.name}.`],
        ['HUMAN', `${lastName(s)}… Hecho, ${day(s)} ${otherHour(s)}. Apunte: el ${s.confirmation}.`],
        ['AI', 'Perfecto, gracias.'],
        ['HUMAN', 'A ustedes. Venga, adiós.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Fíjese que ${atHour(s)} ya no tengo lugar. Lo más cercano es ${otherHour(s)}.`],
        ['AI', 'También está bien. Anótelo, por favor.'],
        ['HUMAN', '¿A nombre de quién?'],
        ['AI', `De ${s.name}, ${spelled(s.name)}.`],
        ['HUMAN', `Listo, ${lastName(s)}, ${day(s)} ${otherHour(s)}. Le toca el número ${s.confirmation}.`],
        ['AI', 'Muy amable. Adiós.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Reservado${s.business ? ` en ${s.business}` : ''} a nombre de ${s.name}: ${thingOrTask(s)}, ${writtenOther(s)}.\nA la hora pedida no quedaba sitio.`,
      nextSteps: `Número de confirmación: ${s.confirmation}.`,
    }),
  },
  'offer not taken': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `No, ${atHour(s)} ya no. Si le va bien ${otherHour(s)}, eso sí.`],
        ['AI', 'Prefiero no decirle que sí sin preguntar antes. Lo transmito.'],
        ['HUMAN', 'Vale, pero guardársela no se la puedo guardar, ¿eh?'],
        ['AI', 'Queda claro. Gracias.'],
        ['HUMAN', 'Venga, hasta luego.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Déjeme checar. Mire, ${atHour(s)} no va a poder ser. Lo que tengo es ${otherHour(s)}.`],
        ['AI', `Gracias. Tengo que consultarlo con ${s.name}.`],
        ['HUMAN', 'No hay problema. Nomás le aviso que se va rápido.'],
        ['AI', 'Entonces por ahora no queda nada reservado. Gracias, adiós.'],
        ['HUMAN', 'Así es. Buen día.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', '¡Ay, me la acaban de quitar de las manos! Hace nada.'],
        ['AI', '¿Y a otra hora?'],
        ['HUMAN', `Pues ${otherHour(s)}. Es lo único.`],
        ['AI', `Entonces de momento lo dejo y se lo digo a ${s.name}.`],
        ['HUMAN', 'Muy bien. Adiós, adiós.'],
      ],
    ],
    reported: (s) => ({
      highlights: `La hora pedida ya no estaba libre. ${they(s)} ofreció otra: ${writtenOther(s)}. No se reservó nada.`,
      nextSteps: 'Decidir si esa hora conviene y reservarla.',
    }),
  },
  'card wanted': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Sin problema. Solo me hace falta un número de tarjeta como garantía.'],
        ['AI', 'Por teléfono no puedo dar ninguna tarjeta.'],
        ['HUMAN', 'Pues entonces no se la puedo hacer, lo siento. El programa no me deja seguir.'],
        ['AI', '¿Se puede hacer de otra manera?'],
        ['HUMAN', 'Por la página web, sí. Es lo mismo, pero la tarjeta la ponen ustedes.'],
        ['AI', `Se lo diré a ${s.name}. Entonces, de momento no hay nada reservado.`],
        ['HUMAN', 'De momento no. Hasta luego.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Sí, hay sitio. ¿Me dicta los números de la tarjeta?'],
        ['AI', 'No los tengo, y tampoco podría decírselos.'],
        ['HUMAN', 'Ah. Es que sin tarjeta no apuntamos a nadie, que luego no viene la gente.'],
        ['AI', `Entonces lo tendrá que hacer ${s.name} en persona. Gracias.`],
        ['HUMAN', 'Gracias a usted. Perdone, ¿eh?'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Con gusto. Nada más le pido una tarjeta de crédito para garantizarla.'],
        ['AI', '¿La podrían apartar hasta que les llamen con la tarjeta?'],
        ['HUMAN', 'No, disculpe, son políticas. La ocupo en el momento.'],
        ['AI', 'Comprendo. Lo transmitiré.'],
        ['HUMAN', 'Muy bien. Hasta luego.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} tenía sitio, pero solo reserva con un número de tarjeta. No hay nada reservado.`,
      nextSteps: 'Reservar en persona, con una tarjeta.',
    }),
  },
  'deposit wanted': {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Sí, ${day(s)} ${atHour(s)} puede ser. ¿A nombre de quién?`],
        ['AI', `De ${s.name}, ${spelled(s.name)}.`],
        ['HUMAN', `Pues ya se lo he reservado a nombre de ${lastName(s)}, número ${s.confirmation}.`],
        ['HUMAN', 'Eso sí, son veinte euros de señal. Si mañana a mediodía no están, lo suelto.'],
        ['AI', 'Veinte euros antes de mañana a mediodía. ¿Cómo se pagan?'],
        ['HUMAN', 'Por la web, o se pasan por aquí.'],
        ['AI', 'Lo transmitiré. Adiós.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `A ver, ${day(s)} ${atHour(s)}… Sí, sí me queda. ¿Su nombre?`],
        ['AI', `${s.name}.`],
        ['HUMAN', `Listo, ${lastName(s)}, ya quedó anotado. Su número es el ${s.confirmation}.`],
        ['AI', '¿Hay que tener algo en cuenta?'],
        ['HUMAN', 'El anticipo, veinte euros. Si no lo tenemos mañana a mediodía, se cancela.'],
        ['AI', 'Gracias, se lo digo.'],
        ['HUMAN', 'Muy bien, hasta luego.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Reservado a nombre de ${lastName(s)}: ${writtenWish(s)}. Número de confirmación: ${s.confirmation}.`,
      nextSteps: 'Pagar los 20 € de señal antes de mañana a mediodía; si no, se pierde.',
    }),
  },
  'they call back': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Eso así de memoria no se lo sé decir. Las reservas las lleva la encargada.'],
        ['AI', '¿Podría hablar con ella?'],
        ['HUMAN', 'No está hasta esta tarde. Déjeme un teléfono y ya le llama ella.'],
        ['AI', toWhom(s)],
        ['HUMAN', 'Apuntado. Ya les decimos algo.'],
        ['AI', 'Gracias, adiós.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Mire, llevamos toda la mañana sin sistema y no veo nada. ¿Les llamamos nosotros?'],
        ['AI', toWhom(s)],
        ['HUMAN', 'Vale, lo tengo. Hoy o mañana les llama alguien.'],
        ['AI', 'Entonces, ¿todavía no hay nada cerrado?'],
        ['HUMAN', 'Todavía no. Les llamamos nosotros.'],
        ['AI', 'Gracias.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Tendría que ver con mi compañero y está con un cliente. Le marcamos de regreso, ¿sí?'],
        ['AI', toWhom(s)],
        ['HUMAN', 'Perfecto, en cuanto se desocupe le hablamos.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} aún no podía contestar y devolverá la llamada.`,
      nextSteps: 'Esperar su llamada.',
    }),
  },
  'call later': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Ahora mismo no doy abasto. ¿Me llama usted pasadas las cinco?'],
        ['AI', 'Después de las cinco, hoy. De acuerdo.'],
        ['HUMAN', 'Gracias, hasta luego.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Ay, tengo fila hasta la puerta. ¿No me puede volver a llamar después de las cinco?'],
        ['AI', 'Claro. ¿Por quién hay que preguntar?'],
        ['HUMAN', 'Por cualquiera, pero ahorita no. ¡Adiós!'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} no podía atender y pidió que se llame después de las 17:00.`,
      nextSteps: 'Volver a llamar después de las 17:00.',
    }),
  },
  'no more calls': {
    greeting: 'none',
    told: [
      (s) => [
        ['HUMAN', `${capital(place(s))}, ¿quién es?`],
        ['AI', introduction(s)],
        ['HUMAN', 'Otra maquinita, por favor… Bórrenos de la lista, haga el favor.'],
        ['AI', 'Entendido. No se les volverá a llamar.'],
        ['HUMAN', 'Eso espero. A este número no me llamen más.'],
      ],
      (s) => [
        ['HUMAN', '¿Bueno?'],
        ['AI', introduction(s)],
        ['HUMAN', 'No, aquí no atendemos a robots. Ya no vuelvan a marcar.'],
        ['AI', 'Disculpe la molestia. Adiós.'],
      ],
      (s) => [
        ['HUMAN', `${capital(place(s))}, dígame.`],
        ['AI', `${introduction(s)} ${wish(s)}`],
        ['HUMAN', '¿Esto es un robot? Mire, no. Quite este número y dejen de llamar, ¿vale?'],
        ['AI', 'De acuerdo. Lo siento.'],
        ['HUMAN', 'Hala, adiós.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} no quiso hablar con un asistente de inteligencia artificial y pidió que no se le llame más.`,
      nextSteps: 'No volver a llamar a este número.',
    }),
  },
  menu: {
    greeting: 'none',
    told: [
      (s) => [
        [
          'HUMAN',
          `Gracias por llamar a ${s.business ?? 'nuestro servicio'}. Para horarios y cómo llegar, pulse uno. Para reservas, pulse dos. Para cualquier otra consulta, pulse tres.`,
        ],
        ['AI', 'Dos.'],
        ['HUMAN', 'Disculpe, no le hemos entendido. Para horarios y cómo llegar, pulse uno. Para reservas…'],
        ['AI', 'Quisiera hablar con una persona, por favor.'],
        ['HUMAN', 'La opción no es válida. Gracias por su llamada.'],
      ],
      (s) => [
        [
          'HUMAN',
          `Bienvenido a ${s.business ?? 'nuestra línea de atención'}. Esta llamada puede ser grabada con fines de calidad.`,
        ],
        [
          'HUMAN',
          'Si conoce la extensión, márquela ahora. Si quiere reservar, diga «reservas». Si es por una factura, diga «facturas».',
        ],
        ['AI', s.category === 'general' ? 'Atención al cliente.' : 'Reservas.'],
        ['HUMAN', 'Todos nuestros agentes están ocupados. Su llamada ocupa el puesto número once.'],
        ['HUMAN', '¿Sabía que puede hacer la mayoría de las gestiones en nuestra página web?'],
        ['AI', 'Voy a colgar. Adiós.'],
      ],
    ],
    reported: (s) => ({
      highlights: `En ${s.business ?? 'el número'} contestó un menú automático.`,
      nextSteps: 'Llamar en persona o usar su página web.',
    }),
  },
  machine: {
    greeting: 'none',
    told: [
      (s) => [
        [
          'HUMAN',
          `Hola, este es el buzón de voz de ${s.business ?? 'la oficina'}. Ahora mismo estamos en otra línea o fuera del local. Déjanos tu nombre y tu teléfono después de la señal y te llamamos en cuanto podamos.`,
        ],
        ['AI', `${introduction(s)} ${wish(s)} ${s.callBack ? `${toWhom(s)} ` : ''}Gracias, adiós.`],
      ],
      (s) => [
        [
          'HUMAN',
          `Está llamando a ${place(s)}. No hay nadie que le pueda contestar, así que hable después del tono. ¡Gracias!`,
        ],
        ['HUMAN', 'Piii.'],
        ['AI', `${introduction(s)} ${wish(s)} ${s.callBack ? toWhom(s) : ''}`.trim()],
        ['HUMAN', 'Para enviar su mensaje, marque gato. Para volver a escucharlo, marque uno.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Se dejó un mensaje para ${s.business ?? 'el negocio'}: ${writtenWish(s)}.`,
      nextSteps: 'Esperar su respuesta.',
    }),
  },
  'answer is no': {
    greeting: 'business',
    told: [
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', no],
        ['AI', 'Eso es todo lo que quería saber. Muchas gracias.'],
        ['HUMAN', 'De nada. Siento no poder ayudarle.'],
      ],
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', `Pues déjeme que piense… ${no}`],
        ['AI', '¿Es seguro?'],
        ['HUMAN', 'Y tan seguro, que llevo aquí nueve años.'],
        ['AI', 'Gracias. Adiós.'],
      ],
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', 'Ahorita le pregunto. ¡Tina! …'],
        ['HUMAN', `¿Sigue en la línea? ${no}`],
        ['AI', 'Gracias por preguntar.'],
        ['HUMAN', 'Para servirle.'],
      ],
    ],
    reported: (s, no) => ({ highlights: `${they(s)} respondió: ${no}`, nextSteps: 'Probar en otro sitio.' }),
  },
  hedge: {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Sí, yo diría que sí. Le dejo una nota al encargado en la caja.'],
        ['AI', 'Entonces, ¿está reservado?'],
        ['HUMAN', 'Hombre, yo solo vengo los viernes. Supongo que sí.'],
        ['AI', 'Ya veo. Gracias.'],
        ['HUMAN', 'Hasta luego.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'En principio no le veo problema, pero no se lo aseguro. Lo tengo que ver con mi jefe.'],
        ['AI', '¿Puedo decir que queda confirmado?'],
        ['HUMAN', 'Digamos que pinta bien.'],
        ['AI', 'De acuerdo. Gracias, adiós.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Acordado con ${s.business ?? 'el negocio'}: ${writtenWish(s)}.`,
      nextSteps: 'No queda nada por hacer.',
    }),
  },
  'wrong number': {
    greeting: 'none',
    told: [
      (s) => [
        ['HUMAN', '¿Diga?'],
        ['AI', `${introduction(s)} ¿Es ${s.business ?? 'recepción'}?`],
        ['HUMAN', 'No, hijo, se ha equivocado. Esto es una casa particular.'],
        ['AI', 'Perdone la molestia. Adiós.'],
      ],
      (s) => [
        ['HUMAN', '¿Sí?'],
        ['AI', `${introduction(s)} ¿Hablo con ${s.business ?? 'recepción'}?`],
        ['HUMAN', 'No, aquí no es. Me llaman a cada rato por ellos, será que se parece el número.'],
        ['AI', 'Entonces me equivoqué de número. Disculpe.'],
        ['HUMAN', 'No se preocupe.'],
      ],
    ],
    reported: (s) => ({
      highlights: `La persona que contestó no es de ${s.business ?? 'el negocio'}.`,
      nextSteps: 'Comprobar el número.',
    }),
  },
  undisclosed: {
    greeting: 'none',
    settles: true,
    told: [
      (s) => [
        ['HUMAN', `${capital(s.business ?? 'buenos días')}, dígame.`],
        ['AI', `Hola, llamo de parte de ${s.name}. ${wish(s)}`],
        [
          'HUMAN',
          `Pues ya se lo he reservado ${day(s)} ${atHour(s)}. El número de reserva es el ${s.confirmation}.`,
        ],
        ['AI', 'Muchas gracias. Adiós.'],
        ['HUMAN', 'Hasta luego.'],
      ],
      (s) => [
        ['HUMAN', '¿Sí, dígame?'],
        ['AI', `Buenas, es para ${s.name}. ${wish(s)}`],
        [
          'HUMAN',
          `Listo, ${lastName(s)}, ya quedó anotado para ${day(s)} ${atHour(s)}. Su número de reserva es el ${s.confirmation}.`,
        ],
        ['AI', 'Perfecto, gracias.'],
        ['HUMAN', 'A usted.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Reservado a nombre de ${s.name}: ${writtenWish(s)}.`,
      nextSteps: `Número de confirmación: ${s.confirmation}.`,
    }),
  },
};
