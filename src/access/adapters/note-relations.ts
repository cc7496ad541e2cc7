import type { Request } from 'express';
import type { RelationKind } from '../domain/relation';

/** Notes by which relations a request is shown the persons of a list, so that its look says so; what is only said comes last. */
export function noteRelations(request: Request, kinds: readonly RelationKind[]): void {
  if (kinds.length > 0) Object.assign(request, { relation: [...new Set(kinds)].sort(saidLast).join(', ') });
}

const saidLast = (a: RelationKind, b: RelationKind): number =>
  Number(a === 'asserted') - Number(b === 'asserted') || (a < b ? -1 : 1);
