import { danishDay, danishOffset, isCalendarDay, dayOf, type Day } from '../../../kernel/day';
import { parseInstant } from '../../../kernel/instant';

/** HL7's TS: from the day on as exact as it is known, with an offset where a time is given. */
const TIME = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?(?:\.(\d{1,4}))?)?([+-]\d{4})?$/;

/** The instant of a report's time, in milliseconds; without offset it is Danish time. Undefined where it is none. */
export function readReportTime(text: string): number | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', offset] = found;
  const zone = offset === undefined ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const instant = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${zone}`);
  if (instant === undefined || offset !== undefined) return instant;
  const guessed = instant - danishOffset(instant);
  return instant - danishOffset(guessed);
}

/** The Danish day of a report's time; undefined where it is none. */
export function readReportDay(text: string): Day | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, , , , offset] = found;
  if (hour !== undefined && offset !== undefined) {
    const instant = readReportTime(text);
    return instant === undefined ? undefined : danishDay(instant);
  }
  const numbers = [Number(year), Number(month), Number(day)] as const;
  const isWhole = isCalendarDay(...numbers) && (hour === undefined || readReportTime(text) !== undefined);
  return isWhole ? dayOf(...numbers) : undefined;
}
