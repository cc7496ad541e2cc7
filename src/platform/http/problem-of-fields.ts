import { Problem, type FieldProblem } from './problem';

/** The problem of a request some fields of which cannot be used. */
export const problemOfFields = (errors: readonly FieldProblem[]): Problem =>
  new Problem(400, 'Some fields cannot be used; `errors` says which and why.', { kind: 'invalid-fields', errors });
