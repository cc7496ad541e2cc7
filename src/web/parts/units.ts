import { CONTEXTS_OF, type Context, type Level } from '../../kernel/unit';
import { LEVEL_WORDS } from '../../kernel/words/codes';
import { answered } from '../site/api-refusal';
import { say, type Visit } from '../site/visit';
import type { Shapes } from './shapes';

export type Unit = Shapes['ListedUnit'];

/** Every unit there is. */
export const unitsOf = async ({ api }: Visit): Promise<readonly Unit[]> =>
  (await answered(api.GET('/api/v1/units'))).units;

/** The unit that is asked for, else Denmark, which always is one. */
export function unitAsked(units: readonly Unit[], id: string | undefined): Unit {
  return units.find((unit) => unit.id === id) ?? { id: 'denmark', name: 'Danmark', level: 'denmark' };
}

/** Units to choose from, those of each level together. */
export const unitOptions = (units: readonly Unit[]) => units.map(({ id, name }) => ({ value: id, text: name }));

/** The context that is asked for where the level can be counted in it, else the level's usual one. */
export function contextAsked(text: string | undefined, level: Level): Context {
  const contexts = CONTEXTS_OF[level];
  return contexts.find((context) => context === text) ?? (contexts[0] as Context);
}

/** The unit the reader works for, where it is one that is counted. */
export const ownUnit = ({ reader }: Visit, units: readonly Unit[]): Unit | undefined =>
  units.find(({ id }) => id === reader?.organisation);

/** Levels of which there are several units, to compare. */
export const COMPARED_LEVELS = ['hospital', 'municipality', 'region'] as const;

export const levelOptions = (visit: Visit) =>
  COMPARED_LEVELS.map((value) => ({ value, text: say(visit, LEVEL_WORDS[value]) }));
