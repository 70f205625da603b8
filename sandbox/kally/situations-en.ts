import type { Scenario } from './language-pack.ts';
import type { Situations } from './situations.ts';
import {
  capital,
  englishClockTime,
  englishCount,
  englishDate,
  englishTime,
  englishWeekday,
  englishWritten,
  spelled,
  spokenPhone,
} from './spoken.ts';

const people = (s: Scenario) => (s.partySize === 1 ? 'one' : englishCount(s.partySize));
const day = ({ asked }: Scenario) => (asked ? englishWeekday(asked.date) : 'this week');
const hour = ({ asked }: Scenario) => (asked ? englishClockTime(asked.time) : 'that');
const otherHour = ({ agreed }: Scenario) => (agreed ? englishClockTime(agreed.time) : 'the end of next week');
const hourAndDay = (s: Scenario) => (s.asked ? `${hour(s)} on ${day(s)}` : 'that');
const task = (s: Scenario) => s.task.trim().replace(/[.!?]+$/, '');
const they = ({ business }: Scenario) => business ?? 'They';
const lastName = ({ name }: Scenario) => name.trim().split(/\s+/).at(-1) ?? name;

const thing = (s: Scenario) =>
  ({
    restaurant: `a table for ${people(s)}`,
    clinic: 'an appointment',
    hotel: `a room for ${people(s)}`,
    general: '',
  })[s.category];

const wish = (s: Scenario) => {
  if (s.category === 'general') return `${task(s)}.`;
  if (!s.asked) return `I'd like to book ${thing(s)} in the next few days.`;
  return `I'd like to book ${thing(s)} for ${englishDate(s.asked.date)}, at ${englishTime(s.asked.time)}.`;
};

const writtenWish = (s: Scenario) => {
  const when = s.asked ? `, ${englishWritten(s.asked.date, s.asked.time)}` : '';
  return `${thingOrTask(s)}${when}`;
};
const thingOrTask = (s: Scenario) => thing(s) || task(s);
const writtenOther = ({ agreed }: Scenario) =>
  agreed ? englishWritten(agreed.date, agreed.time) : 'the end of next week';

const toWhom = (s: Scenario) =>
  s.callBack
    ? `Yes, it's ${spokenPhone(s.callBack)}.`
    : `The number I'm calling from will do. Please ask for ${s.name}.`;

const introduction = (s: Scenario) => `Hello, this is KallyAI, an AI assistant calling for ${s.name}.`;

