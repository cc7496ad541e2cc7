import { EXACT } from '../support/shown';
import type { Period } from '../../src/kernel/period';
import { openLoops, type LoopQuestion } from '../../src/transitions/domain/open-loops';
import { HANDOVER_STATES } from '../../src/transitions/domain/handover-state';
import type { TransitionCounts } from '../../src/transitions/domain/tally';
import { countTransitions, type TransitionTables } from '../../src/transitions/domain/transitions';
import type { Told } from '../support/evaluate';
import {
  ODENSE,
  ODENSE_HOSPITAL,
  OTHER_HOSPITAL,
  civilRegistration,
  feed,
  hospital,
  municipality,
} from '../support/sectors';
import { about, ANNA, BO, CARLA, DAVID, ELSE, FINN } from '../support/source-event';
import { groundOn, travelledIn } from './pathway-with-journey';

const NYBORG = 'municipality:0450';
const { pci, referral, service } = hospital();
const odense = municipality();
const nyborg = municipality('0450');
const YEAR: Period = { name: '2023', from: '2023-01-01', to: '2023-12-31' };
/** Index day 2023-01-03; a start counts until 2023-07-02. */
const referred = (on = '2023-01-10', to = ODENSE) => [pci('2023-01-03'), referral(to, ['training'], on)];

async function transitions(told: Told, asOf: string, period = YEAR): Promise<TransitionTables> {
  return countTransitions(await travelledIn(told), period, await groundOn(asOf, told), EXACT);
}
const totalOf = async (told: Told, asOf: string): Promise<TransitionCounts> => (await transitions(told, asOf)).total;

/** The standings that are not zero. */
const standings = (counts: TransitionCounts) =>
  Object.fromEntries(HANDOVER_STATES.filter((name) => counts[name] > 0).map((name) => [name, counts[name]]));

describe('a referral', () => {
  it('that the municipality follows up is started, with the days it took', async () => {
    const total = await totalOf([referred(), odense.start('2023-01-31')], '2023-06-30');

    expect(total).toMatchObject({ referred: 1, started: 1, startedThere: 1, startedInAnother: 0 });
    expect(total.daysToStart).toMatchObject({ n: 1, median: 21 });
    expect(total.endings).toMatchObject({ ongoing: 1 });
  });

  it.each([
    ['2023-01-09', {}],
    ['2023-01-10', { open: 1 }],
    ['2023-01-30', { open: 1 }],
    ['2023-01-31', { started: 1 }],
  ])('looked at on %s stands as it stood that day', async (asOf, expected) => {
    expect(standings(await totalOf([referred(), odense.start('2023-01-31')], asOf))).toEqual(expected);
  });

  it('that nobody follows up is open while a start would still count, and lost afterwards', async () => {
    expect(standings(await totalOf(referred(), '2023-07-02'))).toEqual({ open: 1 });
    expect(standings(await totalOf(referred(), '2023-07-03'))).toEqual({ lost: 1 });
  });

  it('is not closed by a start in the next pathway', async () => {
    const told = [referred(), pci('2024-03-01'), odense.start('2024-03-20')];

    expect(standings(await totalOf(told, '2024-06-30'))).toEqual({ lost: 1 });
  });

  it('that another municipality follows up is followed elsewhere, and not lost', async () => {
    const total = await totalOf([referred(), nyborg.start('2023-02-01')], '2023-12-31');

    expect(total).toMatchObject({ started: 1, startedThere: 0, startedInAnother: 1, lost: 0 });
  });

  it('is taken up where it was sent, also when another municipality began earlier', async () => {
    const told = [referred(), nyborg.start('2023-02-01'), odense.start('2023-03-01', { courseId: 'f-2' })];
    const total = await totalOf(told, '2023-12-31');

    expect(total).toMatchObject({ startedThere: 1, startedInAnother: 0 });
    expect(total.daysToStart.median).toBe(50);
  });

  it('that an intervention without a start follows up is no open loop (R14b)', async () => {
    const told = [referred(), odense.intervention('smoking-cessation', '2023-02-10')];

    expect(await totalOf(told, '2023-12-31')).toMatchObject({ started: 1, startedThere: 1 });
  });

  it('sent while the patient is there already is no open loop and takes no time', async () => {
    const total = await totalOf([referred('2023-02-10'), odense.start('2023-01-31')], '2023-12-31');

    expect(total).toMatchObject({ started: 1, startedThere: 1 });
    expect(total.daysToStart).toMatchObject({ n: 1, median: 0 });
  });

  it('sent after a course there had ended waits for another', async () => {
    const told = [odense.start('2023-01-15'), odense.end('2023-01-31'), referred('2023-02-10')];

    expect(standings(await totalOf(told, '2023-03-01'))).toEqual({ open: 1 });
  });

  it('of a patient whom the hospital knows to be treated by another is not lost', async () => {
    const told = [referred(), service('BUG1', '2023-02-10', { performedBy: 'private:klinik' })];

    expect(standings(await totalOf(told, '2023-12-31'))).toEqual({ elsewhere: 1 });
  });

  it('of a patient who died within the window is excluded; after it, it was lost before', async () => {
    const dead = (on: string) => [referred(), civilRegistration.status('dead', on)];

    expect(standings(await totalOf(dead('2023-07-02'), '2024-06-30'))).toEqual({ excluded: 1 });
    expect(standings(await totalOf(dead('2023-07-03'), '2024-06-30'))).toEqual({ lost: 1 });
    expect(standings(await totalOf(dead('2023-05-01'), '2023-04-30'))).toEqual({ open: 1 });
  });

  it('repeated to the same municipality is counted once, from the first', async () => {
    const told = [referred(), referral(ODENSE, ['diet'], '2023-02-10'), odense.start('2023-02-20')];
    const total = await totalOf(told, '2023-12-31');

    expect(total.referred).toBe(1);
    expect(total.daysToStart.median).toBe(41);
  });

  it('belongs to the period of its day, whatever the index day', async () => {
    const told = [pci('2022-12-20'), referral(ODENSE, [], '2023-01-02')];

    expect((await totalOf(told, '2023-06-30')).referred).toBe(1);
  });

  it('to somebody who is no municipality is told apart', async () => {
    const told = [pci('2023-01-03'), referral('private:klinik', ['training'], '2023-01-10')];

    expect(await transitions(told, '2023-12-31')).toMatchObject({ total: { referred: 0 }, referredToOthers: 1 });
  });
});

