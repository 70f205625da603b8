import type { LinkTokens } from '../../store/links.ts';
import { button, type Message, note, section } from '../ui/blocks.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { accountWords } from './words.ts';

export const disconnectActionId = 'disconnect_account';
export const stayConnectedActionId = 'stay_connected';

export type Connection = {
  /** Milliseconds since the epoch. */
  connectedAt: number;
  tokens: Pick<LinkTokens, 'expiresAt' | 'refreshToken'>;
  /** KallyAI accepts the tokens, or could not be asked. */
  isAccepted: boolean;
};

export function connectionMessage(
  { language, timeZone }: Reader,
  { connectedAt, tokens, isAccepted }: Connection,
): Message {
  const { status } = accountWords[language];
  const { moment } = formatsIn(language, timeZone);
  const until = moment(tokens.expiresAt);
  const accepted = tokens.refreshToken === undefined ? status.ending(until) : status.renewing;
  const lines = [status.connected(moment(connectedAt)), isAccepted ? accepted : status.unsure];
  return {
    text: [...lines, status.next].join(' '),
    blocks: [section(lines.join('\n')), note(status.next)],
  };
}

/** Asked only while calls are under way, because Kally needs the account to learn how they end. */
export function disconnectMessage({ language, timeZone }: Reader, underWay: number): Message {
  const { logout } = accountWords[language];
  const { plural, number } = formatsIn(language, timeZone);
  const running = logout.running[plural(underWay)](number(underWay));
  return {
    text: `${running} ${logout.ask}`,
    blocks: [
      section(`${running}\n*${logout.ask}*`),
      {
        type: 'actions',
        elements: [
          { ...button(disconnectActionId, logout.disconnect, 'disconnect'), style: 'danger' },
          button(stayConnectedActionId, logout.stay, 'stay'),
        ],
      },
    ],
  };
}
