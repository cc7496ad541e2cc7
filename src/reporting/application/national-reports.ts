import type { Day } from '../../kernel/day';
import type { DecisionSource, Viewpoint } from '../../ports/decision-source';
import { Reduction, type CountedDecision } from '../domain/counted-decision';
import { makeReport, type Ground, type Report, type ReportQuestion } from '../domain/report';

/** Tells how far the decisions' ground has come: equal positions, equal decisions from the same viewpoint. */
export abstract class ReadPosition {
  abstract current(): Promise<string>;
}

const VIEWPOINTS_KEPT = 3;
const REPORTS_KEPT = 64;
/** So long others wait at most while everyone is gone through. */
const MS_AT_A_TIME = 100;

/**
 * Makes reports from the decisions of everyone.
 *
 * Decisions are gone through once per viewpoint and position in the log; any period and level is then counted from
 * what was kept of them. What was read while the log moved on is answered but not kept.
 */
export class NationalReports {
  private readonly counted = new Map<string, Promise<Counted>>();
  private readonly reports = new Map<string, Report>();

  constructor(
    private readonly source: DecisionSource,
    private readonly position: ReadPosition,
    readonly ground: Ground,
  ) {}

  async report(question: ReportQuestion): Promise<Report> {
    const { period, level, asOf, knownAt } = question;
    const { decisions, name } = await this.decisionsFrom(viewpointOf(asOf, knownAt));
    const key = [name, period.name, level].join(' ');
    const known = name === undefined ? undefined : this.reports.get(key);
    const report = known ?? makeReport(decisions, question, this.ground);
    if (name !== undefined) keepLatest(this.reports, key, report, REPORTS_KEPT);
    return report;
  }

  /** The calendar years in which something was decided by the as-of day, latest first. */
  async yearsDecided(asOf: Day): Promise<string[]> {
    const { decisions } = await this.decisionsFrom(viewpointOf(asOf, undefined));
    const years = new Set<string>();
    for (const { day, mark } of decisions) {
      if (mark.outcome !== 'pending' && mark.outcome !== 'not-applicable' && day <= asOf) years.add(day.slice(0, 4));
    }
    return [...years].sort().reverse();
  }

  private async decisionsFrom(viewpoint: Viewpoint): Promise<Counted> {
    const position = await this.position.current();
    const name = [viewpoint.asOf, viewpoint.knownAt, position].join(' ');
    const known = this.counted.get(name);
    const counted = known ?? this.read(viewpoint, name, position);
    keepLatest(this.counted, name, counted, VIEWPOINTS_KEPT);
    if (known === undefined) {
      counted.then(
        (read) => read.name === undefined && this.counted.delete(name),
        () => this.counted.delete(name),
      );
    }
    return counted;
  }

  private async read(viewpoint: Viewpoint, name: string, before: string): Promise<Counted> {
    const reduction = new Reduction();
    const decisions: CountedDecision[] = [];
    let yieldedAt = performance.now();
    for await (const persons of this.source.everyone(viewpoint)) {
      for (const person of persons) {
        for (const decision of person.decisions) {
          const units = person.units[decision.pathway - 1];
          if (units !== undefined) decisions.push(reduction.reduce(decision, units));
        }
      }
      if (performance.now() - yieldedAt < MS_AT_A_TIME) continue;
      await new Promise((resolve) => setImmediate(resolve));
      yieldedAt = performance.now();
    }
    return (await this.position.current()) === before ? { decisions, name } : { decisions };
  }
}

/** Decisions as counted; `name` only when nothing changed while they were read. */
interface Counted {
  readonly decisions: readonly CountedDecision[];
  readonly name?: string;
}

function viewpointOf(asOf: Day, knownAt: number | undefined): Viewpoint {
  return knownAt === undefined ? { asOf } : { asOf, knownAt };
}

/** Puts an entry last and drops the oldest beyond `most`. */
function keepLatest<V>(entries: Map<string, V>, key: string, value: V, most: number): void {
  entries.delete(key);
  entries.set(key, value);
  for (const oldest of entries.keys()) {
    if (entries.size <= most) return;
    entries.delete(oldest);
  }
}
