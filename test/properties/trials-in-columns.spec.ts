import fc from 'fast-check';
import { fillCases } from '../../src/counting/application/fill-cases';
import { differenceBetween } from '../../src/definitions/domain/versions/difference';
import { outcomeChangesOf } from '../../src/definitions/domain/versions/outcome-changes';
import { sensitivityRows } from '../../src/definitions/domain/versions/sensitivity';
import type { Version } from '../../src/definitions/domain/versions/version';
import { DecideByDefinition } from '../../src/indicators/application/decide-by-definition';
import { UnreadColumns } from '../../src/indicators/application/unread-columns';
import { LawInColumns } from '../../src/indicators/domain/columns/law-in-columns';
import { PERSON_LAW, type PersonLaw } from '../../src/indicators/domain/person-law';
import type { ClinicalEvent, ClinicalEventOf } from '../../src/kernel/clinical-event';
import type { DefinitionSet } from '../../src/kernel/definition';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { MemorySetAside } from '../../src/platform/memory/memory-set-aside';
import { Logger } from '../../src/ports/logger';
import { openSqlite } from '../ports/sqlite-platform';
import { basis } from '../reports/viewpoints';
import { clinicalEventsOf, compiled, foldStory } from '../support/fold';
import { recordKeyOf } from '../support/shown';
import { anyAsOf } from './random-events';
import { anySet } from './random-sets';
import { anyStory } from './random-stories';

const ALL = parsePeriod('all') as Period;
const isFeed = (event: ClinicalEvent): event is ClinicalEventOf<'registry.feed-status'> =>
  event.kind === 'registry.feed-status';

class WarningsKept extends Logger {
  readonly warnings: object[] = [];
  override info(): void {}
  override error(): void {}
  override warn(details: object): void {
    this.warnings.push(details);
  }
}

/** A store with a story's persons, some of whose columns cannot be read, as trials go through everyone. */
async function storeOf(told: Parameters<typeof foldStory>[0], damaged: readonly boolean[]) {
  const store = openSqlite();
  const persons = await foldStory(told);
  await store.states.replace(
    persons.map((folded) => ({ folded, eventCount: 1 })),
    [],
  );
  await store.feedEvents.append((await clinicalEventsOf(told)).filter(isFeed));
  const spoil = store.database.prepare("UPDATE person_column SET facts = x'ff' WHERE no = ?");
  const spoilt = persons.filter((_, at) => damaged[at % damaged.length] === true);
  await store.database.run(() => {
    for (const { person } of spoilt) spoil.run(store.persons.find(person) ?? 0);
    return Promise.resolve();
  });
  const logger = new WarningsKept();
  const columns = { states: store.states, unread: new UnreadColumns(logger) };
  const versionUnder = async (set: DefinitionSet, asOf: string, by: object, law?: PersonLaw): Promise<Version> => {
    const ports = { ...store, setAside: new MemorySetAside(), population: set.population, ...by };
    const everyone = new DecideByDefinition(ports, law).under(set, {}).counted({ asOf });
    const keys = set.indicators.map(({ key }) => key);
    return { basis: { ...basis, set }, cases: await fillCases(everyone, asOf, keys, { recordKeyOf }) };
  };
  return {
    warnings: logger.warnings,
    spoilt: spoilt.filter(({ pathways }) => pathways.length > 0).length,
    byFacts: (set: DefinitionSet, asOf: string) => versionUnder(set, asOf, {}),
    byColumns: (set: DefinitionSet, asOf: string, law?: PersonLaw) => versionUnder(set, asOf, { columns }, law),
  };
}

const difference = (before: Version, after: Version, asOf: string): string =>
  JSON.stringify(differenceBetween(before, after, { period: ALL, asOf }));
const flips = (before: Version, after: Version): string =>
  JSON.stringify(
    after.basis.set.indicators.map(({ key }) =>
      outcomeChangesOf({ before: before.cases, after: after.cases }, ALL, key),
    ),
  );
const sensitivity = (one: Version, other: Version, asOf: string): string =>
  JSON.stringify(sensitivityRows(new Map(Object.entries({ one, other })), { period: ALL, asOf }, 'hospital'));

describe('a trial by columns is a trial by facts, byte for byte', () => {
  test('under any two sets, also where columns of some persons cannot be read', async () => {
    const seen = { flips: 0, differs: 0, spoilt: 0 };
    const damage = fc.array(fc.boolean(), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyStory, anyAsOf, anySet, anySet, damage, async (told, asOf, one, other, damaged) => {
        const { byFacts, byColumns, spoilt, warnings } = await storeOf(told, damaged);
        const facts = [await byFacts(one, asOf), await byFacts(other, asOf)] as const;
        const columns = [await byColumns(one, asOf), await byColumns(other, asOf)] as const;
        columns.forEach(({ cases }, at) => expect(cases.columns()).toEqual(facts[at]?.cases.columns()));
        expect(difference(...columns, asOf)).toBe(difference(...facts, asOf));
        expect(flips(...columns)).toBe(flips(...facts));
        const rows = sensitivity(...facts, asOf);
        expect(sensitivity(...columns, asOf)).toBe(rows);
        expect(warnings).toEqual(spoilt === 0 ? [] : [{ persons: spoilt }]);
        if (flips(...facts).includes('person')) seen.flips += 1;
        if (rows.includes('"differs":true')) seen.differs += 1;
        seen.spoilt += spoilt;
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.flips, seen.differs, seen.spoilt)).toBeGreaterThan(5);
  });

  test('whoever’s columns fail is decided by facts', async () => {
    const [told] = fc.sample(
      anyStory.filter((events) => events.some(({ type }) => type.includes('procedure'))),
      { numRuns: 1, seed: 7 },
    );
    const { byFacts, byColumns, warnings } = await storeOf(told ?? [], [false]);
    const asOf = '2024-06-01';
    const failing: PersonLaw = {
      ...PERSON_LAW,
      inColumns: (definitions) => {
        const law = LawInColumns.of(definitions);
        if (law !== undefined)
          law.numbers = () => {
            throw new RangeError('planted');
          };
        return law;
      },
    };
    const expected = await byFacts(compiled.set, asOf);
    expect(expected.cases.length).toBeGreaterThan(0);
    expect((await byColumns(compiled.set, asOf, failing)).cases.columns()).toEqual(expected.cases.columns());
    expect(warnings).toHaveLength(1);
  });
});