describe('a silent municipality', () => {
  const long = '2023-12-31';

  it.each([
    ['not-connected', 'SOURCE_NOT_CONNECTED'],
    ['silent', 'SOURCE_SILENT'],
  ] as const)('that is %s leaves it unknown, never lost', async (state, reason) => {
    const total = await totalOf([referred(), feed(ODENSE, state, '2023-03-01', '2023-03-14')], long);

    expect(standings(total)).toEqual({ unknown: 1 });
    expect(total.unknownReasons[reason]).toBe(1);
  });

  it('of 13 days is not silent enough to hide a start', async () => {
    expect(standings(await totalOf([referred(), feed(ODENSE, 'silent', '2023-03-01', '2023-03-13')], long))).toEqual({
      lost: 1,
    });
  });

  it('is unknown from the first day when it has been silent ever since the referral', async () => {
    expect(standings(await totalOf([referred(), feed(ODENSE, 'silent', '2023-01-01')], '2023-01-12'))).toEqual({
      unknown: 1,
    });
  });

  it('after the window hides nothing', async () => {
    expect(standings(await totalOf([referred(), feed(ODENSE, 'silent', '2023-07-03')], long))).toEqual({ lost: 1 });
  });

  it('in which the patient lives hides a start there', async () => {
    const told = [referred(), civilRegistration.livesIn('0450'), feed(NYBORG, 'not-connected', '2023-01-01')];

    expect(standings(await totalOf(told, long))).toEqual({ unknown: 1 });
  });

  it('does not undo a start that did come through', async () => {
    const told = [referred(), odense.start('2023-02-01'), feed(ODENSE, 'silent', '2023-02-02')];

    expect(standings(await totalOf(told, long))).toEqual({ started: 1 });
  });
});

describe('how courses end', () => {
  const ended = (outcome: string, extra: object = {}) => [
    referred(),
    odense.start('2023-02-01'),
    odense.end('2023-04-01', { outcome, ...extra }),
  ];

  it.each(['completed', 'stopped', 'transferred', 'died'])('%s is counted with its days', async (outcome) => {
    const total = await totalOf(ended(outcome), '2023-12-31');

    expect(total.endings).toMatchObject({ [outcome]: 1, ongoing: 0 });
    expect(total.daysToEnd).toMatchObject({ n: 1, median: 59 });
  });

  it('a course without an end is going on, unless the patient died or left', async () => {
    const going = [referred(), odense.start('2023-02-01')];

    expect((await totalOf(going, '2023-12-31')).endings).toMatchObject({ ongoing: 1, departed: 0 });
    expect(
      (await totalOf([going, civilRegistration.status('emigrated', '2023-03-01')], '2023-12-31')).endings,
    ).toMatchObject({ ongoing: 0, departed: 1 });
  });

  it('the end of another course is not its end', async () => {
    const told = [referred(), odense.start('2023-02-01'), odense.end('2023-04-01', { courseId: 'f-2' })];

    expect((await totalOf(told, '2023-12-31')).endings).toMatchObject({ ongoing: 1 });
  });

  it('tells why patients dropped out, however it was written', async () => {
    const told = [
      about(ANNA, ...ended('stopped', { reason: 'Back at  work' }).flat()),
      about(BO, ...ended('stopped', { reason: 'back at work ' }).flat()),
      about(CARLA, ...ended('stopped', { reason: 'Ikke oplyst' }).flat()),
      about(DAVID, ...ended('stopped', { reason: 'too far away' }).flat()),
      about(ELSE, ...ended('stopped').flat()),
      about(FINN, ...ended('completed', { reason: 'as planned' }).flat()),
    ];

    expect((await totalOf(told, '2023-12-31')).dropOut).toEqual([
      { reason: 'back at work', count: 2 },
      { reason: 'other', count: 1 },
      { reason: 'not-given', count: 2 },
    ]);
  });
});

