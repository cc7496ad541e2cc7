import type { DecisionChanged } from '../../kernel/decision-change';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { Cases } from './cases';

/** Takes a message of `pathway-changes` or `decisions` into the columns; taking it in again changes nothing. */
export function applyChange(
  cases: Cases,
  change: { readonly pathways: PathwayChange } | { readonly decisions: DecisionChanged },
): void {
  if ('pathways' in change) {
    cases.setPathways(change.pathways.person, change.pathways.pathways);
    return;
  }
  const { person, decisions, withdrawn } = change.decisions;
  for (const { pathway, indicator } of withdrawn) cases.withdraw(person, pathway, indicator);
  for (const decision of decisions) cases.setDecision(person, decision);
}
