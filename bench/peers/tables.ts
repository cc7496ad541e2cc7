import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact, PersonPathways } from '../../src/kernel/pathway';

type Cell = string | number | boolean | undefined;
type Row = readonly Cell[];

/** The row of a fact and its table; a fact no indicator reads has none. Columns as in tables.sql, after the pathway. */
function rowOf(fact: Fact, place: number): { readonly table: string; readonly row: Row } | undefined {
  const { on, sector } = fact;
  switch (fact.kind) {
    case 'participation':
    case 'diet':
    case 'smoking-cessation':
      return { table: 'service', row: [on, fact.kind, (fact.hindrances ?? []).length === 0] };
    case 'municipal-start':
      return { table: 'municipal_start', row: [on, place, fact.source, fact.course, fact.planned] };
    case 'municipal-end': {
      const { source, course, outcome, attended, planned } = fact;
      return { table: 'municipal_end', row: [on, place, source, course, outcome, attended, planned] };
    }
    case 'exercise-capacity':
      return { table: 'exercise_test', row: [on, place, fact.method, fact.phase, fact.value] };
    case 'hjertekost':
      return { table: 'diet_score', row: [on, place, sector, fact.score] };
    case 'smoking-status':
      return { table: 'smoking_status', row: [on, place, fact.status] };
    case 'hads':
      return { table: 'hads', row: [on, place, fact.anxiety, fact.depression] };
    case 'blood-pressure':
      return { table: 'blood_pressure', row: [on, place, sector, fact.systolic, fact.diastolic] };
    case 'laboratory': {
      const [, comparator, value] = /^([<>]=?)?(.*)$/.exec(String(fact.value)) ?? [];
      return { table: 'laboratory', row: [on, place, sector, fact.npu, fact.unit, comparator, value] };
    }
    case 'dispensing':
      return { table: 'dispensing', row: [on, fact.atc] };
    default:
      return undefined;
  }
}

/** The tables that tables.sql makes. */
const TABLES = [
  'pathway',
  'civil_state',
  'service',
  'municipal_start',
  'municipal_end',
  'exercise_test',
  'diet_score',
  'smoking_status',
  'hads',
  'blood_pressure',
  'laboratory',
  'dispensing',
] as const;

/** Writes folded persons as CSV files without headings, one for each of DuckDB's tables. */
export function writeTables(folder: string, persons: Iterable<PersonPathways>): void {
  const files = new Map<string, number>(TABLES.map((table) => [table, openSync(join(folder, `${table}.csv`), 'w')]));
  const add = (table: string, row: Row): void => void writeSync(files.get(table) ?? -1, csvOf(row));
  let number = 0;
  for (const { person, born, civilStates, pathways } of persons) {
    civilStates.forEach(({ state, from }, at) => add('civil_state', [person, state, from, civilStates[at + 1]?.from]));
    for (const pathway of pathways) {
      number += 1;
      add('pathway', [number, person, pathway.indexDay, born]);
      pathway.facts.forEach((fact, place) => {
        const told = rowOf(fact, place);
        if (told !== undefined) add(told.table, [number, ...told.row]);
      });
    }
  }
  for (const file of files.values()) closeSync(file);
}

const csvOf = (row: Row): string =>
  `${row.map((cell) => (typeof cell === 'string' ? `"${cell.replace(/"/g, '""')}"` : String(cell ?? ''))).join(',')}\n`;
