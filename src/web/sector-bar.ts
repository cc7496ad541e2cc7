import type { SectorShare } from '../reporting/domain/figures';
import { percentText, SECTOR_WORDS, type Language } from '../reporting/domain/words';
import { html, type Html } from './html';

const WIDTH = 180;
const HEIGHT = 14;

/** The sectors' shares of the numerator as a stacked bar with the same in words beside it. */
export function sectorBar(sectors: readonly SectorShare[], numerator: number, language: Language): Html {
  let x = 0;
  const pieces = sectors.map(({ sector, numerator: count }) => {
    const width = (WIDTH * count) / numerator;
    const piece = html`<rect
      class="sector ${sector}"
      x="${x.toFixed(2)}"
      y="0"
      width="${width.toFixed(2)}"
      height="${HEIGHT}"
    />`;
    x += width;
    return piece;
  });
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
      ${pieces}
    </svg>
    <ul class="shares">
      ${sectors.map(
        ({ sector, percent }) =>
          html`<li>
            <span class="key ${sector}" aria-hidden="true"></span>${SECTOR_WORDS[sector][language]}
            ${percentText(percent, language)}
          </li>`,
      )}
    </ul>`;
}
