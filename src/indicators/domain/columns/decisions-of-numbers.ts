import { addDays, type Day } from '../../../kernel/day';
import type {
  DecisionValue,
  IndicatorDecision,
  Outcome,
  OutcomeReason,
  PossibleOutcome,
  Trouble,
} from '../../../kernel/decision';
import type { Evidence } from '../../../kernel/decision';
import { byCode, HINDRANCE_CODE, SECTOR_CODE } from '../../../kernel/fact-codes';
import type { Finding } from '../../../kernel/finding';
import type { Fact, Pathway, PersonPathways } from '../../../kernel/pathway';
import { NumberReader } from '../../../kernel/whole-numbers';
import type { CompiledDefinitions, CompiledIndicator } from '../compile';
import { SHAPE_BYTES } from './compile-in-columns';
import { beginOf } from './other-places';
import { evidenceOf } from '../evidence';
import { organisationOf } from '../sources-in-trouble';
import { OUTCOME, POSSIBLE, PROVISIONAL, REASON } from './outcome-codes';

const OUTCOMES = byCode<Outcome>(OUTCOME);
const REASONS = byCode<OutcomeReason>(REASON);
const PROVISIONALS = byCode<'met' | 'not-met'>(PROVISIONAL);
const SECTORS = byCode(SECTOR_CODE);
const HINDRANCES = byCode(HINDRANCE_CODE);
/** By what is added of them; one array for each, as decisions share them. */
const POSSIBLES: readonly (readonly PossibleOutcome[])[] = Array.from({ length: 8 }, (_, code) =>
  (Object.entries(POSSIBLE) as [PossibleOutcome, number][])
    .filter(([, one]) => (code & one) !== 0)
    .map(([name]) => name),
);
const NONE: readonly never[] = [];

/** Makes the decisions that a person's numbers stand for; `asOf` is the day they were made on. */
export function decisionsOfNumbers(
  numbers: Uint8Array,
  { pathways }: PersonPathways,
  definitions: CompiledDefinitions,
  asOf: Day,
): IndicatorDecision[] {
  const reader = new NumberReader(numbers, SHAPE_BYTES);
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
  return decisionOf(new NumberReader(numbers, beginOf(numbers, place)), pathway, indicator);
}

function decisionOf(reader: NumberReader, pathway: Pathway, indicator: CompiledIndicator): IndicatorDecision {
  const { definition, measure } = indicator;
  const { indexDay } = pathway;
  const head = reader.read();
  const reason = (head >> 3) & 15;
  const possible = (head >> 8) & 7;
  const provisional = (head >> 11) & 3;
  const trouble = troubleOf(reader.read(), pathway);
  const windowEnd = addDays(indexDay, reader.read());
  const valueCode = reader.read();
  const comparedWith = factAt(pathway, reader.read() - 1);
  const cited = citedOf(reader, pathway);
  const latest = cited.at(-1);
  const decisive =
    indicator.evidence === undefined ? [comparedWith, latest].filter((fact) => fact !== undefined) : cited.slice(0, 1);
  const also = indicator.evidence === undefined ? cited.slice(0, -1) : cited.slice(1);
  return {
    pathway: pathway.number,
    indexDay,
    indicator: definition.key,
    number: definition.number,
    outcome: OUTCOMES[head & 7] as Outcome,
    ...(reason === 0 ? undefined : { reason: REASONS[reason] as OutcomeReason }),
    ...((head & 128) === 0 ? undefined : { denominator: 'unknown' as const }),
    ...(trouble === undefined ? undefined : { trouble }),
    ...(possible === 0 ? undefined : { possible: POSSIBLES[possible] as readonly PossibleOutcome[] }),
    ...(provisional === 0 ? undefined : { provisional: PROVISIONALS[provisional] as 'met' | 'not-met' }),
    window: { from: indexDay, to: windowEnd },
    ...(valueCode === 0 || latest === undefined
      ? undefined
      : { value: valueOf(indicator, latest, comparedWith, factAt(pathway, valueCode - 2)) }),
    decisive: evidencesOf(decisive, measure),
    also: evidencesOf(also, measure),
    findings: findingsOf(reader, pathway),
  };
}

const factAt = ({ facts }: Pathway, at: number): Fact | undefined => (at < 0 ? undefined : facts[at]);

function troubleOf(code: number, pathway: Pathway): Trouble | undefined {
  if (code === 0) return undefined;
  const said = code - 1;
  const sector = SECTORS[(said >> 1) & 7];
  const organisation = sector === undefined ? undefined : organisationOf(sector, pathway);
  if (organisation === undefined) throw new RangeError('There is a trouble of nobody.');
  return { reason: (said & 1) === 1 ? 'SOURCE_NOT_CONNECTED' : 'SOURCE_SILENT', organisation, days: said >> 4 };
}

function citedOf(reader: NumberReader, { facts }: Pathway): readonly Fact[] {
  const count = reader.read();
  if (count === 0) return NONE;
  const cited: Fact[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    at += reader.read();
    cited.push(facts[at] as Fact);
  }
  return cited;
}

const evidencesOf = (facts: readonly Fact[], measure: string | undefined): readonly Evidence[] =>
  facts.length === 0 ? NONE : facts.map((fact) => evidenceOf(fact, measure));

function findingsOf(reader: NumberReader, { facts }: Pathway): readonly Finding[] {
  let at = reader.read();
  if (at === 0) return NONE;
  const findings: Finding[] = [];
  for (; at !== 0; at = reader.read()) {
    const { source, event, record } = facts[at - 1] as Fact;
    findings.push({ code: HINDRANCES[reader.read()] as (typeof HINDRANCES)[number], source, event, record });
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
