import { LRUCache } from 'lru-cache';
import type { Viewpoint } from '../../kernel/viewpoint';
import { sealed } from '../../counting/domain/sealed';
import { countArrivals, daysOfArrivals, type Arrivals } from '../../reporting/domain/arrivals';
import { countCoverage, type CoverageCounting, type CoverageTable } from '../domain/patient-coverage/coverage';
import { coverageRows, type CoverageRow } from '../domain/patient-coverage/coverage-rows';
import type { Period } from '../../kernel/period';
import type { TransitionBasis } from '../domain/handover-state';
import { usualContext, type Context, type Level } from '../../kernel/unit';
import type { Population, MadeUnder } from './population';

export interface CoverageQuestion extends Viewpoint {
  /** A pathway belongs to the period in which its index day lies. */
  readonly period: Period;
  readonly level: Level;
  /** Where treated or where resident; absent: as is usual for the level. */
  readonly context?: Context;
}

/** How far the patients known from LPR are covered by rehabilitation reports, as plain data. */
export interface CoverageReport extends MadeUnder {
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly rows: readonly CoverageRow[];
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

interface Counted {
  readonly counted: { readonly table: CoverageTable; readonly arrivals: ReadonlyMap<string, Arrivals> };
  readonly basis: TransitionBasis;
}

const TABLES_KEPT = 16;

/** Tells of how many patients in the population from LPR any rehabilitation was reported (dekningsgrad). */
export class CoverageReports {
  private readonly kept = new LRUCache<string, Counted>({ max: TABLES_KEPT });

  constructor(readonly population: Population) {}

  /** Counts by unit. */
  async report(question: CoverageQuestion): Promise<CoverageReport> {
    const { period, level, context = usualContext(level) } = question;
    const { exit, basis: reportBasis } = this.population;
    exit.requirePeriod(period);
    const { organisations } = reportBasis;
    const counting = { period, level, context, organisations };
    const { counted, basis } = await this.countedFor(question, counting);
    const rows = coverageRows(counted, counting, basis, exit);
    return sealed({
      ...this.population.madeUnder(question),
      period,
      level,
      context,
      isEmpty: rows.every(({ population, excluded, pending }) => population + excluded + pending === 0),
      rows,
    });
  }

  private async countedFor(question: CoverageQuestion, counting: CoverageCounting): Promise<Counted> {
    const { pathways, basis, name } = await this.population.at(question);
    const { period, level, context } = counting;
    const { exit } = this.population;
    const key = name === undefined ? undefined : [name, exit.view, period.from, period.to, level, context].join(' ');
    const known = key === undefined ? undefined : this.kept.get(key);
    if (known !== undefined) return known;
    const begun = pathways.in(level === 'hospital' ? daysOfArrivals(period) : period);
    const table = countCoverage(begun, counting, basis, exit);
    const arrivals = level === 'hospital' ? countArrivals(begun, period, basis, exit) : new Map<string, Arrivals>();
    const found = { counted: { table, arrivals }, basis };
    if (key !== undefined) this.kept.set(key, found);
    return found;
  }
}
