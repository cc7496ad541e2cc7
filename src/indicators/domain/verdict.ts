import type { Day } from '../../kernel/day';
import {
  POSSIBLE_OUTCOMES,
  type DecisionValue,
  type Outcome,
  type OutcomeReason,
  type PossibleOutcome,
  type Trouble,
} from '../../kernel/decision';
import type { CivilState, Fact } from '../../kernel/pathway';
import type { CompiledEvidence, CompiledIndicator } from './compile';
import type { DenominatorQuestion, DenominatorState } from './denominator';
import { departureIn } from './departure';
import { factsThrough } from './selection';
import type { CompiledValue, FoundValue } from './value';

/** One indicator of one pathway on one day. */
export interface Question extends DenominatorQuestion {
  readonly civilStates: readonly CivilState[];
  readonly windowEnd: Day;
  /** The window's end or the as-of day, whichever is first. */
  readonly last: Day;
  readonly trouble: Trouble | undefined;
}

/** What an indicator comes to; everything else of the decision is the same whatever it is. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reason?: OutcomeReason;
  readonly denominator?: 'unknown';
  readonly trouble?: Trouble;
  readonly possible?: readonly PossibleOutcome[];
  readonly provisional?: 'met' | 'not-met';
  readonly value?: DecisionValue;
  readonly decisive?: readonly Fact[];
  readonly also?: readonly Fact[];
}

const EITHER: readonly PossibleOutcome[] = ['met', 'not-met'];
const MET_OR_OUT: readonly PossibleOutcome[] = ['met', 'out'];
const NOT_MET_OR_OUT: readonly PossibleOutcome[] = ['not-met', 'out'];
const ANYTHING: readonly PossibleOutcome[] = POSSIBLE_OUTCOMES;

/** The outcome on the as-of day, the first step that applies, and what else it could have been (interface.md §3). */
export function verdictOf(indicator: CompiledIndicator, question: Question): Verdict {
  const denominator = indicator.denominatorOf(question);
  if (denominator.state === 'out') return { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' };
  if (denominator.state === 'in') return judged(indicator, question, denominator);
  const trouble = question.trouble ?? denominator.trouble;
  return {
    ...judged(indicator, { ...question, trouble }, denominator),
    denominator: 'unknown',
    ...(trouble === undefined ? undefined : { trouble }),
  };
}

type Inside = Exclude<DenominatorState, { readonly state: 'out' }>;

function judged({ evidence, value }: CompiledIndicator, question: Question, denominator: Inside): Verdict {
  if (evidence !== undefined) return byEvidence(evidence, question, denominator);
  return value === undefined ? { outcome: 'pending' } : byValue(value, question, denominator);
}

/** The day of the denominator's fact, or the first on which a missed one could lie. */
const anchorOf = (denominator: Inside): Day | undefined =>
  denominator.state === 'in' ? denominator.fact?.on : denominator.since;

function byEvidence(
  { kind, counts, countsFrom, reporters }: CompiledEvidence,
  question: Question,
  denominator: Inside,
): Verdict {
  const { indexDay, asOf, facts, windowEnd, last, missed } = question;
  const isOpen = denominator.state === 'open';
  const from = countsFrom(indexDay, anchorOf(denominator));
  const found = factsThrough(
    facts.of(kind),
    last,
    from === indexDay ? counts : (fact) => fact.on >= from && counts(fact),
  );
  if (found.length > 0) {
    if (isOpen) return { outcome: 'unknown', ...causeOf(question), possible: MET_OR_OUT };
    return { outcome: 'met', decisive: found.slice(0, 1), also: found.slice(1) };
  }
  const couldHaveCome = (): boolean => missed.first(reporters, from) !== undefined;
  const departure = departureIn(question.civilStates, indexDay, last);
  if (departure !== undefined) {
    return { outcome: 'excluded', reason: departure, ...(couldHaveCome() ? { possible: MET_OR_OUT } : undefined) };
  }
  if (asOf <= windowEnd) return { outcome: 'pending' };
  if (isOpen) {
    return { outcome: 'unknown', ...causeOf(question), possible: couldHaveCome() ? ANYTHING : NOT_MET_OR_OUT };
  }
  if (couldHaveCome()) return { outcome: 'unknown', ...causeOf(question), possible: EITHER };
  return { outcome: 'not-met', reason: 'NO_EVIDENCE' };
}

function byValue(value: CompiledValue, question: Question, denominator: Inside): Verdict {
  const { indexDay, asOf, windowEnd, last, missed } = question;
  const departure = departureIn(question.civilStates, indexDay, last);
  if (departure !== undefined) return { outcome: 'excluded', reason: departure };
  const from = value.countsFrom(indexDay, anchorOf(denominator));
  const denominatorFact = denominator.state === 'in' ? denominator.fact : undefined;
  const found = value.find({ ...question, denominatorFact }, from);
  const reading = found?.reading;
  if (asOf <= windowEnd) return denominator.state === 'open' ? { outcome: 'pending' } : soFar(found);
  const couldBeOther = value.couldBeOther(missed, from, found);
  if (denominator.state === 'open') {
    const certain = reading === undefined || couldBeOther ? ANYTHING : reading.met ? MET_OR_OUT : NOT_MET_OR_OUT;
    return { outcome: 'unknown', ...causeOf(question), possible: certain };
  }
  if (found === undefined) {
    const cause = couldBeOther ? causeOf(question) : { reason: 'NO_VALUE' as const };
    return { outcome: 'unknown', ...cause, possible: EITHER };
  }
  if (reading === undefined) {
    return { outcome: 'unknown', reason: 'VALUE_CANNOT_TELL', possible: EITHER, ...cited(found) };
  }
  return {
    outcome: reading.met ? 'met' : 'not-met',
    ...(couldBeOther ? { possible: EITHER } : undefined),
    value: reading.value,
    ...cited(found),
  };
}

/** While the window is open: what the latest fact says so far; one that gives no value is cited all the same, since it decides. */
function soFar(found: FoundValue | undefined): Verdict {
  if (found === undefined) return { outcome: 'pending' };
  const { reading } = found;
  if (reading === undefined) return { outcome: 'pending', ...cited(found) };
  return { outcome: 'pending', provisional: reading.met ? 'met' : 'not-met', value: reading.value, ...cited(found) };
}

function cited({ latest, reading, others }: FoundValue): Pick<Verdict, 'decisive' | 'also'> {
  const start = reading?.comparedWith;
  return { decisive: start === undefined ? [latest] : [start, latest], also: others };
}

const causeOf = ({ trouble }: Question): { readonly reason?: OutcomeReason } =>
  trouble === undefined ? {} : { reason: trouble.reason };
