import { answered } from '../site/api-refusal';
import { addressOf, type Visit } from '../site/visit';
import type { Chart, ChartKind } from './chart-rows';

/** What is asked of a chart, as the API is asked it. */
export type ChartAsked = Readonly<Partial<Record<string, string>>>;

/** A chart as a drawing and as numbers, and where both can be had. */
export interface DrawnChart {
  readonly kind: ChartKind;
  readonly svg: string;
  readonly chart: Chart;
  readonly svgAt: string;
  readonly csvAt: string;
}

type Ask = (
  path: string,
  how: { readonly params: { readonly query: ChartAsked }; readonly parseAs: 'json' | 'text' },
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;

/** Asks for a chart's numbers. */
export async function chartOf({ api }: Visit, kind: ChartKind, query: ChartAsked): Promise<Chart> {
  const ask = api.GET as unknown as Ask;
  return (await answered(ask(`/api/v1/charts/${kind}`, { params: { query }, parseAs: 'json' }))) as Chart;
}

/** Asks for a chart, drawn by the one module that draws, in the language of the visit, and for its numbers. */
export async function drawnChart(visit: Visit, kind: ChartKind, asked: ChartAsked): Promise<DrawnChart> {
  const { api, language } = visit;
  const ask = api.GET as unknown as Ask;
  const svgQuery = { ...asked, format: 'svg', lang: language };
  const path = `/api/v1/charts/${kind}`;
  const svg = (await answered(ask(path, { params: { query: svgQuery }, parseAs: 'text' }))) as string;
  const chart = await chartOf(visit, kind, asked);
  return { kind, svg, chart, svgAt: addressOf(path, svgQuery), csvAt: addressOf(`/figurer/${kind}.csv`, asked) };
}
