import type { Day } from '../../kernel/day';
import type { OrganisationList } from '../../kernel/organisation-list';
import { compareCodePoints } from '../../kernel/ordering';
import type { CountedDecision } from './counted-decision';
import { Tally, type Figures } from './figures';
import { isIn, type Period } from './period';
import { listedUnits, unitIdOf, unitOf, type Level, type Unit } from './unit';

/** One indicator of one unit. */
export interface TableRow extends Figures {
  readonly number: number;
  readonly indicator: string;
  readonly unit: Unit;
}

export interface TableQuestion {
  readonly indicators: readonly { readonly key: string; readonly number: number }[];
  readonly organisations: OrganisationList;
  readonly period: Period;
  readonly level: Level;
  readonly asOf: Day;
}

/**
 * Counts the decisions of a period by indicator and unit: rows by indicator number, then unit, with a row for every
 * listed unit whether or not anything was decided there.
 */
export function nationalTable(decisions: Iterable<CountedDecision>, question: TableQuestion): TableRow[] {
  const { indicators, organisations, period, level, asOf } = question;
  const tallies = new Map<string, Map<string, Tally>>(indicators.map(({ key }) => [key, new Map<string, Tally>()]));
  const unitIds = new Set(listedUnits(level, organisations, period, asOf));
  for (const decision of decisions) {
    if (!isIn(period, decision.day)) continue;
    const ofIndicator = tallies.get(decision.indicator);
    if (ofIndicator === undefined) continue;
    const id = unitIdOf(level, decision, decision.day, organisations);
    let tally = ofIndicator.get(id);
    if (tally === undefined) {
      ofIndicator.set(id, (tally = new Tally()));
      unitIds.add(id);
    }
    tally.add(decision.mark);
  }
  const units = [...unitIds].sort(compareUnits).map((id) => unitOf(id, organisations));
  return [...indicators]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ key, number }) =>
      units.map((unit) => {
        const tally = tallies.get(key)?.get(unit.id) ?? new Tally();
        return { number, indicator: key, unit, ...tally.figures() };
      }),
    );
}

const isUnknown = (id: string): number => (id.endsWith(':unknown') ? 1 : 0);

/** By identifier, the unknown last. */
function compareUnits(a: string, b: string): number {
  return isUnknown(a) - isUnknown(b) || compareCodePoints(a, b);
}
