import { citedIn, decide, evaluate } from '../support/evaluate';
import { foldStory } from '../support/fold';
import { OTHER_HOSPITAL, hospital, municipality } from '../support/sectors';
import { ANNA, BO, correction, retraction } from '../support/source-event';

const { pci, bloodPressure, diagnosis, hads } = hospital();
const start = pci('2023-01-03');
const asOf = '2024-01-04';

const first = bloodPressure(150, 95, '2023-04-03', { recordId: 'M', id: 'v1', time: '2023-04-03T12:00:00Z' });
const pressure = async (...story: Parameters<typeof decide>[1][]) => decide('blood-pressure', [start, story], { asOf });

describe('of a registration’s events the greatest is in force', () => {
  it('by version, however late a lower one arrives', async () => {
    const second = correction(first, { systolic: 120, diastolic: 70, time: '2023-04-02T12:00:00Z', id: 'a' });

    expect(await pressure(second, first)).toMatchObject({ outcome: 'met', also: [] });
    expect(await pressure(first, second)).toMatchObject({ outcome: 'met', also: [] });
  });

  it('then by the time it was recorded, then by id', async () => {
    const sameVersion = { ...first, data: { ...first.data, systolic: 120, diastolic: 70 } };

    expect(await pressure(first, { ...sameVersion, id: 'a', time: '2023-04-03T12:00:00.001Z' })).toMatchObject({
      outcome: 'met',
    });
    expect(await pressure(first, { ...sameVersion, id: 'v0' })).toMatchObject({ outcome: 'not-met' });
    expect(await pressure(first, { ...sameVersion, id: 'v2' })).toMatchObject({ outcome: 'met' });
  });

  it('a correction decides as if the first version had never been', async () => {
    const corrected = correction(first, { id: 'v2', systolic: 120, diastolic: 70, measuredOn: '2023-04-02' });
    const decision = await pressure(corrected, first);

    expect(decision).toMatchObject({
      outcome: 'met',
      also: [],
      decisive: [{ event: 'v2', record: 'M', on: '2023-04-02' }],
    });
  });

  it('a correction may move a value into another window or out of any', async () => {
    expect(await pressure(first, correction(first, { measuredOn: '2023-01-02' }))).toMatchObject({
      reason: 'NO_VALUE',
    });
  });

  it('a correction may change what was measured', async () => {
    const story = [
      first,
      correction(first, { kind: 'hads', systolic: null, diastolic: null, anxiety: 3, depression: 3 }),
    ];

    expect(await pressure(story)).toMatchObject({ reason: 'NO_VALUE' });
  });

  it('a retraction takes the registration out, a later version brings it back', async () => {
    const taken = retraction(first);

    expect(await pressure(first, taken)).toMatchObject({ reason: 'NO_VALUE' });
    expect(await pressure(taken, first)).toMatchObject({ reason: 'NO_VALUE' });
    expect(await pressure(first, taken, correction(first, { version: 3 }))).toMatchObject({ outcome: 'not-met' });
  });

  it('a retraction of a lower version than the one in force does nothing', async () => {
    expect(await pressure(correction(first, { version: 3 }), retraction(first))).toMatchObject({ outcome: 'not-met' });
  });

  it('a retraction may come first, or alone', async () => {
    const { receipts } = await evaluate(retraction(first), { asOf });

    expect(receipts).toMatchObject([{ status: 'accepted' }]);
  });
});

describe('a registration is source, type and record', () => {
  it.each([
    ['source', hospital(OTHER_HOSPITAL).bloodPressure(120, 70, '2023-04-02', { recordId: 'M', version: 2 })],
    ['type', diagnosis('DI209', '2023-04-03', { recordId: 'M', version: 2 })],
    ['record', hads(3, 3, '2023-04-03', { recordId: 'm', version: 2 })],
  ])('another %s is another registration', async (_what, other) => {
    expect(citedIn((await pressure(first, other)).decisive)).toEqual(['v1']);
  });

  it('a municipality’s record of the same id is its own', async () => {
    const story = [municipality().hads(3, 3, '2023-04-03', { recordId: 'M' }), first];

    expect(citedIn((await pressure(story)).decisive)).toEqual(['v1']);
  });
});

describe('a correction may move a record to another CPR', () => {
  const infarction = diagnosis('DI219', '2023-01-03', { recordId: 'D', cpr: ANNA });
  const moved = correction(infarction, { cpr: BO });

  it.each([
    ['in order', [infarction, moved]],
    ['the correction first', [moved, infarction]],
  ])('and then it is the other person’s alone: %s', async (_how, story) => {
    const { decisions } = await evaluate(story, { asOf, showCpr: true });

    expect(new Set(decisions.map(({ cpr }) => cpr))).toEqual(new Set([BO]));
  });

  it('and back again', async () => {
    const { decisions } = await evaluate([infarction, moved, correction(moved, { cpr: ANNA })], {
      asOf,
      showCpr: true,
    });

    expect(new Set(decisions.map(({ cpr }) => cpr))).toEqual(new Set([ANNA]));
  });

  it('a retraction under the other CPR takes it from both', async () => {
    const { decisions } = await evaluate([infarction, retraction(infarction, { cpr: BO })], { asOf });

    expect(decisions).toEqual([]);
  });

  it('the persons stay two: what else is theirs is not shared', async () => {
    const persons = await foldStory([infarction, moved, bloodPressure(120, 70, '2023-02-01', { cpr: ANNA })]);

    expect(persons).toHaveLength(2);
    expect(persons.flatMap(({ pathways }) => pathways.map(({ facts }) => facts.length))).toEqual([0]);
  });

  it('over three persons, whoever sent it first', async () => {
    const third = correction(moved, { cpr: '0201609996' });
    for (const story of [
      [infarction, moved, third],
      [third, moved, infarction],
      [moved, third, infarction],
    ]) {
      const { decisions } = await evaluate(story, { asOf, showCpr: true });
      expect(new Set(decisions.map(({ cpr }) => cpr))).toEqual(new Set(['0201609996']));
    }
  });
});
