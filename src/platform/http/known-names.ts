import type { Type } from '@nestjs/common';
import { nearestTo } from '../../kernel/nearest';
import type { FieldProblem } from './problem';

const LONGEST = 60;

/** The fields a query or body class documents, inherited ones included: what /docs lists is what is taken. */
export function documentedNames({ prototype }: Type | { readonly prototype: object }): string[] {
  const listed = Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype as object) as string[] | undefined;
  return (listed ?? []).map((name) => name.slice(1));
}

/** What is said of a name that is none of those known, with the one that was most likely meant. */
export function unknownName(path: string, name: string, known: readonly string[]): FieldProblem {
  const nearest = nearestTo(name, known);
  const there = known.length === 0 ? 'nothing is taken here' : `there is ${known.join(', ')}`;
  const remedy = nearest === undefined ? `is not known; ${there}` : `is not known; did you mean \`${nearest}\`?`;
  return { path: path.slice(0, LONGEST) || '""', remedy };
}
