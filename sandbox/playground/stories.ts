import type { WireMessage } from '../slack/wire.ts';
import { createStage, type Stage } from './stage.ts';

/** What the page opens on: as whom, and where; a place is a channel's id, or `app-home` or `app-messages`. */
type Landing = { as: string; place: string; thread?: string };
type Story = { tells: string; play: (stage: Stage) => Promise<Landing> };

/** What `--story` offers. Each is played through the front door, as a person would, and stops where there is most to see. */
export const stories: Record<string, Story> = {
  connect: {
    tells: 'Ana asks for a table, and Kally asks her to connect her account first',
    async play({ slack, types, whispers }) {
      await types('ana', 'dinner', '/kally +1 212 555 0142 Reserve a table for 4 tomorrow at 8pm');
      // In the conversation, or in a modal where the app took its time.
      await slack.until(() => whispers('ana').length > 0 || slack.modal(slack.people.ana.id)?.blocks.length);
      return { as: slack.people.ana.id, place: slack.channels.dinner };
    },
  },

  form: {
    tells: 'Luis wrote a number in #dinner, and Ana has opened the form from his message',
    async play({ slack, connects, types, as, form }) {
      await connects('ana');
      await types('luis', 'dinner', 'Table for 4 at Luigi’s tomorrow at 8pm? (212) 555-0142');
      const message = slack.messages(slack.channels.dinner).at(-1) as WireMessage;
      await as('ana').usesMessageShortcut('Call about this', message);
      await form('ana');
      return { as: slack.people.ana.id, place: slack.channels.dinner };
    },
  },

  dinner: {
    tells: 'Ana reserves a table in #dinner; Kally is on the phone, and time stands still',
    async play({ slack, setSpeed, connects, types, calls, sees }) {
      await connects('ana');
      await types('luis', 'dinner', 'Dinner tomorrow? We are four.');
      await types('ana', 'dinner', 'Yes! I have Kally phone Luigi’s.');
      await calls('ana', 'dinner', '+1 415 555 0101 Reserve a table for 4 tomorrow at 8pm', {
        'Name of the business': 'Luigi’s',
        'Name to give': 'Ana Torres',
      });
      await sees('dinner', 'On the phone since');
      setSpeed(0);
      return { as: slack.people.ana.id, place: slack.channels.dinner };
    },
  },

  reserved: {
    tells: 'The table is reserved; how it went and the transcript are in the thread',
    async play({ slack, setSpeed, connects, calls, sees, seesReplies }) {
      await connects('ana');
      setSpeed(60);
      await calls('ana', 'dinner', '+1 212 555 0142 Reserve a table for 4 tomorrow at 8pm', {
        'Name of the business': 'Luigi’s',
        'Name to give': 'Ana Torres',
      });
      const card = await sees('dinner', 'Asked by');
      await seesReplies(card, 1);
      setSpeed(1);
      return { as: slack.people.ana.id, place: card.channelId, thread: card.ts };
    },
  },

  otherwise: {
    tells: 'The time was taken; KallyAI took the nearest one, as Ana allowed, and she will be reminded',
    async play({ slack, setSpeed, as, connects, calls, sees, seesReplies }) {
      await connects('ana');
      setSpeed(60);
      await calls('ana', 'dinner', '+1 415 555 0155 Reserve a table for 4 tomorrow at 8pm', {
        'Name of the business': 'Luigi’s',
        'Name to give': 'Ana Torres',
        'If that is not possible': 'Take the nearest time within 30 minutes',
      });
      const card = await sees('dinner', 'as was allowed');
      await seesReplies(card, 1);
      await as('ana').clicks(await sees('dinner', 'as was allowed'), 'Remind the channel');
      await sees('dinner', 'Reminder in this channel');
      setSpeed(1);
      return { as: slack.people.ana.id, place: card.channelId };
    },
  },

  'clinic-es': {
    tells: 'Luis, in Spanish: an appointment at the dentist, kept between him and Kally',
    async play({ slack, setSpeed, connects, calls, sees, seesReplies }) {
      await connects('luis');
      setSpeed(60);
      const request = '+34 910 000 001 pedir cita con el dentista mañana a las 16:30';
      await calls('luis', 'general', request, {
        'Nombre del negocio': 'Clínica Dental Sol',
        '¿A nombre de quién?': 'Luis Ortega',
      });
      const card = await sees('luisAndKally', 'Lo pidió');
      await seesReplies(card, 1);
      setSpeed(1);
      return { as: slack.people.luis.id, place: 'app-messages', thread: card.ts };
    },
  },

  quota: {
    tells: 'Ana’s plan has no calls left; she alone is told, and nothing stays in #dinner',
    async play({ slack, connects, calls, sees }) {
      await connects('ana', 'noor');
      await calls('ana', 'dinner', '+1 212 555 0142 ask whether they have a table for vegetarians');
      await sees('anaAndKally', 'Not called');
      return { as: slack.people.ana.id, place: 'app-messages' };
    },
  },

  lost: {
    tells:
      'The phone rang and KallyAI’s answer was lost; Kally finds out what became of the call, and time stands still',
    async play({ slack, setSpeed, connects, calls, sees, rang }) {
      await connects('ana');
      await calls('ana', 'dinner', '+1 415 555 0112 ask whether they repair bikes');
      await rang('+14155550112');
      const card = await sees('dinner', 'Checking the call');
      setSpeed(0);
      return { as: slack.people.ana.id, place: card.channelId };
    },
  },

  busy: {
    tells: 'The line was busy; Kally tries again in ten minutes, on the same card',
    async play({ slack, setSpeed, as, connects, calls, sees }) {
      await connects('ana');
      setSpeed(60);
      await calls('ana', 'dinner', '+1 415 555 0167 ask whether they repair bikes', {
        'Name of the business': 'Second Wheel',
      });
      await as('ana').clicks(await sees('dinner', 'The line was busy'), 'Try again in 10 min');
      const card = await sees('dinner', 'Kally tries again');
      setSpeed(1);
      return { as: slack.people.ana.id, place: card.channelId };
    },
  },

  later: {
    tells:
      'Kally called in the morning there, when it was due; time then went on too far for a second call, and Kally asks first',
    async play({ slack, setSpeed, goOn, connects, calls, sees }) {
      await connects('ana');
      setSpeed(60);
      const [first, second] = ['+44 20 7946 0958', '+44 20 7946 0321'];
      await calls('ana', 'dinner', `call ${first} tomorrow at 10am and ask whether they repair bikes`, {
        'Name of the business': 'Spokes',
      });
      await sees('dinner', 'Kally calls on');
      await calls('ana', 'dinner', `call ${second} tomorrow at 11am and ask whether they have a room`, {
        'Name of the business': 'The Old Inn',
      });
      await sees('dinner', 'The Old Inn');
      await goOn('next');
      await sees('dinner', 'Spokes answered');
      await goOn(90 * 60_000);
      const card = await sees('dinner', 'Kally asks you first');
      setSpeed(1);
      return { as: slack.people.ana.id, place: card.channelId };
    },
  },

  approval: {
    tells: 'Every call needs an admin’s approval, and Luis has asked for one; Ana reads what it is',
    async play({ slack, connects, opensRules, reads, as, calls, sees }) {
      await connects('luis');
      await opensRules('ana', 'Approval', 'No call needs approval');
      await as('ana').fills({ approvalWhen: ['always'] });
      await reads('ana', 'Every call needs');
      await as('ana').submits();
      await reads('ana', 'Saved.');
      as('ana').reloads();
      await calls('luis', 'dinner', '+1 415 555 0101 Reservar una mesa para 4 mañana a las 20:00', {
        'Nombre del negocio': 'Luigi’s',
      });
      await sees('dinner', 'Esperando la aprobación de Ana Torres');
      await sees('anaAndKally', 'asks you to approve');
      return { as: slack.people.ana.id, place: 'app-messages' };
    },
  },

  rules: {
    tells:
      'Ana allows calls to one country and puts a number on the do-not-call list; Luis, who wants to call it, is told in the form',
    async play({ slack, connects, opensRules, reads, types, as, form }) {
      await connects('luis');
      await opensRules('ana', 'Countries, channels', 'Every country may be called');
      await as('ana').loadsOptions('modal', 'countries', 'united s');
      await as('ana').fills({ countries: ['US'] });
      await reads('ana', 'Only these countries');
      await as('ana').submits();
      await reads('ana', 'Saved.');
      await opensRules('ana', 'Do-not-call list', 'No number is on the list');
      await as('ana').fills({ phone: '+1 415 555 0107', reason: 'They asked us not to call again.' });
      await as('ana').submits();
      await reads('ana', 'is on the list.');
      as('ana').reloads();
      await types('luis', 'dinner', '/kally +1 415 555 0107 preguntar si arreglan bicicletas');
      await form('luis');
      await as('luis').submits();
      await reads('luis', 'lista de no llamar');
      return { as: slack.people.luis.id, place: slack.channels.dinner };
    },
  },

  file: {
    tells: 'A long call in the private channel #reception; its transcript is a file',
    async play({ slack, setSpeed, connects, calls, sees, seesReplies }) {
      await connects('ana');
      setSpeed(60);
      await calls('ana', 'reception', '+1 415 555 0123 ask about everything they sell');
      const card = await sees('reception', 'Asked by');
      await slack.until(() => slack.files().length > 0, { timeoutMs: 30_000 });
      await seesReplies(card, 1);
      setSpeed(1);
      return { as: slack.people.ana.id, place: card.channelId, thread: card.ts };
    },
  },

  home: {
    tells: 'Ana has made several calls, with good and bad ends; her Home tab lists them',
    async play({ slack, setSpeed, as, connects, calls, sees }) {
      await connects('ana');
      setSpeed(60);
      const requests: [phone: string, task: string, business: string, end: string][] = [
        ['+1 212 555 0142', 'Reserve a table for 4 tomorrow at 8pm', 'Luigi’s', 'Table for four'],
        ['+1 415 555 0102', 'ask whether they repair bikes', 'Second Wheel', 'The line was busy'],
        ['+1 415 555 0103', 'ask when they open on Sunday', 'Harbor Books', 'Nobody answered'],
        ['+1 415 555 0104', 'ask whether my glasses are ready', 'Clear Optics', 'It went to voicemail'],
        ['+1 646 555 0117', 'ask if two rooms are free next weekend', 'The Pines', 'The Pines answered'],
      ];
      for (const [phone, task, business, end] of requests) {
        await calls('ana', 'anaAndKally', `${phone} ${task}`, { 'Name of the business': business });
        await sees('anaAndKally', `${business}. ${end}`);
      }
      setSpeed(1);
      await as('ana').opensHome();
      await slack.until(() => JSON.stringify(slack.home(slack.people.ana.id)).includes('The Pines'));
      return { as: slack.people.ana.id, place: 'app-home' };
    },
  },
};

/** Plays a story to its middle; answers the address of what it shows. */
export async function playStory(name: string, around: Parameters<typeof createStage>[0] & { url: string }) {
  const landing = await stories[name]?.play(createStage(around));
  if (!landing) throw new RangeError(`There is no story "${name}".`);
  const { as, place, thread } = landing;
  return `${around.url}/?as=${as}#${place}${thread ? `/${thread}` : ''}`;
}

export const storyList = (): string =>
  Object.entries(stories)
    .map(([name, { tells }]) => `    ${name.padEnd(10)} ${tells}`)
    .join('\n');
