import { addDays } from '../../src/kernel/day';
import { decide } from '../support/evaluate';
import {
  LAB,
  ODENSE,
  ODENSE_HOSPITAL,
  OTHER_HOSPITAL,
  PHARMACY,
  civilRegistration,
  feed,
  hospital,
} from '../support/sectors';
import { GRY, about, retraction } from '../support/source-event';
import { INDEX_DAY, begun, rows } from './cases';

const { pci } = hospital();
const home = civilRegistration.livesIn('0461');
const thirteenth = addDays(INDEX_DAY, 12);
const fourteenth = addDays(INDEX_DAY, 13);

describe.each(rows())('%s', (key, of) => {
  const { kind, dayAfter, firstDay, fulfils, sources, asked } = of;
  const start = [begun(of), home];

  it.each(sources)('tells the trouble of %s', async (organisation) => {
    const trouble = { reason: 'SOURCE_SILENT', organisation, days: 14 };
    const silent = feed(organisation, 'silent', firstDay, addDays(firstDay, 13));
    const decision = await decide(key, [start, silent], { asOf: dayAfter });

    expect(decision).toMatchObject({ outcome: 'unknown', reason: 'SOURCE_SILENT', trouble, decisive: [], also: [] });
    expect(decision).not.toHaveProperty('denominator');
  });

  it('does not take thirteen days for trouble', async () => {
    const silent = feed(sources[0] ?? '', 'silent', INDEX_DAY, thirteenth);
    const decision = await decide(key, [start, silent], { asOf: dayAfter });

    expect(decision).not.toHaveProperty('trouble');
    expect(decision.reason).toBe(kind === 'evidence' ? 'NO_EVIDENCE' : 'NO_VALUE');
  });

  it('tells it on a met decision too', async () => {
    const silent = feed(sources[0] ?? '', 'silent', INDEX_DAY, fourteenth);
    const decision = await decide(key, [start, fulfils('2023-04-02'), silent], { asOf: dayAfter });

    expect(decision).toMatchObject({ outcome: 'met', trouble: { organisation: sources[0], days: 14 } });
    expect(decision).not.toHaveProperty('reason');
  });

  it('tells it while pending and when excluded', async () => {
    const silent = feed(sources[0] ?? '', 'silent', INDEX_DAY, fourteenth);
    const pending = await decide(key, [start, silent], { asOf: '2023-04-02' });
    const excluded = await decide(key, [start, silent, civilRegistration.status('dead', '2023-02-20')], {
      asOf: dayAfter,
    });

    expect(pending).toMatchObject({ outcome: 'pending', trouble: { days: 14 } });
    expect(excluded).toMatchObject({ outcome: 'excluded', reason: 'DIED_IN_WINDOW', trouble: { days: 14 } });
  });

  if (asked.length > 0) {
    it('does not know whether the pathway belongs when it seems not to', async () => {
      const silent = feed(sources[0] ?? '', 'not-connected', INDEX_DAY, fourteenth);
      const decision = await decide(key, [pci(INDEX_DAY), home, silent], { asOf: '2024-01-04' });

      expect(decision).toMatchObject({
        outcome: 'unknown',
        reason: 'SOURCE_NOT_CONNECTED',
        denominator: 'unknown',
        trouble: { days: 14 },
      });
    });
  }

  it('has none under 18', async () => {
    const silent = feed(sources[0] ?? '', 'silent', INDEX_DAY);
    const decision = await decide(key, [about(GRY, pci(INDEX_DAY), home), silent], { asOf: dayAfter });

    expect(decision).toMatchObject({ outcome: 'not-applicable', reason: 'UNDER_18' });
    expect(decision).not.toHaveProperty('trouble');
  });
});

/** The trouble of an indicator on 2024-01-04. */
const troubleOf = async (key: string, ...story: Parameters<typeof decide>[1][]) =>
  (await decide(key, story, { asOf: '2024-01-04' })).trouble;

describe('the first source in the column’s order that is in trouble is named', () => {
  it('the hospital before the municipality, however long the municipality’s lasted', async () => {
    const both = [feed(ODENSE, 'not-connected', '2022-01-01'), feed(ODENSE_HOSPITAL, 'silent', INDEX_DAY, fourteenth)];

    expect(await troubleOf('participation', pci(INDEX_DAY), home, both)).toEqual({
      reason: 'SOURCE_SILENT',
      organisation: ODENSE_HOSPITAL,
      days: 14,
    });
  });

  it('the municipality when the hospital’s thirteen days are none', async () => {
    const both = [
      feed(ODENSE, 'silent', INDEX_DAY, fourteenth),
      feed(ODENSE_HOSPITAL, 'silent', INDEX_DAY, thirteenth),
    ];

    expect(await troubleOf('participation', pci(INDEX_DAY), home, both)).toMatchObject({ organisation: ODENSE });
  });
});

