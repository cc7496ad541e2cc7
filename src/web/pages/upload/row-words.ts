import type { FileRow } from '../../../formats/domain/rows/file-rows';
import { maskCpr } from '../../../kernel/cpr-text';
import { SERVICE_DATE_FIELD } from '../../../kernel/event-kinds';
import { numberText } from '../../../kernel/localised';
import { say, type Visit } from '../../site/visit';
import { fieldName, valueName } from '../sources/words-of';

/** What is told of a file names its columns: `data.endedOn` becomes »endedOn«. */
export const inColumnNames = (text: string): string =>
  text.replace(/`(?:data\.)?([A-Za-z]+)`/g, (_path, name: string) => `»${name === 'recordId' ? 'id' : name}«`);

/** A person as a page may show them to whoever wrote the number: the day of birth. */
export const maskedPerson = (cpr: string | undefined): string =>
  cpr !== undefined && /^\d{10}$/.test(cpr) ? `${cpr.slice(0, 6)}-••••` : '–';

/** What a row says beside whom it is of and when, field by field. */
export function whatRowSays(visit: Visit, { content }: FileRow): readonly string[] {
  if (content === undefined) return [];
  const { kind, values } = content;
  const told = Object.entries(values).filter(([name]) => name !== SERVICE_DATE_FIELD[kind] && name !== 'kind');
  const first = values['kind'] === undefined ? [] : [valueName(visit, String(values['kind']))];
  return [...first, ...told.map(([name, value]) => `${labelOf(visit, name)}: ${valueText(visit, value)}`)].map(maskCpr);
}

/** Where a field is asked for as a question, its answer needs no question mark. */
const labelOf = (visit: Visit, name: string): string => fieldName(visit, name).replace(/\?$/, '');

const valueText = (visit: Visit, value: unknown): string =>
  typeof value === 'number' ? say(visit, numberText(value)) : valueName(visit, String(value));
