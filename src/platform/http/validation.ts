import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { cprFaults } from './cpr-faults';
import { documentedNames, unknownName } from './known-names';
import type { FieldProblem } from './problem';
import { problemOfFields } from './problem-of-fields';

/**
 * Checks queries and bodies by their classes, that they have no other fields, and that no text of theirs holds a CPR number;
 * faults name the field and the remedy, never the value.
 */
export class CheckingPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => problemOfFields(errors.flatMap((error) => fieldProblems(error))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const nulls = metadata.type === 'body' ? nullFaults(value) : [];
    if (nulls.length > 0) throw problemOfFields(nulls);
    const checked: unknown = await super.transform(value, metadata);
    const faults = isForm(metadata) ? cprFaults(checked) : [];
    if (faults.length > 0) throw problemOfFields(faults);
    return checked;
  }
}

/** A body, or a query that has a class; the page for people reads its address itself and answers with a page. */
const isForm = ({ type, metatype }: ArgumentMetadata): boolean =>
  type === 'body' || (type === 'query' && metatype !== Object);

/** A field that may be left out may not be null: it would count as left out here and as given there. */
const nullFaults = (value: unknown): FieldProblem[] =>
  Object.entries((value as object | undefined) ?? {}).flatMap(([path, field]) =>
    field === null ? [{ path: path || '""', remedy: 'must not be null; leave it out' }] : [],
  );

function fieldProblems({ property, constraints = {}, children, target }: ValidationError, before = ''): FieldProblem[] {
  const path = before + property;
  return [
    ...Object.entries(constraints).map(([constraint, remedy]) =>
      constraint === 'whitelistValidation' && target !== undefined
        ? unknownName(path, property, documentedNames(target.constructor))
        : { path, remedy },
    ),
    ...(children ?? []).flatMap((child) => fieldProblems(child, `${path}.`)),
  ];
}
