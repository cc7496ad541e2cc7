import { periodTitle } from '../../../kernel/period';
import { LEVEL_WORDS } from '../../../kernel/words/codes';
import { FIGURE_WORDS } from '../../../kernel/words/figure';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { drawnChart, type DrawnChart } from '../../parts/drawn-chart';
import { Figure, FIGURE_SCRIPT } from '../../parts/figure';
import { periodAsked, periodOptions } from '../../parts/periods';
import type { Shapes } from '../../parts/shapes';
import { COMPARED_LEVELS, levelOptions, ownUnit, unitsOf } from '../../parts/units';
import { viewpointAsked } from '../../parts/viewpoint';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { addressOf, say, type Visit } from '../../site/visit';
import { ComparedUnits } from './compared-units';
import { DefinitionSection } from './definition-section';

/** One indicator: its definition, and the units beside each other. */
export async function indicatorPage(visit: Visit): Promise<Page> {
  const key = visit.params['key'] ?? '';
  const meaning = await answered(
    visit.api.GET('/api/v1/metadata/indicators/{key}', { params: { path: { key }, query: {} } }),
  );
  const { codeLists } = (await answered(
    visit.api.GET('/api/v1/metadata/{section}', { params: { path: { section: 'code-lists' }, query: {} } }),
  )) as Shapes['CodeLists'];
  const viewpoint = viewpointAsked(visit);
  const [period, units] = [await periodAsked(visit, viewpoint.view), await unitsOf(visit)];
  const own = ownUnit(visit, units);
  const level = COMPARED_LEVELS.find((one) => one === (visit.asked['level'] ?? own?.level)) ?? 'hospital';
  const asked = { period: period.name, level, ...viewpoint.query };
  const report = await answered<Shapes['IndicatorResults']>(
    visit.api.GET('/api/v1/indicators/{key}/results', { params: { path: { key }, query: asked } }),
  );
  const mark = own?.level === level ? own.id : undefined;
  const funnel = await drawnChart(visit, 'funnel', { indicator: key, ...asked, mark });
  const name = say(visit, meaning.title as Shapes['Bilingual']);
  return {
    title: `${meaning.number} ${name}`,
    lead: say(visit, meaning.description as Shapes['Bilingual']),
    crumbs: [{ title: say(visit, WORDS.listTitle), href: '/indikatorer' }],
    scripts: [FIGURE_SCRIPT],
    main: (
      <>
        <Contents visit={visit} keyOf={key} period={period.name} />
        <DefinitionSection visit={visit} meaning={meaning} codeLists={codeLists} />
        {period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
        {viewpoint.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert> : undefined}
        <ComparedUnits
          visit={visit}
          report={report}
          title={say(
            visit,
            WORDS.comparedCaption({
              indicator: name,
              level: LEVEL_WORDS[level],
              period: periodTitle(report.period),
            }),
          )}
          own={own?.id}
        />
        <Choices
          visit={visit}
          choices={[
            {
              name: 'period',
              label: say(visit, CHOICE_WORDS.period),
              value: period.name,
              options: periodOptions(period.names, visit.language),
            },
            { name: 'level', label: say(visit, CHOICE_WORDS.level), value: level, options: levelOptions(visit) },
            ...viewpoint.choices,
          ]}
        />
        <Funnel visit={visit} drawn={funnel} name={name} />
      </>
    ),
  };
}

function Contents({
  visit,
  keyOf,
  period,
}: {
  readonly visit: Visit;
  readonly keyOf: string;
  readonly period: string;
}) {
  return (
    <nav aria-label={say(visit, WORDS.contents)} class="on-page">
      <ul>
        <li>
          <a href="#definition">{say(visit, WORDS.definition)}</a>
        </li>
        <li>
          <a href="#enheder">{say(visit, WORDS.compared)}</a>
        </li>
        <li>
          <a href="#tragt">{say(visit, WORDS.funnel)}</a>
        </li>
        <li>
          <a href={addressOf(`/indikatorer/${keyOf}/udvikling`, { period })}>{say(visit, WORDS.series)}</a>
        </li>
      </ul>
    </nav>
  );
}

function Funnel({ visit, drawn, name }: { readonly visit: Visit; readonly drawn: DrawnChart; readonly name: string }) {
  const chart = drawn.chart as Shapes['FunnelChart'];
  const title = FIGURE_WORDS.funnelOf({
    indicator: name,
    level: LEVEL_WORDS[chart.level],
    period: periodTitle(chart.period),
  });
  return (
    <section aria-labelledby="tragt">
      <h2 id="tragt">{say(visit, WORDS.funnel)}</h2>
      <Figure visit={visit} drawn={drawn} title={say(visit, title)} />
    </section>
  );
}
