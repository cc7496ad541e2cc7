import { percentText } from '../../../kernel/figures';
import { tenthsText } from '../../../kernel/localised';
import { LEVELS } from '../../../kernel/unit';
import { LEVEL_WORDS } from '../../../kernel/words/codes';
import { COMPARISON_WORDS, FROZEN_WORDS } from '../../../kernel/words/frozen';
import { CAUSE_WORDS } from '../../../kernel/words/movement';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { reportOption } from './report-words';

type Row = Shapes['Movement']['rows'][number];

/** Two frozen reports side by side: what moved, and why. */
export async function comparisonPage(visit: Visit): Promise<Page> {
  const { reports } = await answered(visit.api.GET('/api/v1/reports'));
  const [from, to] = [visit.asked['fra'] ?? reports.at(-2)?.id ?? '', visit.asked['til'] ?? reports.at(-1)?.id ?? ''];
  const level = LEVELS.find((one) => one === visit.asked['niveau']) ?? 'denmark';
  const isAsked = visit.asked['fra'] !== undefined && visit.asked['til'] !== undefined;
  const movement =
    isAsked && from !== to
      ? await answered(
          visit.api.GET('/api/v1/reports/{from}/movement/{to}', { params: { path: { from, to }, query: { level } } }),
        )
      : undefined;
  const options = reports.map((report) => reportOption(visit, report));
  return {
    title: say(visit, COMPARISON_WORDS.title),
    lead: say(visit, COMPARISON_WORDS.lead),
    crumbs: [{ title: say(visit, FROZEN_WORDS.title), href: '/rapporter' }],
    main: (
      <>
        {reports.length < 2 ? (
          <Alert kind="info">{say(visit, COMPARISON_WORDS.few)}</Alert>
        ) : (
          <Choices
            visit={visit}
            submit={say(visit, COMPARISON_WORDS.show)}
            choices={[
              { name: 'fra', label: say(visit, COMPARISON_WORDS.from), value: from, options },
              { name: 'til', label: say(visit, COMPARISON_WORDS.to), value: to, options },
              {
                name: 'niveau',
                label: say(visit, FROZEN_WORDS.level),
                value: level,
                options: LEVELS.map((value) => ({ value, text: say(visit, LEVEL_WORDS[value]) })),
              },
            ]}
          />
        )}
        {isAsked && from === to ? <Alert kind="warning">{say(visit, COMPARISON_WORDS.choose)}</Alert> : undefined}
        {movement === undefined ? undefined : <Moved visit={visit} movement={movement} />}
      </>
    ),
  };
}

function Moved({ visit, movement }: { readonly visit: Visit; readonly movement: Shapes['Movement'] }) {
  const { language } = visit;
  const words = COMPARISON_WORDS;
  const moved = movement.rows.filter(({ parts }) => parts.length > 0);
  const unmoved = movement.rows.length - moved.length;
  return (
    <>
      <DataTable
        caption={say(visit, words.caption({ level: say(visit, LEVEL_WORDS[movement.level]) }))}
        rows={moved}
        empty={say(visit, words.onlyMoved)}
        columns={[
          {
            heading: say(visit, FROZEN_WORDS.indicator),
            cell: ({ number, title, unit }) => (
              <>
                {number} {say(visit, title)} <small>{unit.name}</small>
              </>
            ),
          },
          {
            heading: say(visit, words.before),
            side: 'figure',
            cell: ({ percentFrom }) => percentText(percentFrom, language),
          },
          {
            heading: say(visit, words.after),
            side: 'figure',
            cell: ({ percentTo }) => percentText(percentTo, language),
          },
          { heading: say(visit, words.change), side: 'figure', cell: (row) => changeText(row, visit) },
          {
            heading: say(visit, words.why),
            side: 'words',
            cell: ({ text }) => (
              <ul class="reasons">
                {say(visit, text)
                  .split('; ')
                  .map((line) => (
                    <li>{line}</li>
                  ))}
              </ul>
            ),
          },
          { heading: say(visit, words.causes), side: 'words', cell: (row) => <Causes visit={visit} row={row} /> },
        ]}
      />
      {moved.length === 0 || unmoved === 0 ? undefined : <p>{say(visit, words.unmoved({ count: unmoved }))}</p>}
    </>
  );
}

function Causes({ visit, row: { parts } }: { readonly visit: Visit; readonly row: Row }) {
  return (
    <ul class="reasons">
      {parts.map(({ cause, decisions }) => (
        <li>{say(visit, COMPARISON_WORDS.decisions({ cause: say(visit, CAUSE_WORDS[cause]), count: decisions }))}</li>
      ))}
    </ul>
  );
}

/** The move in percentage points, with its sign; a dash where one of the two has no share. */
function changeText({ percentFrom, percentTo }: Row, visit: Visit): string {
  if (percentFrom === null || percentTo === null) return '–';
  const points = Math.round((percentTo - percentFrom) * 10) / 10;
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  const text = `${sign}${tenthsText(Math.abs(points), visit.language)}`;
  return say(visit, COMPARISON_WORDS.points({ points: text }));
}
