import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { parse } from 'yaml';

const CONTRACTS = join(__dirname, '..', '..', 'contracts');
const files = readdirSync(CONTRACTS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

it.each(files)('%s says the same to the reader that is fast and to the one that knows places', (file) => {
  const text = readFileSync(join(CONTRACTS, file), 'utf8');

  expect(load(text)).toEqual(parse(text));
});
