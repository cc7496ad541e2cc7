import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { cprFaults } from './cpr-faults';
import { Problem, type FieldProblem } from './problem';

/**
 * Checks queries and bodies by their classes, and that no text of theirs holds a CPR number; faults name the field and
 * the remedy, never the value.
 */
export class CheckingPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      exceptionFactory: (errors) => problemOf(errors.flatMap((error) => fieldProblems(error))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const checked: unknown = await super.transform(value, metadata);
    const faults = isForm(metadata) ? cprFaults(checked) : [];
    if (faults.length > 0) throw problemOf(faults);
    return checked;
  }
}

/** A body, or a query that has a class; the page for people reads its address itself and answers with a page. */
const isForm = ({ type, metatype }: ArgumentMetadata): boolean =>
  type === 'body' || (type === 'query' && metatype !== Object);

const problemOf = (errors: readonly FieldProblem[]): Problem =>
  new Problem(400, 'Some fields cannot be used; `errors` says which and why.', { kind: 'invalid-fields', errors });

function fieldProblems({ property, constraints, children }: ValidationError, before = ''): FieldProblem[] {
  const path = before + property;
  return [
    ...Object.values(constraints ?? {}).map((remedy) => ({ path, remedy })),
    ...(children ?? []).flatMap((child) => fieldProblems(child, `${path}.`)),
  ];
}
