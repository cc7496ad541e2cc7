import { addMonths, earlierDay, type Day } from '../../kernel/day';
import type {
  DecisionValue,
  Evidence,
  IndicatorDecision,
  Outcome,
  OutcomeReason,
  Trouble,
} from '../../kernel/decision';
import type { Finding } from '../../kernel/finding';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation } from '../../kernel/organisation';
import type { CivilState, Fact, Pathway, PersonPathways } from '../../kernel/pathway';
import type { CompiledDefinitions, CompiledIndicator } from './compile';
import { evidenceOf } from './evidence';
import type { FeedCalendar } from './feed-calendar';
import { effectiveHindrance, factsThrough, FactsByKind, notBefore } from './selection';
import { endOfSpan } from '../../kernel/span';
import type { FoundValue } from './value';

/** One pathway on one day, as every indicator looks at it. */
interface Situation {
  readonly definitions: CompiledDefinitions;
  readonly pathway: Pathway;
  readonly civilStates: readonly CivilState[];
  readonly isUnder18: boolean;
  readonly facts: FactsByKind;
  readonly feeds: FeedCalendar;
  readonly asOf: Day;
  readonly outcomes: Map<string, Outcome>;
}

/** What an indicator comes to; everything else of the decision is the same whatever it is. */
interface Verdict {
  readonly outcome: Outcome;
  readonly reason?: OutcomeReason;
  readonly denominator?: 'unknown';
  readonly provisional?: 'met' | 'not-met';
  readonly value?: DecisionValue;
  readonly decisive?: readonly Fact[];
  readonly also?: readonly Fact[];
}

/**
 * Decides every indicator of every pathway a person has on the as-of day (interface.md §3). Decisions come in
 * the order pathway, number.
 */
export function decidePerson(
  definitions: CompiledDefinitions,
  person: PersonPathways,
  feeds: FeedCalendar,
  asOf: Day,
): IndicatorDecision[] {
  const decisions: IndicatorDecision[] = [];
  const { adultAge } = definitions.set.population;
  for (const pathway of person.pathways) {
    if (pathway.indexDay > asOf) break;
    const situation: Situation = {
      definitions,
      pathway,
      civilStates: person.civilStates,
      isUnder18: addMonths(person.born, adultAge * 12) > pathway.indexDay,
      facts: new FactsByKind(pathway),
      feeds,
      asOf,
      outcomes: new Map(),
    };
    for (const indicator of definitions.indicators) {
      const decision = decideIndicator(indicator, situation);
      situation.outcomes.set(indicator.definition.key, decision.outcome);
      decisions.push(decision);
    }
  }
  return decisions;
}

function decideIndicator(indicator: CompiledIndicator, situation: Situation): IndicatorDecision {
  const { definition } = indicator;
  const { pathway, asOf } = situation;
  const windowEnd = endOfSpan(pathway.indexDay, definition.window);
  const trouble = situation.isUnder18 ? undefined : troubleOf(indicator, situation, windowEnd);
  const verdict = verdictOf(indicator, situation, windowEnd, trouble);
  const { outcome, reason, denominator, provisional, value } = verdict;
  return {
    pathway: pathway.number,
    indexDay: pathway.indexDay,
    indicator: definition.key,
    number: definition.number,
    outcome,
    ...(reason === undefined ? undefined : { reason }),
    ...(denominator === undefined ? undefined : { denominator }),
    ...(trouble === undefined ? undefined : { trouble }),
    ...(provisional === undefined ? undefined : { provisional }),
    window: { from: pathway.indexDay, to: windowEnd },
    ...(value === undefined ? undefined : { value }),
    decisive: evidencesOf(verdict.decisive, indicator.measure),
    also: evidencesOf(verdict.also, indicator.measure),
    findings: findingsOf(indicator, situation, earlierDay(windowEnd, asOf)),
  };
}

const NO_EVIDENCE_LISTED: readonly Evidence[] = [];

function evidencesOf(facts: readonly Fact[] | undefined, measure: string | undefined): readonly Evidence[] {
  if (facts === undefined || facts.length === 0) return NO_EVIDENCE_LISTED;
  return facts.map((fact) => evidenceOf(fact, measure));
}

