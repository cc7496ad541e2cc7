import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDefinitions } from '../../../src/indicators/domain/compile';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { individualFhir } from '../../../src/reporting/adapters/fhir/measure-report';
import { reportFhir } from '../../../src/reporting/adapters/fhir/report-fhir';
import { makeReport } from '../../../src/reporting/domain/report';
import type { ShownRow } from '../../../src/disclosure/domain/shown-row';
import { casesOf, type CountedDecision } from '../../support/counted';
import { definitions, evaluate } from '../../support/evaluate';
import { r4Faults } from '../../support/fhir/r4';
import { civilRegistration, feed, hospital, ODENSE, ODENSE_HOSPITAL, PHARMACY } from '../../support/sectors';
import { EXACT } from '../../support/shown';

const { id, policy } = compileDefinitions(definitions);
const basis = { id, policy, set: definitions, organisations: loadOrganisationList(loadSchemas()), fewest: 10 };
const OURS = 'urn:rehabspor:fhir:StructureDefinition/';

interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly [value: `value${string}`]: unknown;
}
interface Group {
  readonly extension: readonly Extension[];
  readonly measureScore: { readonly value?: number; readonly extension?: readonly Extension[] };
}

/** The value of an extension, of one with parts the values by their names. */
const told = (one: Extension): unknown =>
  one.extension === undefined
    ? Object.entries(one).find(([key]) => key.startsWith('value'))?.[1]
    : Object.fromEntries(one.extension.map((part) => [part.url, told(part)]));

/** The bundle of a report on the decisions, and of one indicator the row and what is told of it. */
function summaryOf(decisions: readonly CountedDecision[], indicator = 'diet') {
  const keys = definitions.indicators.map(({ key }) => key);
  const question = { period: parsePeriod('2023') as Period, level: 'denmark' as const, asOf: '2024-12-31' };
  const report = makeReport(casesOf(decisions, keys), question, basis, EXACT);
  const bundle = reportFhir(report) as { entry: { resource: { group: Group[] } }[] };
  const at = keys.indexOf(indicator);
  const group = bundle.entry[at]?.resource.group[0] as Group;
  const said = Object.fromEntries(group.extension.map((one) => [one.url.replace(OURS, ''), told(one)]));
  return { bundle, row: report.rows[at] as ShownRow, group, said };
}

const DIET = { indicator: 'diet', day: '2023-06-30', hospital: ODENSE_HOSPITAL, municipality: ODENSE } as const;
const SILENT = { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true } as const;
const MANY: readonly CountedDecision[] = [
  ...Array.from({ length: 6 }, () => ({ ...DIET, mark: { outcome: 'met' } as const })),
  ...Array.from({ length: 3 }, () => ({ ...DIET, mark: { outcome: 'not-met' } as const })),
  { ...DIET, mark: { outcome: 'met', disturbed: true } },
  { ...DIET, mark: { ...SILENT, denominatorUnknown: true } },
  { ...DIET, mark: { outcome: 'pending', isOpen: true } },
  { ...DIET, mark: { outcome: 'met', isOpen: true } },
];

test('the score is the estimate, and everything else one must know of it stands beside it', () => {
  const { bundle, row, group, said } = summaryOf(MANY);

  expect(r4Faults(bundle)).toEqual([]);
  expect(group.measureScore).toEqual({ value: expect.closeTo((row.estimate.percent ?? NaN) / 100, 10) as number });
  expect(said).toEqual({
    'estimate-from': 'undisturbed',
    interval: row.estimate.interval,
    ...(row.fewOrganisations === true ? { 'few-organisations': true } : undefined),
    bounds: { lower: row.bounds.lower, upper: row.bounds.upper },
    share: { numerator: 7, denominator: 10, percent: 70, ...row.reported.interval },
    unknown: {
      ...{ count: 1, percent: row.unknownPercent, denominatorUnknown: 1 },
      reason: { code: 'SOURCE_SILENT', count: 1 },
    },
    'still-open': {
      ...{ metSoFar: 1, pending: 1 },
      ...{ onceClosedLower: row.onceClosed.lower, onceClosedUpper: row.onceClosed.upper },
    },
  });
  expect(row.estimate.percent).not.toBe(70);
});

test.each([
  ['where nobody was undisturbed it is not known', [{ ...DIET, mark: SILENT }], 'unknown'],
  ['where nobody is in the rate there is none', [], 'not-applicable'],
] as const)('without an estimate there is no score and a reason: %s', (_which, decisions, reason) => {
  const { bundle, group } = summaryOf(decisions);

  expect(r4Faults(bundle)).toEqual([]);
  expect(group.measureScore).toEqual({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason }],
  });
});

test('docs/numbers.md says of every extension what it holds', async () => {
  const story = [
    hospital().pci('2023-01-03'),
    civilRegistration.livesIn('0461', '2020-01-01'),
    feed(PHARMACY, 'silent', '2023-01-03'),
  ];
  const decisionsOn = async (asOf: string) => (await evaluate(story, { asOf })).decisions;
  const decisions = [...(await decisionsOn('2024-06-30')), ...(await decisionsOn('2023-02-01'))];
  const units = [{ hospital: ODENSE_HOSPITAL }];
  const individual = individualFhir({ person: 'p_1', decisions, units, asOf: '2024-06-30' }, basis);
  const text = JSON.stringify([individual, summaryOf(MANY).bundle]);
  const used = new Set([...text.matchAll(new RegExp(`${OURS}([a-z-]+)`, 'g'))].map(([, name]) => name as string));
  const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'numbers.md'), 'utf8');

  expect(used.size).toBeGreaterThan(9);
  expect([...used].filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  expect(page).toContain(`\`${OURS}\``);
});
