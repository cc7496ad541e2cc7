import { percentText } from '../../../kernel/figures';
import { GOAL_LEVEL_WORDS } from '../../../kernel/words/codes';
import { TRIAL_PAGE_WORDS as WORDS, DEFINITION_PAGE_WORDS } from '../../../kernel/words/definitions';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { wordsText } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { addressWith, say, type Visit } from '../../site/visit';
import { countedText } from './counted-text';
import type { Full } from './versions';

type Difference = Shapes['DefinitionDifference'];
type Row = Difference['indicators'][number];
type UnitRow = Difference['units'][number];

const MOST_UNITS = 50;

interface Of {
  readonly visit: Visit;
  readonly full: Full;
  readonly difference: Difference;
}

/** What a trial showed: how many decisions change, per indicator before and after, and which units change level. */
export function DifferenceTables({ visit, full, difference }: Of) {
  const { indicators, before, after } = difference;
  const flipped = indicators.reduce((sum, row) => sum + row.flipped, 0);
  const isChanged = (row: Row): boolean => row.flipped > 0 || row.possibleChanged > 0;
  const unchanged = indicators.filter((row) => !isChanged(row));
  const captioned = { before: before.definition, after: after.definition };
  return (
    <>
      <Alert kind={flipped === 0 ? 'info' : 'warning'}>
        {say(visit, flipped === 0 ? WORDS.nobody : WORDS.flipped({ count: flipped }))}
      </Alert>
      {unchanged.length === indicators.length ? undefined : (
        <DataTable
          caption={say(visit, WORDS.caption(captioned))}
          rows={indicators.filter(isChanged)}
          columns={[
            { heading: say(visit, DEFINITION_PAGE_WORDS.indicator), cell: (row) => named(visit, full, row) },
            { heading: say(visit, DEFINITION_PAGE_WORDS.before), cell: (row) => shareText(visit, row.before) },
            { heading: say(visit, DEFINITION_PAGE_WORDS.after), cell: (row) => shareText(visit, row.after) },
            { heading: say(visit, WORDS.flips), cell: (row) => <Flips visit={visit} full={full} row={row} /> },
          ]}
        />
      )}
      {unchanged.length === 0 ? undefined : (
        <p>{say(visit, WORDS.unchanged({ indicators: unchanged.map((row) => named(visit, full, row)).join(', ') }))}</p>
      )}
      <UnitTable visit={visit} full={full} difference={difference} />
    </>
  );
}

/** The number and name of an indicator; its key where the definition has no such indicator any more. */
export function named(visit: Visit, { meanings }: Full, { indicator }: { readonly indicator: string }): string {
  const meaning = meanings.find(({ key }) => key === indicator);
  return meaning === undefined ? indicator : `${meaning.number} ${wordsText(visit, meaning.title)}`;
}

/** How many of those who are known met it. */
function shareText(visit: Visit, totals: Row['before']): string {
  if (totals === null) return say(visit, WORDS.absent);
  const known = totals.met + totals['not-met'];
  const percent = known === 0 ? null : (100 * totals.met) / known;
  return say(visit, WORDS.share({ met: totals.met, known, percent: percentText(percent, visit.language) }));
}

function Flips({ visit, full, row }: { readonly visit: Visit; readonly full: Full; readonly row: Row }) {
  const { flips, possibleChanged, indicator } = row;
  return (
    <ul class="reasons">
      {flips.map(({ from, to, count }) => (
        <li>{say(visit, WORDS.flip({ from: countedText(from), to: countedText(to), count }))}</li>
      ))}
      {possibleChanged === 0 ? undefined : <li>{say(visit, WORDS.bounds({ count: possibleChanged }))}</li>}
      {visit.may('listOutcomeChanges') ? (
        <li>
          <a href={`${addressWith(visit, { indikator: indicator, fra: undefined, gjort: undefined })}#persons`}>
            {say(visit, WORDS.persons)}
            <span class="sr-only">: {named(visit, full, row)}</span>
          </a>
        </li>
      ) : undefined}
    </ul>
  );
}

function UnitTable({ visit, full, difference: { units, unitsCompared, unitsWithAnotherLevel } }: Of) {
  if (unitsWithAnotherLevel === 0) return <p>{say(visit, WORDS.noUnits)}</p>;
  const changed = units.filter(({ levelChanges }) => levelChanges);
  return (
    <>
      <DataTable
        caption={say(visit, WORDS.units({ changed: unitsWithAnotherLevel, compared: unitsCompared }))}
        rows={changed.slice(0, MOST_UNITS)}
        columns={[
          { heading: say(visit, WORDS.unit), cell: ({ unit }) => unit.name },
          { heading: say(visit, DEFINITION_PAGE_WORDS.indicator), cell: (row) => named(visit, full, row) },
          { heading: say(visit, DEFINITION_PAGE_WORDS.before), cell: ({ before }) => figuresText(visit, before) },
          { heading: say(visit, DEFINITION_PAGE_WORDS.after), cell: ({ after }) => figuresText(visit, after) },
        ]}
      />
      {changed.length > MOST_UNITS ? <p>{say(visit, WORDS.unitsCut({ count: MOST_UNITS }))}</p> : undefined}
    </>
  );
}

function figuresText(visit: Visit, figures: UnitRow['before']): string {
  if (figures === null) return say(visit, WORDS.absent);
  const level = say(visit, figures.level === null ? WORDS.noLevel : GOAL_LEVEL_WORDS[figures.level]);
  return `${percentText(figures.estimate.percent, visit.language)}, ${level}`;
}
