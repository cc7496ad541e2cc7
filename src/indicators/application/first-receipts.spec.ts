import { firstReceipts } from './first-receipts';

const received = (id: string, receivedAt: number, source = 'hospital:1') => ({ source, id, receivedAt });

test('an event that was handed on again, or received earlier than was known, is there once, as first received', () => {
  const events = [received('a', 5), received('b', 6), received('a', 5), received('b', 2), received('b', 7)];

  expect(firstReceipts(events)).toEqual([received('a', 5), received('b', 2)]);
});

test('the same id from another source is another event', () => {
  const events = [received('a', 5), received('a', 5, 'hospital:2')];

  expect(firstReceipts(events)).toEqual(events);
});
