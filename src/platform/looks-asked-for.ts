import { EVERYONE, type ChainedLook } from '../kernel/look';
import type { LookQuestion } from '../ports/look-log';

/** Whether a look is among those asked for. */
export function isAskedFor({ number, look }: ChainedLook, question: LookQuestion): boolean {
  const { persons, subject, organisation, purpose, from = -Infinity, until = Infinity, before = Infinity } = question;
  return (
    number < before &&
    look.at >= from &&
    look.at < until &&
    (subject === undefined || look.subject === subject) &&
    (purpose === undefined || look.purpose === purpose) &&
    (organisation === undefined || look.organisation === organisation) &&
    (persons === undefined || look.persons.some((person) => person === EVERYONE || persons.includes(person)))
  );
}
