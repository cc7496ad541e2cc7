import { compileDefinitions } from '../../src/indicators/domain/compile';
import { digestOf } from '../../src/counting/domain/sealed';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { makeReport, type Report } from '../../src/reporting/domain/report';
import { FORMATS, writeReport, type Format } from '../../src/reporting/adapters/report-format';
import { LEVELS, type Level } from '../../src/kernel/unit';
import { casesOf, type CountedDecision } from '../support/counted';
import { unforeseenSet } from '../indicators/unforeseen';
import { groundFor } from '../metadata/ground';
import { definitions } from '../support/evaluate';
import { EXACT } from '../support/shown';

const compiled = compileDefinitions(definitions);
const basis = {
  id: compiled.id,
  set: definitions,
  policy: compiled.policy,
  organisations: loadOrganisationList(loadSchemas()),
  fewest: 10,
};
const met: CountedDecision = {
  indicator: 'diet',
  day: '2023-06-30',
  hospital: 'hospital:330011000016003',
  mark: { outcome: 'met', sector: 'municipality' },
};
const report = (decisions: readonly CountedDecision[] = [met]): Report =>
  makeReport(
    casesOf(decisions),
    { period: parsePeriod('2023') as Period, level: 'denmark', asOf: '2024-12-31' },
    basis,
    EXACT,
  );

const written = (made: Report, format: Format, language: 'da' | 'en'): string =>
  writeReport(made, format, language, basis.organisations);

/** Thousands at a few hospitals, with trouble, of every kind. */
function manyAt(level: Level): Report {
  const hospitals = [...basis.organisations.hospitals.keys()].slice(0, 3);
  const marks: readonly CountedDecision['mark'][] = [
    met.mark,
    { outcome: 'met', sector: 'hospital', disturbed: true },
    { outcome: 'not-met', reason: 'NO_EVIDENCE' },
    { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true },
    { outcome: 'met', isOpen: true },
    { outcome: 'pending', isOpen: true },
  ];
  const decisions = Array.from({ length: 9000 }, (_, at) => ({
    ...met,
    indicator: at % 2 === 0 ? 'diet' : 'retention',
    hospital: `hospital:${hospitals[at % 3]}` as const,
    municipality: 'municipality:0461' as const,
    mark: marks[at % 11 > 5 ? 0 : at % 11] ?? met.mark,
  }));
  const question = { period: parsePeriod('2023') as Period, level, asOf: '2024-12-31' };
  return makeReport(
    casesOf(
      decisions,
      definitions.indicators.map(({ key }) => key),
    ),
    question,
    basis,
    EXACT,
  );
}

test('a report says what it was counted under', () => {
  expect(report()).toMatchObject({
    definition: 'dhrd-2023/2',
    provenance: 'working',
    label: 'arbejdsdefinition',
    policy: { bugOnReferral: 'strict' },
    asOf: '2024-12-31',
    period: { name: '2023' },
    level: 'denmark',
  });
  expect(report().rows.map(({ number }) => number)).toEqual(definitions.indicators.map(({ number }) => number));
});

test('an empty period is a table of zeros that says so', () => {
  const lines = written(report([]), 'table', 'en').split('\n');

  expect(lines[2]).toContain('Empty period');
  expect(lines.filter((line) => /^\d+ .* – +– +– +– +0 +0$/.test(line))).toHaveLength(definitions.indicators.length);
  expect(written(report(), 'table', 'en')).not.toContain('Empty period');
});

test('the digest is over everything else and changes with it', () => {
  const { digest, ...content } = report();

  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(digestOf(JSON.parse(JSON.stringify(content)) as typeof content)).toBe(digest);
  expect(report([met, met]).digest).not.toBe(digest);
});

test.each(FORMATS)('the same decisions in another order give the same bytes as %s', (format) => {
  const other: CountedDecision = { ...met, indicator: 'statin', mark: { ...met.mark, sector: 'pharmacy' } };

  expect(written(report([met, other, met]), format, 'en')).toBe(written(report([other, met, met]), format, 'en'));
});

