import type { Outcome, OutcomeReason, PossibleOutcome } from '../../../kernel/decision';
import { byCode } from '../../../kernel/fact-codes';
import { NumberReader } from '../../../kernel/whole-numbers';
import { OUTCOME, POSSIBLE, PROVISIONAL, REASON } from '../../../kernel/outcome-codes';

const OUTCOMES = byCode<Outcome>(OUTCOME);
const REASONS = byCode<OutcomeReason>(REASON);
const PROVISIONALS = byCode<'met' | 'not-met'>(PROVISIONAL);
/** By what is added of them; one array for each, as decisions share them. */
const POSSIBLES: readonly (readonly PossibleOutcome[])[] = Array.from({ length: 8 }, (_, code) =>
  (Object.entries(POSSIBLE) as [PossibleOutcome, number][])
    .filter(([, one]) => (code & one) !== 0)
    .map(([name]) => name),
);

/** One decision after the other, as `DecideInColumns` wrote them; what is read is good until the next. Throws past the end. */
export class NumberedDecisionReader {
  /** Nought for none. */
  trouble = 0;
  /** Days from the index day on. */
  window = 0;
  /** Nought for no value, one for one of the latest fact; else, less two, the fact that it was taken from too. */
  value = 0;
  /** The fact, counted within the pathway, that the latest was compared with; -1 for none. */
  comparedWith = -1;
  /** Facts counted within the pathway: of evidence the first decides, of a value the last. */
  readonly cited: number[] = [];
  /** Two numbers each: the fact, counted within the pathway, and what hinders it. */
  readonly findings: number[] = [];
  private head = 0;
  private readonly reader: NumberReader;

  constructor(numbers: Uint8Array, at: number) {
    this.reader = new NumberReader(numbers, at);
  }

  next(): void {
    const { reader, cited, findings } = this;
    this.head = reader.read();
    this.trouble = reader.read();
    this.window = reader.read();
    this.value = reader.read();
    this.comparedWith = reader.read() - 1;
    cited.length = 0;
    let fact = 0;
    for (let left = reader.read(); left > 0; left -= 1) {
      fact += reader.read();
      cited.push(fact);
    }
    findings.length = 0;
    for (let at = reader.read(); at !== 0; at = reader.read()) findings.push(at - 1, reader.read());
  }

  get outcome(): Outcome {
    return OUTCOMES[this.head & 7] as Outcome;
  }

  get reason(): OutcomeReason | undefined {
    return REASONS[(this.head >> 3) & 15];
  }

  get isOpen(): boolean {
    return (this.head & 128) !== 0;
  }

  get possible(): readonly PossibleOutcome[] | undefined {
    const possible = (this.head >> 8) & 7;
    return possible === 0 ? undefined : POSSIBLES[possible];
  }

  get provisional(): 'met' | 'not-met' | undefined {
    return PROVISIONALS[(this.head >> 11) & 3];
  }

  get troubleReason(): 'SOURCE_NOT_CONNECTED' | 'SOURCE_SILENT' {
    return ((this.trouble - 1) & 1) === 1 ? 'SOURCE_NOT_CONNECTED' : 'SOURCE_SILENT';
  }

  /** The facts that decide, of evidence or of a value; -1 stands for none. */
  decisive(isEvidence: boolean): number[] {
    const { cited, comparedWith } = this;
    if (isEvidence) return cited.slice(0, 1);
    const latest = cited.at(-1);
    if (latest === undefined) return comparedWith < 0 ? [] : [comparedWith];
    return comparedWith < 0 ? [latest] : [comparedWith, latest];
  }

  /** The other facts that are cited. */
  also(isEvidence: boolean): number[] {
    return isEvidence ? this.cited.slice(1) : this.cited.slice(0, -1);
  }
}
