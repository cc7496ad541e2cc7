import { both } from '../../kernel/language';
import { percentText } from '../../kernel/figures';
import { dayText } from '../../kernel/localised';
import { periodTitle } from '../../kernel/period';
import { CHANGE_WORDS } from '../../kernel/words/charts';
import { COLUMN_WORDS } from '../../kernel/words/report';
import { UNIT_PAGE_WORDS as WORDS } from '../../kernel/words/unit-pages';
import { DataTable, type Column } from './data-table';
import { goalText } from './goal';
import { GoalLevelBadge } from './goal-level';
import { rateColumns } from './rate';
import type { Shapes } from './shapes';
import { addressOf, say, type Visit } from '../site/visit';

type Row = Shapes['ProfileRow'];

export interface ProfileShown {
  readonly visit: Visit;
  readonly profile: Shapes['UnitProfile'];
  readonly titles: ReadonlyMap<string, Shapes['Bilingual']>;
  /** Where an indicator's name leads; its trend in the unit unless another place is named. */
  readonly leadsTo?: (key: string) => string;
}

/** Every indicator of a unit, the estimate first, with its level and what changed. */
export function ProfileTable({ visit, profile, titles, leadsTo }: ProfileShown) {
  const { language } = visit;
  const { unit, period, asOf, definition, fewest } = profile;
  const caption = WORDS.caption({
    unit: both(unit.name, unit.name),
    period: periodTitle(period),
    day: dayText(asOf),
    definition,
  });
  const columns: Column<Row>[] = [
    {
      heading: say(visit, COLUMN_WORDS.indicator),
      cell: (row) => <Named visit={visit} profile={profile} titles={titles} row={row} {...(leadsTo && { leadsTo })} />,
    },
    {
      heading: say(visit, WORDS.level),
      cell: (row) => <GoalLevelBadge row={row} fewest={fewest} language={language} />,
    },
    ...rateColumns(language),
    ...(profile.before === null
      ? []
      : [
          {
            heading: say(visit, WORDS.change({ period: periodTitle(profile.before) })),
            cell: (row: Row) => <Change visit={visit} row={row} />,
          },
        ]),
  ];
  return (
    <DataTable
      caption={say(visit, caption)}
      columns={columns}
      rows={profile.indicators}
      keyOf={({ indicator }) => indicator}
      empty={say(visit, WORDS.none)}
    />
  );
}

function Named({ visit, profile, titles, row, leadsTo }: ProfileShown & { readonly row: Row }) {
  const title = titles.get(row.indicator);
  const asked = { unit: profile.unit.id, period: profile.period.name };
  const { context } = visit.asked;
  return (
    <>
      <a href={leadsTo?.(row.indicator) ?? addressOf(`/indikatorer/${row.indicator}/udvikling`, { ...asked, context })}>
        {row.number} {title === undefined ? row.indicator : say(visit, title)}
      </a>{' '}
      <small>{say(visit, WORDS.goal({ goal: goalText(row.target) }))}</small>
      {visit.may('listCases') ? (
        <small>
          <a
            href={addressOf(`/indikatorer/${row.indicator}/patienter`, { ...asked, context })}
            aria-label={`${say(visit, WORDS.patients)}: ${title === undefined ? row.indicator : say(visit, title)}`}
          >
            {say(visit, WORDS.patients)}
          </a>
        </small>
      ) : undefined}
    </>
  );
}

function Change({ visit, row: { change, before } }: { readonly visit: Visit; readonly row: Row }) {
  const percent = before?.estimate.percent ?? null;
  const earlier = percent === null ? undefined : percentText(percent, visit.language);
  return (
    <>
      {say(
        visit,
        change === null ? (percent === null ? WORDS.noBefore : CHANGE_WORDS.none) : CHANGE_WORDS[change.meaning],
      )}
      {earlier === undefined ? undefined : <small>{say(visit, WORDS.before({ percent: earlier }))}</small>}
    </>
  );
}
