import { addMonths, dayFromNumber, dayNumber } from '../../../kernel/day';
import { NumberWriter } from '../../../kernel/whole-numbers';
import { PATHWAY_SIZE, PathwayPart, type PersonColumns } from '../../../kernel/person-columns';
import type { FeedCalendar } from '../feed-calendar';
import type { DefinitionsInColumns, IndicatorInColumns } from './compile-in-columns';
import { NumberedFeeds } from './numbered-feeds';
import { OUTCOME, REASON } from '../../../kernel/outcome-codes';
import { PathwayInColumns } from './pathway-in-columns';
import { judge, VerdictInColumns } from './verdict-in-columns';

/**
 * Decides persons by their columns, one after the other, under one set (interface.md §3): what comes of it are numbers, of
 * which `decisionsOfNumbers` makes the decisions that `decidePerson` makes of the pathways.
 */
export class DecideInColumns {
  private readonly pathway: PathwayInColumns;
  private readonly verdict = new VerdictInColumns();
  private readonly decided: {
    readonly outcome: Int32Array;
    readonly possible: Int32Array;
    readonly trouble: Int32Array;
  };
  private readonly numbers = new NumberWriter();

  constructor(private readonly definitions: DefinitionsInColumns) {
    const { indicators, spanEnds } = definitions;
    this.pathway = new PathwayInColumns(spanEnds.size);
    const places = (): Int32Array => new Int32Array(indicators.length);
    this.decided = { outcome: places(), possible: places(), trouble: places() };
  }

  /**
   * The numbers of the decisions on the as-of day, a day as columns have it. Of the same facts, equal numbers are equal
   * decisions, whatever set they were made under.
   */
  decide(columns: PersonColumns, feeds: FeedCalendar, asOf: number): Uint8Array {
    const { pathways, born } = columns;
    const { indicators, adultAge, troubleDays, spanEnds, shape } = this.definitions;
    const by = { columns, feeds: NumberedFeeds.of(feeds), asOf, troubleDays, spanEnds };
    this.numbers.begin(shape);
    const adultFrom = Number.isNaN(born) ? Infinity : dayNumber(addMonths(dayFromNumber(born), adultAge * 12));
    for (let at = 0; at * PATHWAY_SIZE < pathways.length; at += 1) {
      const indexDay = pathways[at * PATHWAY_SIZE + PathwayPart.IndexDay] as number;
      if (indexDay > asOf) break;
      this.pathway.open(by, at);
      for (let place = 0; place < indicators.length; place += 1) {
        this.decideIndicator(indicators[place] as IndicatorInColumns, place, adultFrom > indexDay);
      }
    }
    return this.numbers.written();
  }

  private decideIndicator(indicator: IndicatorInColumns, place: number, isUnder18: boolean): void {
    const { pathway, verdict, decided } = this;
    if (isUnder18) {
      verdict.begin(0);
      verdict.be(OUTCOME['not-applicable'], REASON.UNDER_18);
    } else {
      verdict.begin(pathway.takeUp(indicator.window, indicator.sources));
      judge(indicator, pathway, verdict, decided);
    }
    decided.outcome[place] = verdict.outcome;
    decided.possible[place] = verdict.possible;
    decided.trouble[place] = verdict.trouble;
    this.write(indicator);
  }

  /** In the order in which `decisionsOfNumbers` reads; facts are counted within the pathway. */
  private write(indicator: IndicatorInColumns): void {
    const { numbers, pathway, verdict } = this;
    const { firstFact } = pathway;
    const { outcome, reason, isOpen, possible, provisional, value, comparedWith, cited } = verdict;
    numbers.write(outcome | (reason << 3) | ((isOpen ? 1 : 0) << 7) | (possible << 8) | (provisional << 11));
    numbers.write(verdict.trouble);
    numbers.write(pathway.endOf(indicator.window) - pathway.indexDay);
    numbers.write(value < 2 ? value : value - firstFact);
    numbers.write(comparedWith === -1 ? 0 : comparedWith - firstFact + 1);
    numbers.write(cited.length);
    let before = firstFact;
    for (let at = 0; at < cited.length; at += 1) {
      const fact = cited[at] as number;
      numbers.write(fact - before);
      before = fact;
    }
    this.writeFindings(indicator);
  }

  /** Two numbers each, and nought at their end. */
  private writeFindings({ findings, window }: IndicatorInColumns): void {
    const { numbers, pathway } = this;
    if (findings !== undefined) {
      const last = Math.min(pathway.endOf(window), pathway.asOf);
      for (let fact = pathway.first(findings.kind); fact !== -1; fact = pathway.next(fact)) {
        if (pathway.onOf(fact) > last) break;
        const hindrance = findings.hindrance(pathway, fact);
        if (hindrance < 0) continue;
        numbers.write(fact - pathway.firstFact + 1);
        numbers.write(hindrance);
      }
    }
    numbers.write(0);
  }
}
