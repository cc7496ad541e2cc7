import { boundsText, estimateText, fewText, intervalText, unknownText } from '../reporting/adapters/text/report-text';
import type { ShownRow } from '../disclosure/domain/shown-row';
import type { Proportion } from '../counting/domain/statistics/proportion';
import { COLUMN_WORDS, ESTIMATE_BASIS_WORDS } from '../kernel/words/report';
import { percentText } from '../kernel/figures';
import { REASON_WORDS } from '../kernel/words/codes';
import type { Language } from '../kernel/language';
import { PAGE_WORDS } from '../kernel/words/page';
import { html, type Html } from './html';
import { sectorBar } from './sector-bar';

interface Column {
  readonly word: keyof typeof COLUMN_WORDS;
  readonly side: 'figure' | 'words';
  readonly cell: (row: ShownRow, language: Language) => Html | string;
}

/** What stands behind an indicator, in the order in which it is read: the estimate first. */
export const COLUMNS: readonly Column[] = [
  { word: 'estimate', side: 'figure', cell: estimateCell },
  { word: 'bounds', side: 'figure', cell: ({ bounds }, language) => boundsText(bounds, language) },
  {
    word: 'reported',
    side: 'figure',
    cell: ({ reported }, language) =>
      html`${percentText(reported.percent, language)}<small class="loose">${ofAll(reported, language)}</small>`,
  },
  {
    word: 'unknown',
    side: 'words',
    cell: (row, language) => html`${unknownText(row, language)}${reasons(row, language)}`,
  },
  { word: 'stillOpen', side: 'words', cell: stillOpen },
  {
    word: 'sectors',
    side: 'words',
    cell: (row, language) =>
      row.reported.numerator === 0 ? html`<small>${PAGE_WORDS.nobody[language]}</small>` : sectorBar(row, language),
  },
  { word: 'excluded', side: 'figure', cell: ({ excluded }) => String(excluded) },
];

/** What an estimate is usually made from, so that it need not be said; anything else is. */
const USUAL_BASES: readonly ShownRow['estimateFrom'][] = ['all', 'undisturbed'];

function estimateCell(row: ShownRow, language: Language): Html {
  const { estimate, estimateFrom } = row;
  return html`<strong>${estimateText(row, language)}</strong
    ><small>${intervalText(estimate, language)}${fewText(row, language)}</small>
    <small class="loose">${ofAll(estimate, language)}</small>
    ${USUAL_BASES.includes(estimateFrom) ? undefined : html`<small class="loose">${ESTIMATE_BASIS_WORDS[estimateFrom][language]}</small>`}`;
}

/** Those whose window has not ended, and what they could still bring. */
function stillOpen({ stillOpen: { metSoFar, pending }, onceClosed }: ShownRow, language: Language): Html {
  if (metSoFar === 0 && pending === 0) return html`0`;
  const counts = { metSoFar: String(metSoFar), pending: String(pending) };
  const bounds = boundsText(onceClosed, language);
  return html`${PAGE_WORDS.stillOpen(counts)[language]}<small>${PAGE_WORDS.onceClosed({ bounds })[language]}</small>`;
}

const ofAll = ({ numerator, denominator }: Proportion, language: Language): string =>
  PAGE_WORDS.share({ numerator: String(numerator), denominator: String(denominator) })[language];

function reasons({ unknownReasons, denominatorUnknown }: ShownRow, language: Language): Html {
  return html`<ul class="reasons">
    ${Object.entries(unknownReasons).map(
      ([reason, count]) =>
        html`<li>${REASON_WORDS[reason as keyof typeof REASON_WORDS][language]}: ${String(count)}</li>`,
    )}
    ${denominatorUnknown === 0 ? undefined : html`<li>${COLUMN_WORDS.denominatorUnknown[language]}: ${String(denominatorUnknown)}</li>`}
  </ul>`;
}
