import { dayOf, isCalendarDay, isDay, type Day } from '../../../kernel/day';

/** As SAS writes months, in English and in Danish. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'].map(numbered),
  ['MAJ', 5],
  ['OKT', 10],
]);

function numbered(month: string, at: number): [string, number] {
  return [month, at + 1];
}

const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const SAS = /^(\d{1,2})([A-Za-z]{3})(\d{4})$/;
/** A time after a day, which registers write in columns of both. */
const WITH_TIME =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}[A-Za-z]{3}\d{4})[T: ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The day a register writes as `2023-01-03`, `03JAN2023` or `20230103`, perhaps with a time; undefined where it is none. */
export function readRegisterDay(text: string): Day | undefined {
  if (isDay(text)) return text;
  const [, year = '', month = '', day = ''] = EIGHT_DIGITS.exec(text) ?? [];
  if (year !== '') return calendarDay(Number(year), Number(month), Number(day));
  const [, sasDay = '', sasMonth = '', sasYear = ''] = SAS.exec(text) ?? [];
  if (sasDay !== '') return calendarDay(Number(sasYear), MONTHS.get(sasMonth.toUpperCase()) ?? 0, Number(sasDay));
  const [, before] = WITH_TIME.exec(text) ?? [];
  return before === undefined ? undefined : readRegisterDay(before);
}

const calendarDay = (year: number, month: number, day: number): Day | undefined =>
  isCalendarDay(year, month, day) ? dayOf(year, month, day) : undefined;
