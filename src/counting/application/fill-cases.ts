import type { DecisionSource } from '../../ports/decision-source';
import type { Viewpoint } from '../../kernel/viewpoint';
import { Cases } from '../domain/cases';

/** So long others wait at most while everyone is gone through. */
const MS_AT_A_TIME = 100;

/** Everyone's decisions from a viewpoint in columns: one pass over all persons. */
export async function fillCases(
  source: DecisionSource,
  viewpoint: Viewpoint,
  indicators: readonly string[],
): Promise<Cases> {
  const cases = new Cases(indicators);
  let yieldedAt = performance.now();
  for await (const persons of source.everyone(viewpoint)) {
    for (const { person, units, decisions } of persons) {
      const decided = new Set(decisions.map(({ pathway }) => pathway));
      cases.setPathways(
        person,
        units.map((unit, at) => ({ ...unit, number: at + 1 })).filter(({ number }) => decided.has(number)),
      );
      for (const decision of decisions) cases.setDecision(person, decision);
    }
    if (performance.now() - yieldedAt < MS_AT_A_TIME) continue;
    await new Promise((resolve) => setImmediate(resolve));
    yieldedAt = performance.now();
  }
  return cases;
}
