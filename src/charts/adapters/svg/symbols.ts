import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolTriangle } from 'd3-shape';
import { element, type Svg } from './element';

const TYPES = {
  circle: symbolCircle,
  cross: symbolCross,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  'triangle-down': symbolTriangle,
};
export type Shape = keyof typeof TYPES;

const AREA = 62;
/** So that all shapes look as large as the circle. */
const WEIGHT: Readonly<Record<Shape, number>> = {
  circle: 1,
  cross: 0.7,
  diamond: 0.95,
  triangle: 0.9,
  'triangle-down': 0.9,
};

interface Look {
  readonly colour: string;
  /** Drawn as an outline: what it stands for is not whole. */
  readonly hollow?: boolean;
  /** Of the usual area. */
  readonly scale?: number;
}

/** A shape around a point; `title` is shown where the pointer rests and read aloud. */
export function mark(shape: Shape, x: number, y: number, { colour, hollow, scale = 1 }: Look, title?: Svg): Svg {
  const path = symbol(TYPES[shape], AREA * WEIGHT[shape] * scale)() ?? '';
  const attributes = {
    d: path,
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})${shape === 'triangle-down' ? ' rotate(180)' : ''}`,
    fill: hollow === true ? '#fff' : colour,
    stroke: colour,
    'stroke-width': hollow === true ? 1.8 : 1,
  };
  return title === undefined ? element('path', attributes) : element('path', attributes, title);
}
