import type { SchemaElement } from 'hyparquet';
import { danishDay } from '../../kernel/day';

const DAY_LENGTH = 10;
const PER_SECOND: Readonly<Record<string, number>> = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 };

/** How the values of a Parquet column become texts as a CSV file has them. */
export type CellText = (value: unknown) => string;

/**
 * Days as `YYYY-MM-DD`, an instant as the day it is in Denmark, times of day as `HH:MM:SS`, whole numbers with all their
 * digits. A number beyond what a double holds has lost some: it is written so that no number or name is read in it.
 */
export function cellTextOf({ logical_type: type, converted_type: converted }: SchemaElement): CellText {
  const unit = type?.type === 'TIME' ? type.unit : /^TIME_(.+)$/.exec(converted ?? '')?.[1];
  if (unit !== undefined) {
    const perSecond = PER_SECOND[unit] ?? 1;
    return (value) => timeText(Math.floor(Number(value ?? NaN) / perSecond));
  }
  // Files that say it in the older way alone mean instants.
  const isInstant = type?.type === 'TIMESTAMP' ? type.isAdjustedToUTC : /^TIMESTAMP_/.test(converted ?? '');
  return (value) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') return value;
    if (value instanceof Date) return dayText(value, isInstant);
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      return value.toExponential();
    }
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
    return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value);
  };
}

function dayText(value: Date, isInstant: boolean): string {
  if (Number.isNaN(value.getTime())) return 'NaN';
  return isInstant ? danishDay(value.getTime()) : value.toISOString().slice(0, DAY_LENGTH);
}

function timeText(seconds: number): string {
  if (Number.isNaN(seconds)) return '';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
