import { textElement, type Svg } from './element';

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

const LETTER = 6.1;
const LINE_HEIGHT = 13;
const DISTANCE = 9;
const POINT = 6;

/**
 * Names beside points, to the right where there is room, else to the left; a name that would cover another or one of
 * the points is left out, for it also stands in the point's own title.
 */
export function labelsBeside(
  labels: readonly Label[],
  points: readonly { readonly x: number; readonly y: number }[],
  { left, right }: { readonly left: number; readonly right: number },
): Svg[] {
  const taken: Box[] = points.map(({ x, y }) => ({ from: x - POINT, to: x + POINT, y }));
  return labels.flatMap(({ text, x, y }) => {
    const width = text.length * LETTER;
    const sides = [
      { anchor: 'start', at: x + DISTANCE, box: { from: x + DISTANCE, to: x + DISTANCE + width, y } },
      { anchor: 'end', at: x - DISTANCE, box: { from: x - DISTANCE - width, to: x - DISTANCE, y } },
    ];
    const side = sides.find(
      ({ box }) => box.from >= left && box.to <= right && !taken.some((other) => areOver(box, other)),
    );
    if (side === undefined) return [];
    taken.push(side.box);
    return [textElement('text', { x: side.at, y: y + 4, 'text-anchor': side.anchor, 'font-size': 11 }, text)];
  });
}

const areOver = (a: Box, b: Box): boolean => Math.abs(a.y - b.y) < LINE_HEIGHT && a.from < b.to && b.from < a.to;
