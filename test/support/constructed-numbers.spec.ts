import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCpr } from '../../src/kernel/cpr';

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Numbers given out before 2007 all pass; one that fails belongs to nobody who had a number then. */
const passesModulus11 = (digits: string): boolean =>
  WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;

/** The one public test number that passes published with the others. */
const PUBLIC_TEST_NUMBER = '0707614285';

const root = join(__dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|ndjson|json)$/.test(file),
);

test.each(files)('%s names no CPR number but constructed ones, which fail modulus 11', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const numbers = text.match(/(?<!\d)\d{6}[- .]?\d{4}(?!\d)/g) ?? [];
  const real = numbers.flatMap((number) => readCpr(number.replace(/\D/, ''))?.digits ?? []).filter(passesModulus11);
  const belonging = real.filter((number) => number !== PUBLIC_TEST_NUMBER);

  expect(belonging).toEqual([]);
});
