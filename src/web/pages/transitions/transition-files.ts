import { tableFor } from '../../../kernel/table';
import { tableCsv } from '../../../platform/text/csv';
import { flowSvg } from '../../parts/flow-svg';
import { answered } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { problemPage } from '../../site/problem-page';
import type { Visit } from '../../site/visit';
import { coverageOf } from './coverage-section';
import { mostLostFirst } from './pair-order';
import { COVERAGE_COLUMNS, TRANSITION_LINE_COLUMNS, type TransitionLine } from './transition-columns';
import { transitionFlow } from './transition-flow';
import { figureTitle } from './flow-section';
import { transitionsAsked } from './transitions-asked';

/** The flow as a drawing, and every pair and the coverage as spreadsheet programs open them. */
export async function transitionFile(visit: Visit): Promise<PageAnswer> {
  const { language, params, api } = visit;
  const { file } = params;
  const csv = { type: 'text/csv; charset=utf-8' };
  if (file === 'daekning.csv') {
    const { rows } = await coverageOf(visit, await transitionsAsked(visit));
    return { ...csv, name: file, content: tableCsv(tableFor(language, file, COVERAGE_COLUMNS, rows), language) };
  }
  if (file !== 'overgange.csv' && file !== 'overgange.svg') return problemPage(visit, 404, {});
  const { query } = await transitionsAsked(visit);
  const transitions = await answered(api.GET('/api/v1/transitions', { params: { query } }));
  const { hospital, municipality, total, pairs } = transitions;
  if (file === 'overgange.svg') {
    const content = flowSvg(transitionFlow(total, language), figureTitle(visit, transitions));
    return { name: file, type: 'image/svg+xml', content };
  }
  const lines: TransitionLine[] = [
    { hospital, municipality, counts: total },
    ...mostLostFirst(pairs).map((pair) => ({ hospital: pair.hospital, municipality: pair.municipality, counts: pair })),
  ];
  return { ...csv, name: file, content: tableCsv(tableFor(language, file, TRANSITION_LINE_COLUMNS, lines), language) };
}
