import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { dayText } from '../../../kernel/localised';
import { OUTCOME_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import { SITE_WORDS } from '../../../kernel/words/site';
import {
  WORKLIST_CHOICE_WORDS as CHOICE,
  WORKLIST_HEADING_WORDS as HEADING,
  WORKLIST_PAGE_WORDS as WORDS,
} from '../../../kernel/words/worklists';
import { columnsCsv } from '../../../platform/text/csv';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressWith, say, type Visit } from '../../site/visit';
import { indicatorTitles } from '../persons/person-page';

const NAMES = [
  'indicator',
  'outcome',
  'within',
  'daysSince',
  'sector',
  'municipality',
  'hospital',
  'ageFrom',
  'ageTo',
  'followedElsewhere',
  'sort',
] as const;
const PAGE_SIZE = 50;
const MOST_ROWS = 1_000;

/** Patients for whom something can still be done, by everything that can be chosen together. */
@Pages()
export class WorklistPages {
  constructor(private readonly site: Site) {}

  @PageAt('arbejdsliste')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, worklistPage);
  }
}

async function worklistPage(visit: Visit): Promise<PageAnswer> {
  const titles = await indicatorTitles(visit);
  const asked = Object.fromEntries(
    NAMES.flatMap((name) => (visit.asked[name] === undefined ? [] : [[name, visit.asked[name]]])),
  );
  const isFile = visit.asked['format'] === 'csv';
  const page = { limit: isFile ? MOST_ROWS : PAGE_SIZE, from: isFile ? 0 : Number(visit.asked['from'] ?? 0) || 0 };
  const query = { ...asked, ...page } as { sort?: 'deadline' };
  const asking = visit.api.GET('/api/v1/worklists', { params: { query } });
  const list = await answered(asking).catch((error: unknown) => {
    if (error instanceof ApiRefusal && (error.status === 400 || error.status === 404)) return undefined;
    throw error;
  });
  const { units } = await answered(visit.api.GET('/api/v1/units'));
  if (isFile && list !== undefined) return csvOf(visit, list);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(list === undefined ? { status: 400 } : undefined),
    main: (
      <>
        {list === undefined ? <Alert kind="error">{say(visit, WORDS.badChoice)}</Alert> : undefined}
        <Choices visit={visit} choices={choicesOf(visit, titles, units)} />
        {list === undefined ? undefined : <List visit={visit} list={list} titles={titles} />}
      </>
    ),
  };
}

function choicesOf(visit: Visit, titles: ReadonlyMap<string, string>, units: readonly Shapes['ListedUnit'][]) {
  const all = { value: '', text: say(visit, CHOICE.all) };
  const options = (pairs: Iterable<readonly [string, string]>, none = all) => [
    none,
    ...[...pairs].map(([value, text]) => ({ value, text })),
  ];
  const wordsOf = (words: object) =>
    Object.entries(words as Record<string, { da: string; en: string }>).map(
      ([key, text]) => [key, say(visit, text)] as const,
    );
  const unitsOf = (level: string) =>
    options(units.filter((unit) => unit.level === level).map(({ id, name }) => [id, name] as const));
  const yesNo = options(
    [
      ['true', say(visit, SITE_WORDS.yes)],
      ['false', say(visit, SITE_WORDS.no)],
    ],
    { value: '', text: say(visit, CHOICE.any) },
  );
  const one = (name: (typeof NAMES)[number], more: object) => ({
    name,
    label: say(visit, CHOICE[name]),
    value: visit.asked[name] ?? '',
    ...more,
  });
  const figure = { type: 'number' as const };
  return [
    one('indicator', { options: options(titles) }),
    one('within', figure),
    one('sort', {
      value: visit.asked['sort'] ?? 'deadline',
      options: (['deadline', 'last-contact'] as const).map((value) => ({ value, text: say(visit, CHOICE[value]) })),
    }),
    one('outcome', { options: options(wordsOf(OUTCOME_WORDS), { value: '', text: say(visit, CHOICE.canStill) }) }),
    one('daysSince', figure),
    one('followedElsewhere', { options: yesNo }),
    one('sector', { options: options(wordsOf(SECTOR_WORDS)) }),
    one('municipality', { options: unitsOf('municipality') }),
    one('hospital', { options: unitsOf('hospital') }),
    one('ageFrom', figure),
    one('ageTo', figure),
  ];
}

