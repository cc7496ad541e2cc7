import type { Language } from '../../../kernel/language';
import { CHART_WORDS } from '../../../kernel/words/charts';
import { element, textElement, type Svg } from './element';
import { INK, QUIET, WARN } from './look';
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

/** A legend entry with a letter or a dash as it stands in the drawing. */
export function letterEntry(letter: string, text: string): LegendEntry {
  return { sign: (x, y) => textElement('text', { x, y: y + 5, 'text-anchor': 'middle', fill: QUIET }, letter), text };
}

/** The legend entry of what is drawn hollow, where anything is. */
export function hollowEntries(
  points: readonly { readonly percent: number | null; readonly feeds: string }[],
  language: Language,
): LegendEntry[] {
  const isThere = points.some(({ percent, feeds }) => percent !== null && feeds === 'disturbed');
  return isThere ? [shapeEntry('circle', QUIET, CHART_WORDS.hollow[language], true)] : [];
}

/** The legend entry of where nothing was decided, where there is any. */
export function nothingEntries(
  points: readonly { readonly percent: number | null }[],
  language: Language,
): LegendEntry[] {
  return points.some(({ percent }) => percent === null) ? [letterEntry('–', CHART_WORDS.nothingHere[language])] : [];
}

/** A ring around the reader's own unit. */
export function ring(x: number, y: number): Svg {
  return element('circle', { class: 'own', cx: x, cy: y, r: 10, fill: 'none', stroke: INK, 'stroke-width': 2.5 });
}

/** The legend entry of the reader's own unit. */
export function ownEntry(name: string, language: Language): LegendEntry {
  return { sign: ring, text: CHART_WORDS.own({ name })[language] };
}

/** Between which ends a share must lie: a broad pale field behind the point. */
export function boundsField(x: number, top: number, bottom: number): Svg {
  return element('rect', {
    class: 'bounds',
    x: x - 8,
    y: top,
    width: 16,
    height: Math.max(1, bottom - top),
    fill: '#f3e2bf',
    stroke: WARN,
    'stroke-width': 0.8,
  });
}

/** The legend entry of bounds. */
export function boundsEntry(language: Language): LegendEntry {
  return { sign: (x, y) => boundsField(x, y - 7, y + 7), text: CHART_WORDS.bounds[language] };
}
