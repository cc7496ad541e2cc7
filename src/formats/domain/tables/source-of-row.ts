import { schemeOf, schemeText, type Organisation } from '../../../kernel/organisation';
import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS } from '../../../kernel/words/table-files';
import { textOfCell } from '../rows/cell-values';
import { placeOf, plainHeading, type SourceDescription } from './table-description';

const IS_DIGITS = /^\d+$/;
const IS_NAME = /^[\w.-]+$/;

/** Where the column stands that says who reports; -1 where there is none. */
export const sourcePlace = (source: SourceDescription, header: readonly string[]): number =>
  'is' in source ? -1 : placeOf(source.names, header.map(plainHeading));

/**
 * Who reports what a row says: as the format has it always, as the row's column says, or who was asked for; what the row
 * says and what was asked must not differ.
 */
export function sourceOfRow(
  description: SourceDescription,
  cell: FileCell,
  stated: Organisation | undefined,
  asked: Organisation | undefined,
): { readonly source: Organisation } | { readonly refused: Bilingual } {
  const named = stated ?? ('is' in description ? description.is : organisationIn(description, textOfCell(cell)));
  if (typeof named === 'object') return named;
  const source = named ?? asked;
  if (source === undefined)
    return { refused: FAULTS.noSource({ column: 'is' in description ? '' : (description.names[0] ?? '') }) };
  return asked === undefined || asked === source ? { source } : { refused: FAULTS.otherSource({ asked }) };
}

function organisationIn(
  { scheme, digits }: Extract<SourceDescription, { scheme: string }>,
  text: string,
): Organisation | { readonly refused: Bilingual } | undefined {
  if (text === '') return undefined;
  if (schemeOf(text) === scheme) return text;
  const isOne = digits === undefined ? IS_NAME.test(text) : IS_DIGITS.test(text) && text.length <= digits;
  return isOne ? `${scheme}:${text.padStart(digits ?? 0, '0')}` : { refused: FAULTS.organisation };
}

/** What the column of who reports has for an organisation; blank where it cannot be said there. */
export function sourceCell(description: SourceDescription, source: Organisation): string {
  if ('is' in description || schemeText(source) !== description.scheme) return '';
  return source.slice(description.scheme.length + 1);
}
