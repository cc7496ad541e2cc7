import { citedIn, decide, type Told } from '../support/evaluate';
import { OTHER_HOSPITAL, hospital, pharmacy } from '../support/sectors';

const { pci, bloodPressure } = hospital();
const elsewhere = hospital(OTHER_HOSPITAL);
const start = pci('2023-01-03');
const asOf = '2024-01-04';
const day = '2023-04-03';

/** Which value is taken as the latest, and the rest in order. */
async function orderOf(...story: Told[]): Promise<string[]> {
  const { decisive, also } = await decide('blood-pressure', [start, story], { asOf });
  return [...citedIn(also), ...citedIn(decisive)];
}

test('the date comes before everything', async () => {
  const early = bloodPressure(120, 70, '2023-04-02', { id: 'z', time: '2023-05-01T12:00:00Z' });

  expect(await orderOf(bloodPressure(120, 70, day, { id: 'a' }), early)).toEqual(['z', 'a']);
});

test('on one day `time` decides, as an instant and to the millisecond', async () => {
  const values = [
    bloodPressure(120, 70, day, { id: 'c', time: '2023-04-03T12:00:00.001+02:00' }),
    bloodPressure(120, 70, day, { id: 'd', time: '2023-04-03T09:59:59Z' }),
    bloodPressure(120, 70, day, { id: 'b', time: '2023-04-03T10:00:00Z' }),
    bloodPressure(120, 70, day, { id: 'a', time: '2023-04-03T10:00:00.0019Z' }),
  ];

  expect(await orderOf(values)).toEqual(['d', 'b', 'a', 'c']);
});

test('at one instant the id decides, by code point', async () => {
  const at = { time: '2023-04-03T12:00:00Z' };
  const ids = ['10', '9', 'A', 'a', 'å', '\ufb01', '\u{1f493}'];
  const values = ids.toReversed().map((id) => bloodPressure(120, 70, day, { id, ...at }));

  expect(await orderOf(values)).toEqual(ids);
});

test('the source breaks the last tie', async () => {
  const same = { id: 'same', time: '2023-04-03T12:00:00Z' };
  const story = [elsewhere.bloodPressure(150, 95, day, same), bloodPressure(120, 70, day, same)];
  const decision = await decide('blood-pressure', [start, story], { asOf });

  expect(decision).toMatchObject({
    outcome: 'not-met',
    decisive: [{ source: OTHER_HOSPITAL }],
    also: [{ source: 'hospital:330901000016003' }],
  });
});

test('the first dispensing is told the same way', async () => {
  const story = [
    pharmacy.dispensing('B01AC06', '2023-01-10', { id: 'b' }),
    pharmacy.dispensing('B01AC04', '2023-01-10', { id: 'a' }),
    pharmacy.dispensing('B01AF02', '2023-01-10', { id: 'c', time: '2023-01-10T05:00:00Z' }),
  ];
  const { decisive, also } = await decide('antithrombotic', [start, story], { asOf });

  expect([...citedIn(decisive), ...citedIn(also)]).toEqual(['c', 'a', 'b']);
});
