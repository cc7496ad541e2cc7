import type { CountedDecision, CountedEvidence } from '../../../kernel/counted-decision';
import { dayFromNumber, type Day } from '../../../kernel/day';
import { byCode, SECTOR_CODE } from '../../../kernel/fact-codes';
import type { Sector } from '../../../kernel/organisation';
import {
  FACT_SIZE,
  FactPart,
  PATHWAY_SIZE,
  PathwayPart,
  wordAt,
  type PersonColumns,
} from '../../../kernel/person-columns';
import type { CompiledDefinitions, CompiledIndicator } from '../compile';
import { SHAPE_BYTES } from './compile-in-columns';
import { NumberedDecisionReader } from './numbered-decision';

const SECTORS = byCode<Sector>(SECTOR_CODE);
const NOBODY: readonly never[] = [];
const A_VALUE = {};
const TROUBLES = {
  SOURCE_SILENT: { reason: 'SOURCE_SILENT' },
  SOURCE_NOT_CONNECTED: { reason: 'SOURCE_NOT_CONNECTED' },
} as const;

/** What is counted of the decisions that a person's numbers stand for, of the columns alone; `asOf` as they were made on. */
export function countedOfNumbers(
  numbers: Uint8Array,
  columns: PersonColumns,
  { indicators }: CompiledDefinitions,
  asOf: number,
): CountedDecision[] {
  const { pathways } = columns;
  const reader = new NumberedDecisionReader(numbers, SHAPE_BYTES);
  const decisions: CountedDecision[] = [];
  let firstFact = 0;
  for (let start = 0; start < pathways.length; start += PATHWAY_SIZE) {
    const indexDay = pathways[start + PathwayPart.IndexDay] as number;
    if (indexDay > asOf) break;
    const pathway = {
      columns,
      firstFact,
      number: pathways[start + PathwayPart.Number] as number,
      begins: indexDay,
      indexDay: dayFromNumber(indexDay),
    };
    for (const indicator of indicators) decisions.push(countedOf(reader, pathway, indicator));
    firstFact = pathways[start + PathwayPart.End] as number;
  }
  return decisions;
}

interface PathwayOfColumns {
  readonly columns: PersonColumns;
  readonly firstFact: number;
  readonly number: number;
  readonly begins: number;
  readonly indexDay: Day;
}

function countedOf(
  reader: NumberedDecisionReader,
  pathway: PathwayOfColumns,
  { definition, evidence }: CompiledIndicator,
): CountedDecision {
  reader.next();
  const isEvidence = evidence !== undefined;
  return {
    pathway: pathway.number,
    indexDay: pathway.indexDay,
    indicator: definition.key,
    outcome: reader.outcome,
    reason: reader.reason,
    denominator: reader.isOpen ? 'unknown' : undefined,
    trouble: reader.trouble === 0 ? undefined : TROUBLES[reader.troubleReason],
    possible: reader.possible,
    provisional: reader.provisional,
    window: { to: dayFromNumber(pathway.begins + reader.window) },
    value: reader.value === 0 || reader.cited.length === 0 ? undefined : A_VALUE,
    decisive: evidencesOf(reader.decisive(isEvidence), pathway),
    also: evidencesOf(reader.also(isEvidence), pathway),
  };
}

const evidencesOf = (facts: readonly number[], pathway: PathwayOfColumns): readonly CountedEvidence[] =>
  facts.length === 0 ? NOBODY : facts.map((fact) => evidenceAt(pathway.firstFact + fact, pathway.columns));

function evidenceAt(fact: number, columns: PersonColumns): CountedEvidence {
  const { facts } = columns;
  const start = fact * FACT_SIZE;
  return {
    source: wordAt(columns, facts[start + FactPart.Source] as number),
    sector: SECTORS[facts[start + FactPart.Sector] as number] as Sector,
    on: dayFromNumber(facts[start + FactPart.On] as number),
  };
}
