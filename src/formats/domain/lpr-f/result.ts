import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { fieldsOf } from '../register-tables/field-columns';
import { plainTime } from '../register-tables/register-time';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import { recordOf, type RowSays } from '../register-tables/row-says';
import type { Cells } from '../register-tables/table-description';
import type { LprFContext } from './lpr-f-context';
import type { ResultMeasure, ResultPart } from './lpr-f-terms';
import { whoseRow } from './whose-row';

/** A row of `resultater`: a measurement, or one of the parts that together are one. */
export interface ResultSays extends RowSays {
  /** The field this row says, where the measurement has others too. */
  readonly part?: string;
  /** All fields of the measurement that rows say. */
  readonly parts: readonly string[];
}

/** Throws `RowFault`, and `RowUnmapped` for a result that measures nothing that is followed here. */
export function readResult(cells: Cells, context: LprFContext): ResultSays {
  const { measure, part } = measured(cells, context.terms.results);
  const { measuredOn } = fieldsOf(cells, context.fields['hospital.measurement']);
  const answer = answerOf(cells['resultatvaerdi'] ?? '', part);
  const { cpr, source } = whoseRow(cells, 'sorenhed_ans', context);
  const fixed = measure.fixed ?? {};
  const record = recordOf(
    cells['dw_ek_kontakt'] || (cells['dw_ek_forloeb'] ?? ''),
    measure.kind,
    ...Object.values(fixed),
    String(measuredOn),
    plainTime(cells['tidspunkt_resultat'] ?? ''),
  );
  const values = { measuredOn, kind: measure.kind, ...fixed, [part.field]: answer };
  const parts = measure.parts.map(({ field }) => field);
  const says = { kind: 'hospital.measurement', record, source, cpr, values, parts } as const;
  return parts.length === 1 ? says : { ...says, part: part.field };
}

function measured(cells: Cells, results: readonly ResultMeasure[]): { measure: ResultMeasure; part: ResultPart } {
  const type = (cells['resultattype'] ?? '').toUpperCase();
  const trigger = (cells['triggerkode'] ?? '').toUpperCase();
  if (type === '') throw new RowFault(REASONS.blank, 'resultattype');
  for (const measure of results) {
    const part = measure.parts.find((one) => one.types.includes(type) && trigger.startsWith(one.trigger ?? ''));
    if (part !== undefined) return { measure, part };
  }
  throw new RowUnmapped(`resultattype ${type}`, 'resultattype');
}

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;

function answerOf(text: string, { answers }: ResultPart): string | number {
  if (text === '') throw new RowFault(REASONS.blank, 'resultatvaerdi');
  if (answers === undefined) {
    if (!NUMBER.test(text)) throw new RowFault(REASONS.number, 'resultatvaerdi');
    return Number(text.replace(',', '.'));
  }
  const answer = answers[text.toUpperCase()];
  if (answer === undefined) throw new RowFault(REASONS.resultCode, 'resultatvaerdi');
  return answer;
}
