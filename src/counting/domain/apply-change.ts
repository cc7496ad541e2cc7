import type { DecisionChanged } from '../../kernel/decision-change';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { Cases } from './cases';

type CountedChange = { readonly pathways: PathwayChange } | { readonly decisions: DecisionChanged };

/** Takes a message of `pathway-changes` or `decisions` into the columns; taking it in again changes nothing. */
export function applyChange(cases: Cases, change: CountedChange): void {
  if ('pathways' in change) {
    cases.setPathways(change.pathways.person, change.pathways.pathways);
    return;
  }
  const { person, decisions, withdrawn } = change.decisions;
  for (const { pathway, indicator } of withdrawn) cases.withdraw(person, pathway, indicator);
  for (const decision of decisions) cases.setDecision(person, decision);
}

/** True of a change that leaves something out which is counted: a long journey, to be read where it stands. */
export function isShortened(change: CountedChange): boolean {
  return 'pathways' in change && change.pathways.pathways.some(({ journey }) => journey === undefined);
}

/** Leaves out shortened changes that a later one of the same person makes needless, since each has the person read anew. */
export function withoutOvertaken<C extends CountedChange>(changes: readonly C[]): readonly C[] {
  const latest = new Map<string, C>();
  for (const change of changes) if ('pathways' in change) latest.set(change.pathways.person, change);
  return changes.filter(
    (change) => !('pathways' in change) || !isShortened(change) || latest.get(change.pathways.person) === change,
  );
}
