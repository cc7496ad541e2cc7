import type { Language } from '../../../kernel/language';
import { CHART_WORDS } from '../../../kernel/words/charts';
import { element, type Svg } from './element';
import { QUIET } from './look';
import { mark, type Shape } from './symbols';
import type { LegendEntry } from './frame';

/** A legend entry with a shape. */
export function shapeEntry(shape: Shape, colour: string, text: string, hollow = false): LegendEntry {
  return { sign: (x, y) => mark(shape, x, y, { colour, hollow }), text };
}

/** How a share of too few is drawn: nothing is told of it but where it lies. */
export const FEW_SIGN = { shape: 'cross', colour: QUIET } as const satisfies { shape: Shape; colour: string };

/** The legend entry of too few, where there are any. */
export function fewEntries(
  shares: readonly { readonly tooFew: boolean }[],
  fewest: number,
  language: Language,
): LegendEntry[] {
  const few = shares.filter(({ tooFew }) => tooFew).length;
  if (few === 0) return [];
  return [shapeEntry(FEW_SIGN.shape, FEW_SIGN.colour, `${CHART_WORDS.tooFew[language]} (< ${fewest}): ${few}`)];
}

/** A legend entry with a stretch of line. */
export function lineEntry(colour: string, text: string, dashes?: string): LegendEntry {
  return {
    sign: (x, y) =>
      element('line', {
        x1: x - 9,
        x2: x + 9,
        y1: y,
        y2: y,
        stroke: colour,
        'stroke-width': 2,
        'stroke-dasharray': dashes,
      }),
    text,
  };
}

/** A legend entry with an interval as it is drawn. */
export function whiskerEntry(colour: string, text: string): LegendEntry {
  return {
    sign: (x, y) => {
      const [left, right] = [(x - 5).toFixed(2), (x + 5).toFixed(2)];
      const [top, bottom] = [(y - 7).toFixed(2), (y + 7).toFixed(2)];
      const d = `M${left},${top}H${right}M${left},${bottom}H${right}M${x.toFixed(2)},${top}V${bottom}`;
      return element('path', { d, fill: 'none', stroke: colour });
    },
    text,
  };
}

/** A legend entry with a hatched field. */
export function hatchEntry(hatch: string, text: string, height: number): LegendEntry {
  return {
    sign: (x, y) =>
      element('rect', {
        x: x - 9,
        y: y + 7 - height,
        width: 18,
        height,
        fill: `url(#${hatch})`,
        stroke: QUIET,
        'stroke-width': 0.5,
      }),
    text,
  };
}

/** Slanted lines: what lies on them is not whole. */
export function hatchPattern(id: string): Svg {
  return element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 6, height: 6, fill: '#f4f5f7' }),
    element('line', { x1: 0, x2: 0, y1: 0, y2: 6, stroke: '#9aa5b1', 'stroke-width': 2 }),
  );
}
