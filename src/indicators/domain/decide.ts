import { addDays, addMonths, earlierDay, type Day } from '../../kernel/day';
import type { Evidence, IndicatorDecision } from '../../kernel/decision';
import type { Finding } from '../../kernel/finding';
import type { CivilState, Fact, Pathway, PersonPathways } from '../../kernel/pathway';
import type { CompiledDefinitions, CompiledIndicator } from './compile';
import { dayOfDeath } from './departure';
import { evidenceOf } from './evidence';
import type { FeedCalendar } from './feed-calendar';
import { MissedDays, NOTHING_MISSED } from './missed-days';
import { effectiveHindrance, FactsByKind } from './selection';
import { NO_TROUBLE, sourcesInTrouble, type SourcesInTrouble } from './sources-in-trouble';
import { SpansFrom } from '../../kernel/span';
import { verdictOf, type Verdict } from './verdict';

/** One pathway on one day, as every indicator looks at it. */
interface Situation {
  readonly definitions: CompiledDefinitions;
  readonly pathway: Pathway;
  readonly civilStates: readonly CivilState[];
  readonly isUnder18: boolean;
  readonly facts: FactsByKind;
  /** From the index day on. */
  readonly spans: SpansFrom;
  readonly feeds: FeedCalendar;
  readonly asOf: Day;
  /** Facts from then on belong to the next pathway. */
  readonly nextIndexDay: Day | undefined;
  readonly decided: Map<string, IndicatorDecision>;
}

const UNDER_18: Verdict = { outcome: 'not-applicable', reason: 'UNDER_18' };

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
  for (let at = 0; at < person.pathways.length; at += 1) {
    const pathway = person.pathways[at] as Pathway;
    if (pathway.indexDay > asOf) break;
    const situation: Situation = {
      definitions,
      pathway,
      civilStates: person.civilStates,
      isUnder18: addMonths(person.born, adultAge * 12) > pathway.indexDay,
      facts: new FactsByKind(pathway),
      spans: new SpansFrom(pathway.indexDay),
      feeds,
      asOf,
      nextIndexDay: person.pathways[at + 1]?.indexDay,
      decided: new Map(),
    };
    for (const indicator of definitions.indicators) {
      const decision = decideIndicator(indicator, situation);
      situation.decided.set(indicator.definition.key, decision);
      decisions.push(decision);
    }
  }
  return decisions;
}

function decideIndicator(indicator: CompiledIndicator, situation: Situation): IndicatorDecision {
  const { definition, measure } = indicator;
  const { pathway, asOf, isUnder18, facts, spans, civilStates, decided } = situation;
  const { indexDay } = pathway;
  const windowEnd = spans.endOf(definition.window);
  const last = earlierDay(windowEnd, asOf);
  const inTrouble = isUnder18 ? NO_TROUBLE : sourcesInTroubleIn(indicator, situation, last);
  const missed = missedDays(situation, inTrouble, last);
  const { trouble } = inTrouble;
  const verdict = isUnder18
    ? UNDER_18
    : verdictOf(indicator, { indexDay, asOf, windowEnd, last, facts, spans, civilStates, decided, missed, trouble });
  const { outcome, reason, denominator, possible, provisional, value } = verdict;
  const toldTrouble = verdict.trouble ?? trouble;
  return {
    pathway: pathway.number,
    indexDay,
    indicator: definition.key,
    number: definition.number,
    outcome,
    ...(reason === undefined ? undefined : { reason }),
    ...(denominator === undefined ? undefined : { denominator }),
    ...(toldTrouble === undefined ? undefined : { trouble: toldTrouble }),
    ...(possible === undefined ? undefined : { possible }),
    ...(provisional === undefined ? undefined : { provisional }),
    window: { from: indexDay, to: windowEnd },
    ...(value === undefined ? undefined : { value }),
    decisive: evidencesOf(verdict.decisive, measure),
    also: evidencesOf(verdict.also, measure),
    findings: findingsOf(indicator, situation, last),
  };
}

function sourcesInTroubleIn(
  { definition }: CompiledIndicator,
  { pathway, feeds, definitions }: Situation,
  last: Day,
): SourcesInTrouble {
  return sourcesInTrouble(definition, pathway, feeds, last, definitions.set.troubleDays);
}

/**
 * The missed days end with the day of death (interface.md §3, Would we know), and before the next pathway, to which
 * whatever was reported of later days would belong.
 */
function missedDays(
  { civilStates, pathway, nextIndexDay, feeds }: Situation,
  { sources }: SourcesInTrouble,
  last: Day,
): MissedDays {
  if (sources.length === 0) return NOTHING_MISSED;
  const death = dayOfDeath(civilStates, pathway.indexDay) ?? last;
  const ofPathway = nextIndexDay === undefined ? last : earlierDay(addDays(nextIndexDay, -1), last);
  return new MissedDays(feeds, sources, earlierDay(death, ofPathway));
}

const NO_EVIDENCE_LISTED: readonly Evidence[] = [];

function evidencesOf(facts: readonly Fact[] | undefined, measure: string | undefined): readonly Evidence[] {
  if (facts === undefined || facts.length === 0) return NO_EVIDENCE_LISTED;
  return facts.map((fact) => evidenceOf(fact, measure));
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
