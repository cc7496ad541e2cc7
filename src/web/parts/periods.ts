import { parsePeriod, periodTitle } from '../../kernel/period';
import { isFixedPeriod } from '../../kernel/view';
import type { Language } from '../../kernel/language';
import { answered } from '../site/api-refusal';
import type { Visit } from '../site/visit';

/** The reporting periods before the years: 2021/22 and the bridging months of 2022. */
const HISTORICAL = ['2022-bridging', '2021/22'];

/** What period a page is about, and which there are to choose from. */
export interface PeriodAsked {
  readonly name: string;
  readonly names: readonly string[];
  /** Whether what was asked for cannot be used. */
  readonly isUnusable: boolean;
}

/**
 * The period that was asked for, else the latest year that is over and in which something was decided. Whoever sees the
 * published view chooses among fixed periods alone.
 */
export async function periodAsked(visit: Visit, view: 'exact' | 'published'): Promise<PeriodAsked> {
  const years = await yearsDecided(visit);
  const text = visit.asked['period'];
  const parsed = text === undefined ? undefined : parsePeriod(text);
  const usable = parsed !== undefined && (view === 'exact' || isFixedPeriod(parsed)) ? parsed : undefined;
  const name = usable?.name ?? yearToShow(years, visit.today);
  const names = [...new Set([...years, ...HISTORICAL, ...(view === 'exact' ? ['all'] : [])])];
  return {
    name,
    names: names.includes(name) ? names : [name, ...names],
    isUnusable: text !== undefined && usable === undefined,
  };
}

/** Periods to choose from, in words. */
export const periodOptions = (names: readonly string[], language: Language) =>
  names.map((value) => {
    const period = parsePeriod(value);
    return { value, text: period === undefined ? value : periodTitle(period)[language] };
  });

/** Calendar years in which something is decided or open, the latest first. */
async function yearsDecided({ api }: Visit): Promise<string[]> {
  const { indicators } = await answered(api.GET('/api/v1/indicators'));
  const first = indicators[0];
  if (first === undefined) return [];
  const query = { indicator: first.key, by: 'year' } as const;
  const trend = await answered(api.GET('/api/v1/charts/trend', { params: { query } }));
  if (typeof trend === 'string') return [];
  return trend.points.map(({ period }) => period.name).reverse();
}

function yearToShow(years: readonly string[], today: string): string {
  const thisYear = today.slice(0, 4);
  return years.find((year) => year < thisYear) ?? years[0] ?? String(Number(thisYear) - 1);
}
