import { toBeSaid } from './instructions.ts';
import type { Appointment, LanguagePack, Passage, Scenario } from './language-pack.ts';
import { situationsInSpanish } from './situations-es.ts';
import {
  capital,
  spanishCount,
  spanishDate,
  spanishTime,
  spanishWritten,
  spelled,
  spokenPhone,
} from './spoken.ts';

const when = ({ asked }: Scenario) =>
  asked ? `${spanishDate(asked.date)}, a ${spanishTime(asked.time)}` : 'los próximos días';
const agreedWhen = ({ agreed }: Scenario) =>
  agreed ? `${spanishDate(agreed.date)}, a ${spanishTime(agreed.time)}` : '';
const people = ({ partySize }: Scenario) =>
  partySize === 1 ? 'una persona' : `${spanishCount(partySize)} personas`;
const place = ({ business }: Scenario) => business ?? 'recepción';
const writtenWhen = ({ date, time }: Appointment) => spanishWritten(date, time);
const task = (scenario: Scenario) => scenario.task.trim().replace(/[.!?]+$/, '');

/** They look it up, and it can be done. */
function offer(scenario: Scenario, thing: string): Passage {
  return [['HUMAN', `A ver… Sí, a ${spanishTime(scenario.asked?.time ?? '')} me queda ${thing}.`]];
}

