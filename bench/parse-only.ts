import { readFileSync } from 'node:fs';

/** Parses every line of a file and does nothing with it; prints the seconds the parsing alone took. */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
const begun = process.hrtime.bigint();
let events = 0;
for (let from = 0; from < text.length;) {
  let to = text.indexOf('\n', from);
  if (to < 0) to = text.length;
  if (typeof JSON.parse(text.slice(from, to)) === 'object') events += 1;
  from = to + 1;
}
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
if (events === 0) throw new Error('There was nothing to parse.');
process.stdout.write(String(seconds));
