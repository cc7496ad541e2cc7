import { numberText } from '../../../kernel/localised';
import { OUTCOME_WORDS } from '../../../kernel/words/codes';
import { SOURCE_PAGE_WORDS as WORDS } from '../../../kernel/words/sources';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';
import { findingName } from './words-of';

interface Shown {
  readonly visit: Visit;
  readonly overview: Shapes['SourceOverview'];
}

interface ShownDecided extends Shown {
  /** Of indicators by their keys. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What was noted, is held back and was found. */
export function Found({ visit, overview: { noted, held, findings } }: Shown) {
  const rows = [
    { what: say(visit, WORDS.noted), count: noted, cameOf: 'noted' },
    { what: say(visit, WORDS.held), count: held, cameOf: 'held' },
    ...findings.map(({ code, count }) => ({
      what: findingName(visit, code),
      count,
      cameOf: 'found',
    })),
  ];
  return (
    <section aria-labelledby="found">
      <h2 id="found">{say(visit, WORDS.found)}</h2>
      <DataTable
        caption={say(visit, WORDS.found)}
        isCaptionHidden
        columns={[
          {
            heading: say(visit, WORDS.what),
            cell: ({ what, count, cameOf }) =>
              count === 0 ? what : <a href={`${addressOf(visit.path, { cameOf })}#events`}>{what}</a>,
          },
          { heading: say(visit, WORDS.count), side: 'figure', cell: ({ count }) => say(visit, numberText(count)) },
        ]}
        rows={rows}
      />
    </section>
  );
}

/** What the source's reports decided, by indicator and outcome. */
export function Decided({ visit, overview: { decided }, titles }: ShownDecided) {
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{say(visit, WORDS.decided)}</h2>
      <DataTable
        caption={say(visit, WORDS.decided)}
        isCaptionHidden
        empty={say(visit, WORDS.nothing)}
        columns={[
          {
            heading: say(visit, WORDS.indicator),
            cell: ({ indicator, number }) => (
              <a href={`/indikatorer/${indicator}`}>
                {number} {titles.get(indicator) ?? indicator}
              </a>
            ),
          },
          { heading: say(visit, WORDS.outcome), cell: ({ outcome }) => say(visit, OUTCOME_WORDS[outcome]) },
          { heading: say(visit, WORDS.count), side: 'figure', cell: ({ count }) => say(visit, numberText(count)) },
        ]}
        rows={decided}
      />
    </section>
  );
}
