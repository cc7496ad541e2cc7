import { isIn, parsePeriod, reportingDayOf, type Period } from '../../src/kernel/period';
import { evaluate } from '../support/evaluate';
import { danheart, hospital, municipality } from '../support/sectors';

const odense = municipality('0461');
const period = (name: string): Period => parsePeriod(name) as Period;

/** A patient who started on 2022-05-10 and had the last test and talk on 2022-08-01. */
const story = [
  hospital().pci('2022-05-02'),
  danheart().start('2022-05-10'),
  danheart().end('2022-08-01'),
  odense.start('2022-05-10', { plannedSessions: 20 }),
  odense.exercise('start', 400, '2022-05-10'),
  odense.exercise('end', 480, '2022-08-01'),
  odense.end('2022-08-01', { attendedSessions: 18 }),
];

test.each(['retention', 'work-capacity', 'blood-pressure'])(
  'R23: started before 2022-06-01 and ended after, %s counts in the bridging period',
  async (key) => {
    const { decision } = await evaluate(story, { asOf: '2023-06-01' });
    const decided = decision(key);
    const day = reportingDayOf(decided);

    expect(decided.outcome).toBe('met');
    expect(day).toBe('2022-08-01');
    expect(isIn(period('2022-bridging'), day)).toBe(true);
    expect(isIn(period('2021/22'), day)).toBe(false);
  },
);

test.each([
  ['2021/22', '2021-06-01', '2022-05-31'],
  ['2022-bridging', '2022-06-01', '2022-12-31'],
  ['2023', '2023-01-01', '2023-12-31'],
])('R23: the reporting period %s lasts from %s to %s', (name, from, to) => {
  expect(period(name)).toMatchObject({ from, to });
});