type Row = Shapes['WorklistRow'];

function List({
  visit,
  list,
  titles,
}: {
  readonly visit: Visit;
  readonly list: Shapes['Worklist'];
  readonly titles: ReadonlyMap<string, string>;
}) {
  const day = (text: string) => dayText(text)[visit.language];
  const left = (days: number) => say(visit, days === 0 ? HEADING.tooLate : HEADING.daysLeft({ count: days }));
  const { total, from, rows, asOf } = list;
  return (
    <>
      <p class="downloads">
        <a href={addressWith(visit, { format: 'csv', from: undefined })}>{say(visit, WORDS.download)}</a>
      </p>
      <DataTable
        caption={say(visit, WORDS.caption({ total, day: dayText(asOf) }))}
        empty={say(visit, WORDS.empty)}
        columns={[
          {
            heading: say(visit, HEADING.patient),
            cell: (row: Row) => (
              <>
                <a href={`/personer/${row.person}`}>
                  {say(visit, WORDS.open)} <code>{row.person}</code>
                </a>{' '}
                <small>{say(visit, HEADING.index({ number: row.pathway, day: dayText(row.indexDay) }))}</small>
              </>
            ),
          },
          { heading: say(visit, HEADING.age), cell: ({ age }) => say(visit, HEADING.years({ count: age })) },
          {
            heading: say(visit, HEADING.place),
            cell: (row) => [row.hospitalName, row.municipalityName].filter(Boolean).join(', '),
          },
          {
            heading: say(visit, HEADING.indicators),
            cell: ({ indicators }) => (
              <ul class="reasons">
                {indicators.map((one) => (
                  <li>
                    {say(
                      visit,
                      HEADING.until({
                        title: titles.get(one.indicator) ?? one.indicator,
                        outcome: OUTCOME_WORDS[one.outcome],
                        day: dayText(one.until),
                      }),
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            heading: say(visit, HEADING.deadline),
            cell: (row) => (
              <>
                {day(row.deadline)} <small>{left(row.daysLeft)}</small>
              </>
            ),
          },
          {
            heading: say(visit, HEADING.lastContact),
            cell: ({ lastContact }) => (
              <>
                {day(lastContact.on)}, {lastContact.name}{' '}
                <small>{say(visit, HEADING.daysAgo({ count: lastContact.daysSince }))}</small>
              </>
            ),
          },
          {
            heading: say(visit, HEADING.followed),
            cell: (row) => row.followedElsewhere.map(({ name }) => name).join(', ') || say(visit, HEADING.nobody),
          },
        ]}
        rows={rows}
      />
      {rows.length === 0 ? undefined : (
        <p>{say(visit, WORDS.shown({ from: from + 1, to: from + rows.length, total }))}</p>
      )}
      <p>
        {from === 0 ? undefined : (
          <a href={addressWith(visit, { from: Math.max(0, from - PAGE_SIZE) || undefined })}>
            {say(visit, WORDS.previous)}
          </a>
        )}{' '}
        {from + rows.length >= total ? undefined : (
          <a href={addressWith(visit, { from: from + PAGE_SIZE })}>{say(visit, WORDS.next)}</a>
        )}
      </p>
    </>
  );
}

/** The rows as a file, a line a pathway. */
function csvOf(visit: Visit, { rows, asOf }: Shapes['Worklist']): PageAnswer {
  const column = (name: string, heading: (typeof HEADING)['patient'], cell: (row: Row) => string | number) => ({
    name,
    heading,
    cell,
  });
  const content = columnsCsv(
    [
      column('person', HEADING.patient, (row) => row.person),
      column('age', HEADING.age, (row) => row.age),
      column('indicators', HEADING.indicators, (row) =>
        row.indicators.map((one) => `${one.indicator} (${one.daysLeft})`).join('; '),
      ),
      column('deadline', HEADING.deadline, (row) => row.deadline),
      column('last_contact', HEADING.lastContact, (row) => row.lastContact.on),
      column('followed_elsewhere', HEADING.followed, (row) => row.followedElsewhere.map(({ name }) => name).join('; ')),
    ],
    rows,
    visit.language,
  );
  return { name: `arbejdsliste-${asOf}.csv`, type: 'text/csv; charset=utf-8', content };
}
