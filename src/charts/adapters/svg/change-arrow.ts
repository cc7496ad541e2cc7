import type { ToldChange } from '../../domain/trend-chart';
import { element, type Svg } from './element';
import { ALERT, TARGET } from './look';

/** An arrow up or down, the colour saying better or worse; none where chance may explain the change. */
export function changeArrow({ change, meaning }: Pick<ToldChange, 'change' | 'meaning'>, x: number, y: number): Svg {
  if (change === 'none') return '';
  const turn = change === 'higher' ? '' : ' rotate(180)';
  return element('path', {
    class: `change-${change}`,
    d: 'M0,-6L5,0H1.5V6H-1.5V0H-5Z',
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})${turn}`,
    fill: meaning === 'better' ? TARGET : ALERT,
  });
}
