import type { Day } from '../../kernel/day';
import type { IndicatorDecision, Outcome, OutcomeReason } from '../../kernel/decision';
import type { Organisation, Sector } from '../../kernel/organisation';
import { reportingDayOf } from './period';
import type { PathwayUnits } from './unit';

/** What counting needs of a decision and nothing else. */
export interface CountedDecision {
  readonly indicator: string;
  readonly day: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly mark: Mark;
}

/** The part of a decision that many share. */
export interface Mark {
  readonly outcome: Outcome;
  readonly reason?: OutcomeReason;
  readonly denominatorUnknown: boolean;
  /** A source was in trouble, whatever the outcome. */
  readonly disturbed: boolean;
  /** Of the last decisive fact, when met. */
  readonly sector?: Sector;
}

/** Reduces decisions to what is counted; texts and marks that repeat are kept once. */
export class Reduction {
  private readonly texts = new Map<string, string>();
  private readonly marks = new Map<string, Mark>();

  reduce(decision: IndicatorDecision, { hospital, municipality }: PathwayUnits): CountedDecision {
    return {
      indicator: this.text(decision.indicator),
      day: this.text(reportingDayOf(decision)),
      hospital: this.text(hospital),
      ...(municipality === undefined ? undefined : { municipality: this.text(municipality) }),
      mark: this.markOf(decision),
    };
  }

  private text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  private markOf({ outcome, reason, denominator, trouble, decisive }: IndicatorDecision): Mark {
    const sector = outcome === 'met' ? decisive.at(-1)?.sector : undefined;
    const name = [outcome, reason, denominator, trouble === undefined, sector].join();
    let mark = this.marks.get(name);
    if (mark === undefined) {
      mark = {
        outcome,
        ...(reason === undefined ? undefined : { reason }),
        denominatorUnknown: denominator === 'unknown',
        disturbed: trouble !== undefined,
        ...(sector === undefined ? undefined : { sector }),
      };
      this.marks.set(name, mark);
    }
    return mark;
  }
}
