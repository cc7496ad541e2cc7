import type { CountedDecision } from '../../../kernel/counted-decision';
import { dayFromNumber, dayNumber, type Day } from '../../../kernel/day';
import type { IndicatorDecision } from '../../../kernel/decision';
import type { PlacedDecision } from '../../../kernel/numbered-decisions';
import type { PersonPathways } from '../../../kernel/pathway';
import type { PersonColumns } from '../../../kernel/person-columns';
import type { CompiledDefinitions } from '../compile';
import type { FeedCalendar } from '../feed-calendar';
import { compileInColumns, type DefinitionsInColumns } from './compile-in-columns';
import { countedOfNumbers } from './counted-of-numbers';
import { deadlineInColumns } from './deadline-in-columns';
import { DecideInColumns } from './decide-in-columns';
import { decisionOfNumbers, decisionsOfNumbers } from './decisions-of-numbers';
import { NO_DAY } from './numbered-feeds';
import { otherPlaces } from './other-places';

/** A set under a policy as the law that decides by columns; what it gives is what `decidePerson` and `nextDeadline` give. */
export class LawInColumns {
  private readonly deciding: DecideInColumns;

  private constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly compiled: DefinitionsInColumns,
  ) {
    this.deciding = new DecideInColumns(compiled);
  }

  /** Undefined where the set asks for what columns do not hold. */
  static of(definitions: CompiledDefinitions): LawInColumns | undefined {
    const compiled = compileInColumns(definitions);
    return compiled === undefined ? undefined : new LawInColumns(definitions, compiled);
  }

  /** The decisions on a day as numbers: of the same columns, equal numbers are equal decisions, whatever set they are by. */
  numbers(columns: PersonColumns, feeds: FeedCalendar, asOf: Day): Uint8Array {
    return this.deciding.decide(columns, feeds, dayNumber(asOf));
  }

  deadline(columns: PersonColumns, feeds: FeedCalendar, asOf: Day): Day | undefined {
    const day = deadlineInColumns(this.compiled, columns, feeds, dayNumber(asOf));
    return day === NO_DAY ? undefined : dayFromNumber(day);
  }

  /** The decisions that numbers stand for which were made on the day, of the person that the columns are of. */
  decisions(numbers: Uint8Array, person: PersonPathways, asOf: Day): readonly IndicatorDecision[] {
    return decisionsOfNumbers(numbers, person, this.definitions, asOf);
  }

  /** What is counted of them, which columns alone tell. */
  counted(numbers: Uint8Array, columns: PersonColumns, asOf: Day): readonly CountedDecision[] {
    return countedOfNumbers(numbers, columns, this.definitions, dayNumber(asOf));
  }

  /** Those of them that are other than before; undefined where the numbers before are not of the same decisions. */
  others(numbers: Uint8Array, person: PersonPathways, before: Uint8Array): readonly PlacedDecision[] | undefined {
    return otherPlaces(numbers, before)?.map((place) => ({
      place,
      decision: decisionOfNumbers(numbers, person, this.definitions, place),
    }));
  }
}
