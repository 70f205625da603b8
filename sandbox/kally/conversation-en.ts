import { toBeSaid } from './instructions.ts';
import type { Appointment, LanguagePack, Passage, Scenario } from './language-pack.ts';
import { situationsInEnglish } from './situations-en.ts';
import {
  capital,
  englishCount,
  englishDate,
  englishTime,
  englishWritten,
  spelled,
  spokenPhone,
} from './spoken.ts';

const when = ({ asked }: Scenario) =>
  asked ? `${englishDate(asked.date)}, at ${englishTime(asked.time)}` : 'the next few days';
const agreedWhen = ({ agreed }: Scenario) =>
  agreed ? `${englishDate(agreed.date)}, at ${englishTime(agreed.time)}` : '';
const people = ({ partySize }: Scenario) =>
  partySize === 1 ? 'one person' : `${englishCount(partySize)} people`;
const place = ({ business }: Scenario) => business ?? 'reception';
const writtenWhen = ({ date, time }: Appointment) => englishWritten(date, time);
const task = (scenario: Scenario) => scenario.task.trim().replace(/[.!?]+$/, '');

/** They look it up, and it can be done. */
function offer(scenario: Scenario, thing: string): Passage {
  return [
    ['HUMAN', `Let me look… Yes, ${englishTime(scenario.asked?.time ?? '')} works, I still have ${thing}.`],
  ];
}

