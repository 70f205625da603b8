import type { WirePerson } from '../wire.ts';
import { hueOf, initials } from './format.ts';

export function Avatar({
  person,
  size = 36,
}: {
  person: Pick<WirePerson, 'id' | 'realName' | 'isBot'>;
  size?: number;
}) {
  if (person.isBot) return <img className="avatar" src="/page/icon.svg" alt="" width={size} height={size} />;
  const hue = hueOf(person.id);
  return (
    <svg className="avatar" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="7" fill={`hsl(${hue} 42% 42%)`} />
      <text
        x="18"
        y="19"
        fill="#fff"
        fontSize="14"
        fontWeight="700"
        textAnchor="middle"
        dominantBaseline="middle"
      >
        {initials(person.realName)}
      </text>
    </svg>
  );
}
