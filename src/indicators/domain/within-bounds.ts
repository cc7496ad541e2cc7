import type { Bounds } from '../../kernel/definition';

/**
 * Whether a laboratory value lies within all bounds. A value may itself be a bound as text, such as `<0.5` or `>=8`:
 * undefined when it cannot tell.
 */
export function isWithinBounds(value: number | string, { below, atLeast, atMost }: Bounds): boolean | undefined {
  const answers = [
    atMost === undefined ? true : isUpTo(value, atMost, true),
    below === undefined ? true : isUpTo(value, below, false),
    atLeast === undefined ? true : negated(isUpTo(value, atLeast, false)),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether a value is below the limit, or equal to it where that counts. */
function isUpTo(value: number | string, limit: number, orEqual: boolean): boolean | undefined {
  if (typeof value === 'number') return value < limit || (orEqual && value === limit);
  const includesBound = value.charAt(1) === '=';
  const bound = Number(value.slice(includesBound ? 2 : 1));
  if (value.startsWith('<'))
    return bound < limit || (bound === limit && (orEqual || !includesBound)) ? true : undefined;
  return bound > limit || (bound === limit && !(orEqual && includesBound)) ? false : undefined;
}

const negated = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);
