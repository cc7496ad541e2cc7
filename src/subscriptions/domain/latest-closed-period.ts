import type { Day } from '../../kernel/day';
import { parsePeriod, type Period } from '../../kernel/period';

/** The latest month, quarter, tertial or year that has ended before the day. */
export function latestClosedPeriod(rule: 'month' | 'quarter' | 'tertial' | 'year', day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const { length, mark, digits } = PARTS[rule];
  const parts = 12 / length;
  const running = Math.ceil(month / length);
  const [ofYear, part] = running === 1 ? [year - 1, parts] : [year, running - 1];
  const name = `${String(ofYear).padStart(4, '0')}${mark}${mark === '' ? '' : String(part).padStart(digits, '0')}`;
  const period = parsePeriod(name);
  if (period === undefined) throw new Error(`There is no period before ${day}.`);
  return period;
}

const PARTS = {
  month: { length: 1, mark: '-', digits: 2 },
  quarter: { length: 3, mark: 'Q', digits: 1 },
  tertial: { length: 4, mark: 'T', digits: 1 },
  year: { length: 12, mark: '', digits: 0 },
} as const;
