import type { PersonSetAside } from '../kernel/set-aside';

const MOST_TOLD = 20;

/** Who is set aside and why, a line each with its line end; nothing when nobody is. */
export function saySetAside(persons: readonly PersonSetAside[], count = persons.length): string {
  if (count === 0) return '';
  const told = persons.slice(0, MOST_TOLD).map(({ person, stage, reason }) => `  ${person} (${stage}): ${reason}\n`);
  const left = count - told.length;
  return [
    count === 1 ? 'One person is set aside and in no result:\n' : `${count} persons are set aside and in no result:\n`,
    ...told,
    ...(left > 0 ? [`  and ${left} more; /api/v1/findings?code=PERSON_SET_ASIDE lists them all.\n`] : []),
  ].join('');
}
