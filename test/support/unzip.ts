import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive by name, as text. */
export function unzipped(zip: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((field) =>
      field === 20 ? bytes.readUInt32LE(at + field) : bytes.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + packed);
    const isPacked = bytes.readUInt16LE(at + 10) !== 0;
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), String(isPacked ? inflateRawSync(content) : content));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The sheets of a workbook in their order: rows of cells, text as text and numbers as numbers. */
export function sheetsOf(workbook: Uint8Array): { name: string; rows: (string | number | undefined)[][] }[] {
  const files = unzipped(workbook);
  const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
    unescaped(text),
  );
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return names.map(([, name = ''], at) => ({
    name: unescaped(name),
    rows: rowsOf(files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '', texts),
  }));
}

function rowsOf(sheet: string, texts: readonly string[]): (string | number | undefined)[][] {
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number | undefined)[] = [];
    for (const [, column = '', attributes = '', value] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)>(?:<v>([^<]*)<\/v>)?/g,
    )) {
      cells[columnOf(column)] =
        value === undefined ? undefined : attributes.includes('t="s"') ? texts[Number(value)] : Number(value);
    }
    return Array.from(cells);
  });
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
