import { MOST_COLUMNS } from '../../kernel/read-table';

/** A row or a cell with its attributes, whatever its prefix. */
const PLACED = /<(?:[\w.-]+:)?(c|row)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;
const BEGUN = /<(?:[\w.-]+:)?(?:c|row)(?=[\s/>])/g;
const PLACE = /\sr\s*=\s*["']([^"']*)["']/g;
const ADDRESS = { c: /^([A-Z]{1,3})([1-9]\d{0,6})$/, row: /^()([1-9]\d{0,6})$/ };

/** Whether the rows and cells of a sheet's XML stand within what is read here; unreadable where one does not say where. */
export function sheetExtent(xml: string, mostRows: number): 'within' | 'too-large' | 'unreadable' {
  const mostPlacedRows = mostRows * 2; // Rows that are formatted and blank count as rows of the sheet.
  let seen = 0;
  for (const [, what, attributes = ''] of xml.matchAll(PLACED)) {
    seen += 1;
    const places = [...attributes.matchAll(PLACE)];
    if (places.length === 0 && what === 'row') continue;
    const address = ADDRESS[what as 'c' | 'row'].exec(places[0]?.[1] ?? '');
    if (places.length !== 1 || address === null) return 'unreadable';
    if (columnOf(address[1] ?? '') > MOST_COLUMNS || Number(address[2]) > mostPlacedRows) return 'too-large';
  }
  return seen === (xml.match(BEGUN) ?? []).length ? 'within' : 'unreadable';
}

/** A → 1, Z → 26, AA → 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
