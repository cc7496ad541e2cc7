import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../../src/kernel/decision';
import { evaluateBatches } from '../support/evaluate';

const lines = (name: string): string[] =>
  readFileSync(join(__dirname, 'golden', name), 'utf8')
    .trimEnd()
    .split('\n');

/** A decision as text without what the program words as it likes. */
function comparable(decision: Decision): string {
  return JSON.stringify(decision, (name, value: unknown) =>
    name === 'person' || name === 'explanation' || name === 'what' ? undefined : value,
  );
}

const asOf = '2024-01-04';

test('the golden patient is decided byte for byte as the examples say', async () => {
  const { decisions } = await evaluateBatches([lines('golden.events.ndjson')], { asOf, showCpr: true });
  const expected = lines('golden.decisions.ndjson').map((line) => comparable(JSON.parse(line) as Decision));

  expect(decisions.map(comparable)).toEqual(expected);
});

test('the golden patient’s receipts are those of the examples', async () => {
  const { receipts } = await evaluateBatches([lines('golden.events.ndjson')], { asOf });
  const told = receipts.flatMap((receipt, at) => {
    if (receipt === undefined || receipt.status === 'accepted') return [];
    const { id, source, status, code } = receipt;
    return [{ id, source, status, ...(code === undefined ? undefined : { code }), line: at + 1 }];
  });

  expect(told.map((receipt) => JSON.stringify(receipt))).toEqual(lines('golden.rejects.ndjson'));
});

test('the golden patient is decided the same a line at a time, backwards and twice over', async () => {
  const once = lines('golden.events.ndjson');
  const { decisions } = await evaluateBatches([once], { asOf });
  const again = await evaluateBatches(
    [...once, ...once].reverse().map((line) => [line]),
    { asOf },
  );

  expect(JSON.stringify(again.decisions)).toBe(JSON.stringify(decisions));
});
