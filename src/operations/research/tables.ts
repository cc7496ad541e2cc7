import type { PersonKey } from '../../kernel/clinical-event';
import { journeyOf } from '../../kernel/journey';
import type { TypedCell } from '../../kernel/typed-column';
import type { DecidedFolded } from '../../indicators/application/decisions-at';
import type { Day } from '../../kernel/day';
import { DECISION_COLUMNS } from './columns/decision-columns';
import { FACT_COLUMNS } from './columns/fact-columns';
import { PATHWAY_COLUMNS } from './columns/pathway-columns';
import type { ResearchColumn } from './columns/research-column';

/** The tables, in the order they are told, with their columns. */
export const RESEARCH_TABLES = {
  pathways: PATHWAY_COLUMNS,
  facts: FACT_COLUMNS,
  decisions: DECISION_COLUMNS,
} as const;

export type ResearchTable = keyof typeof RESEARCH_TABLES;
export const TABLE_NAMES = Object.keys(RESEARCH_TABLES) as readonly ResearchTable[];

/** A person's rows of each table, a cell for every column. */
export type PersonRows = Readonly<Record<ResearchTable, readonly (readonly TypedCell[])[]>>;

/** What rows are written as. */
export interface Writing {
  readonly asOf: Day;
  readonly definition: string;
  readonly nameOf: (person: PersonKey) => string;
}

const cellsOf =
  <Row>(columns: readonly ResearchColumn<Row>[]) =>
  (row: Row): readonly TypedCell[] =>
    columns.map(({ of }) => of(row));

const [pathwayCells, factCells, decisionCells] = [
  cellsOf(PATHWAY_COLUMNS),
  cellsOf(FACT_COLUMNS),
  cellsOf(DECISION_COLUMNS),
];

/**
 * A person's rows, ordered by pathway and number: what had happened by the as-of day and what is decided of it. Nothing of
 * it names the person, a registration or an event, and no text is of a person's own words.
 */
export function rowsOf({ folded, decisions }: DecidedFolded, { asOf, definition, nameOf }: Writing): PersonRows {
  const person = nameOf(folded.person);
  const pathways = folded.pathways.filter(({ indexDay }) => indexDay <= asOf);
  const states = folded.civilStates.filter(({ from }) => from <= asOf);
  return {
    pathways: pathways.map((pathway) => {
      const { departed } = journeyOf({ ...pathway, facts: [] }, states);
      return pathwayCells({ person, pathway, born: folded.born, departed });
    }),
    facts: pathways.flatMap(({ number: pathway, facts }) =>
      facts.filter(({ on }) => on <= asOf).map((fact, at) => factCells({ person, pathway, number: at + 1, fact })),
    ),
    decisions: decisions.map((decision) => decisionCells({ person, decision, definition })),
  };
}
