import { isDay } from '../../../kernel/day';
import { NOTE } from '../../../kernel/human-words';
import { parsePeriod } from '../../../kernel/period';
import { FREEZE_FORM_WORDS, FROZEN_WORDS, TAKE_STEP_WORDS } from '../../../kernel/words/frozen';
import { DataTable } from '../../parts/data-table';
import { FaultSummary, type FieldFault } from '../../parts/fault-summary';
import { endOfDay } from '../../parts/moments';
import { rateColumns } from '../../parts/rate';
import type { Shapes } from '../../parts/shapes';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { problemPage } from '../../site/problem-page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { BuildForm, commentName, COMMENT_KINDS } from './build-form';
import { periodText } from './report-words';

type Indicators = Shapes['IndicatorList']['indicators'];

/** Where a report is built: what it is of, what the registry writes, and how the numbers look before they are frozen. */
export async function buildPage(
  visit: Visit,
  { faults = [], preview }: { faults?: readonly FieldFault[]; preview?: Shapes['Report'] } = {},
): Promise<Page> {
  if (!visit.may('freezeReport')) return problemPage(visit, visit.reader === undefined ? 401 : 403, {});
  const { indicators } = await answered(visit.api.GET('/api/v1/indicators'));
  return {
    title: say(visit, FREEZE_FORM_WORDS.title),
    lead: say(visit, FREEZE_FORM_WORDS.lead),
    crumbs: [{ title: say(visit, FROZEN_WORDS.title), href: '/rapporter' }],
    ...(faults.length === 0 ? undefined : { status: 400 }),
    main: (
      <>
        <FaultSummary heading={say(visit, TAKE_STEP_WORDS.faults)} faults={faults} />
        {preview === undefined ? undefined : <Preview visit={visit} report={preview} />}
        <BuildForm visit={visit} indicators={indicators} faults={faults} />
      </>
    ),
  };
}

/** Shows the numbers of what was posted, or freezes it. */
export async function freezeReport(visit: Visit): Promise<PageAnswer> {
  if (!visit.may('freezeReport')) return buildPage(visit);
  const { indicators } = await answered(visit.api.GET('/api/v1/indicators'));
  const faults = faultsIn(visit, indicators);
  if (faults.length > 0) return buildPage(visit, { faults });
  const question = questionOf(visit);
  const { api } = visit;
  if (postedText(visit, 'do') !== 'freeze') {
    const query = { ...question, level: 'denmark', format: 'json' } as const;
    const preview = (await answered(api.GET('/api/v1/exports/report', { params: { query } }))) as Shapes['Report'];
    return buildPage(visit, { preview });
  }
  const note = postedText(visit, 'note');
  const view = postedText(visit, 'view') === 'published' ? ('published' as const) : ('exact' as const);
  const comments = commentsIn(visit, indicators);
  const body = {
    ...question,
    view,
    by: visit.reader?.name ?? '',
    ...(note === '' ? undefined : { note }),
    ...(comments.length === 0 ? undefined : { comments }),
  };
  try {
    const { id } = await answered(api.POST('/api/v1/reports', { body }));
    return { to: addressOf(`/rapporter/${id}`, { gjort: 'Frozen' }) };
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 400) throw error;
    return buildPage(visit, { faults: [{ field: 'period', text: say(visit, FREEZE_FORM_WORDS.badPeriod) }] });
  }
}

function questionOf(visit: Visit) {
  const knownOn = postedText(visit, 'knownAt');
  const asOf = postedText(visit, 'asOf');
  return {
    period: postedText(visit, 'period'),
    ...(asOf === '' ? undefined : { asOf }),
    // Today has not ended: what is known by now is all of it.
    ...(knownOn === '' || knownOn === visit.today ? undefined : { knownAt: endOfDay(knownOn) }),
  };
}

const commentsIn = (visit: Visit, indicators: Indicators) =>
  indicators.flatMap(({ key }) =>
    COMMENT_KINDS.flatMap((kind) => {
      const text = postedText(visit, commentName(key, kind));
      return text === '' ? [] : [{ indicator: key, kind, text }];
    }),
  );

/** Everything that is wrong with what was posted, field by field. */
function faultsIn(visit: Visit, indicators: Indicators): FieldFault[] {
  const words = FREEZE_FORM_WORDS;
  const posted = (name: string) => postedText(visit, name);
  const knownOn = posted('knownAt');
  const texts = ['note', ...indicators.flatMap(({ key }) => COMMENT_KINDS.map((kind) => commentName(key, kind)))];
  return [
    ...(parsePeriod(posted('period')) === undefined ? [{ field: 'period', text: say(visit, words.badPeriod) }] : []),
    ...(posted('asOf') === '' || isDay(posted('asOf')) ? [] : [{ field: 'asOf', text: say(visit, words.badAsOf) }]),
    ...(knownOn === '' || (isDay(knownOn) && knownOn <= visit.today)
      ? []
      : [{ field: 'knownAt', text: say(visit, words.badKnownAt) }]),
    ...texts
      .filter((name) => posted(name) !== '' && !NOTE.fits(posted(name)))
      .map((field) => ({ field, text: say(visit, words.badText) })),
  ];
}

function Preview({ visit, report }: { readonly visit: Visit; readonly report: Shapes['Report'] }) {
  const of = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{say(visit, FREEZE_FORM_WORDS.preview)}</h2>
      <DataTable
        caption={periodText(report.period.name, visit)}
        rows={report.rows}
        columns={[
          {
            heading: say(visit, FROZEN_WORDS.indicator),
            cell: ({ indicator }) => {
              const known = of.get(indicator);
              return known === undefined ? indicator : `${known.number} ${say(visit, known.title)}`;
            },
          },
          ...rateColumns(visit.language),
        ]}
      />
    </section>
  );
}
