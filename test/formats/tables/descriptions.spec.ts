import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { tableFormOf } from '../../../src/formats/adapters/tables/table-formats';
import { TABLE_FORMATS } from '../../../src/formats/domain/tables/table-format-names';
import { plainHeading, type TableDescription } from '../../../src/formats/domain/tables/table-description';
import { hadsScoring } from '../../../src/formats/adapters/hads-scoring';
import { EVENT_FIELDS } from '../../../src/kernel/event-data';
import { schemeOfKind } from '../../../src/kernel/event-kinds';
import { schemeOf } from '../../../src/kernel/organisation';
import { eventFieldsOf } from '../../../src/platform/contracts/event-fields';

const FORMATS = join(__dirname, '..', '..', '..', 'contracts', 'formats');
const contract = (...path: readonly string[]): unknown => parse(readFileSync(join(FORMATS, ...path), 'utf8'));
interface Described extends TableDescription {
  readonly provenance: string;
  readonly notTaken: readonly { readonly names: readonly string[]; readonly why: string }[];
}
const DESCRIBED = TABLE_FORMATS.filter((name) => name !== 'municipal').map(
  (name) => [name, contract(name, `${name}.yaml`) as Described] as const,
);

test.each(DESCRIBED)('%s: every field of its kind has a column, and every column is a field', (name, description) => {
  const { own, choice, values = {}, nested = {} } = EVENT_FIELDS[description.kind];
  const flat = [...own, ...Object.values(values).flat()].flatMap((field) =>
    (nested[field] ?? ['']).map((of) => (of === '' ? field : `${field}.${of}`)),
  );
  const fields = new Set(description.columns.flatMap(({ field, and }) => (and === undefined ? [field] : [field, and])));
  expect([...fields].filter((field) => !field.startsWith('#') && field !== 'cpr').sort()).toEqual(
    [...new Set(flat)].sort(),
  );
  expect(description.choice).toBe(choice);
  expect([description.format, description.provenance.length > 20]).toEqual([name, true]);
});

test.each(DESCRIBED)(
  '%s: its choices are the contract’s, and what must be there is mandatory',
  (_name, description) => {
    for (const { name, options, isMandatory, ofKind } of eventFieldsOf(description.kind)) {
      const columns = description.columns.filter(
        ({ field, when }) =>
          (field === name || field.startsWith(`${name}.`)) && (ofKind === undefined || when?.includes(ofKind)),
      );
      if (isMandatory) expect(columns.some(({ mandatory }) => mandatory === true)).toBe(true);
      for (const column of columns) {
        if (column.type !== 'choice') continue;
        expect(column.options).toEqual(options);
        const said = Object.values(column.values ?? {}).filter((value) => value !== null);
        expect(said.filter((value) => !column.options?.includes(value))).toEqual([]);
        expect(Object.keys(column.values ?? {}).filter((code) => code !== code.toLowerCase())).toEqual([]);
      }
    }
  },
);

test.each(DESCRIBED)('%s: no heading means two things in one row', (_name, { columns, source, records, notTaken }) => {
  const taken = columns.flatMap(({ names, field, when = ['every'], type }) =>
    when.flatMap((one) =>
      names.map((name) => `${one} ${plainHeading(name)} ${type === 'pressure' ? 'pressure' : field}`),
    ),
  );
  const meanings = new Map<string, Set<string>>();
  for (const one of taken) {
    const [when = '', name = '', field = ''] = one.split(' ');
    if (field === '#time') continue; // The time of day may stand in the column of the day.
    meanings.set(`${when} ${name}`, (meanings.get(`${when} ${name}`) ?? new Set()).add(field));
  }
  expect([...meanings].filter(([, fields]) => fields.size > 1)).toEqual([]);
  const own = records.flatMap((rule) => ('own' in rule ? rule.own : []));
  const others = [...('names' in source ? source.names : []), ...own, ...notTaken.flatMap(({ names }) => names)].map(
    plainHeading,
  );
  const headings = new Set(taken.map((one) => one.split(' ')[1]));
  expect(others.filter((name) => headings.has(name))).toEqual([]);
});

test.each(DESCRIBED)(
  '%s: who reports is of the kind’s scheme, and every registration has a name',
  (_name, { source, kind, records, columns }) => {
    expect('is' in source ? schemeOf(source.is) : source.scheme).toBe(schemeOfKind(kind));
    const fields = new Set(columns.map(({ field }) => field));
    const parts = records.flatMap((rule) => ('of' in rule ? [...rule.of, ...(rule.and ?? [])] : []));
    expect(parts.filter((part) => !fields.has(part))).toEqual([]);
    const last = records.at(-1);
    const mandatory = new Set(columns.filter((one) => one.mandatory).map(({ field }) => field));
    expect(last !== undefined && 'of' in last && last.of.every((part) => mandatory.has(part))).toBe(true);
  },
);

test.each(TABLE_FORMATS)('%s: its page says what every heading is that is written out', (name) => {
  const page = readFileSync(join(FORMATS, '..', '..', 'docs', 'formats', `${name}.md`), 'utf8');
  const headings = tableFormOf(name).headings;
  expect(headings.filter((heading) => !page.includes(`\`${heading}\``))).toEqual([]);
});

test.each(DESCRIBED)('%s: its page says what is not taken', (name, { notTaken, provenance }) => {
  const page = readFileSync(join(FORMATS, '..', '..', 'docs', 'formats', `${name}.md`), 'utf8');
  expect(notTaken.flatMap(({ names }) => names).filter((heading) => !page.includes(`\`${heading}\``))).toEqual([]);
  if (/working definition/.test(provenance)) expect(page).toContain('[W]');
});

test('HADS has seven items of each subscale, in turn', () => {
  const { items } = hadsScoring();
  expect(items.map(({ item }) => item)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
  expect(items.every(({ item, scale }) => scale === (item % 2 === 1 ? 'anxiety' : 'depression'))).toBe(true);
});
