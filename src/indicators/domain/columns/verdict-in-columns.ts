import { CIVIL_STATE_CODE } from '../../../kernel/fact-codes';
import { byIndicator, type DenominatorInColumns } from './denominator-in-columns';
import { OUTCOME, POSSIBLE, PROVISIONAL, REASON } from '../../../kernel/outcome-codes';
import { NO_DAY } from './numbered-feeds';
import type { PathwayInColumns } from './pathway-in-columns';
import type { FactTest } from './selector-in-columns';
import type { ReadingInColumns, ValueInColumns } from './value-in-columns';

const EITHER = POSSIBLE.met | POSSIBLE['not-met'];
const MET_OR_OUT = POSSIBLE.met | POSSIBLE.out;
const NOT_MET_OR_OUT = POSSIBLE['not-met'] | POSSIBLE.out;
const ANYTHING = EITHER | POSSIBLE.out;

export interface EvidenceInColumns {
  readonly kind: number;
  readonly counts: FactTest;
  readonly countsFrom: (indexDay: number, anchor: number) => number;
  readonly reporters: Int32Array;
}

/** What an indicator comes to, in numbers; the same one is written for one indicator after the other. */
export class VerdictInColumns {
  outcome = 0;
  reason = 0;
  isOpen = false;
  trouble = 0;
  possible = 0;
  provisional = 0;
  /** Nought for no value, one for one of the latest fact; else, less two, the fact that it was taken from too. */
  value = 0;
  /** The fact the latest one was compared with, -1 for none. */
  comparedWith = -1;
  /** What is cited, in order: of evidence the first decides, of a value the last. */
  readonly cited: number[] = [];

  begin(trouble: number): void {
    this.outcome = OUTCOME.pending;
    this.reason = 0;
    this.isOpen = false;
    this.trouble = trouble;
    this.possible = 0;
    this.provisional = 0;
    this.value = 0;
    this.comparedWith = -1;
    this.cited.length = 0;
  }

  be(outcome: number, reason = 0, possible = 0): void {
    this.outcome = outcome;
    this.reason = reason;
    this.possible = possible;
  }

  /** The reason of the trouble; none where there is no trouble. */
  get cause(): number {
    if (this.trouble === 0) return 0;
    return ((this.trouble - 1) & 1) === 1 ? REASON.SOURCE_NOT_CONNECTED : REASON.SOURCE_SILENT;
  }
}

/** What an indicator asks, compiled for columns. */
export interface RulesInColumns {
  readonly window: number;
  readonly denominator: DenominatorInColumns;
  readonly evidence: EvidenceInColumns | undefined;
  readonly value: ValueInColumns | undefined;
}

/** As `verdictOf`, in numbers; `verdict` was begun with the indicator's own trouble. */
export function judge(
  rules: RulesInColumns,
  pathway: PathwayInColumns,
  verdict: VerdictInColumns,
  decided: Decided,
): void {
  const { denominator, evidence, value } = rules;
  let fact = -1;
  let anchor = NO_DAY;
  if (denominator.rule === 'fact') {
    fact = denominator.factOf(pathway);
    if (fact === -1) anchor = denominator.missedIn(pathway);
    else if (denominator.qualifies(pathway, fact)) anchor = pathway.onOf(fact);
    if (anchor === NO_DAY) return verdict.be(OUTCOME['not-applicable'], REASON.OUTSIDE_DENOMINATOR);
    verdict.isOpen = fact === -1;
  } else if (denominator.rule === 'indicator-met') {
    const state = byIndicator(decided, denominator.indicator);
    if (state === 'out') return verdict.be(OUTCOME['not-applicable'], REASON.OUTSIDE_DENOMINATOR);
    verdict.isOpen = state === 'open';
    if (verdict.isOpen && verdict.trouble === 0) verdict.trouble = decided.trouble[denominator.indicator] as number;
  }
  if (evidence !== undefined) byEvidence(evidence, rules.window, pathway, verdict, anchor);
  else if (value !== undefined) byValue(value, rules.window, pathway, verdict, anchor, fact);
}

/** What came of the pathway's indicators so far, by place. */
export interface Decided {
  readonly outcome: Int32Array;
  readonly possible: Int32Array;
  readonly trouble: Int32Array;
}

