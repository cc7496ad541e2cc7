import type { Decision } from '../../src/kernel/decision';
import { decide, evaluate, type Told } from '../support/evaluate';
import {
  LAB,
  ODENSE,
  civilRegistration,
  feed,
  generalPractice,
  hospital,
  laboratory,
  municipality,
  patient,
  pharmacy,
} from '../support/sectors';
import { ANNA, GRY, about } from '../support/source-event';
import { CASES, INDEX_DAY, begun } from './cases';

const { pci, bloodPressure, contact, diagnosis } = hospital();
const asOf = '2024-01-04';

/** The beginning of an explanation for each outcome. */
const OPENINGS: Readonly<Record<Decision['outcome'], { da: RegExp; en: RegExp }>> = {
  met: { da: /^Opfyldt: /, en: /^Met: / },
  'not-met': { da: /^Ikke opfyldt: /, en: /^Not met: / },
  pending: { da: /^Afventer: /, en: /^Pending: / },
  excluded: { da: /^Ekskluderet: /, en: /^Excluded: / },
  'not-applicable': { da: /^Ikke relevant: /, en: /^Not applicable: / },
  unknown: { da: /^Uoplyst: /, en: /^Unknown: / },
};

/** A latest fact that gives no value, where there is such a thing. */
function cannotTell(key: string): Told {
  if (key === 'ldl') return laboratory.ldl('<2.0', '2023-05-01');
  return key === 'retention' ? municipality().end('2023-05-01') : [];
}

/** Stories that between them bring every indicator to every outcome it can have. */
const STORIES: readonly (readonly [string, (of: (typeof CASES)[number]) => Told, string])[] = [
  ['nothing more', begun, asOf],
  ['still open', begun, '2023-03-01'],
  ['fulfilled', (of) => [begun(of), of.fulfils('2023-03-20')], asOf],
  ['so far fulfilled', (of) => [begun(of), of.fulfils('2023-03-20')], '2023-03-25'],
  ['missed', (of) => [begun(of), of.misses?.('2023-03-20') ?? []], asOf],
  ['dead', (of) => [begun(of), civilRegistration.status('dead', '2023-03-01')], asOf],
  ['emigrated', (of) => [begun(of), civilRegistration.status('emigrated', '2023-03-01')], asOf],
  [
    'in trouble',
    (of) => [
      begun(of),
      civilRegistration.livesIn('0461'),
      of.sources.map((source) => feed(source, 'silent', INDEX_DAY)),
    ],
    asOf,
  ],
  [
    'not connected',
    (of) => [
      pci(INDEX_DAY),
      civilRegistration.livesIn('0461'),
      of.sources.map((source) => feed(source, 'not-connected', INDEX_DAY)),
    ],
    asOf,
  ],
  ['unable to tell', (of) => [begun(of), cannotTell(of.key)], asOf],
  ['unable to tell so far', (of) => [begun(of), cannotTell(of.key)], '2023-06-01'],
  ['too young', () => about(GRY, pci(INDEX_DAY)), asOf],
  ['not asked', () => pci(INDEX_DAY), asOf],
];

test.each(STORIES)('every indicator is explained in both languages: %s', async (_what, story, day) => {
  for (const of of CASES) {
    const { outcome, explanation } = await decide(of.key, story(of), { asOf: day });

    expect(explanation.da).toMatch(OPENINGS[outcome].da);
    expect(explanation.en).toMatch(OPENINGS[outcome].en);
    for (const text of [explanation.da, explanation.en]) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\.\./);
      expect(text).not.toContain(ANNA);
    }
  }
});

test('the stories bring out every outcome and reason', async () => {
  const seen = new Set<string>();
  for (const [, story, day] of STORIES) {
    for (const of of CASES) {
      const { outcome, reason } = await decide(of.key, story(of), { asOf: day });
      seen.add(reason === undefined ? outcome : `${outcome} ${reason}`);
    }
  }

  expect([...seen].sort()).toEqual([
    'excluded DIED_IN_WINDOW',
    'excluded EMIGRATED_IN_WINDOW',
    'met',
    'not-applicable OUTSIDE_DENOMINATOR',
    'not-applicable UNDER_18',
    'not-met',
    'not-met NO_EVIDENCE',
    'pending',
    'unknown NO_VALUE',
    'unknown SOURCE_NOT_CONNECTED',
    'unknown SOURCE_SILENT',
    'unknown VALUE_CANNOT_TELL',
  ]);
});

test('the date of every value stands beside it, numbers as each language writes them', async () => {
  const { explanation } = await decide('ldl', [pci(INDEX_DAY), laboratory.ldl(1.3, '2023-11-30')], { asOf });

  expect(explanation.da).toContain('1,3 mmol/L');
  expect(explanation.da).toContain('30. november 2023');
  expect(explanation.da).toContain('34 dage før');
  expect(explanation.en).toContain('1.3 mmol/L');
  expect(explanation.en).toContain('30 November 2023');
});

test.each([
  [1, 'Met: dispensing of an antithrombotic on 3 January 2023 in the prescription register.'],
  [
    2,
    'Met: dispensing of an antithrombotic on 3 January 2023 in the prescription register; 1 other record would have met it too.',
  ],
  [
    3,
    'Met: dispensing of an antithrombotic on 3 January 2023 in the prescription register; 2 other records would have met it too.',
  ],
])('evidence is told with its day and place and how many records would have met it too: %s', async (count, text) => {
  const dispensings = Array.from({ length: count }, (_, at) => pharmacy.dispensing('B01AC06', `2023-01-0${3 + at}`));
  const { explanation } = await decide('antithrombotic', [pci(INDEX_DAY), dispensings], { asOf });

  expect(explanation.en).toBe(text);
});

