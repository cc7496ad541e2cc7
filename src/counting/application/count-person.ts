import type { CountedPerson } from '../../ports/decision-source';
import { applyChange } from '../domain/apply-change';
import type { Cases } from '../domain/cases';

/** Puts one person's decisions into the columns in place of whatever stood there; pathways nothing is decided on are left out. */
export function countPerson(cases: Cases, { person, units, decisions }: CountedPerson): void {
  const decided = new Set(decisions.map(({ pathway }) => pathway));
  cases.setPathways(
    person,
    units.map((unit, at) => ({ ...unit, number: at + 1 })).filter(({ number }) => decided.has(number)),
  );
  for (const decision of decisions) cases.setDecision(person, decision);
}

/** What counting computes of one person alone; handed in, so that a fault of one person can be planted. */
export interface CountingLaw {
  readonly count: typeof countPerson;
  readonly apply: typeof applyChange;
}

export const COUNTING_LAW: CountingLaw = { count: countPerson, apply: applyChange };