test('the table is aligned and names sectors and the label in words', () => {
  const lines = written(report(), 'table', 'en').split('\n');
  const diet = lines.find((line) => line.startsWith('4 Diet')) ?? '';

  expect(lines.slice(0, 2).join('\n')).toContain('arbejdsdefinition');
  expect(diet).toMatch(/^4 Diet(?: treatment)? +100\.0 % +2\.5–100\.0 +100\.0–100\.0 +100\.0 % +0 +0 +municipality$/);
  expect(lines.find((line) => line.startsWith('Indicator '))?.indexOf('Decided by')).toBe(diet.indexOf('municipality'));
});

test('the table speaks Danish when asked to', () => {
  expect(written(report(), 'table', 'da')).toMatch(/4 Diætbehandling +100,0 % +2,5–100,0 +100,0–100,0 .*kommune/);
});

test.each(LEVELS)(
  'the table by %s fits a terminal of 100 columns in both languages, however large its numbers',
  (level) => {
    const many = manyAt(level);

    for (const language of ['da', 'en'] as const) {
      const lines = written(many, 'table', language).split('\n');
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
    }
  },
);

test('where a source was in trouble for everyone the table says in words that there is no estimate', () => {
  const silent = { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true } as const;
  const made = report([{ ...met, mark: silent }]);

  expect(written(made, 'table', 'en')).toMatch(/^4 Diet(?: treatment)? +none +– +0\.0–100\.0 +– +1 \(100\.0 %\) +0$/m);
  expect(written(made, 'table', 'da')).toContain('intet skøn');
});

test('the CSV has a cell for every heading', () => {
  const [header = '', ...rows] = written(report(), 'csv', 'en').trimEnd().split('\r\n');
  const columns = header.split(',');

  expect(rows).toHaveLength(definitions.indicators.length);
  expect(rows.map((row) => row.split(',').length)).toEqual(rows.map(() => columns.length));
  expect(rows[3]?.split(',')[columns.indexOf('numerator_municipality')]).toBe('1');
});

test('the JSON is the report', () => {
  expect(JSON.parse(written(report(), 'json', 'en'))).toEqual(report());
});

test('the FHIR bundle holds a summary MeasureReport for each indicator and unit', () => {
  const bundle = JSON.parse(written(report(), 'fhir', 'en')) as {
    resourceType: string;
    identifier: { value: string };
    entry: { fullUrl: string; resource: { resourceType: string; group: object[] } }[];
  };

  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection', identifier: { value: report().digest } });
  expect(new Set(bundle.entry.map(({ fullUrl }) => fullUrl)).size).toBe(definitions.indicators.length);
  expect(bundle.entry[3]?.resource).toMatchObject({
    resourceType: 'MeasureReport',
    status: 'complete',
    type: 'summary',
    measure: 'urn:rehabspor:measure:dhrd-2023:diet|2',
    period: { start: '2023-01-01', end: '2023-12-31' },
    group: [
      {
        population: [
          { code: { coding: [{ code: 'initial-population' }] }, count: 1 },
          { code: { coding: [{ code: 'denominator' }] }, count: 1 },
          { code: { coding: [{ code: 'denominator-exclusion' }] }, count: 0 },
          { code: { coding: [{ code: 'numerator' }] }, count: 1 },
        ],
        measureScore: { value: 1 },
      },
    ],
  });
  expect(bundle.entry[0]?.resource.group[0]).toHaveProperty('measureScore', {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'not-applicable' }],
  });
});

test('indicators nobody foresaw stand in the table and the CSV by their own titles', () => {
  const other = groundFor(unforeseenSet());
  const question = { period: parsePeriod('2023') as Period, level: 'denmark' as const, asOf: '2024-12-31' };
  const mark = { outcome: 'met', sector: 'laboratory' } as const;
  const made = makeReport(casesOf([met, { ...met, indicator: 'hba1c', mark }]), question, other, EXACT);

  expect(written(made, 'table', 'da')).toMatch(/13 +100,0 % .*laboratorium$/m);
  expect(written(made, 'table', 'en')).toMatch(/^14 Without/m);
  expect(written(made, 'csv', 'en')).toContain(',15,systolic,denmark,');
});