export const situationsInEnglish: Situations = {
  'fully booked': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `${capital(day(s))}? Ooh, no. We're completely full, I'm afraid.`],
        ['AI', 'Would there be anything earlier, or later?'],
        ['HUMAN', "Honestly, nothing. It's been gone since the beginning of the month."],
        ['AI', 'I see. Thank you for looking.'],
        ['HUMAN', 'Yeah, sorry about that. Bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Okay, gimme a sec, I have to open the book…'],
        ['AI', 'Of course.'],
        ['HUMAN', "So, hmm, no. No, that's all taken. We don't have a single spot left."],
        ['AI', 'Is there a waiting list, by any chance?'],
        ['HUMAN', "We don't do that here, sorry."],
        ['AI', `All right. I'll let ${s.name} know. Goodbye.`],
        ['HUMAN', 'You take care.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Oh dear, you've left that a bit late. We're chock-a-block."],
        ['AI', 'So there is nothing you could do?'],
        ['HUMAN', "'Fraid not, no. I've just turned two others away."],
        ['AI', 'Understood. Thank you anyway.'],
        ['HUMAN', 'No bother. Ta-ra.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'I want to say yes, but, uh, hold on.'],
        ['HUMAN', "Yeah, no. I thought we had a cancellation and it's gone already. We're full."],
        ['AI', 'That is a pity. Thank you for checking.'],
        ['HUMAN', 'Sure thing. Good luck finding something.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} had nothing free for this request: ${writtenWish(s)}.`,
      nextSteps: 'Try another day, or another place.',
    }),
  },
  'offer taken': {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Let me look… I'm sorry, ${hour(s)} is gone. Would ${otherHour(s)} do?`],
        ['AI', `${capital(otherHour(s))} is fine, we'll take it. The name is ${s.name}.`],
        ['HUMAN', `Good, ${day(s)} at ${otherHour(s)} then. Your number's ${s.confirmation}.`],
        ['AI', 'Thank you very much. Goodbye.'],
        ['HUMAN', 'See you then.'],
      ],
      (s) => [
        ['AI', wish(s)],
        [
          'HUMAN',
          `Uh, ${hour(s)}, no can do, we're packed. ${capital(otherHour(s))}, though, that I've got.`,
        ],
        ['AI', `Then ${otherHour(s)}, please, for ${s.name}.`],
        [
          'HUMAN',
          `${lastName(s)}… okay. You're in for ${otherHour(s)} on ${day(s)}. Confirmation's ${s.confirmation}.`,
        ],
        ['AI', 'Perfect, thank you.'],
        ['HUMAN', 'You bet. Bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `I can't do ${hour(s)}, sorry. The earliest I've got after that is ${otherHour(s)}.`],
        ['AI', 'That works as well. Please put it down.'],
        ['HUMAN', 'Whose name is it?'],
        ['AI', `${s.name}, ${spelled(s.name)}.`],
        [
          'HUMAN',
          `Right, that's ${lastName(s)}, ${day(s)}, ${otherHour(s)}. I've given it number ${s.confirmation}.`,
        ],
        ['AI', 'Lovely. Goodbye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Booked${s.business ? ` at ${s.business}` : ''} for ${s.name}: ${thingOrTask(s)}, ${writtenOther(s)}.\nThe time asked for was not available.`,
      nextSteps: `Confirmation number: ${s.confirmation}.`,
    }),
  },
  'offer not taken': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `No, ${hour(s)}'s gone, I'm sorry. I could do you ${otherHour(s)}?`],
        ['AI', "I'd rather not say yes to that without asking first. I'll pass it on."],
        ['HUMAN', "Fair enough. I can't hold it for you, though."],
        ['AI', 'That is clear. Thank you.'],
        ['HUMAN', 'Cheers, bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Let me pull that up. Hmm, ${hour(s)} is out. What I do have is ${otherHour(s)}.`],
        ['AI', `Thank you. I have to ask ${s.name} first whether that works.`],
        ['HUMAN', "No problem. It's first come, first served, just so you know."],
        ['AI', 'So nothing is booked for now. Thank you, goodbye.'],
        ['HUMAN', 'Right. Have a good one.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Ah, somebody's just taken that one off me. Two minutes ago!"],
        ['AI', 'Is there another time?'],
        ['HUMAN', `Er, ${otherHour(s)}. That's the only one.`],
        ['AI', `Then I'll leave it for the moment and tell ${s.name}.`],
        ['HUMAN', 'Okey-doke. Bye now.'],
      ],
    ],
    reported: (s) => ({
      highlights: `The time asked for was taken. ${they(s)} offered ${writtenOther(s)}; nothing was booked.`,
      nextSteps: 'Decide whether that time works, and book it.',
    }),
  },
  'card wanted': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'We can do that. I just need a card number to hold it.'],
        ['AI', "I'm not able to give a card number on the phone."],
        ['HUMAN', "Then I can't put it in, sorry. It won't let me go past that screen without one."],
        ['AI', 'Can it be done in some other way?'],
        ['HUMAN', 'On our website, yeah. Same thing, but you type it in yourself.'],
        ['AI', `I'll tell ${s.name}. So nothing is booked yet.`],
        ['HUMAN', 'Not yet, no. Bye-bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Yep, there's room. And what's the long number across the front of the card?"],
        ['AI', 'I have no card details, and I would not be allowed to read them out.'],
        ['HUMAN', "Oh. Well, no card, no booking, that's what the boss says. Too many no-shows."],
        ['AI', `Then ${s.name} will have to see to it in person. Thank you.`],
        ['HUMAN', 'Thanks. Sorry.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', 'Sure. We do require a credit card to guarantee it.'],
        ['AI', 'Would you keep it until the guest calls with the card?'],
        ['HUMAN', "I can't, it's policy. I need it at the time of booking."],
        ['AI', 'Understood. I will pass that on.'],
        ['HUMAN', 'All right then. Bye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} had room, but books only with a card number. Nothing is booked.`,
      nextSteps: 'Book in person, with a card.',
    }),
  },
  'deposit wanted': {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Yes, ${hourAndDay(s)} is fine. What name is it?`],
        ['AI', `${s.name}, ${spelled(s.name)}.`],
        ['HUMAN', `Lovely, I've booked that under ${lastName(s)}. Number ${s.confirmation}.`],
        ['HUMAN', "There's a deposit of twenty dollars, and if that's not in by noon tomorrow I let it go."],
        ['AI', 'Twenty dollars by noon tomorrow. How can it be paid?'],
        ['HUMAN', 'By the link on our website, or just pop in.'],
        ['AI', 'I will pass that on. Goodbye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', `Uh-huh, we can do ${hourAndDay(s)}. And the name?`],
        ['AI', `${s.name}.`],
        ['HUMAN', `Okay, ${lastName(s)}, you're all set. Confirmation is ${s.confirmation}.`],
        ['AI', 'Is there anything to keep in mind?'],
        ['HUMAN', "Just the deposit, it's twenty dollars. You have till tomorrow noon or it's released."],
        ['AI', "Thank you, I'll let them know."],
        ['HUMAN', 'Great. Bye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Booked under ${lastName(s)}: ${writtenWish(s)}. Confirmation number: ${s.confirmation}.`,
      nextSteps: 'Pay the deposit of $20 by noon tomorrow, or it is released.',
    }),
  },
  'they call back': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "I can't tell you that off the top of my head. The manager does the bookings."],
        ['AI', 'Could I speak with the manager?'],
        ['HUMAN', "She's out till this afternoon. Leave me a number and she'll ring you back."],
        ['AI', toWhom(s)],
        ['HUMAN', "Got it. You'll hear from us."],
        ['AI', 'Thank you. Goodbye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "So, our system's been down all morning and I can't see a thing. Can we call you back?"],
        ['AI', toWhom(s)],
        ['HUMAN', "Okay, wrote it down. Somebody'll call, today or tomorrow."],
        ['AI', 'So it is not settled yet?'],
        ['HUMAN', 'Not yet. We call you.'],
        ['AI', 'Thank you.'],
      ],
      (s) => [
        ['AI', wish(s)],
        [
          'HUMAN',
          "I'd need to check with my colleague and he's with a customer. We'll get back to you, yeah?",
        ],
        ['AI', toWhom(s)],
        ['HUMAN', 'Perfect. Speak later.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} could not say yet, and will call back.`,
      nextSteps: 'Wait for their call.',
    }),
  },
  'call later': {
    greeting: 'business',
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "We're slammed right now, I can't look. Call back after five, would you?"],
        ['AI', 'After five today. I will.'],
        ['HUMAN', 'Thanks, bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Sorry, I've got a queue out the door here. Can you try us again after five?"],
        ['AI', 'Of course. Who should be asked for?'],
        ['HUMAN', 'Anybody. Just not now. Bye!'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} were busy and asked for another call after 5 PM.`,
      nextSteps: 'Call again after 5 PM.',
    }),
  },
  'no more calls': {
    greeting: 'none',
    told: [
      (s) => [
        ['HUMAN', `${capital(s.business ?? 'hello')}, who's this?`],
        ['AI', introduction(s)],
        ['HUMAN', "Oh, for heaven's sake, another one of these. Take us off your list, please."],
        ['AI', 'I understand. Nobody will be called again.'],
        ['HUMAN', 'Good. And I mean it, do not ring this number again.'],
      ],
      (s) => [
        ['HUMAN', 'Hello?'],
        ['AI', introduction(s)],
        ['HUMAN', "We don't talk to machines here. Don't call us anymore."],
        ['AI', 'I am sorry for the disturbance. Goodbye.'],
      ],
      (s) => [
        ['HUMAN', `${capital(s.business ?? 'yes')}, hello.`],
        ['AI', `${introduction(s)} ${wish(s)}`],
        ['HUMAN', 'Is this a robot? Okay, no. Remove this number and stop calling, all right?'],
        ['AI', 'All right. I apologise.'],
        ['HUMAN', 'Yep. Bye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `${they(s)} did not want to talk with an AI assistant, and asked not to be called again.`,
      nextSteps: 'Do not call this number again.',
    }),
  },
  menu: {
    greeting: 'none',
    told: [
      (s) => [
        [
          'HUMAN',
          `Thank you for calling ${s.business ?? 'us'}. Your call is important to us. For opening hours and directions, press one. For bookings, press two. For all other enquiries, press three.`,
        ],
        ['AI', 'Two.'],
        ['HUMAN', "Sorry, I didn't get that. For opening hours and directions, press one. For bookings…"],
        ['AI', 'I would like to speak with a person, please.'],
        ['HUMAN', 'You have not made a valid choice. Goodbye.'],
      ],
      (s) => [
        [
          'HUMAN',
          `Welcome to ${s.business ?? 'our automated line'}. This call may be recorded. Please listen closely, as our options have changed.`,
        ],
        [
          'HUMAN',
          'If you know your party’s extension, enter it now. For reservations, say “reservations”. For billing, say “billing”.',
        ],
        ['AI', s.category === 'general' ? 'Customer service.' : 'Reservations.'],
        ['HUMAN', 'All our agents are busy. You are number eleven in the queue.'],
        ['HUMAN', 'Did you know? You can do most things on our website, twenty-four hours a day.'],
        ['AI', 'I will hang up now. Goodbye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `The call to ${s.business ?? 'the number'} was answered by an automated menu.`,
      nextSteps: 'Call yourself, or use their website.',
    }),
  },
  machine: {
    greeting: 'none',
    told: [
      (s) => [
        [
          'HUMAN',
          `Hi, you've reached the voicemail of ${s.business ?? 'the office'}. We're either on the other line or out. Leave your name and number after the beep and we'll get back to you as soon as we can.`,
        ],
        ['AI', `${introduction(s)} ${wish(s)} ${s.callBack ? `${toWhom(s)} ` : ''}Thank you, goodbye.`],
      ],
      (s) => [
        [
          'HUMAN',
          `This is ${s.business ?? 'the front desk'}. Nobody's here to take your call, so, er, speak after the tone. Thanks!`,
        ],
        ['HUMAN', 'Beep.'],
        ['AI', `${introduction(s)} ${wish(s)} ${s.callBack ? toWhom(s) : ''}`.trim()],
        ['HUMAN', 'To send your message, press hash. To listen to it again, press one.'],
      ],
    ],
    reported: (s) => ({
      highlights: `A message was left for ${s.business ?? 'the business'}: ${writtenWish(s)}.`,
      nextSteps: 'Wait for their answer.',
    }),
  },
  'answer is no': {
    greeting: 'business',
    told: [
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', no],
        ['AI', 'That is all I needed to know. Thank you very much.'],
        ['HUMAN', "No worries. Sorry it's not better news."],
      ],
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', `Uh, let me think. ${no}`],
        ['AI', 'Are you sure about that?'],
        ['HUMAN', "Oh yeah, quite sure. I've been here nine years."],
        ['AI', 'Thank you. Goodbye.'],
      ],
      (s, no) => [
        ['AI', wish(s)],
        ['HUMAN', `Hang on, I'll ask. Tina! …`],
        ['HUMAN', `You still there? ${no}`],
        ['AI', 'Thank you for asking around.'],
        ['HUMAN', 'Any time.'],
      ],
    ],
    reported: (s, no) => ({ highlights: `${they(s)} answered: ${no}`, nextSteps: 'Try another place.' }),
  },
  hedge: {
    greeting: 'business',
    settles: true,
    told: [
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Yeah, that should be all right, I think. I'll put a sticky note on the till."],
        ['AI', 'Is it booked then?'],
        ['HUMAN', "I mean, I'm only here on Fridays. Probably, yeah."],
        ['AI', 'I see. Thank you.'],
        ['HUMAN', 'Bye.'],
      ],
      (s) => [
        ['AI', wish(s)],
        ['HUMAN', "Hmm. I don't see why not, but don't hold me to it. I'd have to run it by my boss."],
        ['AI', 'May I say that it is settled?'],
        ['HUMAN', "Let's say it looks good."],
        ['AI', 'All right. Thank you, goodbye.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Arranged with ${s.business ?? 'the business'}: ${writtenWish(s)}.`,
      nextSteps: 'Nothing more to do.',
    }),
  },
  'wrong number': {
    greeting: 'none',
    told: [
      (s) => [
        ['HUMAN', 'Hello?'],
        ['AI', `${introduction(s)} Is this ${s.business ?? 'reception'}?`],
        ['HUMAN', "No, love, you've got the wrong number. This is a private house."],
        ['AI', 'I am sorry to have disturbed you. Goodbye.'],
      ],
      (s) => [
        ['HUMAN', 'Yeah?'],
        ['AI', `${introduction(s)} Am I speaking with ${s.business ?? 'reception'}?`],
        ['HUMAN', "Uh, no? I get calls for them all the time. I think they're one digit off."],
        ['AI', 'Then I have the wrong number. Sorry about that.'],
        ['HUMAN', "It's fine."],
      ],
    ],
    reported: (s) => ({
      highlights: `The person who answered does not belong to ${s.business ?? 'the business'}.`,
      nextSteps: 'Check the number.',
    }),
  },
  undisclosed: {
    greeting: 'none',
    settles: true,
    told: [
      (s) => [
        ['HUMAN', `${capital(s.business ?? 'good morning')}, hello?`],
        ['AI', `Hello, I'm calling for ${s.name}. ${wish(s)}`],
        [
          'HUMAN',
          `Yes, ${hourAndDay(s)} is fine. I've booked that under ${lastName(s)}. The reservation number is ${s.confirmation}.`,
        ],
        ['AI', 'Thank you. Goodbye.'],
        ['HUMAN', 'Bye now.'],
      ],
      (s) => [
        ['HUMAN', 'Hello, what can I do for you?'],
        ['AI', `Good day, it's about ${s.name}. ${wish(s)}`],
        [
          'HUMAN',
          `Okay, ${lastName(s)}, you're all set for ${hourAndDay(s)}. Your confirmation number is ${s.confirmation}.`,
        ],
        ['AI', 'Wonderful, thank you.'],
        ['HUMAN', 'You are welcome.'],
      ],
    ],
    reported: (s) => ({
      highlights: `Booked for ${s.name}: ${writtenWish(s)}.`,
      nextSteps: `Confirmation number: ${s.confirmation}.`,
    }),
  },
};
