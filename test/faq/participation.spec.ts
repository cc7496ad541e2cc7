import { citedIn, decide, evaluate } from '../support/evaluate';
import { hospital } from '../support/sectors';

const { pci, service } = hospital();
const asOf = '2023-12-01';

test('R07: participation is met when BVDY0 is used once at a relevant contact', async () => {
  const decision = await decide('participation', [pci('2023-01-03'), service('BVDY04', '2023-01-18')], { asOf });

  expect(decision).toMatchObject({ outcome: 'met', decisive: [{ sector: 'hospital', on: '2023-01-18' }], also: [] });
});

test('R08: attendances are not counted: three uses decide as one does, and none of them is an error', async () => {
  const start = pci('2023-01-03');
  const first = service('BVDY0', '2023-01-18', { id: 'first' });
  const repeats = [service('BVDY0', '2023-02-15'), service('BVDY0', '2023-03-15')];
  const once = await decide('participation', [start, first], { asOf });
  const { decision, receipts } = await evaluate([start, repeats, first], { asOf });

  const thrice = decision('participation');
  expect(receipts.map((receipt) => receipt?.status)).not.toContain('duplicate');
  expect(thrice).toMatchObject({ outcome: once.outcome, decisive: once.decisive, findings: [] });
  expect(citedIn(thrice.decisive)).toEqual(['first']);
  expect(thrice.also.map(({ on }) => on)).toEqual(['2023-02-15', '2023-03-15']);
});

test('R09: it need not be the first talk; the talk after three months is enough', async () => {
  const decision = await decide('participation', [pci('2023-01-03'), service('BVDY0', '2023-04-12')], { asOf });

  expect(decision).toMatchObject({ outcome: 'met', decisive: [{ on: '2023-04-12' }] });
});
