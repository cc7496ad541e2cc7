import type { Shapes } from '../../parts/shapes';

export type Pair = Shapes['TransitionPair'];

/** Those with most lost first, of as many those with the larger share of the referred. */
export function mostLostFirst(pairs: readonly Pair[]): Pair[] {
  const share = ({ lost, referred }: Pair): number => (referred === 0 ? 0 : lost / referred);
  return [...pairs].sort((a, b) => b.lost - a.lost || share(b) - share(a) || b.referred - a.referred);
}
