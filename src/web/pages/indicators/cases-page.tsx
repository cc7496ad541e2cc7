import { both } from '../../../kernel/language';
import { dayText, listed } from '../../../kernel/localised';
import { parsePeriod, periodTitle } from '../../../kernel/period';
import { OUTCOME_WORDS, REASON_WORDS } from '../../../kernel/words/codes';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { Choices } from '../../parts/choices';
import { DataTable, type Column } from '../../parts/data-table';
import { periodAsked, periodOptions } from '../../parts/periods';
import type { Shapes } from '../../parts/shapes';
import { contextAsked, unitAsked, unitOptions, unitsOf } from '../../parts/units';
import { viewpointAsked } from '../../parts/viewpoint';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { addressOf, addressWith, say, type Visit } from '../../site/visit';

type Case = Shapes['Cases']['cases'][number];

const OUTCOMES = ['not-met', 'met', 'unknown', 'pending', 'met-so-far', 'excluded', 'not-applicable'] as const;
const AT_ONCE = 50;

/** The patients behind a number, under pseudonyms, those who did not meet it unless others are asked for. */
export async function casesPage(visit: Visit): Promise<Page> {
  const key = visit.params['key'] ?? '';
  const { api } = visit;
  const meaning = await answered(
    api.GET('/api/v1/metadata/indicators/{key}', { params: { path: { key }, query: {} } }),
  );
  const viewpoint = viewpointAsked(visit);
  const units = await unitsOf(visit);
  const unit = unitAsked(units, visit.asked['unit']);
  const period = await periodAsked(visit, viewpoint.view);
  const text = visit.asked['outcome'];
  const outcome = text === 'all' ? undefined : (OUTCOMES.find((one) => one === text) ?? 'not-met');
  const from = Math.max(0, Number.parseInt(visit.asked['from'] ?? '0', 10) || 0);
  const query = {
    period: period.name,
    unit: unit.id,
    context: contextAsked(visit.asked['context'], unit.level),
    limit: AT_ONCE,
    from,
    ...(outcome === undefined ? undefined : { outcome }),
    ...viewpoint.query,
  };
  const found = await answered(api.GET('/api/v1/indicators/{key}/cases', { params: { path: { key }, query } }));
  const name = `${meaning.number} ${say(visit, meaning.title as Shapes['Bilingual'])}`;
  const shown = parsePeriod(period.name);
  const outcomes = [
    { value: 'all', text: say(visit, WORDS.every) },
    ...OUTCOMES.map((value) => ({ value, text: say(visit, outcomeWords(value)) })),
  ];
  return {
    title: say(visit, WORDS.patientsOf({ indicator: both(name, name) })),
    lead: say(
      visit,
      WORDS.patientsLead({
        unit: both(unit.name, unit.name),
        period: shown === undefined ? period.name : periodTitle(shown),
      }),
    ),
    crumbs: [
      { title: say(visit, WORDS.listTitle), href: '/indikatorer' },
      { title: name, href: addressOf(`/indikatorer/${key}`, { period: period.name }) },
      {
        title: unit.name,
        href: addressOf(`/indikatorer/${key}/udvikling`, { unit: unit.id, period: period.name }),
      },
    ],
    main: (
      <>
        <Choices
          visit={visit}
          kept={['context']}
          choices={[
            { name: 'outcome', label: say(visit, WORDS.outcome), value: outcome ?? 'all', options: outcomes },
            { name: 'unit', label: say(visit, WORDS.unit), value: unit.id, options: unitOptions(units) },
            {
              name: 'period',
              label: say(visit, CHOICE_WORDS.period),
              value: period.name,
              options: periodOptions(period.names, visit.language),
            },
          ]}
        />
        <DataTable
          caption={say(visit, WORDS.patientsCaption({ count: found.total }))}
          columns={caseColumns(visit)}
          rows={found.cases}
          empty={say(visit, WORDS.nobody)}
        />
        <Pager visit={visit} from={from} shown={found.cases.length} total={found.total} />
      </>
    ),
  };
}

const outcomeWords = (outcome: (typeof OUTCOMES)[number]) =>
  outcome === 'met-so-far' ? WORDS.metSoFar : OUTCOME_WORDS[outcome];

function caseColumns(visit: Visit): Column<Case>[] {
  const { language } = visit;
  return [
    {
      heading: say(visit, WORDS.patient),
      cell: ({ person, pathway }) => (
        <>
          <a href={`/personer/${person}`}>{person}</a> <small>{say(visit, WORDS.pathway({ number: pathway }))}</small>
        </>
      ),
    },
    { heading: say(visit, WORDS.indexDay), cell: ({ indexDay }) => dayText(indexDay)[language] },
    { heading: say(visit, WORDS.outcome), cell: ({ outcome }) => say(visit, OUTCOME_WORDS[outcome]) },
    {
      heading: say(visit, WORDS.reason),
      cell: ({ reason }) => (reason === undefined ? '–' : say(visit, REASON_WORDS[reason])),
    },
    { heading: say(visit, WORDS.hospital), cell: ({ hospitalName }) => hospitalName },
    { heading: say(visit, WORDS.municipality), cell: ({ municipalityName }) => municipalityName ?? '–' },
    {
      heading: say(visit, WORDS.credit),
      cell: ({ credit }) =>
        credit.length === 0
          ? '–'
          : say(
              visit,
              listed(
                credit.map(({ name }) => both(name, name)),
                'and',
              ),
            ),
    },
  ];
}

function Pager({
  visit,
  from,
  shown,
  total,
}: {
  readonly visit: Visit;
  readonly from: number;
  readonly shown: number;
  readonly total: number;
}) {
  if (total <= AT_ONCE) return <></>;
  const next = from + AT_ONCE;
  return (
    <nav class="pager" aria-label={say(visit, WORDS.patients)}>
      <p>{say(visit, WORDS.page({ from: from + 1, to: from + shown, total }))}</p>
      {from === 0 ? undefined : (
        <a href={addressWith(visit, { from: Math.max(0, from - AT_ONCE) })}>{say(visit, WORDS.earlier)}</a>
      )}
      {next >= total ? undefined : <a href={addressWith(visit, { from: next })}>{say(visit, WORDS.later)}</a>}
    </nav>
  );
}