describe('the organisations asked', () => {
  it('are the index hospital, not another the patient visited', async () => {
    const elsewhere = feed(OTHER_HOSPITAL, 'silent', INDEX_DAY);

    expect(await troubleOf('blood-pressure', pci(INDEX_DAY), elsewhere)).toBeUndefined();
  });

  it('are the municipality of residence, none known: no trouble', async () => {
    expect(await troubleOf('participation', pci(INDEX_DAY), feed(ODENSE, 'silent', INDEX_DAY))).toBeUndefined();
  });

  it('are not the municipality where indicator 9 does not ask it', async () => {
    expect(await troubleOf('blood-pressure', pci(INDEX_DAY), home, feed(ODENSE, 'silent', INDEX_DAY))).toBeUndefined();
  });

  it.each([
    ['antithrombotic', PHARMACY, LAB],
    ['ldl', LAB, PHARMACY],
  ])('of %s are %s alone', async (key, asked, other) => {
    const story = [pci(INDEX_DAY), feed(other, 'silent', '2022-01-01')];

    expect(await troubleOf(key, story)).toBeUndefined();
    expect(await troubleOf(key, story, feed(asked, 'silent', '2022-01-01'))).toMatchObject({ organisation: asked });
  });
});

describe('days in trouble', () => {
  const story = pci(INDEX_DAY);

  it('are those of the window, both ends included', async () => {
    expect(await troubleOf('ldl', story, feed(LAB, 'silent', '2022-01-01', '2024-12-31'))).toMatchObject({ days: 366 });
  });

  it('are counted through the as-of day only', async () => {
    const told = [story, feed(LAB, 'silent', INDEX_DAY)];

    expect(await decide('ldl', told, { asOf: thirteenth })).not.toHaveProperty('trouble');
    expect(await decide('ldl', told, { asOf: fourteenth })).toMatchObject({ trouble: { days: 14 } });
  });

  it('are added up over several stretches, and a day counts once', async () => {
    const stretches = [
      feed(LAB, 'silent', '2023-02-01', '2023-02-10'),
      feed(LAB, 'silent', '2023-02-06', '2023-02-12'),
      feed(LAB, 'silent', '2023-06-01', '2023-06-02'),
    ];

    expect(await troubleOf('ldl', story, stretches)).toMatchObject({ reason: 'SOURCE_SILENT', days: 14 });
  });

  it('one not-connected day among silent ones gives the reason', async () => {
    const mixed = [
      feed(LAB, 'silent', '2023-02-01', '2023-02-20'),
      feed(LAB, 'not-connected', '2023-02-20', '2023-02-20'),
    ];

    expect(await troubleOf('ldl', story, mixed)).toMatchObject({ reason: 'SOURCE_NOT_CONNECTED', days: 20 });
  });

  it('a not-connected day outside the window does not', async () => {
    const mixed = [feed(LAB, 'not-connected', '2022-12-01', '2023-01-02'), feed(LAB, 'silent', INDEX_DAY, fourteenth)];

    expect(await troubleOf('ldl', story, mixed)).toMatchObject({ reason: 'SOURCE_SILENT', days: 14 });
  });

  it('a status without an end lasts until the day before the organisation’s next one', async () => {
    const open = feed(LAB, 'silent', '2023-02-01');

    expect(await troubleOf('ldl', story, open)).toMatchObject({ days: 337 });
    expect(await troubleOf('ldl', story, open, feed(LAB, 'connected', '2023-02-15'))).toMatchObject({ days: 14 });
    expect(await troubleOf('ldl', story, open, feed(LAB, 'connected', '2023-02-14'))).toBeUndefined();
    expect(await troubleOf('ldl', story, open, feed(PHARMACY, 'connected', '2023-02-10'))).toMatchObject({ days: 337 });
  });

  it('a retracted status is none, and ends none', async () => {
    const open = feed(LAB, 'silent', '2023-02-01');
    const end = feed(LAB, 'connected', '2023-02-10');

    expect(await troubleOf('ldl', story, open, retraction(open))).toBeUndefined();
    expect(await troubleOf('ldl', story, open, end, retraction(end))).toMatchObject({ days: 337 });
  });
});
