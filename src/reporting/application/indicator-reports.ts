import { LRUCache } from 'lru-cache';
import type { Day } from '../../kernel/day';
import type { Viewpoint } from '../../kernel/viewpoint';
import { yearsDecided } from '../../counting/domain/counting';
import type { FeedTroubles, NamedTroubles } from '../domain/feed-troubles';
import { arrivalsIn, countArrivals } from '../domain/arrivals';
import {
  reportContent,
  type Report,
  type ReportContent,
  type ReportQuestion,
  type UnitArrivals,
} from '../domain/report';
import { type ReportBasis } from '../../counting/domain/report-basis';
import { sealed } from '../../counting/domain/sealed';
import type { Exit } from '../../disclosure/domain/exit';
import type { ShownRow } from '../../disclosure/domain/shown-row';
import { shownTable } from '../../disclosure/domain/shown-table';
import { usualContext, type Unit } from '../../kernel/unit';
import type { CountedVersion } from '../../counting/domain/counted-versions';
import { type CountedCases } from '../../counting/domain/counted-cases';

const REPORTS_KEPT = 64;

/** Of levels where it does not matter. */
const UNASKED: NamedTroubles = { name: '', troubleOf: () => undefined };

/** Makes reports from the decisions of everyone; a question asked again while nothing changed is answered from memory. */
export class IndicatorReports {
  private readonly reports = new LRUCache<string, Report>({ max: REPORTS_KEPT });
  private readonly results = new LRUCache<string, ReportContent>({ max: REPORTS_KEPT });

  constructor(
    readonly counted: CountedCases,
    readonly basis: ReportBasis,
    /** The way out of its counts. */
    readonly exit: Exit,
    private readonly troubles: FeedTroubles,
  ) {}

  /** Reports of the same kind under another definition set, which are for staff. */
  under({ counted, basis }: CountedVersion): IndicatorReports {
    this.exit.requireExact();
    return new IndicatorReports(counted, basis, this.exit, this.troubles);
  }

  /** The indicator table of a period, level and context from a viewpoint. */
  async report(question: ReportQuestion): Promise<Report> {
    const { name, content } = await this.asked(question);
    return kept(this.reports, name, () => sealed(content()));
  }

  /** What the report of a question says of one indicator (by key) alone. */
  async resultsOf(indicator: string, question: ReportQuestion): Promise<ReportContent> {
    const { name, content } = await this.asked(question);
    return kept(this.results, name === undefined ? undefined : `${name} ${indicator}`, () => content(indicator));
  }

  /** How what is asked about is counted, at once; by its name it is remembered, where it has one. */
  private async asked(question: ReportQuestion): Promise<{
    readonly name: string | undefined;
    readonly content: (indicator?: string) => ReportContent;
  }> {
    const { period, level, context, interval } = question;
    this.exit.requirePeriod(period);
    // Of hospitals alone it matters when they were silent.
    const { name: feeds, troubleOf } = level === 'hospital' ? await this.troubles.at(question.knownAt) : UNASKED;
    const { cases, name } = await this.counted.at(viewpointOf(question));
    return {
      name:
        name === undefined ? undefined : [name, feeds, this.exit.view, period.name, level, context, interval].join(' '),
      content: (indicator) =>
        reportContent(
          cases,
          { ...question, ...(indicator === undefined ? undefined : { indicator }) },
          this.basis,
          this.exit,
          troubleOf,
        ),
    };
  }

  /** The rows of one unit as the report of its level has them; none when there is no such unit. */
  async rowsOf(unit: string, question: ReportQuestion): Promise<ShownRow[]> {
    const { period, level, context = usualContext(level), interval = 'exact', asOf } = question;
    this.exit.requirePeriod(period);
    const { cases } = await this.counted.at(viewpointOf(question));
    const { set, organisations } = this.basis;
    const asked = { indicators: set.indicators, organisations, period, level, context, asOf, interval, unit };
    return shownTable(cases, asked, this.exit);
  }

  /** The new pathways expected of a hospital beside those that came; null where nothing can be expected. */
  async arrivalsOf(unit: Unit, question: Omit<ReportQuestion, 'level'>): Promise<UnitArrivals | null> {
    const { period, asOf } = question;
    const { troubleOf } = await this.troubles.at(question.knownAt);
    const { cases } = await this.counted.at(viewpointOf(question));
    const arrivals = countArrivals(arrivalsIn(cases, period), period, { asOf, troubleOf }, this.exit).get(unit.id);
    return arrivals === undefined ? null : { unit, ...arrivals };
  }

  /** The calendar years in which pathways began whose windows have ended by the as-of day, latest first. */
  async yearsDecided(asOf: Day): Promise<string[]> {
    const { cases } = await this.counted.at({ asOf });
    return yearsDecided(cases);
  }
}

/** The viewpoint a question looks from. */
function viewpointOf({ asOf, knownAt }: Pick<ReportQuestion, 'asOf' | 'knownAt'>): Viewpoint {
  return knownAt === undefined ? { asOf } : { asOf, knownAt };
}

/** What is remembered by a name, made now where it is not; without a name nothing is. */
function kept<T extends object>(known: LRUCache<string, T>, name: string | undefined, make: () => T): T {
  if (name === undefined) return make();
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}
