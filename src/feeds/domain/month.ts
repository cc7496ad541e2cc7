import { addDays, addMonths, type Day } from '../../kernel/day';

/** A calendar month as `YYYY-MM`. */
export type Month = string;

/** True when the text is `YYYY-MM` and names a month. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(addMonths(firstDayOf(month), 1), -1);

/** The month `months` later, earlier when negative. */
export const addToMonth = (month: Month, months: number): Month => monthOf(addMonths(firstDayOf(month), months));

/** The months from one to another, both included; none when `to` comes first. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
}
