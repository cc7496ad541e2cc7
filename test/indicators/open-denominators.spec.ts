import { decide, type Told } from '../support/evaluate';
import { ODENSE, generalPractice, hospital, municipality } from '../support/sectors';
import { GRY, about } from '../support/source-event';
import { INDEX_DAY } from './cases';
import { AFTER, decided, hospitalSilent, odenseSilent, shortly } from './missed-reports';

const { pci, dietScore, hads, smoking, service } = hospital();
const odense = municipality();

/** A story of each rule: what was told, and what comes of it after every window. */
const RULES: readonly (readonly [string, string, Told, string])[] = [
  // The denominator.
  [
    'diet',
    'a hospital that was silent could have told the need',
    hospitalSilent('2023-02-01', '2023-02-14'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'diet',
    'a municipality cannot tell the need',
    odenseSilent('2023-02-01', '2023-02-14'),
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'diet',
    'after 180 days the need is told no more',
    hospitalSilent('2023-07-03', '2023-08-01'),
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'diet',
    'on its last day it is',
    hospitalSilent('2023-07-02', '2023-08-01'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'diet',
    'thirteen days are no trouble',
    hospitalSilent('2023-02-01', '2023-02-13'),
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'diet',
    'a need that is there settles it, whatever was silent',
    [dietScore(80, '2023-01-18'), hospitalSilent('2023-02-01', '2023-03-01')],
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'diet',
    'open, with evidence',
    [odense.intervention('diet', '2023-03-01'), hospitalSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|out',
  ],
  [
    'retention',
    'a municipality that was silent could have told the start',
    odenseSilent('2023-02-01', '2023-02-14'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'retention',
    'open, with an end form after the silence',
    [odense.end('2023-09-01', { attendedSessions: 20, plannedSessions: 20 }), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|out',
  ],
  [
    'retention',
    'open, with an end form after the silence that misses the target',
    [odense.end('2023-09-01', { attendedSessions: 2, plannedSessions: 20 }), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open not-met|out',
  ],
  [
    'smoke-free',
    'open, with a status after the span',
    [smoking('former-smoker', '2023-09-01'), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|out',
  ],
  [
    'smoke-free',
    'open, with a status that another could follow',
    [
      smoking('former-smoker', '2023-09-01'),
      odenseSilent('2023-02-01', '2023-02-14'),
      hospitalSilent('2023-09-01', '2023-09-20'),
    ],
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'smoke-free',
    'open, without a status',
    odenseSilent('2023-02-01', '2023-02-14'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'work-capacity',
    'open, whatever the end test',
    [odense.exercise('end', 500, '2023-09-01'), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'smoking-cessation',
    'a status of general practice settles it too',
    [generalPractice().smoking('former-smoker', '2023-02-01'), hospitalSilent('2023-02-01', '2023-03-01')],
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'smoking-cessation',
    'an unknown status settles nothing',
    [smoking('unknown', '2023-01-18'), hospitalSilent('2023-02-01', '2023-03-01')],
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  // Indicator 7 stands on indicator 1.
  [
    'hads-start',
    'participation could have come',
    odenseSilent('2023-02-01', '2023-02-14'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'hads-start',
    'with a HADS',
    [hads(3, 3, '2023-02-01'), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|out',
  ],
  [
    'hads-start',
    'participation could have come after its own window',
    odenseSilent('2023-05-01', '2023-05-14'),
    'unknown SOURCE_SILENT open not-met|out',
  ],
  [
    'hads-start',
    'participation could not have come',
    odenseSilent('2023-07-03', '2023-08-01'),
    'not-applicable OUTSIDE_DENOMINATOR',
  ],
  [
    'hads-start',
    'participation is there',
    [service('BVDY04', '2023-01-18'), odenseSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT met|not-met',
  ],
];

test.each(RULES)('%s: %s', async (key, _what, told, expected) => {
  expect(shortly(await decided(key, told))).toBe(expected);
});

test('indicator 7 tells the trouble of indicator 1 where it has none of its own', async () => {
  const story = odenseSilent('2023-03-28', '2023-04-14');

  expect(await decided('hads-start', story)).toMatchObject({
    denominator: 'unknown',
    trouble: { organisation: ODENSE, days: 18 },
    possible: ['not-met', 'out'],
  });
  expect(await decided('hads-start', [service('BVDY04', '2023-01-18'), story])).not.toHaveProperty('trouble');
});

test('a settled denominator keeps its trouble, a child has none', async () => {
  const told = [dietScore(80, '2023-01-18'), hospitalSilent('2023-02-01', '2023-02-14')];
  const child = await decide('diet', [about(GRY, pci(INDEX_DAY), dietScore(60, '2023-01-18')), told.slice(1)], {
    asOf: AFTER,
  });

  expect(await decided('diet', told)).toMatchObject({ reason: 'OUTSIDE_DENOMINATOR', trouble: { days: 14 } });
  expect(child).toMatchObject({ reason: 'UNDER_18' });
  expect(child).not.toHaveProperty('trouble');
});
