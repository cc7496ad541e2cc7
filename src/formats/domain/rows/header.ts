import type { Bilingual } from '../../../kernel/language';
import { maskCpr } from '../../../kernel/cpr-text';
import { nearestTo } from '../../../kernel/nearest';
import { FIELD_WORDS } from '../../../kernel/words/sources';
import { UPLOAD_FAULT_WORDS as FAULTS, UPLOAD_WORDS } from '../../../kernel/words/upload';
import { OWN_COLUMNS, type FileForm } from './file-columns';

const MOST_OF_A_HEADING = 40;

/** Where each known column stands in a file, by what its first row says, letters' case aside. */
export function columnsRead(header: readonly string[], { columns }: FileForm): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const { name } of columns) {
    const place = header.findIndex((heading) => heading.toLowerCase() === name.toLowerCase());
    if (place >= 0) at.set(name, place);
  }
  return at;
}

/** Why a file with this first row cannot be read: no heading of ours at all, one twice, or none where one must be. */
export function columnFaults(
  header: readonly string[],
  at: ReadonlyMap<string, number>,
  { columns }: FileForm,
): readonly Bilingual[] {
  if (at.size === 0) return [FAULTS.noHeader];
  const names = header.map((heading) => heading.toLowerCase());
  const twice = columns.filter(({ name }) => names.filter((one) => one === name.toLowerCase()).length > 1);
  const missing = OWN_COLUMNS.filter((name) => !at.has(name));
  return [
    ...missing.map((column) => {
      const written = headingMeant(column, header);
      return written === undefined ? FAULTS.missing({ column }) : FAULTS.missingMeant({ column, written });
    }),
    ...twice.map(({ name: column }) => FAULTS.twice({ column })),
  ];
}

/** What is told of headings that are none of ours: such a column is not read and goes nowhere. */
export function unknownColumns(
  header: readonly string[],
  at: ReadonlyMap<string, number>,
  { columns }: FileForm,
): readonly Bilingual[] {
  const places = new Set(at.values());
  const absent = columns.map(({ name }) => name).filter((name) => !at.has(name));
  return header.flatMap((heading, place) => {
    if (heading === '' || places.has(place) || isReason(heading)) return [];
    const meant = meantBy(heading, absent);
    const said = { written: shown(heading) };
    return [meant === undefined ? FAULTS.unknown(said) : FAULTS.unknownMeant({ ...said, column: meant })];
  });
}

/** The column in which rows that were to be corrected said why. */
export const isReason = (heading: string): boolean =>
  Object.values(UPLOAD_WORDS.reason).includes(heading.toLowerCase());

/** The heading of a file that was most likely to be a column it does not have. */
export function headingMeant(column: string, header: readonly string[]): string | undefined {
  const written = header.find((heading) => meantBy(heading, [column]) === column);
  return written === undefined ? undefined : shown(written);
}

/** The column among some that a heading was most likely to be: written nearly so, or called so in Danish. */
function meantBy(heading: string, columns: readonly string[]): string | undefined {
  const near = nearestTo(heading, columns);
  const begun = columns.find((name) => heading.toLowerCase().startsWith(name.toLowerCase()));
  if (near !== undefined || begun !== undefined) return near ?? begun;
  const danish = new Map(columns.map((name) => [danishOf(name), name]));
  const called = nearestTo(heading, danish.keys());
  return called === undefined ? undefined : danish.get(called);
}

const danishOf = (name: string): string =>
  Object.hasOwn(FIELD_WORDS, name) ? FIELD_WORDS[name as keyof typeof FIELD_WORDS].da : name;

/** A heading as it is repeated: somebody may have begun the file with a row of a person. */
export const shown = (heading: string): string => maskCpr(heading).slice(0, MOST_OF_A_HEADING);
