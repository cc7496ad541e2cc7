import { holdsCpr } from '../../kernel/cpr-text';
import { NO_CPR_HERE } from '../../kernel/human-words';
import type { FieldProblem } from './problem';

const takers = new WeakMap<object, Set<string>>();

/** Marks the rare field of a body that must take a CPR number; no other text of a body or query may hold one. */
export const TakesCpr = (): PropertyDecorator => (prototype, field) => {
  const fields = takers.get(prototype) ?? new Set();
  takers.set(prototype, fields.add(String(field)));
};

/** Where a checked body or query holds what looks like a CPR number and must not, by path, without what was sent. */
export function cprFaults(value: unknown, path = ''): FieldProblem[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return holdsCpr(String(value)) ? [{ path, remedy: NO_CPR_HERE }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([field]) => !mayTake(Object.getPrototypeOf(value) as object | null, field))
    .flatMap(([field, inner]) => cprFaults(inner, path === '' ? field : `${path}.${field}`));
}

/** Whether the class of a body, or one that it extends, marks a field so. */
function mayTake(prototype: object | null, field: string): boolean {
  if (prototype === null) return false;
  return (
    takers.get(prototype)?.has(field) === true || mayTake(Object.getPrototypeOf(prototype) as object | null, field)
  );
}
