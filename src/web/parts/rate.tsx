import { percentText } from '../../kernel/figures';
import type { Language } from '../../kernel/language';
import { numberText } from '../../kernel/localised';
import { REASON_WORDS, SECTOR_WORDS } from '../../kernel/words/codes';
import { COLUMN_WORDS, ESTIMATE_BASIS_WORDS, REPORT_WORDS } from '../../kernel/words/report';
import { RATE_WORDS } from '../../kernel/words/rates';
import type { Column } from './data-table';
import type { Shapes } from './shapes';

type Row = Omit<Shapes['ShownRow'], 'unit'>;
type Rate = Pick<Row, 'estimate' | 'estimateFrom' | 'fewOrganisations'>;

/** What an estimate is usually made from, so that it need not be said; anything else is. */
const USUAL_BASES: readonly Row['estimateFrom'][] = ['all', 'undisturbed'];

/** A stretch of percent, `41,0–56,3 %`; a dash where there is none. */
export function stretchText(
  stretch: { readonly lower: number | null; readonly upper: number | null } | null,
  language: Language,
): string {
  if (stretch === null || stretch.lower === null || stretch.upper === null) return '–';
  return `${percentText(stretch.lower, language).replace(/ %$/, '')}–${percentText(stretch.upper, language)}`;
}

/** The estimate in percent, or in words that there is none since a source was in trouble for everyone. */
export const estimateText = ({ estimate, estimateFrom }: Rate, language: Language): string =>
  estimateFrom === 'nobody' ? REPORT_WORDS.none[language] : percentText(estimate.percent, language);

/** `324 af 334`. */
const ofAll = (
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  language: Language,
): string => RATE_WORDS.share({ numerator, denominator })[language];

/** The estimate, which is read first, with its interval and what it is made of. */
export function Estimate({ row, language }: { readonly row: Rate; readonly language: Language }) {
  const { estimate, estimateFrom, fewOrganisations } = row;
  return (
    <>
      <strong class="estimate">{estimateText(row, language)}</strong>{' '}
      <small>
        {stretchText(estimate.interval, language)}
        {fewOrganisations === true ? ` (${REPORT_WORDS.few[language]})` : ''}
      </small>{' '}
      <small class="loose">{ofAll(estimate, language)}</small>
      {USUAL_BASES.includes(estimateFrom) ? undefined : (
        <small class="loose"> {ESTIMATE_BASIS_WORDS[estimateFrom][language]}</small>
      )}
    </>
  );
}

/** How many are unknown, in percent, and why. */
export function Unknown({ row, language }: { readonly row: Row; readonly language: Language }) {
  const { unknown, unknownPercent, unknownReasons, denominatorUnknown } = row;
  return (
    <>
      {numberText(unknown)[language]} ({percentText(unknownPercent, language)})
      <ul class="reasons">
        {Object.entries(unknownReasons).map(([reason, count]) => (
          <li>
            {REASON_WORDS[reason as keyof typeof REASON_WORDS][language]}: {numberText(count)[language]}
          </li>
        ))}
        {denominatorUnknown === 0 ? undefined : (
          <li>
            {COLUMN_WORDS.denominatorUnknown[language]}: {numberText(denominatorUnknown)[language]}
          </li>
        )}
      </ul>
    </>
  );
}

/** Those whose window has not ended, and what they could still bring. */
function StillOpen({ row, language }: { readonly row: Row; readonly language: Language }) {
  const { metSoFar, pending } = row.stillOpen;
  if (metSoFar === 0 && pending === 0) return <>0</>;
  const bounds = stretchText(row.onceClosed, language);
  return (
    <>
      {RATE_WORDS.stillOpen({ metSoFar, pending })[language]}{' '}
      <small>{RATE_WORDS.onceClosed({ bounds })[language]}</small>
    </>
  );
}

const BAR = { width: 180, height: 14 };

/** Who fulfilled it: the sectors' shares of those reported as met, as a stacked bar with the same in words. */
function SectorBar({ row, language }: { readonly row: Pick<Row, 'sectors'>; readonly language: Language }) {
  const { sectors } = row;
  const all = sectors.reduce((sum, { numerator }) => sum + numerator, 0);
  if (all === 0) return <small>{RATE_WORDS.nobody[language]}</small>;
  let x = 0;
  return (
    <>
      <svg
        class="bar"
        viewBox={`0 0 ${BAR.width} ${BAR.height}`}
        width={BAR.width}
        height={BAR.height}
        aria-hidden="true"
      >
        {sectors.map(({ sector, numerator }) => {
          const width = (BAR.width * numerator) / all;
          const piece = (
            <rect class={`sector ${sector}`} x={x.toFixed(2)} y="0" width={width.toFixed(2)} height={BAR.height} />
          );
          x += width;
          return piece;
        })}
      </svg>
      <ul class="shares">
        {sectors.map(({ sector, percent }) => (
          <li>
            <span class={`key ${sector}`} aria-hidden="true"></span>
            {SECTOR_WORDS[sector][language]} <span class="value">{percentText(percent, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The columns of a rate in the order in which they are read: estimate, bounds, of reported, unknown, still open, who. */
export function rateColumns(language: Language): readonly Column<Row>[] {
  const words = COLUMN_WORDS;
  return [
    { heading: words.estimate[language], side: 'figure', cell: (row) => <Estimate row={row} language={language} /> },
    { heading: words.bounds[language], side: 'figure', cell: ({ bounds }) => stretchText(bounds, language) },
    {
      heading: words.reported[language],
      side: 'figure',
      cell: ({ reported }) => (
        <>
          {percentText(reported.percent, language)} <small class="loose">{ofAll(reported, language)}</small>
        </>
      ),
    },
    { heading: words.unknown[language], side: 'words', cell: (row) => <Unknown row={row} language={language} /> },
    { heading: words.stillOpen[language], side: 'words', cell: (row) => <StillOpen row={row} language={language} /> },
    { heading: words.sectors[language], side: 'words', cell: (row) => <SectorBar row={row} language={language} /> },
    { heading: words.excluded[language], side: 'figure', cell: ({ excluded }) => numberText(excluded)[language] },
  ];
}
