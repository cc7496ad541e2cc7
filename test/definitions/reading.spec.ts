import { faultsOfSet } from '../../src/definitions/domain/unsound-set';
import { YamlDefinitionReader } from '../../src/platform/contracts/yaml-definition-reader';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { definitions } from '../support/evaluate';
import { BUILT_IN, changedSet } from './changed-set';

const reader = new YamlDefinitionReader(loadSchemas(), faultsOfSet);

const faultsIn = (text: string) => {
  const read = reader.read(text);
  return 'faults' in read ? read.faults : [];
};
const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('the set the program comes with is read as it is decided by', () => {
  expect(reader.read(BUILT_IN)).toEqual({ set: definitions });
});

test.each([
  ['a window that is none', { 'window: 12m': 'window: a year' }, 'indicators.1.window', 'window: a year'],
  [
    'a field nobody knows',
    { 'troubleDays: 14': 'troubleDays: 14\ntroubleHours: 3' },
    'troubleHours',
    'troubleHours: 3',
  ],
  [
    'a kind of fact there is not',
    { 'fact: participation': 'fact: presence' },
    'indicators.0.evidence.of.fact',
    'fact: presence',
  ],
  ['a number where a text belongs', { "validFrom: '2023-01-01'": 'validFrom: 2023' }, 'validFrom', 'validFrom: 2023'],
  ['the same key twice', { 'key: retention': 'key: participation' }, 'indicators.1.key', 'number: 2'],
  ['the same number twice', { 'number: 2\n': 'number: 1\n' }, 'indicators.1.number', 'key: retention'],
  [
    'a default that is no option',
    { 'default: strict': 'default: severe' },
    'policies.bugOnReferral.default',
    'default: severe',
  ],
  [
    'a denominator that stands on an indicator further down',
    { 'rule: indicator-met, indicator: participation': 'rule: indicator-met, indicator: statin' },
    'indicators.6.denominator.indicator',
    'indicator: statin',
  ],
  [
    'a denominator told by a source that the indicator does not ask',
    { 'sources: [municipality] }': 'sources: [laboratory] }' },
    'indicators.1.denominator.sources.0',
    'sources: [laboratory] }',
  ],
  [
    'cut points the wrong way round',
    { 'levels: { high: 75, moderate: 60 }': 'levels: { high: 60, moderate: 75 }' },
    'indicators.0.target.levels.high',
    'high: 60',
  ],
  [
    'a measure there is not',
    { 'measure: hjertekost, sector: hospital': 'measure: diet-score, sector: hospital' },
    'indicators.3.denominator.of.measure',
    'measure: diet-score',
  ],
  [
    'a laboratory result without a measure',
    { '{ measure: ldl, sector: laboratory }': '{ fact: laboratory, sector: laboratory }' },
    'indicators.9.value.of.fact',
    'fact: laboratory, sector',
  ],
  [
    'a number the measure does not have',
    { 'field: systolic, below: 140': 'field: score, below: 140' },
    'indicators.8.value.allOf.0.field',
    'field: score, below: 140',
  ],
  [
    'a number the fact does not have',
    { 'score: { title': 'anxiety: { title' },
    'measures.hjertekost.numbers.anxiety',
    'anxiety: { title: { da: scoren',
  ],
  [
    'two measures in one rule',
    { "measure: blood-pressure, sector: general-practice, from: '2024-01-01'": 'measure: hads' },
    'indicators.8.value.of.1',
    '- { measure: hads }',
  ],
  [
    'a measure of another kind than the rule reads',
    { '{ measure: ldl, sector: laboratory }': '{ measure: hjertekost }' },
    'indicators.9.value.of',
    'of: { measure: hjertekost }',
  ],
  [
    'a measure by the name the unit stands under',
    { '  ldl:\n    fact: laboratory': '  unit:\n    fact: laboratory' },
    'measures',
    'measures:',
  ],
])('%s is told with its place', (_title, changes, path, shown) => {
  const text = changedSet(3, changes);
  const faults = faultsIn(text);

  expect(faults.map((fault) => fault.path)).toContain(path);
  const line = faults.find((fault) => fault.path === path)?.line ?? 0;
  expect(Math.abs(line - lineOf(text, shown))).toBeLessThanOrEqual(1);
});

test('several faults are told at once', () => {
  const text = changedSet(3, { 'window: 12m': 'window: a year', 'troubleDays: 14': 'troubleDays: 0' });

  expect(faultsIn(text).map(({ path }) => path)).toEqual(['troubleDays', 'indicators.1.window']);
});

test.each([
  ['an unfinished list', 'set: dhrd-2023\nindicators: [\n', 3],
  ['the same member twice', 'set: a\nset: b\n', 2],
])('%s is told with its line', (_title, text, line) => {
  expect(faultsIn(text)).toMatchObject([{ line, path: '' }]);
});

test('a text that would grow out of all bounds is refused', () => {
  const levels = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(10)}]`);

  expect(faultsIn(['a0: &a0 x', ...levels].join('\n'))).not.toEqual([]);
});

test.each([
  ['thousands of keys of one map', Array.from({ length: 8_000 }, (_, at) => `k${at}: 1`).join('\n')],
  ['the same key thousands of times', 'title: x\n'.repeat(8_000)],
])(
  '%s are looked at once each',
  (_what, text) => {
    const faults = faultsIn(text);

    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(100);
  },
  2_500,
);

test('a key that comes twice in a map is named with its line, whatever the map', () => {
  expect(faultsIn('a: 1\nb: { c: 1, d: 2, c: 3 }')).toEqual([
    { line: 2, path: '', remedy: 'is not YAML here (duplicate key)' },
  ]);
});

test('a text nested too deeply to be read is a fault', () => {
  expect(faultsIn('['.repeat(50_000))).not.toEqual([]);
  expect(faultsIn(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)).not.toEqual([]);
  expect(faultsIn(Array.from({ length: 350 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'))).not.toEqual([]);
});

test.each([
  ['window: 12m', 'window: 99999999d', 'indicators.1.window'],
  ['window: 12m', 'window: 121m', 'indicators.1.window'],
  ['troubleDays: 14', 'troubleDays: 99999999', 'troubleDays'],
  ['nextPathwayAfterDays: 365', 'nextPathwayAfterDays: 99999999', 'population.nextPathwayAfterDays'],
])('no days are reckoned with that no calendar has: %s becomes %s', (from, to, path) => {
  expect(faultsIn(changedSet(2, { [from]: to })).map((fault) => fault.path)).toContain(path);
});

test('half of a surrogate pair is refused, since no JSON can tell it to others', () => {
  const text = changedSet(3, { 'en: Participation in rehabilitation': String.raw`en: "Participation \ud83d"` });

  expect(faultsIn(text)).toMatchObject([{ path: 'indicators.0.title.en', remedy: 'holds half of a character' }]);
});

test('no fault repeats what was written', () => {
  const text = changedSet(3, { 'window: 12m': 'window: "1502779995"', 'key: diet': 'key: "0201609995"' });

  expect(JSON.stringify(faultsIn(text))).not.toMatch(/1502779995|0201609995/);
});
