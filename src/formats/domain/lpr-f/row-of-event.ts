import { normalForm } from '../../../kernel/digest';
import { identifierOf } from '../../../kernel/organisation';
import { soundFieldsOf, type FieldColumn } from '../register-tables/field-columns';
import type { Cells } from '../register-tables/table-description';
import type { WrittenEvent } from '../written-event';
import { exactText } from './exact-text';
import type { LprFKind } from './kind-columns';
import type { LprFTerms, ResultMeasure } from './lpr-f-terms';

/** A row to be written: of which table, and its cells. */
export interface WrittenRow {
  readonly table: string;
  readonly cells: Cells;
}

/** What rows are written with. */
export interface WritingTerms {
  readonly terms: LprFTerms;
  readonly fields: Readonly<Record<LprFKind, readonly FieldColumn[]>>;
}

/** Members of the data that columns of ours of their own say. */
const APART: readonly string[] = ['cpr', 'recordId', 'version', 'status'];
const SOR = /^\d{11,18}$/;

/**
 * The rows of an event: one, and one more for each further part of a measurement. The table's own columns say what they
 * can, as any reader of LPR_F expects it; columns of ours say the rest, so that what is read back is the same event.
 */
export function rowsOfEvent(event: WrittenEvent, writing: WritingTerms): readonly WrittenRow[] {
  switch (event.kind) {
    case 'hospital.contact':
      return [{ table: 'kontakter', cells: contactCells(event, writing) }];
    case 'hospital.diagnosis':
      return [{ table: 'diagnoser', cells: diagnosisCells(event, writing) }];
    case 'hospital.procedure': {
      const isSurgical = textIn(event, 'code').toUpperCase().startsWith(writing.terms.codes.surgicalPrefix);
      const table = isSurgical ? 'procedurer_kirurgi' : 'procedurer_andre';
      return [{ table, cells: procedureCells(event, writing) }];
    }
    case 'hospital.referral': {
      const cells = { dw_ek_kontakt: textIn(event, 'contactId') };
      return [{ table: 'rehabspor_henvisninger', cells: withOwn(event, cells, writing.fields[event.kind], writing) }];
    }
    case 'hospital.measurement':
      return resultRows(event, writing);
    default:
      return [];
  }
}

function contactCells(event: WrittenEvent, writing: WritingTerms): Cells {
  const mode = Object.entries(writing.terms.codes.contactModes).find(([, one]) => one === textIn(event, 'mode'));
  const cells = {
    cpr: textIn(event, 'cpr'),
    dw_ek_kontakt: textIn(event, 'contactId'),
    dw_ek_forloeb: textIn(event, 'courseId'),
    kontakttype: mode?.[0] ?? '',
    dato_start: textIn(event, 'startedOn'),
    dato_slut: textIn(event, 'endedOn'),
    sorenhed_ans: unitOf(event),
  };
  return withOwn(event, cells, writing.fields['hospital.contact'], writing);
}

function diagnosisCells(event: WrittenEvent, writing: WritingTerms): Cells {
  const { refuted } = event.data;
  const cells = {
    dw_ek_kontakt: textIn(event, 'contactId'),
    diagnosekode: textIn(event, 'code'),
    diagnosetype: textIn(event, 'role'),
    senere_afkraeftet: refuted === true ? 'Ja' : refuted === false ? 'Nej' : '',
  };
  return withOwn(event, cells, writing.fields['hospital.diagnosis'], writing);
}

function procedureCells(event: WrittenEvent, writing: WritingTerms): Cells {
  const cells = {
    dw_ek_forloeb: textIn(event, 'courseId'),
    dw_ek_kontakt: textIn(event, 'contactId'),
    procedurekode: textIn(event, 'code'),
    sorenhed_pro: unitOf(event),
    dato_start: textIn(event, 'performedOn'),
    procedureregistrering_id: textIn(event, 'recordId'),
  };
  return withOwn(event, cells, writing.fields['hospital.procedure'], writing);
}

function resultRows(event: WrittenEvent, writing: WritingTerms): readonly WrittenRow[] {
  const common = {
    dw_ek_kontakt: textIn(event, 'contactId'),
    dato_resultat: textIn(event, 'measuredOn'),
    sorenhed_ans: unitOf(event),
  };
  const [first = {}, ...others] = resultParts(event, writing.terms.results);
  const own = withOwn(event, { ...common, ...first }, writing.fields['hospital.measurement'], writing);
  const companion = { rehabspor_id: own['rehabspor_id'] ?? '' };
  return [own, ...others.map((part) => ({ ...plainCells(common, writing), ...part, ...companion }))].map((cells) => ({
    table: 'resultater',
    cells,
  }));
}

/** The parts of a measurement as results; none where no result says it. */
function resultParts({ data }: WrittenEvent, results: readonly ResultMeasure[]): readonly Cells[] {
  const measure = results.find(
    ({ kind, fixed = {} }) =>
      kind === data['kind'] && Object.entries(fixed).every(([field, value]) => data[field] === value),
  );
  return (measure?.parts ?? []).flatMap(({ types, trigger = '', field, answers }): Cells[] => {
    const value = data[field];
    const answer = Object.entries(answers ?? {}).find(([, meant]) => meant === value)?.[0];
    const text = answer ?? (typeof value === 'number' ? String(value) : undefined);
    return text === undefined ? [] : [{ triggerkode: trigger, resultattype: types[0] ?? '', resultatvaerdi: text }];
  });
}

/** The cells that a reader gets back as they are, and in columns of ours what those leave unsaid of the event. */
function withOwn(event: WrittenEvent, cells: Cells, columns: readonly FieldColumn[], writing: WritingTerms): Cells {
  const { data } = event;
  const plain = plainCells(cells, writing);
  const said = soundFieldsOf(plain, columns);
  const unsaid: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(data)) {
    if (APART.includes(field) || value === undefined || value === null) continue;
    if (!Object.hasOwn(said, field) || normalForm(said[field]) !== normalForm(value)) unsaid[field] = value;
  }
  for (const field of Object.keys(said)) if ((data[field] ?? null) === null) unsaid[field] = null;
  const version = data['version'];
  return {
    ...plain,
    rehabspor_id: ownCell(event.id),
    rehabspor_time: ownCell(event.time),
    rehabspor_receivedtime: ownCell(event.receivedtime ?? ''),
    rehabspor_version: typeof version === 'number' ? String(version) : '',
    rehabspor_record: ownCell(textIn(event, 'recordId')),
    rehabspor_status: typeof data['status'] === 'string' ? data['status'] : '',
    rehabspor_source: ownCell(event.source),
    rehabspor_cpr: ownCell(textIn(event, 'cpr')),
    rehabspor_values: Object.keys(unsaid).length === 0 ? '' : exactText(unsaid),
  };
}

function plainCells(cells: Cells, { terms }: WritingTerms): Cells {
  const { blanks } = terms.tables;
  return Object.fromEntries(
    Object.entries(cells).map(([column, text]) => [
      column,
      isPlain(text) && !blanks.includes(text.toUpperCase()) ? text : '',
    ]),
  );
}

/** Line ends would break the row, blanks around are trimmed away, half a surrogate pair has no UTF-8. */
const isPlain = (text: string): boolean => text.trim() === text && text.isWellFormed() && !/[\r\n\0]/.test(text);

const ownCell = (text: string): string => (isPlain(text) && !text.startsWith('"') ? text : JSON.stringify(text));

const unitOf = ({ source }: WrittenEvent): string => {
  const unit = identifierOf(source);
  return SOR.test(unit) ? unit : '';
};

function textIn({ data }: WrittenEvent, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value : '';
}
