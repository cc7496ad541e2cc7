import type { IndicatorDefinition } from '../../../src/kernel/definition';
import { usualOf, type AskedSector, type Place, type World } from './world';

/** What happened to a patient as one indicator asks, whoever reports it. */
export interface Story {
  /** Who says what decides the denominator, and whether it is there and brings the patient in; nobody where all are in. */
  readonly fact: { readonly from: AskedSector; readonly says: 'in' | 'out' | 'nothing' } | undefined;
  /** Evidence: those that delivered. Value: whoever measured. */
  readonly from: readonly AskedSector[];
  readonly isMet: boolean;
  /** The chance that it is met, as a fraction of one: what the organisations of the place stand for. */
  readonly rate: number;
}

export const isInside = ({ fact }: Story): boolean => fact === undefined || fact.says === 'in';

export function drawStory(world: World, place: Place, definition: IndicatorDefinition): Story {
  const fact = drawFact(world, definition);
  const { sources } = definition;
  if (definition.value === undefined) {
    const from = sources.filter((sector) => world.chance(world.rateOf(definition, sector, place)));
    const missed = sources.reduce((chance, sector) => chance * (1 - world.rateOf(definition, sector, place)), 1);
    return { fact, from, isMet: from.length > 0, rate: 1 - missed };
  }
  const from = world.pick(sources);
  const rates = sources.map((sector) => world.rateOf(definition, sector, place));
  return {
    fact,
    from: [from],
    isMet: world.chance(world.rateOf(definition, from, place)),
    rate: rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
  };
}

function drawFact(world: World, { key, denominator, sources }: IndicatorDefinition): Story['fact'] {
  if (denominator.rule === 'every-pathway') return undefined;
  const { inside, factThere } = usualOf(key);
  const from = world.pick(denominator.rule === 'fact' ? denominator.sources : sources);
  if (!world.chance(factThere)) return { from, says: 'nothing' };
  return { from, says: world.chance(inside) ? 'in' : 'out' };
}
