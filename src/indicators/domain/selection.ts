import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import type { Limit, SelectedFacts } from '../../kernel/definition';
import type { Hindrance } from '../../kernel/finding';
import type { Fact, FactKind, Pathway, ServiceFact } from '../../kernel/pathway';
import { hasPrefix, isSameUnit } from '../../kernel/codes';

/** A pathway's facts by kind, each list in order; built once a pathway. */
export class FactsByKind {
  private readonly lists = new Map<FactKind, Fact[]>();

  constructor({ facts }: Pathway) {
    for (const fact of facts) {
      addUnder(this.lists, fact.kind, fact);
    }
  }

  of(kind: FactKind): readonly Fact[] {
    return this.lists.get(kind) ?? NONE;
  }
}

const NONE: readonly Fact[] = [];

/** Tells which hindrances a policy waives. */
export type Waiver = (fact: FactKind, hindrance: Hindrance) => boolean;

/** The first reason why a service does not count under the policy; undefined when it counts. */
export function effectiveHindrance(fact: ServiceFact, waives: Waiver): Hindrance | undefined {
  return fact.hindrances?.find((hindrance) => !waives(fact.kind, hindrance));
}

/** Compiles a selector into a test for facts of its kind; services must count under the policy. */
export function compileSelector(selector: SelectedFacts, waives: Waiver): (fact: Fact) => boolean {
  const tests: ((fact: Fact) => boolean)[] = [];
  const { sector, from, atc, npu, unit, phase, outcomes, known } = selector;
  if (sector !== undefined) tests.push((fact) => fact.sector === sector);
  if (from !== undefined) tests.push((fact) => fact.on >= from);
  if (atc !== undefined) tests.push((fact) => fact.kind === 'dispensing' && hasPrefix(fact.atc, atc));
  if (npu !== undefined) tests.push((fact) => fact.kind === 'laboratory' && npu.includes(fact.npu));
  if (unit !== undefined) tests.push((fact) => fact.kind === 'laboratory' && isSameUnit(fact.unit, unit));
  if (phase !== undefined) tests.push((fact) => fact.kind === 'exercise-capacity' && fact.phase === phase);
  if (outcomes !== undefined) tests.push((fact) => fact.kind === 'municipal-end' && outcomes.includes(fact.outcome));
  if (known === true) tests.push((fact) => fact.kind === 'smoking-status' && fact.status !== 'unknown');
  tests.push((fact) => !('hindrances' in fact) || effectiveHindrance(fact, waives) === undefined);
  return (fact) => {
    for (const test of tests) if (!test(fact)) return false;
    return true;
  };
}

/** True when the fact's number in the limit's field lies within it; false when there is none. */
export function isWithin(fact: Fact, { field, below, atLeast, atMost }: Limit): boolean {
  const value = (fact as unknown as Readonly<Record<string, unknown>>)[field];
  if (typeof value !== 'number') return false;
  return (
    (below === undefined || value < below) &&
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost)
  );
}

/** The facts through `last` that pass the test, in order. */
export function factsThrough(facts: readonly Fact[], last: Day, test: (fact: Fact) => boolean): Fact[] {
  const passed: Fact[] = [];
  for (const fact of facts) {
    if (fact.on > last) break;
    if (test(fact)) passed.push(fact);
  }
  return passed;
}
