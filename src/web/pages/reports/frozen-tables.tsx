import { CONTEXT_WORDS, LEVEL_WORDS } from '../../../kernel/words/codes';
import { FROZEN_WORDS } from '../../../kernel/words/frozen';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import { rateColumns } from '../../parts/rate';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';

type Content = Shapes['FrozenContent'];
type Table = Content['tables'][number];

interface Shown {
  readonly visit: Visit;
  readonly content: Content;
}

const nameOf = ({ level, context }: Table): string => `${level}-${context}`;

/** The table of the level that was asked for: the whole country, or the units of a level for one indicator. */
export function FrozenTables({ visit, content }: Shown) {
  const { tables, indicators } = content;
  const table = tables.find((one) => nameOf(one) === visit.asked['niveau']) ?? tables[0];
  const chosen = indicators.find(({ key }) => key === visit.asked['indikator']) ?? indicators[0];
  if (table === undefined || chosen === undefined) return <></>;
  const isCountry = table.level === 'denmark';
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say(visit, FROZEN_WORDS.figures)}</h2>
      <Choices
        visit={visit}
        choices={[
          {
            name: 'niveau',
            label: say(visit, FROZEN_WORDS.level),
            value: nameOf(table),
            options: tables.map((one) => ({ value: nameOf(one), text: tableText(visit, one) })),
          },
          ...(isCountry
            ? []
            : [
                {
                  name: 'indikator',
                  label: say(visit, FROZEN_WORDS.indicator),
                  value: chosen.key,
                  options: indicators.map(({ key, number, title }) => ({
                    value: key,
                    text: `${number} ${say(visit, title)}`,
                  })),
                },
              ]),
        ]}
      />
      {isCountry ? (
        <CountryTable visit={visit} content={content} table={table} />
      ) : (
        <UnitTable visit={visit} table={table} indicator={chosen} />
      )}
    </section>
  );
}

const tableText = (visit: Visit, { level, context }: Table): string =>
  level === 'denmark'
    ? say(visit, LEVEL_WORDS.denmark)
    : `${say(visit, LEVEL_WORDS[level])}, ${say(visit, CONTEXT_WORDS[context])}`;

const captionOf = (visit: Visit, { level, context }: Table) => ({
  level: say(visit, LEVEL_WORDS[level]),
  context: say(visit, CONTEXT_WORDS[context]),
});

function CountryTable({ visit, content, table }: Shown & { readonly table: Table }) {
  const of = new Map(content.indicators.map((indicator) => [indicator.key, indicator]));
  const commented = new Set(content.comments?.map(({ indicator }) => indicator));
  const cell = ({ indicator: key }: Table['rows'][number]) => {
    const indicator = of.get(key);
    if (indicator === undefined) return key;
    const title = say(visit, indicator.title);
    return (
      <>
        <a href={addressOf(`/indikatorer/${key}`, { period: content.question.period.name })}>
          {indicator.number} {title}
        </a>
        {commented.has(key) ? (
          <small>
            <a href={`#words-${key}`}>{say(visit, FROZEN_WORDS.toWords({ indicator: title }))}</a>
          </small>
        ) : undefined}
      </>
    );
  };
  return (
    <DataTable
      caption={say(visit, FROZEN_WORDS.caption(captionOf(visit, table)))}
      rows={table.rows}
      columns={[{ heading: say(visit, FROZEN_WORDS.indicator), cell }, ...rateColumns(visit.language)]}
    />
  );
}

function UnitTable({
  visit,
  table,
  indicator,
}: {
  readonly visit: Visit;
  readonly table: Table;
  readonly indicator: Content['indicators'][number];
}) {
  const caption = FROZEN_WORDS.captionOne({ ...captionOf(visit, table), indicator: say(visit, indicator.title) });
  return (
    <DataTable
      caption={say(visit, caption)}
      rows={table.rows.filter((row) => row.indicator === indicator.key)}
      columns={[
        { heading: say(visit, FROZEN_WORDS.unit), cell: ({ unit }) => unit.name },
        ...rateColumns(visit.language),
      ]}
    />
  );
}
