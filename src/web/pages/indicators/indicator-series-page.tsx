import { both } from '../../../kernel/language';
import { parsePeriod, periodTitle, type Period } from '../../../kernel/period';
import { STEP_WORDS } from '../../../kernel/words/charts';
import { FIGURE_WORDS } from '../../../kernel/words/figure';
import { INDICATOR_PAGE_WORDS as WORDS, STEP_CHOICE_WORDS } from '../../../kernel/words/indicator-pages';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { drawnChart } from '../../parts/drawn-chart';
import { Figure, FIGURE_SCRIPT } from '../../parts/figure';
import { periodAsked, periodOptions } from '../../parts/periods';
import type { Shapes } from '../../parts/shapes';
import { TroubleSection, troublesOf } from '../../parts/troubles';
import { contextAsked, ownUnit, unitAsked, unitOptions, unitsOf } from '../../parts/units';
import { viewpointAsked } from '../../parts/viewpoint';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { addressOf, say, type Visit } from '../../site/visit';
import { CreditSection } from './credit-section';
import { UnknownSection } from './unknown-section';

const STEPS = ['month', 'quarter', 'year'] as const;

/** A series is of all the time there is, and so are the troubles told beside it. */
const ALL = parsePeriod('all') as Period;

/** What an indicator did over time in one unit, which sources lacked something, who fulfilled it and what is unknown. */
export async function indicatorSeriesPage(visit: Visit): Promise<Page> {
  const key = visit.params['key'] ?? '';
  const { api } = visit;
  const meaning = await answered(
    api.GET('/api/v1/metadata/indicators/{key}', { params: { path: { key }, query: {} } }),
  );
  const viewpoint = viewpointAsked(visit);
  const units = await unitsOf(visit);
  const unit = unitAsked(units, visit.asked['unit'] ?? ownUnit(visit, units)?.id);
  const period = await periodAsked(visit, viewpoint.view);
  const by = STEPS.find((step) => step === visit.asked['by']) ?? 'quarter';
  const context = contextAsked(visit.asked['context'], unit.level);
  const over = { indicator: key, unit: unit.id, by, context, ...viewpoint.query };
  const trend = await drawnChart(visit, 'trend', over);
  const control = await drawnChart(visit, 'control', over);
  const asked = { period: period.name, context, ...viewpoint.query };
  const report = await answered<Shapes['IndicatorResults']>(
    api.GET('/api/v1/indicators/{key}/results', { params: { path: { key }, query: { ...asked, level: unit.level } } }),
  );
  const credits = await answered(
    api.GET('/api/v1/indicators/{key}/credits', { params: { path: { key }, query: { ...asked, unit: unit.id } } }),
  );
  const troubles = await troublesOf(visit, unit, units, ALL);
  const rows = report.rows.filter((row) => row.unit.id === unit.id);
  const name = say(visit, meaning.title as Shapes['Bilingual']);
  const named = { indicator: name, unit: both(unit.name, unit.name), step: STEP_WORDS[by] };
  return {
    title: `${meaning.number} ${name}: ${unit.name}`,
    lead: say(visit, meaning.description as Shapes['Bilingual']),
    crumbs: [
      { title: say(visit, WORDS.listTitle), href: '/indikatorer' },
      { title: `${meaning.number} ${name}`, href: addressOf(`/indikatorer/${key}`, { period: period.name }) },
    ],
    scripts: [FIGURE_SCRIPT],
    main: (
      <>
        {viewpoint.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert> : undefined}
        {period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
        <Choices
          visit={visit}
          kept={['context']}
          choices={[
            { name: 'unit', label: say(visit, WORDS.unit), value: unit.id, options: unitOptions(units) },
            {
              name: 'by',
              label: say(visit, WORDS.step),
              value: by,
              options: STEPS.map((value) => ({ value, text: say(visit, STEP_CHOICE_WORDS[value]) })),
            },
            {
              name: 'period',
              label: say(visit, CHOICE_WORDS.period),
              value: period.name,
              options: periodOptions(period.names, visit.language),
            },
            ...viewpoint.choices,
          ]}
        />
        <Further visit={visit} keyOf={key} unit={unit.id} period={period.name} />
        <section aria-labelledby="udvikling">
          <h2 id="udvikling">{say(visit, WORDS.trendHeading)}</h2>
          <Figure visit={visit} drawn={trend} title={say(visit, FIGURE_WORDS.trendOf(named))} />
        </section>
        <TroubleSection visit={visit} unit={unit} found={troubles} rows={rows} />
        <section aria-labelledby="kontrol">
          <h2 id="kontrol">{say(visit, WORDS.controlHeading)}</h2>
          <Figure visit={visit} drawn={control} title={say(visit, FIGURE_WORDS.controlOf(named))} />
        </section>
        <UnknownSection visit={visit} row={rows[0]} period={periodTitle(report.period)} />
        <CreditSection visit={visit} credits={credits} />
      </>
    ),
  };
}

/** Where one goes on from here: the unit's other indicators, and the patients for whoever may see them. */
function Further({
  visit,
  keyOf,
  unit,
  period,
}: {
  readonly visit: Visit;
  readonly keyOf: string;
  readonly unit: string;
  readonly period: string;
}) {
  return (
    <ul class="further">
      <li>
        <a href={addressOf(`/enheder/${unit}`, { period })}>{say(visit, WORDS.units)}</a>
      </li>
      {visit.may('listCases') ? (
        <li>
          <a href={addressOf(`/indikatorer/${keyOf}/patienter`, { unit, period })}>{say(visit, WORDS.patients)}</a>
        </li>
      ) : undefined}
    </ul>
  );
}
