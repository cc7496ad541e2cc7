import { recordKeyOf } from '../../support/shown';
import { Cases } from '../../../src/counting/domain/cases';
import { indicatorTable } from '../../../src/counting/domain/indicator-table';
import { regionOf } from '../../../src/kernel/organisation-list';
import type { Period } from '../../../src/kernel/period';
import { organisations } from '../muted-world';
import { coverageOf, type IndicatorCoverage, type ToldCell } from './coverage';
import { drawStory } from './story';
import { toldOf } from './told';
import { Truth } from './truth';
import { INDICATORS, World } from './world';

const INDEX_DAY = '2023-03-01';
/** The period is by index day or by window's end. */
const WINDOW_END = '2023-09-01';
const PERIOD: Period = { name: '2023', from: '2023-01-01', to: '2023-12-31' };
const AS_OF = '2024-12-31';

/** Draws a world and its patients, and counts what is told of them: Denmark and the regions that treat, every indicator. */
function runWorld(seed: number, patients: number): readonly ToldCell[] {
  const world = new World(seed);
  const cases = new Cases(
    INDICATORS.map(({ key }) => key),
    AS_OF,
    recordKeyOf,
  );
  const truths = new Map<string, Truth>();
  const truthOf = (indicator: string, unit: string): Truth => {
    const name = `${indicator} ${unit}`;
    const known = truths.get(name) ?? new Truth();
    truths.set(name, known);
    return known;
  };
  for (let patient = 0; patient < patients; patient += 1) {
    const place = world.place();
    const silent = world.silentFor(place);
    const region = `region:${regionOf(organisations, place.hospital, INDEX_DAY)?.code ?? 'unknown'}`;
    const person = `p_${patient}`;
    cases.setPathways(person, [{ number: 1, indexDay: INDEX_DAY, ...place }]);
    for (const definition of INDICATORS) {
      const story = drawStory(world, place, definition);
      truthOf(definition.key, 'denmark').add(story);
      truthOf(definition.key, region).add(story);
      cases.setDecision(person, {
        pathway: 1,
        indexDay: INDEX_DAY,
        indicator: definition.key,
        ...toldOf(definition, story, silent),
        window: { to: WINDOW_END },
        decisive: [],
        also: [],
      });
    }
  }
  const question = {
    indicators: INDICATORS,
    organisations,
    period: PERIOD,
    context: 'treated',
    asOf: AS_OF,
    interval: 'exact',
  } as const;
  return (['denmark', 'region'] as const)
    .flatMap((level) => indicatorTable(cases, { ...question, level }))
    .map((row) => ({ row, truth: truthOf(row.indicator, row.unit.id) }));
}

/** Draws so many worlds, each from a seed of its own, and tells of each indicator how often its intervals hold. */
export function simulateWorlds(runs: number, patients: number, seed: number): IndicatorCoverage[] {
  return coverageOf(cellsOf(runs, patients, seed));
}

function* cellsOf(runs: number, patients: number, seed: number): Iterable<ToldCell> {
  for (let run = 0; run < runs; run += 1) yield* runWorld(seed + run, patients);
}