test('a finding is noted once, however many services it is about', async () => {
  const { procedure } = hospital();
  const talks = ['2023-02-01', '2023-03-01'].map((on) => procedure('BVDY04', on));
  const { explanation, findings } = await decide('participation', [pci(INDEX_DAY), talks], { asOf });

  expect(findings).toHaveLength(2);
  expect(explanation.en.match(/waits for a diagnosis/g)).toHaveLength(1);
  expect(explanation.da.match(/afventer en diagnose/g)).toHaveLength(1);
});

test('a source in trouble is named with the days it is missing', async () => {
  const story = [pci(INDEX_DAY), feed(LAB, 'silent', '2023-03-01', '2023-03-20'), laboratory.ldl(1.3, '2023-11-30')];
  const { explanation } = await decide('ldl', story, { asOf });

  expect(explanation.da).toContain('Laboratoriedatabasen');
  expect(explanation.da).toContain('20 dage');
  expect(explanation.en).toContain('20 days');
});

test('facts an indicator does not ask about never change its words', async () => {
  const base = [pci(INDEX_DAY), bloodPressure(128, 78, '2023-04-03', { id: 'cited' })];
  const unrelated = [
    laboratory.ldl(1.3, '2023-02-01'),
    pharmacy.dispensing('B01AC06', '2023-02-02'),
    municipality().bloodPressure(180, 99, '2023-05-01'),
    generalPractice().bloodPressure(180, 99, '2023-05-01'),
    patient.questionnaire('EQ-5D', '2023-02-01', { index: 0.7 }),
    contact('K-2', '2023-02-01'),
    diagnosis('DE119', '2023-02-01'),
    civilRegistration.livesIn('0461'),
    feed(ODENSE, 'silent', '2023-01-01'),
    feed(LAB, 'silent', '2023-01-01'),
  ];
  const alone = await decide('blood-pressure', base, { asOf });
  const { decision } = await evaluate([base, unrelated], { asOf });

  expect(JSON.stringify(decision('blood-pressure'))).toBe(JSON.stringify(alone));
});

describe('what it could still be is said', () => {
  const { dietScore } = hospital();
  const odense = municipality();
  const home = civilRegistration.livesIn('0461');
  const silentHospital = feed('hospital:330901000016003', 'silent', '2023-02-01', '2023-02-20');

  it.each<[string, string, Told, string, string]>([
    [
      'a value that a later one could replace',
      'ldl',
      [laboratory.ldl(1.3, '2023-05-01'), feed(LAB, 'silent', '2023-06-01', '2023-06-20')],
      'En senere indberetning kan mangle, så udfaldet kunne være et andet.',
      'A later report may be missing, so the outcome could be another.',
    ],
    [
      'a denominator that is open, with evidence',
      'diet',
      [home, silentHospital, odense.intervention('diet', '2023-03-01')],
      'Gør patienten det, er indikatoren opfyldt.',
      'If so, the indicator is met.',
    ],
    [
      'a denominator that is open, without evidence',
      'diet',
      [home, silentHospital],
      'Gør patienten det, kan indikatoren være opfyldt eller ej.',
      'If so, the indicator may be met or not met.',
    ],
    [
      'a denominator that is open, and nothing that could have come',
      'hads-end',
      [home, feed(ODENSE, 'silent', '2023-03-01', '2023-03-20')],
      'Gør patienten det, er indikatoren ikke opfyldt.',
      'If so, the indicator is not met.',
    ],
    [
      'one who died where the source was silent',
      'diet',
      [dietScore(60, '2023-01-18'), silentHospital, civilRegistration.status('dead', '2023-06-01')],
      'Det kan være sket uden at være indberettet; så ville indikatoren være opfyldt.',
      'It may have happened without being reported; the indicator would then be met.',
    ],
    [
      'a silence in which it could not have counted',
      'hads-end',
      [hospital().hads(9, 3, '2023-01-18'), silentHospital],
      'og det kunne ikke have talt på de dage, der mangler.',
      'and on the days that are missing it could not have counted.',
    ],
    [
      'a latest value that cannot tell',
      'ldl',
      [laboratory.ldl(1.3, '2023-05-01'), laboratory.ldl('<2.0', '2023-11-30')],
      'Uoplyst: seneste LDL-kolesterol, 30. november 2023 i Laboratoriedatabasen, giver ingen værdi, og en ældre taler ikke for den.',
      'Unknown: the latest LDL cholesterol, on 30 November 2023 in the laboratory database, gives no value, and an older one does not speak for it.',
    ],
  ])('%s', async (_what, key, told, da, en) => {
    const { explanation } = await decide(key, [pci(INDEX_DAY), told], { asOf });

    expect(explanation.da).toContain(da);
    expect(explanation.en).toContain(en);
  });

  it('and never that the sources reported, where one may never have sent anything', async () => {
    for (const of of CASES) {
      const { explanation } = await decide(of.key, begun(of), { asOf });

      expect(explanation.da).not.toMatch(/kilderne har indberettet/);
      expect(explanation.en).not.toMatch(/the sources did report/);
    }
  });
});
