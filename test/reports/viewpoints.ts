import { EXACT, recordKeyOf } from '../support/shown';
import fc from 'fast-check';
import { DecideByDefinition } from '../../src/indicators/application/decide-by-definition';
import { DecomposeChange } from '../../src/indicators/application/decompose-change';
import { compileDefinitions } from '../../src/indicators/domain/compile';
import type { ClinicalEvent, ClinicalEventOf } from '../../src/kernel/clinical-event';
import type { DefinitionSet } from '../../src/kernel/definition';
import type { OrganisationList, Region } from '../../src/kernel/organisation-list';
import { relationsOf } from '../../src/pathways/domain/persons';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { MemorySetAside } from '../../src/platform/memory/memory-set-aside';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { fillCases } from '../../src/counting/application/fill-cases';
import { ExplainMovement, type MovingReport } from '../../src/reporting/application/explain-movement';
import { COUNTS, type Counts } from '../../src/reporting/domain/movement/counts';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { makeReport, type Report } from '../../src/reporting/domain/report';
import { type ReportBasis } from '../../src/counting/domain/report-basis';
import type { Context, Level } from '../../src/kernel/unit';
import { openSqlite } from '../ports/sqlite-platform';
import { anyAsOf } from '../properties/random-events';
import { definitions, type Told } from '../support/evaluate';
import { clinicalEventsOf } from '../support/fold';
import { MOMENTS } from './histories';

export const period = (name: string): Period => parsePeriod(name) as Period;

/** The ground in force. */
export const basis: ReportBasis = {
  id: `${definitions.set}/${definitions.version}`,
  set: definitions,
  policy: compileDefinitions(definitions).policy,
  organisations: loadOrganisationList(loadSchemas()),
  fewest: 10,
};

const isFeed = (event: ClinicalEvent): event is ClinicalEventOf<'registry.feed-status'> =>
  event.kind === 'registry.feed-status';

/** Reports and movements over a story that was taken in. */
export async function reportsOver(told: Told) {
  const { events, feedEvents, states } = openSqlite();
  const all = await clinicalEventsOf(told);
  const clinical = all.filter((event) => !isFeed(event));
  await events.append(clinical.map((event, offset) => ({ offset, event })));
  await events.relate(clinical.flatMap(relationsOf));
  await feedEvents.append(all.filter(isFeed));
  const ports = { states, events, feedEvents, setAside: new MemorySetAside() };
  const under = new DecideByDefinition({ ...ports, population: definitions.population });
  return {
    moved: new ExplainMovement(new DecomposeChange(ports), EXACT),
    /** A report as counted the usual way. */
    async report({ basis: asked, ...question }: MovingReport, level: Level, context: Context): Promise<Report> {
      const keys = asked.set.indicators.map(({ key }) => key);
      const everyone = under.under(asked.set, asked.policy).counted(question);
      const cases = await fillCases(everyone, question.asOf, keys, { recordKeyOf });
      return makeReport(cases, { ...question, level, context }, asked, EXACT);
    },
  };
}

/** The counts of a report's row. */
export function countsIn(row: Report['rows'][number]): Counts {
  const { reported, undisturbed, unknown, denominatorUnknown, stillOpen, bounds } = row;
  const { excluded, notApplicable } = row;
  return {
    met: reported.numerator,
    notMet: reported.denominator - reported.numerator,
    undisturbedMet: undisturbed.numerator,
    undisturbedNotMet: undisturbed.denominator - undisturbed.numerator,
    unknown,
    denominatorUnknown,
    ...stillOpen,
    excluded,
    notApplicable,
    leastMet: bounds.leastMet,
    mostMet: bounds.mostMet,
    leastNotMet: bounds.leastNotMet,
    mostNotMet: bounds.mostNotMet,
  };
}

/** What the parts of a row leave unexplained, in every count. */
export function unexplained({ change, parts }: Explained): Counts {
  const left = COUNTS.map((name) => [name, parts.reduce((rest, part) => rest - part.counts[name], change[name])]);
  return Object.fromEntries(left) as Counts;
}

interface Explained {
  readonly change: Counts;
  readonly parts: readonly { readonly counts: Counts }[];
}

/** A set that decides otherwise: other windows, other pathways, other troubles. */
export function changedSet(set: DefinitionSet): DefinitionSet {
  return {
    ...set,
    version: set.version + 1,
    troubleDays: 60,
    population: { ...set.population, nextPathwayAfterDays: 300 },
    indicators: set.indicators.map((indicator) =>
      indicator.key === 'participation' ? { ...indicator, window: '90d' } : indicator,
    ),
  };
}

/** A list in which one region has taken over another: its hospitals and municipalities go along. */
export function mergedRegions({ regions, ...list }: OrganisationList): OrganisationList {
  const south = regions.get('1083') as Region;
  const merged = new Map(regions);
  merged.set('1083', { ...south, validTo: '2020-12-31' });
  merged.set('1090', {
    code: '1090',
    name: 'Region Ny',
    validFrom: '2021-01-01',
    replaces: ['1083'],
    provenance: 'working',
  });
  return { ...list, regions: merged };
}

const merged = mergedRegions(basis.organisations);

const anyGround: fc.Arbitrary<ReportBasis> = fc
  .record({
    set: fc.constantFrom(definitions, definitions, changedSet(definitions)),
    policy: fc.constantFrom('strict', 'strict', 'lenient'),
    organisations: fc.constantFrom(basis.organisations, basis.organisations, merged),
  })
  .map(({ set, policy, organisations }) => ({
    id: `${set.set}/${set.version}`,
    set,
    policy: { bugOnReferral: policy },
    organisations,
    fewest: basis.fewest,
  }));

/** Any report there may be of a random history. */
export const anyReport: fc.Arbitrary<MovingReport> = fc.record({
  asOf: fc.oneof({ weight: 2, arbitrary: fc.constant('2025-12-31') }, { weight: 1, arbitrary: anyAsOf }),
  knownAt: fc.constantFrom(...MOMENTS),
  period: fc.constantFrom('all', 'all', '2023', '2023T2', '2024').map(period),
  basis: anyGround,
});
