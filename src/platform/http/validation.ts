import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldProblem } from './problem';

/** Checks queries and bodies by their classes; faults name the field and the remedy, never the value. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    exceptionFactory: (errors) =>
      new Problem(400, 'Some fields cannot be used; `errors` says which and why.', {
        kind: 'invalid-fields',
        errors: errors.flatMap((error) => fieldProblems(error)),
      }),
  });
}

function fieldProblems({ property, constraints, children }: ValidationError, before = ''): FieldProblem[] {
  const path = before + property;
  return [
    ...Object.values(constraints ?? {}).map((remedy) => ({ path, remedy })),
    ...(children ?? []).flatMap((child) => fieldProblems(child, `${path}.`)),
  ];
}
