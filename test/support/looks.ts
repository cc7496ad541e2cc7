import type { Look } from '../../src/kernel/look';

/** A look at persons by a nurse of Odense, at noon of 2024-03-01; `more` says what is otherwise. */
export function lookAt(
  persons: readonly string[],
  more: { readonly [N in keyof Look]?: Look[N] | undefined } = {},
): Look {
  const look = {
    at: Date.parse('2024-03-01T12:00:00Z'),
    subject: 'nurse-1',
    name: 'Nina Holm',
    roles: ['hospital-staff'],
    organisation: 'hospital:330011000016003',
    purpose: 'treatment',
    relation: 'reported',
    operation: 'readPerson',
    persons,
    ...more,
  };
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as unknown as Look;
}