describe('pairs of hospital and municipality', () => {
  const other = hospital(OTHER_HOSPITAL);
  const told = [
    about(ANNA, ...referred().flat(), odense.start('2023-02-01')),
    about(BO, ...referred('2023-01-12', NYBORG).flat()),
    about(CARLA, ...pci('2023-01-03'), other.referral(ODENSE, ['diet'], '2023-03-01')),
    about(DAVID, ...pci('2023-01-03'), nyborg.start('2023-02-05')),
  ];

  it('are told apart and add up', async () => {
    const { total, pairs } = await transitions(told, '2023-06-30');

    expect(
      pairs.map(({ hospital: from, municipality: to, referred: count, started, unreferred }) => [
        from,
        to,
        count,
        started,
        unreferred,
      ]),
    ).toEqual([
      [ODENSE_HOSPITAL, NYBORG, 1, 0, 1],
      [ODENSE_HOSPITAL, ODENSE, 1, 1, 0],
      [OTHER_HOSPITAL, ODENSE, 1, 0, 0],
    ]);
    expect(total).toMatchObject({ referred: 3, started: 1, open: 2, unreferred: 1 });
  });

  it('are summed up at either end', async () => {
    const { hospitals, municipalities } = await transitions(told, '2023-06-30');
    const counts = (sums: TransitionTables['hospitals']) =>
      Object.fromEntries([...sums].map(([organisation, { referred: count }]) => [organisation, count]));

    expect(counts(hospitals)).toEqual({ [ODENSE_HOSPITAL]: 2, [OTHER_HOSPITAL]: 1 });
    expect(counts(municipalities)).toEqual({ [ODENSE]: 2, [NYBORG]: 1 });
  });

  it('of an empty period are none, and the total is zeros', async () => {
    const { total, pairs } = await transitions(told, '2023-06-30', {
      name: '2021',
      from: '2021-01-01',
      to: '2021-12-31',
    });

    expect(pairs).toEqual([]);
    expect(total).toMatchObject({ referred: 0, started: 0, daysToStart: { n: 0, median: null } });
  });
});

describe('the list of open loops', () => {
  const told = [
    about(ANNA, ...pci('2023-01-03'), referral(ODENSE, [], '2023-01-10')),
    about(BO, ...pci('2022-12-01'), referral(ODENSE, [], '2023-01-12')),
    about(CARLA, ...pci('2023-01-03'), referral(ODENSE, [], '2023-01-09'), odense.start('2023-02-01')),
    about(DAVID, ...pci('2022-09-01'), referral(NYBORG, [], '2023-01-02')),
  ];

  it('begins with whoever has the least time left', async () => {
    const loops = openLoops(await travelledIn(told), { period: YEAR, standing: 'open' }, await groundOn('2023-05-30'));

    expect(
      loops.map(({ referredOn, daysOpen, recoverableUntil, daysLeft }) => [
        referredOn,
        daysOpen,
        recoverableUntil,
        daysLeft,
      ]),
    ).toEqual([
      ['2023-01-12', 138, '2023-05-30', 1],
      ['2023-01-10', 140, '2023-07-02', 34],
    ]);
  });

  it('can be asked for by either end', async () => {
    const asked = async (more: Partial<LoopQuestion>) =>
      openLoops(await travelledIn(told), { period: YEAR, standing: 'lost', ...more }, await groundOn('2023-12-31'));

    expect(await asked({ municipality: NYBORG })).toMatchObject([{ referredOn: '2023-01-02' }]);
    expect(await asked({ hospital: ODENSE_HOSPITAL })).toHaveLength(3);
    expect(await asked({ hospital: OTHER_HOSPITAL })).toEqual([]);
  });

  it('tells the lost apart', async () => {
    const loops = openLoops(await travelledIn(told), { period: YEAR, standing: 'lost' }, await groundOn('2023-05-31'));

    expect(loops).toMatchObject([
      { municipality: NYBORG, recoverableUntil: '2023-02-28', daysLeft: 0 },
      { municipality: ODENSE, recoverableUntil: '2023-05-30', daysLeft: 0 },
    ]);
  });
});