/** The outcome on the as-of day, the first step that applies (interface.md §3, Outcome). */
function verdictOf(
  indicator: CompiledIndicator,
  situation: Situation,
  windowEnd: Day,
  trouble: Trouble | undefined,
): Verdict {
  const { pathway, asOf, facts } = situation;
  if (situation.isUnder18) return { outcome: 'not-applicable', reason: 'UNDER_18' };
  const denominator = indicator.denominatorOf({
    indexDay: pathway.indexDay,
    asOf,
    facts,
    outcomes: situation.outcomes,
  });
  if (!denominator.fulfilled) {
    return trouble === undefined
      ? { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' }
      : { outcome: 'unknown', reason: trouble.reason, denominator: 'unknown' };
  }
  const last = earlierDay(windowEnd, asOf);
  const evidence = evidenceIn(indicator, facts, last, denominator.fact);
  if (evidence.length > 0) return { outcome: 'met', decisive: evidence.slice(0, 1), also: evidence.slice(1) };
  const departure = departureIn(situation.civilStates, pathway.indexDay, last);
  if (departure !== undefined) return { outcome: 'excluded', reason: departure };
  const found = indicator.readValue?.({ last, facts, denominatorFact: denominator.fact });
  if (asOf <= windowEnd) {
    return found === undefined
      ? { outcome: 'pending' }
      : { outcome: 'pending', provisional: found.met ? 'met' : 'not-met', ...shown(found) };
  }
  if (found !== undefined) return { outcome: found.met ? 'met' : 'not-met', ...shown(found) };
  if (trouble !== undefined) return { outcome: 'unknown', reason: trouble.reason };
  return indicator.readValue === undefined
    ? { outcome: 'not-met', reason: 'NO_EVIDENCE' }
    : { outcome: 'unknown', reason: 'NO_VALUE' };
}

const shown = ({ value, decisive, also }: FoundValue) => ({ value, decisive, also });

const NO_FACTS: readonly Fact[] = [];

function evidenceIn(
  { evidence }: CompiledIndicator,
  facts: FactsByKind,
  last: Day,
  denominatorFact: Fact | undefined,
): readonly Fact[] {
  if (evidence === undefined) return NO_FACTS;
  return notBefore(factsThrough(facts.of(evidence.kind), last, evidence.counts), denominatorFact, evidence.daysAfter);
}

/** The first day on which the person was dead or had emigrated gives the reason; undefined when there was none. */
function departureIn(states: readonly CivilState[], from: Day, last: Day): OutcomeReason | undefined {
  for (let at = 0; at < states.length; at += 1) {
    const { from: since, state } = states[at] as CivilState;
    if (since > last) break;
    const next = states[at + 1]?.from;
    if (state === 'alive' || (next !== undefined && next <= from)) continue;
    return state === 'dead' ? 'DIED_IN_WINDOW' : 'EMIGRATED_IN_WINDOW';
  }
  return undefined;
}

/** The organisations whose silence would matter to a pathway, in the order the indicator names its sources. */
export function sourcesOf({ definition }: CompiledIndicator, pathway: Pathway): Organisation[] {
  const organisations: Organisation[] = [];
  for (const source of definition.sources) {
    if (source === 'hospital') organisations.push(pathway.hospital);
    else if (source === 'laboratory') organisations.push(LAB_DATABASE);
    else if (source === 'pharmacy') organisations.push(PRESCRIPTION_REGISTER);
    else if (source === 'municipality' && pathway.municipality !== undefined) organisations.push(pathway.municipality);
  }
  return organisations;
}

/** The first source in trouble on enough days of the window, up to the as-of day (interface.md §3, Trouble). */
function troubleOf(
  indicator: CompiledIndicator,
  { pathway, feeds, asOf, definitions }: Situation,
  windowEnd: Day,
): Trouble | undefined {
  const last = earlierDay(windowEnd, asOf);
  for (const organisation of sourcesOf(indicator, pathway)) {
    const trouble = feeds.troubleOf(organisation, pathway.indexDay, last, definitions.set.troubleDays);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

const NO_FINDINGS: readonly Finding[] = [];

/** Hospital services of the indicator's intervention through `last` that did not count, and why. */
function findingsOf(
  { definition }: CompiledIndicator,
  { facts, definitions }: Situation,
  last: Day,
): readonly Finding[] {
  if (definition.findingsOf === undefined) return NO_FINDINGS;
  const findings: Finding[] = [];
  for (const fact of facts.of(definition.findingsOf)) {
    if (fact.on > last) break;
    const code = 'hindrances' in fact ? effectiveHindrance(fact, definitions.waives) : undefined;
    if (code !== undefined) findings.push({ code, source: fact.source, event: fact.event, record: fact.record });
  }
  return findings.length === 0 ? NO_FINDINGS : findings;
}
