import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { parsePeriod, periodTitle } from '../../../kernel/period';
import { viewNote } from '../../../kernel/figures';
import { COLUMN_WORDS } from '../../../kernel/words/report';
import { CHOICE_WORDS, OVERVIEW_WORDS } from '../../../kernel/words/overview';
import { RATE_WORDS } from '../../../kernel/words/rates';
import { BOUND_WORDS } from '../../../kernel/words/shared';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import { periodAsked, periodOptions, type PeriodAsked } from '../../parts/periods';
import { rateColumns } from '../../parts/rate';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressOf, say, type Visit } from '../../site/visit';

/** The first page: every indicator of the whole country. */
@Pages()
export class OverviewPages {
  constructor(private readonly site: Site) {}

  @PageAt('')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, overviewPage);
  }
}

async function overviewPage(visit: Visit): Promise<Page> {
  const view = visit.reader?.roles.includes('registry') === true ? 'exact' : 'published';
  const period = await periodAsked(visit, view);
  const asOf = visit.asked['asOf'];
  const isDayUsable = asOf === undefined || (view === 'exact' && isDay(asOf));
  const query = {
    period: period.name,
    level: 'denmark',
    format: 'json',
    ...(isDayUsable && asOf !== undefined ? { asOf } : undefined),
  } as const;
  const report = (await answered(visit.api.GET('/api/v1/exports/report', { params: { query } }))) as Shapes['Report'];
  return {
    title: say(visit, OVERVIEW_WORDS.title),
    lead: say(visit, OVERVIEW_WORDS.lead),
    main: (
      <>
        {period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
        {isDayUsable ? undefined : <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert>}
        <OverviewChoices visit={visit} period={period} report={report} />
        <Table visit={visit} report={report} />
        <Notes visit={visit} report={report} />
      </>
    ),
  };
}

interface Shown {
  readonly visit: Visit;
  readonly report: Shapes['Report'];
}

function OverviewChoices({ visit, period, report }: Shown & { readonly period: PeriodAsked }) {
  const { language } = visit;
  const choices = [
    {
      name: 'period',
      label: say(visit, CHOICE_WORDS.period),
      value: period.name,
      options: periodOptions(period.names, language),
    },
    ...(report.view === 'exact'
      ? [{ name: 'asOf', label: say(visit, CHOICE_WORDS.asOf), value: report.asOf, type: 'date' as const }]
      : []),
  ];
  return <Choices visit={visit} choices={choices} />;
}

function Table({ visit, report }: Shown) {
  const { language } = visit;
  const indicatorOf = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  const period = parsePeriod(report.period.name);
  const title = period === undefined ? report.period.name : periodTitle(period)[language];
  return (
    <DataTable
      caption={`${say(visit, OVERVIEW_WORDS.caption)} · ${title} · ${say(visit, CHOICE_WORDS.asOf)} ${dayText(report.asOf)[language]} · ${report.definition}`}
      columns={[
        {
          heading: say(visit, COLUMN_WORDS.indicator),
          cell: (row) => (
            <IndicatorName visit={visit} indicator={indicatorOf.get(row.indicator)} period={report.period.name} />
          ),
        },
        ...rateColumns(language),
      ]}
      rows={report.rows}
    />
  );
}

function IndicatorName({
  visit,
  indicator,
  period,
}: {
  readonly visit: Visit;
  readonly indicator: Shapes['ReportedIndicator'] | undefined;
  readonly period: string;
}) {
  if (indicator === undefined) return <></>;
  const { number, key, title, target } = indicator;
  const goal = target.direction === 'at-least' ? BOUND_WORDS.atLeastPercent : BOUND_WORDS.atMostPercent;
  return (
    <>
      <a href={addressOf(`/indikatorer/${key}`, { period })}>
        {number} {say(visit, title)}
      </a>{' '}
      <small>{say(visit, OVERVIEW_WORDS.goal({ goal: goal({ percent: target.percent }) }))}</small>
    </>
  );
}

function Notes({ visit, report }: Shown) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" class="h3">
        {say(visit, OVERVIEW_WORDS.notes)}
      </h2>
      <ul>
        {RATE_WORDS.notes.map((note) => (
          <li>{say(visit, note)}</li>
        ))}
        {viewNote(report.view, visit.language).map((note) => (
          <li>{note}</li>
        ))}
        {report.label === undefined ? undefined : <li>{say(visit, OVERVIEW_WORDS.workingMeaning)}</li>}
      </ul>
      <p class="digest">
        {say(visit, OVERVIEW_WORDS.digest)}: <code>{report.digest}</code>
      </p>
    </section>
  );
}