function byEvidence(
  { kind, counts, countsFrom, reporters }: EvidenceInColumns,
  window: number,
  pathway: PathwayInColumns,
  verdict: VerdictInColumns,
  anchor: number,
): void {
  const { indexDay, asOf } = pathway;
  const windowEnd = pathway.endOf(window);
  const last = Math.min(windowEnd, asOf);
  const from = countsFrom(indexDay, anchor);
  const { cited } = verdict;
  for (let fact = pathway.first(kind); fact !== -1; fact = pathway.next(fact)) {
    const on = pathway.onOf(fact);
    if (on > last) break;
    if ((on >= from || from === indexDay) && counts(pathway, fact)) cited.push(fact);
  }
  if (cited.length > 0) {
    if (!verdict.isOpen) return verdict.be(OUTCOME.met);
    cited.length = 0;
    return verdict.be(OUTCOME.unknown, verdict.cause, MET_OR_OUT);
  }
  const departed = departedBy(pathway, last);
  const couldHaveCome = (): boolean => pathway.missed(reporters, from) !== NO_DAY;
  if (departed !== 0) return verdict.be(OUTCOME.excluded, departed, couldHaveCome() ? MET_OR_OUT : 0);
  if (asOf <= windowEnd) return;
  if (verdict.isOpen) return verdict.be(OUTCOME.unknown, verdict.cause, couldHaveCome() ? ANYTHING : NOT_MET_OR_OUT);
  if (couldHaveCome()) return verdict.be(OUTCOME.unknown, verdict.cause, EITHER);
  verdict.be(OUTCOME['not-met'], REASON.NO_EVIDENCE);
}

function byValue(
  value: ValueInColumns,
  window: number,
  pathway: PathwayInColumns,
  verdict: VerdictInColumns,
  anchor: number,
  denominatorFact: number,
): void {
  const { indexDay, asOf } = pathway;
  const windowEnd = pathway.endOf(window);
  const last = Math.min(windowEnd, asOf);
  const departed = departedBy(pathway, last);
  if (departed !== 0) return verdict.be(OUTCOME.excluded, departed);
  const from = value.countsFrom(indexDay, anchor);
  const { cited } = verdict;
  const latest = value.find(pathway, from, last, denominatorFact, cited);
  const reading = latest === -1 ? undefined : value.read(pathway, latest, last, denominatorFact);
  const outcome = reading?.met === true ? OUTCOME.met : OUTCOME['not-met'];
  if (asOf <= windowEnd) {
    if (verdict.isOpen) cited.length = 0;
    else if (reading !== undefined) {
      verdict.provisional = reading.met ? PROVISIONAL.met : PROVISIONAL['not-met'];
      tellValue(verdict, reading);
    }
    return;
  }
  const couldBeOther = value.couldBeOther(pathway, from, latest, reading);
  if (verdict.isOpen) {
    cited.length = 0;
    const certain = reading === undefined || couldBeOther ? ANYTHING : reading.met ? MET_OR_OUT : NOT_MET_OR_OUT;
    return verdict.be(OUTCOME.unknown, verdict.cause, certain);
  }
  if (latest === -1) return verdict.be(OUTCOME.unknown, couldBeOther ? verdict.cause : REASON.NO_VALUE, EITHER);
  if (reading === undefined) return verdict.be(OUTCOME.unknown, REASON.VALUE_CANNOT_TELL, EITHER);
  verdict.be(outcome, 0, couldBeOther ? EITHER : 0);
  tellValue(verdict, reading);
}

function tellValue(verdict: VerdictInColumns, { completedBy, comparedWith }: ReadingInColumns): void {
  verdict.value = completedBy === -1 ? 1 : completedBy + 2;
  verdict.comparedWith = comparedWith;
}

/** The reason why somebody is excluded who was dead or abroad by a day; nought for nobody. */
function departedBy({ departure }: PathwayInColumns, last: number): number {
  if (departure === undefined || departure.from > last) return 0;
  return departure.state === CIVIL_STATE_CODE.dead ? REASON.DIED_IN_WINDOW : REASON.EMIGRATED_IN_WINDOW;
}
