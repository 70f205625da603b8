import type { WirePerson } from '../../wire.ts';
import { Avatar } from '../avatar.tsx';
import { useSlackClient } from '../context.tsx';
import { languageOf } from '../format.ts';
import { useWatched } from '../stream/watch.ts';

type PeopleProps = {
  become: (personId: string) => void;
  /** Types a command into the person's own conversation with the app, and goes there. */
  tell: (command: string) => void;
};

export function People({ become, tell }: PeopleProps) {
  const { state } = useSlackClient();
  const linked = useWatched<string[]>('people') ?? [];
  return (
    <>
      <p>Each of them is a client of their own: three windows can be three people.</p>
      <ul className="people">
        {state.people
          .filter(({ isBot }) => !isBot)
          .map((person) => (
            <Person
              key={person.id}
              person={person}
              isMe={person.id === state.me.id}
              isLinked={linked.includes(person.id)}
              become={become}
              tell={tell}
            />
          ))}
      </ul>
    </>
  );
}

type PersonProps = Pick<PeopleProps, 'become' | 'tell'> & {
  person: WirePerson;
  isMe: boolean;
  isLinked: boolean;
};

function Person({ person, isMe, isLinked, become, tell }: PersonProps) {
  const command = isLinked ? '/kally logout' : '/kally login';
  return (
    <li className="person" aria-current={isMe ? 'true' : undefined}>
      <Avatar person={person} />
      <div>
        <strong>{person.realName}</strong>
        <p className="quiet">
          {languageOf(person.locale)} · {person.tz.replace(/^.*\//, '').replaceAll('_', ' ')} ·{' '}
          {roleOf(person)}
        </p>
        <p className={isLinked ? 'linked' : 'quiet'}>
          {isLinked ? 'KallyAI connected' : 'KallyAI not connected'}
        </p>
      </div>
      {isMe ? (
        <button type="button" className="slack-button" title={command} onClick={() => tell(command)}>
          {isLinked ? 'Disconnect' : 'Connect'}
        </button>
      ) : (
        <button type="button" className="slack-button" onClick={() => become(person.id)}>
          Be {person.realName.split(' ')[0]}
        </button>
      )}
    </li>
  );
}

function roleOf({ isAdmin, isGuest }: WirePerson): string {
  if (isAdmin) return 'admin';
  return isGuest ? 'guest' : 'member';
}
