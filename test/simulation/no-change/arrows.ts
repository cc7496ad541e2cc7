import { Charts } from '../../../src/charts/application/charts';
import type { LevelTable } from '../../../src/charts/domain/level-table';
import { Cases } from '../../../src/counting/domain/cases';
import { stepsBetween, type PeriodStep } from '../../../src/counting/domain/period-sequence';
import type { Exit } from '../../../src/disclosure/domain/exit';
import { LEVELS, usualContext } from '../../../src/kernel/unit';
import { recordKeyOf } from '../../support/shown';
import { definitions, organisations } from '../muted-world';
import { drawStory } from '../intervals/story';
import { toldOf } from '../intervals/told';
import { INDICATORS } from '../intervals/world';
import { SteadyWorld, YEARS } from './world';

const AS_OF = '2025-12-31';
/** About as many as fall ill in a year (domain.md §1). */
const PATIENTS_A_YEAR = 12_000;
const FEWEST = 10;

/** Everyone of a world in which nothing changes. */
export function steadyCases(seed: number): Cases {
  const world = new SteadyWorld(seed);
  const cases = new Cases(
    INDICATORS.map(({ key }) => key),
    AS_OF,
    recordKeyOf,
  );
  for (let patient = 0; patient < 3 * PATIENTS_A_YEAR; patient += 1) {
    const place = world.stories.place();
    const indexDay = world.indexDay();
    const silent = world.silentFor(place, indexDay);
    const person = `p_${seed}_${patient}`;
    cases.setPathways(person, [{ number: 1, indexDay, ...place }]);
    for (const definition of INDICATORS) {
      cases.setDecision(person, {
        pathway: 1,
        indexDay,
        indicator: definition.key,
        ...toldOf(definition, drawStory(world.stories, place, definition), silent),
        window: { to: indexDay },
        decisive: [],
        also: [],
      });
    }
  }
  return cases;
}

/** How many changes could have been told of, and how many were. */
export interface Arrows {
  compared: number;
  told: number;
}

/** Counts the changes a reader is told of, by indicator: every unit of every level, every period of a step after the first. */
export async function arrowsIn(cases: Cases, by: PeriodStep, exit: Exit): Promise<Map<string, Arrows>> {
  const basis = { id: 'dhrd-2023/2', set: definitions.set, policy: {}, organisations, fewest: FEWEST };
  const charts = new Charts({ at: () => Promise.resolve({ cases }) }, basis, exit);
  const found = new Map<string, Arrows>();
  for (const period of stepsBetween(by, YEARS.from, YEARS.to).slice(1)) {
    for (const level of LEVELS) {
      count(found, await charts.levels({ period, level, context: usualContext(level) }, { asOf: AS_OF }));
    }
  }
  return found;
}

function count(found: Map<string, Arrows>, { rows }: LevelTable): void {
  for (const { indicator, change } of rows.flatMap(({ cells }) => cells)) {
    if (change === null) continue;
    const arrows = found.get(indicator) ?? { compared: 0, told: 0 };
    arrows.compared += 1;
    if (change.change !== 'none') arrows.told += 1;
    found.set(indicator, arrows);
  }
}
