import type { Told } from '../support/evaluate';
import { LAB, PHARMACY, civilRegistration, hospital, laboratory, municipality } from '../support/sectors';
import { decided, hospitalSilent, odenseSilent, shortly, silent } from './missed-reports';

const { bloodPressure, hads, smoking, exercise, service } = hospital();
const odense = municipality();

/** A story of each rule: what was told, and what comes of it after every window. */
const RULES: readonly (readonly [string, string, Told, string])[] = [
  // Evidence.
  ['participation', 'could have come', odenseSilent('2023-02-01', '2023-02-14'), 'unknown SOURCE_SILENT met|not-met'],
  ['participation', 'is there', [service('BVDY04', '2023-01-18'), odenseSilent('2023-02-01', '2023-02-14')], 'met'],
  ['participation', 'is missing', [], 'not-met NO_EVIDENCE'],
  [
    'hads-end',
    'could not have come within 60 days of the first',
    [hads(9, 3, '2023-01-18'), hospitalSilent('2023-02-01', '2023-03-18')],
    'not-met NO_EVIDENCE',
  ],
  [
    'hads-end',
    'could have come on the sixtieth day',
    [hads(9, 3, '2023-01-18'), hospitalSilent('2023-02-01', '2023-03-19')],
    'unknown SOURCE_SILENT met|not-met',
  ],
  [
    'hads-end',
    'open, and nothing could have come 60 days later',
    hospitalSilent('2023-02-01', '2023-04-01'),
    'unknown SOURCE_SILENT open not-met|out',
  ],
  [
    'hads-end',
    'open, and something could have come 60 days later',
    hospitalSilent('2023-02-01', '2023-04-02'),
    'unknown SOURCE_SILENT open met|not-met|out',
  ],
  [
    'hads-end',
    'open, with one 60 days later',
    [hads(1, 1, '2023-06-01'), hospitalSilent('2023-02-01', '2023-02-14')],
    'unknown SOURCE_SILENT open met|out',
  ],
  // Values.
  [
    'ldl',
    'another could have come on the same day',
    [laboratory.ldl(1.3, '2023-05-14'), silent(LAB, '2023-05-01', '2023-05-14')],
    'met met|not-met',
  ],
  [
    'ldl',
    'none could have come after it',
    [laboratory.ldl(1.3, '2023-05-15'), silent(LAB, '2023-05-01', '2023-05-14')],
    'met',
  ],
  [
    'ldl',
    'missed',
    [laboratory.ldl(1.5, '2023-05-14'), silent(LAB, '2023-05-01', '2023-06-14')],
    'not-met met|not-met',
  ],
  [
    'ldl',
    'none, and one could have come',
    silent(LAB, '2023-05-01', '2023-05-14'),
    'unknown SOURCE_SILENT met|not-met',
  ],
  ['ldl', 'none, and none could have come', [], 'unknown NO_VALUE met|not-met'],
  ['ldl', 'one that cannot tell', laboratory.ldl('<2.0', '2023-05-15'), 'unknown VALUE_CANNOT_TELL met|not-met'],
  [
    'blood-pressure',
    'of the hospital, after the latest',
    [bloodPressure(120, 70, '2023-05-01'), hospitalSilent('2023-11-01', '2023-11-20')],
    'met met|not-met',
  ],
  [
    'blood-pressure',
    'of a municipality nobody asks',
    [bloodPressure(120, 70, '2023-05-01'), odenseSilent('2023-11-01', '2023-11-20')],
    'met',
  ],
  [
    'smoke-free',
    'only after the first status',
    [smoking('smoker', '2023-01-18'), hospitalSilent('2023-01-03', '2023-01-18')],
    'unknown NO_VALUE met|not-met',
  ],
  [
    'smoke-free',
    'the day after the first status',
    [smoking('smoker', '2023-01-18'), hospitalSilent('2023-01-03', '2023-01-19')],
    'unknown SOURCE_SILENT met|not-met',
  ],
  [
    'work-capacity',
    'only after the start test',
    [exercise('start', 100, '2023-01-18'), hospitalSilent('2023-01-03', '2023-01-18')],
    'unknown NO_VALUE met|not-met',
  ],
  [
    'work-capacity',
    'the day after the start test',
    [exercise('start', 100, '2023-01-18'), hospitalSilent('2023-01-03', '2023-01-19')],
    'unknown SOURCE_SILENT met|not-met',
  ],
  [
    'retention',
    'planned by a start that another could follow',
    [
      odense.start('2023-02-06', { plannedSessions: 20 }),
      odense.end('2023-06-01', { attendedSessions: 20 }),
      odenseSilent('2023-02-06', '2023-02-20'),
    ],
    'met met|not-met',
  ],
  [
    'retention',
    'planned by a start that none could follow',
    [
      odense.start('2023-02-21', { plannedSessions: 20 }),
      odense.end('2023-06-01', { attendedSessions: 20 }),
      odenseSilent('2023-02-06', '2023-02-20'),
    ],
    'met',
  ],
  [
    'retention',
    'planned by the form itself',
    [
      odense.start('2023-02-06', { plannedSessions: 20 }),
      odense.end('2023-06-01', { attendedSessions: 20, plannedSessions: 20 }),
      odenseSilent('2023-02-06', '2023-02-20'),
    ],
    'met',
  ],
  [
    'retention',
    'planned by another municipality than the silent one',
    [
      municipality('0450').start('2023-02-06', { plannedSessions: 20 }),
      municipality('0450').end('2023-06-01', { attendedSessions: 20 }),
      odenseSilent('2023-02-06', '2023-02-20'),
    ],
    'met',
  ],
  // The dead.
  [
    'participation',
    'of one who died after the silence',
    [odenseSilent('2023-02-01', '2023-02-14'), civilRegistration.status('dead', '2023-03-01')],
    'excluded DIED_IN_WINDOW met|out',
  ],
  [
    'participation',
    'of one who died on the first missed day',
    [odenseSilent('2023-02-01', '2023-02-14'), civilRegistration.status('dead', '2023-02-01')],
    'excluded DIED_IN_WINDOW met|out',
  ],
  [
    'participation',
    'of one who died before the silence',
    [odenseSilent('2023-02-02', '2023-02-15'), civilRegistration.status('dead', '2023-02-01')],
    'excluded DIED_IN_WINDOW',
  ],
  [
    'participation',
    'of one who emigrated before the silence',
    [odenseSilent('2023-02-02', '2023-02-15'), civilRegistration.status('emigrated', '2023-02-01')],
    'excluded EMIGRATED_IN_WINDOW met|out',
  ],
  [
    'diet',
    'of one who died, the need unknown',
    [hospitalSilent('2023-02-02', '2023-02-15'), civilRegistration.status('dead', '2023-03-01')],
    'excluded DIED_IN_WINDOW open met|out',
  ],
  [
    'ldl',
    'of one who died',
    [silent(LAB, '2023-02-02', '2023-02-15'), civilRegistration.status('dead', '2023-03-01')],
    'excluded DIED_IN_WINDOW',
  ],
];

