import { WIDEST } from './fitted-columns';

const INDENT = '  ';
const BETWEEN_PAIRS = ' · ';

/**
 * Rows of a table of many columns: what a row is about on a line of its own, below it each heading with its value, as
 * many in a line as 100 characters hold; values that are empty are left out.
 */
export function rowSections(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap(([about = '', ...values]) => [about, ...pairLines(headings.slice(1), values)]);
}

function pairLines(headings: readonly string[], values: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [at, value] of values.entries()) {
    if (value === '') continue;
    const pair = `${headings[at]}: ${value}`;
    const longer = line === '' ? `${INDENT}${pair}` : `${line}${BETWEEN_PAIRS}${pair}`;
    if (line !== '' && longer.length > WIDEST) {
      lines.push(line);
      line = `${INDENT}${pair}`;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
