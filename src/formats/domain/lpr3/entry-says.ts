import type { Organisation } from '../../../kernel/organisation';
import { both } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { TABLE_ROW_WORDS } from '../../../kernel/words/lpr-f';
import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr-reports';
import { readContact } from '../lpr-f/contact';
import { readDiagnosis } from '../lpr-f/diagnosis';
import { hospitalOfUnit } from '../lpr-f/hospital-of-unit';
import type { LprFContext } from '../lpr-f/lpr-f-context';
import { readProcedure } from '../lpr-f/procedure';
import { readResult, type ResultSays } from '../lpr-f/result';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import type { RowSays } from '../register-tables/row-says';
import { REFUSED, type Link } from '../register-tables/staged-link';
import type { Cells } from '../register-tables/table-description';
import type { Lpr3Terms } from './lpr3-terms';
import type { ReportEntry } from './report-entry';

/** What an entry is read with: its report's person, and what it points at as the delivery knows it by then. */
export interface EntryContext {
  readonly terms: Lpr3Terms;
  readonly cpr: string;
  readonly source?: Organisation;
  readonly contact?: Link;
  readonly course?: Link;
}

/** What an entry comes to: registrations, what others read of it, and why parts of it are none. */
export interface EntrySays {
  readonly says: readonly RowSays[];
  readonly link: Link;
  readonly faults: readonly (RowFault | RowUnmapped)[];
}

/** What an entry says, read as the rows of LPR_F are; throws `RowFault` and `RowUnmapped` for the whole of it. */
export function entrySays(entry: ReportEntry, context: EntryContext): EntrySays {
  const { cpr, contact, course } = context;
  for (const link of [contact, course]) {
    if (link !== undefined && link.cpr !== REFUSED && link.cpr !== cpr) throw new RowFault(REASONS.otherPerson);
  }
  const rowContext = rowContextOf(context);
  const [first = {}] = entry.rows;
  const cells = { ...first, ...linkCells(entry), cpr };
  switch (entry.kind) {
    case 'course': {
      const source = hospitalOfUnit(first['sorenhed_ans'] ?? '', 'sorenhed_ans', context.terms.lprF) ?? '';
      return { says: [], link: { cpr, source: source, startedOn: '' }, faults: [] };
    }
    case 'contact': {
      const one = readContact({ ...cells, dw_ek_kontakt: entry.id }, rowContext);
      return { ...only(one), link: { cpr, source: one.source, startedOn: String(one.values['startedOn']) } };
    }
    case 'diagnosis':
      return only({ ...readDiagnosis(cells, rowContext), record: entry.id });
    case 'procedure':
      return only({ ...readProcedure(cells, rowContext), record: entry.id });
    case 'results':
      return resultsSay(entry, rowContext);
  }
}

const linkCells = ({ contact = '', course = '' }: ReportEntry): Cells => ({
  dw_ek_kontakt: contact,
  dw_ek_forloeb: course,
});

const only = (one: RowSays): EntrySays => ({
  says: [one],
  link: { cpr: one.cpr, source: one.source, startedOn: '' },
  faults: [],
});

/** A course that is not in the delivery is nevertheless one of the report's person. */
function rowContextOf({ terms, cpr, source, contact, course }: EntryContext): LprFContext {
  return {
    terms: terms.lprF,
    fields: terms.fields,
    contact: () => contact,
    course: () => course ?? { cpr, source: '', startedOn: '' },
    ...(source === undefined ? undefined : { source }),
  };
}

/** Results of one report are known by it, so that a corrected one is the same registration. */
function resultsSay(entry: ReportEntry, context: LprFContext): EntrySays {
  const { contact = '', course = '' } = entry;
  if (contact === '' && course === '') throw new RowFault(TABLE_ROW_WORDS.noLink);
  const link = contact === '' ? context.course(course) : context.contact(contact);
  const inReport: LprFContext = { ...context, contact: () => link };
  const found = new Map<string, ResultSays>();
  const faults: (RowFault | RowUnmapped)[] = [];
  for (const row of entry.rows) {
    try {
      const one = readResult({ ...row, dw_ek_kontakt: entry.id }, inReport);
      const before = found.get(one.record);
      if (before !== undefined && isContrary(before, one)) faults.push(new RowFault(TABLE_ROW_WORDS.contradicting));
      else found.set(one.record, before === undefined ? one : { ...one, values: { ...before.values, ...one.values } });
    } catch (error) {
      if (!(error instanceof RowFault || error instanceof RowUnmapped)) throw error;
      faults.push(error);
    }
  }
  const says: RowSays[] = [];
  for (const { kind, record, source, cpr, values, parts } of found.values()) {
    const missing = parts.filter((field) => !Object.hasOwn(values, field));
    if (missing.length === 0) says.push({ kind, record, source, cpr, values });
    else faults.push(new RowFault(TABLE_ROW_WORDS.incomplete({ missing: fieldsNamed(missing) })));
  }
  return { says, link: { cpr: '', source: '', startedOn: '' }, faults };
}

const isContrary = (a: ResultSays, b: ResultSays): boolean =>
  Object.entries(b.values).some(([field, value]) => Object.hasOwn(a.values, field) && a.values[field] !== value);

const fieldsNamed = (fields: readonly string[]): ReturnType<typeof listed> =>
  listed(
    fields.map((field) => both(field, field)),
    'and',
  );
