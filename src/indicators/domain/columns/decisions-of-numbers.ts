import { addDays, type Day } from '../../../kernel/day';
import type { DecisionValue, Evidence, IndicatorDecision, Trouble } from '../../../kernel/decision';
import { byCode, HINDRANCE_CODE, SECTOR_CODE } from '../../../kernel/fact-codes';
import type { Finding } from '../../../kernel/finding';
import type { Fact, Pathway, PersonPathways } from '../../../kernel/pathway';
import type { CompiledDefinitions, CompiledIndicator } from '../compile';
import { SHAPE_BYTES } from './compile-in-columns';
import { beginOf } from './other-places';
import { evidenceOf } from '../evidence';
import { organisationOf } from '../sources-in-trouble';
import { NumberedDecisionReader } from './numbered-decision';

const SECTORS = byCode(SECTOR_CODE);
const HINDRANCES = byCode(HINDRANCE_CODE);
const NONE: readonly never[] = [];

/** Makes the decisions that a person's numbers stand for; `asOf` is the day they were made on. */
export function decisionsOfNumbers(
  numbers: Uint8Array,
  { pathways }: PersonPathways,
  definitions: CompiledDefinitions,
  asOf: Day,
): IndicatorDecision[] {
  const reader = new NumberedDecisionReader(numbers, SHAPE_BYTES);
  const decisions: IndicatorDecision[] = [];
  for (const pathway of pathways) {
    if (pathway.indexDay > asOf) break;
    for (const indicator of definitions.indicators) decisions.push(decisionOf(reader, pathway, indicator));
  }
  return decisions;
}

/** The one of them at a place, counted over pathways. */
export function decisionOfNumbers(
  numbers: Uint8Array,
  { pathways }: PersonPathways,
  { indicators }: CompiledDefinitions,
  place: number,
): IndicatorDecision {
  const pathway = pathways[Math.floor(place / indicators.length)] as Pathway;
  const indicator = indicators[place % indicators.length] as CompiledIndicator;
  return decisionOf(new NumberedDecisionReader(numbers, beginOf(numbers, place)), pathway, indicator);
}

function decisionOf(reader: NumberedDecisionReader, pathway: Pathway, indicator: CompiledIndicator): IndicatorDecision {
  reader.next();
  const { definition, measure } = indicator;
  const { indexDay } = pathway;
  const isEvidence = indicator.evidence !== undefined;
  const latest = factAt(pathway, reader.cited.at(-1) ?? -1);
  const { outcome, reason, isOpen, possible, provisional } = reader;
  return {
    pathway: pathway.number,
    indexDay,
    indicator: definition.key,
    number: definition.number,
    outcome,
    ...(reason === undefined ? undefined : { reason }),
    ...(isOpen ? { denominator: 'unknown' as const } : undefined),
    ...(reader.trouble === 0 ? undefined : { trouble: troubleOf(reader, pathway) }),
    ...(possible === undefined ? undefined : { possible }),
    ...(provisional === undefined ? undefined : { provisional }),
    window: { from: indexDay, to: addDays(indexDay, reader.window) },
    ...(reader.value === 0 || latest === undefined
      ? undefined
      : { value: valueOf(indicator, latest, factAt(pathway, reader.comparedWith), factAt(pathway, reader.value - 2)) }),
    decisive: evidencesOf(reader.decisive(isEvidence), pathway, measure),
    also: evidencesOf(reader.also(isEvidence), pathway, measure),
    findings: findingsOf(reader.findings, pathway),
  };
}

const factAt = ({ facts }: Pathway, at: number): Fact | undefined => (at < 0 ? undefined : facts[at]);

function troubleOf({ trouble, troubleReason }: NumberedDecisionReader, pathway: Pathway): Trouble {
  const said = trouble - 1;
  const sector = SECTORS[(said >> 1) & 7];
  const organisation = sector === undefined ? undefined : organisationOf(sector, pathway);
  if (organisation === undefined) throw new RangeError('There is a trouble of nobody.');
  return { reason: troubleReason, organisation, days: said >> 4 };
}

const evidencesOf = (cited: readonly number[], { facts }: Pathway, measure: string | undefined): readonly Evidence[] =>
  cited.length === 0 ? NONE : cited.map((at) => evidenceOf(facts[at] as Fact, measure));

function findingsOf(numbers: readonly number[], { facts }: Pathway): readonly Finding[] {
  if (numbers.length === 0) return NONE;
  const findings: Finding[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const { source, event, record } = facts[numbers[at] as number] as Fact;
    findings.push({
      code: HINDRANCES[numbers[at + 1] as number] as (typeof HINDRANCES)[number],
      source,
      event,
      record,
    });
  }
  return findings;
}

/** What a value rule says of the fact that gave it, as its reader in `value-rules` does. */
function valueOf(
  { definition, measure }: CompiledIndicator,
  latest: Fact,
  comparedWith: Fact | undefined,
  completedBy: Fact | undefined,
): DecisionValue {
  const { value: rule } = definition;
  const number = (fact: Fact, field: string): number =>
    (fact as unknown as Readonly<Record<string, number>>)[field] as number;
  switch (rule?.rule) {
    case 'share':
      return { attended: number(latest, 'attended'), planned: number(completedBy ?? latest, 'planned') };
    case 'change':
      if (latest.kind !== 'exercise-capacity' || comparedWith?.kind !== 'exercise-capacity') break;
      return { method: comparedWith.method, start: comparedWith.value, end: latest.value };
    case 'status':
      if (latest.kind !== 'smoking-status') break;
      return { smokingStatus: latest.status };
    case 'limits':
      return Object.fromEntries(rule.allOf.map(({ field }) => [field, number(latest, field)]));
    case 'laboratory':
      if (latest.kind !== 'laboratory') break;
      return { [measure ?? 'value']: latest.value, unit: latest.unit };
    case undefined:
  }
  throw new RangeError(`The numbers of ${definition.key} stand on a ${latest.kind}.`);
}