export const english: LanguagePack = {
  staff: ['Grace', 'Daniel', 'Priya', 'Tom', 'Helen', 'Marcus'],
  opening: [
    (s) => [
      ['HUMAN', `Good day, ${place(s)}, this is ${s.staff} speaking. How can I help?`],
      ['AI', `Hello ${s.staff}. I'm KallyAI, an AI assistant, and I'm calling on behalf of ${s.name}.`],
      ['HUMAN', 'Oh, all right. What can I do for you?'],
    ],
    (s) => [
      ['HUMAN', `${capital(place(s))}, hello?`],
      ['AI', `Hi there! This is KallyAI, an AI assistant calling for ${s.name}. Do you have a moment?`],
      ['HUMAN', `Sure, go ahead. I'm ${s.staff}, by the way.`],
    ],
    (s) => [
      ['HUMAN', `Thank you for calling ${place(s)}. ${s.staff} here.`],
      ['AI', `Good day, ${s.staff}. You're speaking with an AI assistant. I'm calling for ${s.name}.`],
      ['HUMAN', 'An AI? Well, fine with me. Tell me.'],
    ],
  ],
  booking: {
    restaurant: [
      (s) => [
        ['AI', `I'd like to reserve a table for ${people(s)} on ${when(s)}.`],
        ...offer(s, `a table for ${people(s)}`),
        ['AI', 'Wonderful. Please book it.'],
        ['HUMAN', 'Under what name?'],
        ['AI', `${s.name}. The last name is spelled ${spelled(s.name)}.`],
        ['HUMAN', 'Any allergies, or a high chair?'],
        ['AI', 'None that I was told of, thank you.'],
        [
          'HUMAN',
          `Then that's ${people(s)}, ${agreedWhen(s)}. Your reservation number is ${s.confirmation}.`,
        ],
      ],
      (s) => [
        ['AI', `Could we have a table for ${people(s)}, please? It would be for ${when(s)}.`],
        ['HUMAN', 'Inside or on the terrace?'],
        ['AI', 'Whichever you have.'],
        ...offer(s, 'a nice table inside'),
        ['AI', `Perfect. The reservation is for ${s.name}.`],
        ['HUMAN', "We hold tables for fifteen minutes. If you're late, just give us a ring."],
        ['AI', `I'll pass that on. So it is ${people(s)}, ${agreedWhen(s)}.`],
        ['HUMAN', `Exactly, ${agreedWhen(s)}. I wrote it down, number ${s.confirmation}.`],
      ],
    ],
    clinic: [
      (s) => [
        ['AI', `I'd like to make an appointment: ${task(s)}. If possible on ${when(s)}.`],
        ['HUMAN', 'Has the patient been here before?'],
        ['AI', "I don't have that information. Please treat it as a first visit."],
        ...offer(s, 'a slot with the doctor'),
        ['AI', `Thank you. The patient's name is ${s.name}.`],
        ['HUMAN', 'How is that spelled?'],
        ['AI', `${spelled(s.name)}.`],
        ['HUMAN', 'Please bring an identity card and the insurance card, and come ten minutes early.'],
        ['AI', `Understood. ${agreedWhen(s)}, ten minutes early.`],
        ['HUMAN', `Right, ${agreedWhen(s)}. The appointment number is ${s.confirmation}.`],
      ],
      (s) => [
        ['AI', `It's about an appointment for ${s.name}. ${task(s)}. We hoped for ${when(s)}.`],
        ['HUMAN', 'Is it urgent?'],
        ['AI', 'Not that I was told. That time would suit best.'],
        ...offer(s, 'an opening'),
        ['AI', 'That is good. Please put it down.'],
        [
          'HUMAN',
          `Done, for ${s.name}, ${agreedWhen(s)}. Come ten minutes early, with identity and insurance cards.`,
        ],
        ['AI', 'I will pass that on. Is there a reference?'],
        ['HUMAN', `Yes, ${s.confirmation}.`],
      ],
    ],
    hotel: [
      (s) => [
        ['AI', `I'd like to book a room for ${people(s)}, arriving on ${when(s)}.`],
        ...offer(s, `a room for ${people(s)}`),
        ['AI', `Lovely. Here is what I was asked: ${task(s)}.`],
        ['HUMAN', 'That should be no problem. Breakfast is included and served until ten.'],
        ['AI', `Very good. The guest's name is ${s.name}.`],
        ['HUMAN', 'And we need no deposit; you pay at the desk.'],
        ['AI', 'Until when can it be cancelled?'],
        ['HUMAN', `Up to a day before, free of charge. The booking number is ${s.confirmation}.`],
      ],
      (s) => [
        ['AI', `Do you have a room for ${people(s)}? They'd arrive on ${when(s)}.`],
        ['HUMAN', 'A double room or two singles?'],
        ['AI', `Whatever fits best. The request reads: ${task(s)}.`],
        ...offer(s, 'a quiet room at the back'),
        ['AI', `Then please book it for ${s.name}.`],
        ['HUMAN', `Booked. Arrival ${agreedWhen(s)}. The desk is open around the clock.`],
        ['AI', 'Is there a booking number?'],
        ['HUMAN', `${s.confirmation}.`],
      ],
    ],
  },
  errand: [
    (s, answer) => [
      ['AI', `I was asked to do this: ${task(s)}.`],
      ['HUMAN', 'Let me just check that. One moment, please.'],
      ['AI', 'Of course, take your time.'],
      ['HUMAN', `Thanks for waiting. ${answer}`],
      ['AI', `Let me repeat to be sure: ${answer}`],
      ['HUMAN', "That's right."],
    ],
    (s, answer) => [
      ['AI', `It's a short matter. ${task(s)}. Can you help with that?`],
      ['HUMAN', `I think so. ${answer}`],
      ['AI', 'That is very helpful. Is there anything to keep in mind?'],
      ['HUMAN', 'No, not really. If in doubt, people can always call us.'],
      ['AI', `Good, I noted it down: ${answer}`],
    ],
    (s, answer) => [
      ['AI', `My request is this: ${task(s)}.`],
      ['HUMAN', 'Hm, my colleague knows about that. Can you hold?'],
      ['AI', 'Yes, I can hold.'],
      ['HUMAN', 'Are you still there?'],
      ['AI', 'Yes, I am.'],
      ['HUMAN', `Right. ${answer}`],
      ['AI', 'Thank you, and thanks to your colleague.'],
    ],
  ],
  answers: [
    'We are open Monday to Saturday from nine to half past seven, and closed on Sundays.',
    'Yes, we do repairs. Bring it in before noon, and it is usually ready within three working days.',
    'It costs forty-nine dollars, tax included.',
    'Yes, we have it. There are two left, and we can put one aside until tomorrow evening.',
    'It is cancelled, and there is no charge.',
    'There is parking behind the building, free for the first two hours.',
    'Yes, that is no problem. We took note of it and will see to it.',
  ],
  refusals: [
    "No, we're closed then. The shutters are down all day.",
    "No, we don't do repairs, sorry. We only sell.",
    "No, we don't offer that anymore, so there's no price either.",
    "No, the last one went this morning, and we're not getting any more.",
    "No, it's too late to cancel that. It's already on its way.",
    "No, there's no parking here, not for customers.",
    "No, that's not something we do, I'm afraid.",
  ],
  noBookings: {
    restaurant: "No, we don't take bookings. People just walk in.",
    clinic: "No, we're not taking new patients at the moment.",
    hotel: "No, we're closed for the season, the whole house.",
  },
  situations: situationsInEnglish,
  extras: (s) => [
    ...(s.timePreference
      ? ([
          ['AI', `One more thing about the time: ${s.timePreference}.`],
          ['HUMAN', 'I made a note of it.'],
        ] as const)
      : []),
    ...toBeSaid(s.instructions)
      .slice(0, 3)
      .flatMap(
        (instruction) =>
          [
            ['AI', `I was also asked to mention: ${instruction}`],
            ['HUMAN', 'All right, noted.'],
          ] as const,
      ),
    ...(s.callBack
      ? ([
          ['HUMAN', 'Is there a number where we can call back?'],
          ['AI', `Yes: ${spokenPhone(s.callBack)}.`],
        ] as const)
      : []),
  ],
  closing: [
    (s) => [
      ['AI', `Thank you very much, ${s.staff}. That was all.`],
      ['HUMAN', 'You are welcome. Goodbye!'],
      ['AI', 'Goodbye, and have a good day.'],
    ],
    () => [
      ['HUMAN', 'Anything else?'],
      ['AI', 'No, that is everything. Thank you for your help.'],
      ['HUMAN', 'My pleasure. Bye-bye.'],
      ['AI', 'Bye.'],
    ],
    (s) => [
      ['AI', `Then I have everything. I'll tell ${s.name}.`],
      ['HUMAN', 'Great. Nice talking to you, whatever you are.'],
      ['AI', 'Likewise. Goodbye.'],
    ],
  ],
  smallTalk: [
    [
      ['HUMAN', 'Sorry, the computer is slow today. Please stay on the line.'],
      ['AI', 'No problem, I have time.'],
      ['HUMAN', 'It says page after page here…'],
      ['AI', 'I am still here.'],
      ['HUMAN', 'Now it wants my password again.'],
      ['AI', 'These things happen.'],
      ['HUMAN', 'Half of it is loaded now.'],
      ['AI', 'Good. Take your time.'],
    ],
    [
      ['HUMAN', 'Somebody just came in, one second.'],
      ['AI', 'Of course.'],
      ['HUMAN', 'Back again. Where were we?'],
      ['AI', 'You were looking it up for me.'],
      ['HUMAN', 'Right, I was. Still looking.'],
      ['AI', 'Thank you for your patience with the system.'],
    ],
  ],
  voicemail: (s) => [
    [
      'HUMAN',
      `You have reached ${place(s)}. Nobody can take your call right now. Please leave a message after the tone.`,
    ],
    [
      'AI',
      `Hello, this is KallyAI, an AI assistant calling for ${s.name}. It is about this: ${task(s)}. ${s.callBack ? `Please call back at ${spokenPhone(s.callBack)}. ` : ''}Thank you, goodbye.`,
    ],
  ],
  cutOff: (s) => [
    ['HUMAN', `${capital(place(s))}, hello?`],
    ['AI', `Hello, this is KallyAI, an AI assistant calling for ${s.name}. I would like to…`],
    ['HUMAN', 'No, thanks.'],
  ],
  booked: (s) => ({
    highlights: [
      bookedLine(s),
      s.category === 'clinic' ? 'Come ten minutes early and bring identity and insurance cards.' : '',
    ]
      .filter(Boolean)
      .join('\n'),
    nextSteps: `Confirmation number: ${s.confirmation}. To change it, call ${s.business ?? 'them'} a day before.`,
  }),
  answered: (s, answer) => ({
    highlights: `${s.business ?? 'They'} answered: ${answer}`,
    nextSteps: 'Nothing more to do.',
  }),
  ended: {
    no_answer: { highlights: 'Nobody picked up.', nextSteps: 'Try again at another time of day.' },
    busy: { highlights: 'The line was busy.', nextSteps: 'Try again in a few minutes.' },
    failed: { highlights: 'The call could not be connected.', nextSteps: 'Check the number.' },
    voicemail: {
      highlights: 'A machine answered, and a message was left.',
      nextSteps: 'Wait for their call, or try again in opening hours.',
    },
    cancelled: { highlights: 'The call was cancelled before it was made.', nextSteps: 'Nothing more to do.' },
    terminated: {
      highlights: 'The call was ended before the matter was settled.',
      nextSteps: 'Try again, or call yourself.',
    },
  },
};

function bookedLine(s: Scenario): string {
  const at = s.business ? ` at ${s.business}` : '';
  const things = {
    restaurant: `Table for ${people(s)} reserved${at}`,
    clinic: `Appointment made${at}`,
    hotel: `Room for ${people(s)} booked${at}`,
    general: `Settled${at}`,
  };
  return `${things[s.category]} for ${s.name}: ${s.agreed ? writtenWhen(s.agreed) : ''}.`;
}