export const spanish: LanguagePack = {
  staff: ['Carmen', 'Javier', 'Lucía', 'Paco', 'Elena', 'Miguel'],
  opening: [
    (s) => [
      ['HUMAN', `${capital(place(s))}, buenos días, le atiende ${s.staff}. ¿En qué puedo ayudarle?`],
      [
        'AI',
        `Hola, ${s.staff}. Soy KallyAI, un asistente de inteligencia artificial, y llamo de parte de ${s.name}.`,
      ],
      ['HUMAN', 'Ah, muy bien. Dígame.'],
    ],
    (s) => [
      ['HUMAN', `¿Sí, ${place(s)}, dígame?`],
      [
        'AI',
        `Buenas, le habla KallyAI, un asistente de inteligencia artificial. Llamo en nombre de ${s.name}. ¿Tiene un momento?`,
      ],
      ['HUMAN', `Sí, claro. Soy ${s.staff}, por cierto.`],
    ],
    (s) => [
      ['HUMAN', `Gracias por llamar a ${place(s)}, soy ${s.staff}.`],
      ['AI', `Hola, ${s.staff}. Habla con un asistente de inteligencia artificial que llama por ${s.name}.`],
      ['HUMAN', '¿Una máquina? Bueno, usted dirá.'],
    ],
  ],
  booking: {
    restaurant: [
      (s) => [
        ['AI', `Quisiera reservar una mesa para ${people(s)} para ${when(s)}.`],
        ...offer(s, `una mesa para ${people(s)}`),
        ['AI', 'Estupendo. Resérvela, por favor.'],
        ['HUMAN', '¿A qué nombre?'],
        ['AI', `${s.name}. El apellido se escribe ${spelled(s.name)}.`],
        ['HUMAN', '¿Alguna alergia, o necesitan trona?'],
        ['AI', 'Que yo sepa, no. Gracias.'],
        [
          'HUMAN',
          `Pues serían ${people(s)}, ${agreedWhen(s)}. El número de reserva es el ${s.confirmation}.`,
        ],
      ],
      (s) => [
        ['AI', `¿Tendrían mesa para ${people(s)}? Sería para ${when(s)}.`],
        ['HUMAN', '¿Dentro o en la terraza?'],
        ['AI', 'Donde tengan sitio.'],
        ...offer(s, 'una mesa muy buena dentro'),
        ['AI', `Perfecto. La reserva es a nombre de ${s.name}.`],
        ['HUMAN', 'Guardamos la mesa quince minutos. Si se retrasan, dennos un toque.'],
        ['AI', `Lo transmitiré. Entonces, ${people(s)}, ${agreedWhen(s)}.`],
        ['HUMAN', `Eso es, ${agreedWhen(s)}. Apuntado, número ${s.confirmation}.`],
      ],
    ],
    clinic: [
      (s) => [
        ['AI', `Quisiera pedir una cita: ${task(s)}. Si puede ser, ${when(s)}.`],
        ['HUMAN', '¿Ha venido ya alguna vez?'],
        ['AI', 'No tengo ese dato. Tómelo como primera visita, por favor.'],
        ...offer(s, 'un hueco con el doctor'),
        ['AI', `Gracias. El paciente se llama ${s.name}.`],
        ['HUMAN', '¿Me lo deletrea?'],
        ['AI', `${spelled(s.name)}.`],
        ['HUMAN', 'Traiga el DNI y la tarjeta del seguro, y venga diez minutos antes.'],
        ['AI', `Entendido. ${capital(agreedWhen(s))}, diez minutos antes.`],
        ['HUMAN', `Exacto, ${agreedWhen(s)}. El número de cita es el ${s.confirmation}.`],
      ],
      (s) => [
        ['AI', `Es por una cita para ${s.name}. ${task(s)}. Nos vendría bien ${when(s)}.`],
        ['HUMAN', '¿Es urgente?'],
        ['AI', 'No me han dicho que lo sea. Esa hora sería la mejor.'],
        ...offer(s, 'un hueco'),
        ['AI', 'Nos va bien. Apúntelo, por favor.'],
        [
          'HUMAN',
          `Hecho, a nombre de ${s.name}, ${agreedWhen(s)}. Vengan diez minutos antes, con el DNI y la tarjeta del seguro.`,
        ],
        ['AI', 'Lo transmitiré. ¿Hay alguna referencia?'],
        ['HUMAN', `Sí, la ${s.confirmation}.`],
      ],
    ],
    hotel: [
      (s) => [
        ['AI', `Quisiera reservar una habitación para ${people(s)}, con llegada ${when(s)}.`],
        ...offer(s, `una habitación para ${people(s)}`),
        ['AI', `Qué bien. El encargo dice así: ${task(s)}.`],
        ['HUMAN', 'Sin problema. El desayuno está incluido y se sirve hasta las diez.'],
        ['AI', `Muy bien. El huésped se llama ${s.name}.`],
        ['HUMAN', 'No hace falta señal; se paga en recepción.'],
        ['AI', '¿Hasta cuándo se puede anular?'],
        ['HUMAN', `Hasta un día antes, sin coste. El número de reserva es el ${s.confirmation}.`],
      ],
      (s) => [
        ['AI', `¿Tienen una habitación para ${people(s)}? Llegarían ${when(s)}.`],
        ['HUMAN', '¿Una doble o dos individuales?'],
        ['AI', `Lo que mejor encaje. El encargo es: ${task(s)}.`],
        ...offer(s, 'una habitación tranquila, interior'),
        ['AI', `Pues resérvela a nombre de ${s.name}.`],
        ['HUMAN', `Reservada. Llegada ${agreedWhen(s)}. La recepción está abierta las veinticuatro horas.`],
        ['AI', '¿Hay número de reserva?'],
        ['HUMAN', `El ${s.confirmation}.`],
      ],
    ],
  },
  errand: [
    (s, answer) => [
      ['AI', `Mi encargo es este: ${task(s)}.`],
      ['HUMAN', 'Déjeme que lo mire, un momento.'],
      ['AI', 'Claro, sin prisa.'],
      ['HUMAN', `Gracias por esperar. ${answer}`],
      ['AI', `Se lo repito para estar seguro: ${answer}`],
      ['HUMAN', 'Eso es.'],
    ],
    (s, answer) => [
      ['AI', `Es una cosa breve. ${task(s)}. ¿Me puede ayudar?`],
      ['HUMAN', `Creo que sí. ${answer}`],
      ['AI', 'Muy útil, gracias. ¿Algo más que deba saber?'],
      ['HUMAN', 'No, la verdad es que no. Si tienen dudas, que llamen.'],
      ['AI', `Bien, lo he apuntado: ${answer}`],
    ],
    (s, answer) => [
      ['AI', `Le cuento: ${task(s)}.`],
      ['HUMAN', 'Uy, eso lo lleva mi compañero. ¿Se espera?'],
      ['AI', 'Sí, me espero.'],
      ['HUMAN', '¿Sigue ahí?'],
      ['AI', 'Sí, aquí sigo.'],
      ['HUMAN', `Vale. ${answer}`],
      ['AI', 'Gracias, y gracias también a su compañero.'],
    ],
  ],
  answers: [
    'Abrimos de lunes a sábado de nueve a siete y media, y los domingos cerramos.',
    'Sí, hacemos reparaciones. Si lo traen antes de mediodía, suele estar en tres días laborables.',
    'Son cuarenta y nueve euros, impuestos incluidos.',
    'Sí, lo tenemos. Quedan dos, y le podemos guardar uno hasta mañana por la tarde.',
    'Queda anulado. Es gratis.',
    'Hay aparcamiento detrás del edificio, gratis las dos primeras horas.',
    'Sí, no hay problema. Lo hemos apuntado y nos encargamos.',
  ],
  refusals: [
    'No, ese día tenemos cerrado. No abrimos en todo el día.',
    'No, arreglos no hacemos, lo siento. Aquí solo vendemos.',
    'No, eso ya no lo trabajamos, así que tampoco hay precio.',
    'No, el último se ha vendido esta mañana y ya no nos van a traer más.',
    'No, para anularlo ya es tarde. Ya ha salido.',
    'No, aquí no hay donde aparcar, para clientes no tenemos.',
    'No, de eso no hacemos, me temo.',
  ],
  noBookings: {
    restaurant: 'No, no cogemos reservas. La gente viene y espera su mesa.',
    clinic: 'No, ahora mismo no cogemos pacientes nuevos.',
    hotel: 'No, hemos cerrado por temporada, el hotel entero.',
  },
  situations: situationsInSpanish,
  extras: (s) => [
    ...(s.timePreference
      ? ([
          ['AI', `Una cosa más sobre la hora: ${s.timePreference}.`],
          ['HUMAN', 'Lo apunto.'],
        ] as const)
      : []),
    ...toBeSaid(s.instructions)
      .slice(0, 3)
      .flatMap(
        (instruction) =>
          [
            ['AI', `También me piden que le diga: ${instruction}`],
            ['HUMAN', 'De acuerdo, anotado.'],
          ] as const,
      ),
    ...(s.callBack
      ? ([
          ['HUMAN', '¿Me deja un teléfono de contacto?'],
          ['AI', `Sí, el ${spokenPhone(s.callBack)}.`],
        ] as const)
      : []),
  ],
  closing: [
    (s) => [
      ['AI', `Muchas gracias, ${s.staff}. Eso era todo.`],
      ['HUMAN', 'A usted. ¡Adiós!'],
      ['AI', 'Adiós, que tenga buen día.'],
    ],
    () => [
      ['HUMAN', '¿Alguna cosa más?'],
      ['AI', 'No, nada más. Gracias por su ayuda.'],
      ['HUMAN', 'No hay de qué. Hasta luego.'],
      ['AI', 'Hasta luego.'],
    ],
    (s) => [
      ['AI', `Pues ya lo tengo todo. Se lo diré a ${s.name}.`],
      ['HUMAN', 'Muy bien. Un placer hablar con usted, sea lo que sea.'],
      ['AI', 'Igualmente. Adiós.'],
    ],
  ],
  smallTalk: [
    [
      ['HUMAN', 'Perdone, hoy el ordenador va lento. No cuelgue.'],
      ['AI', 'No se preocupe, tengo tiempo.'],
      ['HUMAN', 'Aquí sale una página tras otra…'],
      ['AI', 'Aquí sigo.'],
      ['HUMAN', 'Ahora me pide otra vez la contraseña.'],
      ['AI', 'Son cosas que pasan.'],
      ['HUMAN', 'Ya ha cargado la mitad.'],
      ['AI', 'Bien. Sin prisa.'],
    ],
    [
      ['HUMAN', 'Acaba de entrar alguien, un segundo.'],
      ['AI', 'Claro.'],
      ['HUMAN', 'Ya estoy. ¿Por dónde íbamos?'],
      ['AI', 'Me lo estaba mirando.'],
      ['HUMAN', 'Es verdad. Sigo mirando.'],
      ['AI', 'Gracias por su paciencia.'],
    ],
  ],
  voicemail: (s) => [
    [
      'HUMAN',
      `Ha llamado a ${place(s)}. En este momento no podemos atenderle. Deje su mensaje después de la señal.`,
    ],
    [
      'AI',
      `Hola, soy KallyAI, un asistente de inteligencia artificial que llama de parte de ${s.name}. Es por esto: ${task(s)}. ${s.callBack ? `Pueden llamar al ${spokenPhone(s.callBack)}. ` : ''}Gracias, adiós.`,
    ],
  ],
  cutOff: (s) => [
    ['HUMAN', `¿${place(s)}, dígame?`],
    ['AI', `Hola, soy KallyAI, un asistente de inteligencia artificial que llama por ${s.name}. Quería…`],
    ['HUMAN', 'No, gracias.'],
  ],
  booked: (s) => ({
    highlights: [
      bookedLine(s),
      s.category === 'clinic' ? 'Hay que ir diez minutos antes y llevar el DNI y la tarjeta del seguro.' : '',
    ]
      .filter(Boolean)
      .join('\n'),
    nextSteps: `Número de confirmación: ${s.confirmation}. Para cambiarla, llamar un día antes.`,
  }),
  answered: (s, answer) => ({
    highlights: `${s.business ?? 'El negocio'} respondió: ${answer}`,
    nextSteps: 'No queda nada por hacer.',
  }),
  ended: {
    no_answer: { highlights: 'Nadie cogió el teléfono.', nextSteps: 'Probar a otra hora.' },
    busy: { highlights: 'La línea estaba ocupada.', nextSteps: 'Probar dentro de unos minutos.' },
    failed: { highlights: 'No se pudo establecer la llamada.', nextSteps: 'Comprobar el número.' },
    voicemail: {
      highlights: 'Saltó el contestador y se dejó un mensaje.',
      nextSteps: 'Esperar su llamada o probar en horario de apertura.',
    },
    cancelled: {
      highlights: 'La llamada se canceló antes de hacerse.',
      nextSteps: 'No queda nada por hacer.',
    },
    terminated: {
      highlights: 'La llamada terminó antes de resolver el asunto.',
      nextSteps: 'Probar otra vez o llamar en persona.',
    },
  },
};

function bookedLine(s: Scenario): string {
  const at = s.business ? ` en ${s.business}` : '';
  const things = {
    restaurant: `Mesa para ${people(s)} reservada${at}`,
    clinic: `Cita concertada${at}`,
    hotel: `Habitación para ${people(s)} reservada${at}`,
    general: `Resuelto${at}`,
  };
  return `${things[s.category]} a nombre de ${s.name}: ${s.agreed ? writtenWhen(s.agreed) : ''}.`;
}