test.each(RULES)('%s: %s', async (key, _what, told, expected) => {
  expect(shortly(await decided(key, told))).toBe(expected);
});

describe('while the window is open', () => {
  it('nothing is said of what else it could be, even where the denominator is open', async () => {
    const decision = await decided('diet', hospitalSilent('2023-02-01', '2023-02-14'), '2023-06-01');

    expect(shortly(decision)).toBe('pending open');
    expect(decision.trouble).toMatchObject({ days: 14 });
  });

  it('evidence stands and the denominator is open: it is unknown already', async () => {
    const told = [odense.intervention('diet', '2023-03-01'), hospitalSilent('2023-02-01', '2023-02-14')];

    expect(shortly(await decided('diet', told, '2023-06-01'))).toBe('unknown SOURCE_SILENT open met|out');
  });

  it('a value so far is told only of who belongs', async () => {
    const told = [odense.end('2023-03-01', { attendedSessions: 20, plannedSessions: 20 })];
    const open = [...told, odenseSilent('2023-02-01', '2023-02-14')];
    const within = [...open, odense.start('2023-01-20')];

    expect(await decided('retention', open, '2023-06-01')).toMatchObject({ outcome: 'pending', decisive: [] });
    expect(await decided('retention', open, '2023-06-01')).not.toHaveProperty('provisional');
    expect(await decided('retention', within, '2023-06-01')).toMatchObject({ outcome: 'pending', provisional: 'met' });
  });

  it('whoever died early can be told as one that could have met it', async () => {
    const told = [silent(PHARMACY, '2023-01-03', '2023-01-20'), civilRegistration.status('dead', '2023-01-20')];

    expect(shortly(await decided('statin', told, '2023-01-20'))).toBe('excluded DIED_IN_WINDOW met|out');
  });
});
