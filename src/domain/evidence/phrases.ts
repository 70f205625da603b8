/** One of these phrases, as whole words. */
export const any = (...parts: string[]) => new RegExp(`\\b(?:${parts.join('|')})\\b`);

export type Words = Record<
  | 'machine'
  | 'voicemail'
  | 'menu'
  | 'caller'
  | 'commit'
  | 'guard'
  | 'refuse'
  | 'hedge'
  | 'defer'
  | 'hold'
  | 'yes'
  | 'no'
  | 'confirming'
  | 'asking'
  | 'accept'
  | 'decline'
  | 'change'
  | 'callBack'
  | 'noCalls'
  | 'wrongNumber'
  | 'recording'
  | 'condition'
  | 'noCondition'
  | 'disclosure'
  | 'question'
  | 'greeting'
  | 'settles'
  | 'open'
  | 'offersHelp'
  | 'confident'
  | 'arranges',
  RegExp
>;
