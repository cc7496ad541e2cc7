import { percentText } from '../kernel/figures';
import type { ShownRow } from '../disclosure/domain/shown-row';
import { SECTOR_WORDS } from '../kernel/words/codes';
import type { Language } from '../kernel/language';
import { html, type Html } from './html';

const WIDTH = 180;
const HEIGHT = 14;

/** The sectors' shares of the reported numerator as a stacked bar with the same in words beside it. */
export function sectorBar({ sectors }: Pick<ShownRow, 'sectors'>, language: Language): Html {
  let x = 0;
  const all = sectors.reduce((sum, { numerator }) => sum + numerator, 0);
  const pieces = sectors.map(({ sector, numerator }) => {
    const width = (WIDTH * numerator) / all;
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
            <span class="value">${percentText(percent, language)}</span>
          </li>`,
      )}
    </ul>`;
}
