import type { Draft } from '../call-request.ts';

const half = '(?:half an hour|30 ?min(?:ute)?s?|media hora|30 ?minutos)';
const whole = '(?:an hour|one hour|1 ?h(?:ou)?r?|60 ?min(?:ute)?s?|una hora|1 hora|60 ?minutos)';

/** "give or take an hour", "una hora antes o después": as far to one side as to the other. */
const around = (span: string) =>
  `(?:give or take|plus or minus|\\+ ?\\/ ?-|±|mas o menos|mas menos|con un margen de) ?(?:about )?${span}\\b` +
  `|(?<!\\b(?:not|no|half) )\\b${span},? (?:either (?:way|side)|each way|earlier or later|later or earlier|before or after|arriba o abajo|antes o despues|mas o menos)\\b`;

const choices: readonly (readonly [NonNullable<Draft['ifNotPossible']>, RegExp])[] = [
  ['within_30', new RegExp(around(half))],
  ['within_60', new RegExp(around(whole))],
  [
    'same_day',
    /\b(?:or|otherwise|if not),? (?:at )?(?:any(?: other)? time|whenever (?:they|you) (?:can|have (?:space|a table|room|a slot))),? (?:on )?(?:that|the same) day\b|\b(?:o|si no),? (?:a )?(?:cualquier(?: otra)? hora|la hora que (?:sea|puedan|tengan)|cuando (?:puedan|tengan (?:sitio|hueco))),? (?:de |en )?(?:ese|ese mismo|el mismo|del mismo) dia\b/,
  ],
];

/**
 * What may be taken if the time is not to be had. "At 8 or later" is none of them: each of these also allows an earlier time. The text is
 * folded.
 */
export function otherTimeIn(plain: string): Draft['ifNotPossible'] {
  const [found, another] = choices.filter(([, words]) => words.test(plain));
  return another ? undefined : found?.[0];
}
