import type { Cases } from '../../../src/counting/domain/cases';
import { creditsOf } from '../../../src/counting/domain/credits';
import { singleCountsOf, SINGLE_COUNTS } from '../../../src/counting/domain/figure-counts';
import type { Mark } from '../../../src/counting/domain/mark';
import { Exit } from '../../../src/disclosure/domain/exit';
import { shownTable } from '../../../src/disclosure/domain/shown-table';
import type { ShownRow } from '../../../src/disclosure/domain/shown-row';
import { isIn, parsePeriod, type Period } from '../../../src/kernel/period';
import { CONTEXTS_OF, LEVELS, unitIdOf, type Context, type Level } from '../../../src/kernel/unit';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import type { PathwayWithJourney } from '../../../src/transitions/domain/pathway-with-journey';
import { countsOfJourneys } from './journey-counts';
import { JOURNEYS } from './journeys';
import { AS_OF, HOSPITALS, INDICATORS, MUNICIPALITIES, PARTS } from './places';
import { casesOfPatients, recordKeysOf, TEMPLATES, withJourneys, type Patient } from './population';

const organisations = loadOrganisationList(loadSchemas());
const PERIODS = ['2023', ...[1, 2, 3, 4].map((n) => `2023Q${n}`), ...[1, 2, 3].map((n) => `2023T${n}`)].map(
  (name) => parsePeriod(name) as Period,
);

const CONTEXTS = LEVELS.flatMap((level) => CONTEXTS_OF[level]);
/** Of so many tables everything is read: indicators and credits and coverage by level and context, and transitions. */
export const TABLES = PERIODS.length * (CONTEXTS.length * 3 + 1);

/** A count that is published, and of whom it is the number: the sum of some unknowns. */
export interface Observation {
  readonly name: string;
  readonly shown: number;
  readonly unknowns: readonly number[];
}

/** Patients of one hospital, municipality, part of the year and outcome of one indicator: what an attacker looks for. */
const unknownAt = (indicator: number, hospital: number, municipality: number, part: number, outcome: number): number =>
  (((indicator * HOSPITALS.length + hospital) * MUNICIPALITIES.length + municipality) * PARTS.length + part) *
    Math.max(TEMPLATES.length, JOURNEYS.length) +
  outcome;
/** Their journeys stand behind the indicators. */
const AMONG_JOURNEYS = INDICATORS.length;
export const UNKNOWNS = unknownAt(AMONG_JOURNEYS + 1, 0, 0, 0, 0);

/** Sums of unknowns that are equal since the same patients stand under every indicator and have one journey each. */
export function equalSums(): (readonly [readonly number[], readonly number[]])[] {
  return eachPlace().flatMap(([hospital, municipality, part]) => {
    const all = (among: number, kinds: readonly unknown[]): number[] =>
      kinds.map((_, kind) => unknownAt(among, hospital, municipality, part, kind));
    const [first = [], ...others] = INDICATORS.map((_, indicator) => all(indicator, TEMPLATES));
    return [...others, all(AMONG_JOURNEYS, JOURNEYS)].map((other) => [first, other] as const);
  });
}

const eachPlace = (): (readonly [number, number, number])[] =>
  HOSPITALS.flatMap((_, hospital) =>
    MUNICIPALITIES.flatMap((__, municipality) => PARTS.map((___, part) => [hospital, municipality, part] as const)),
  );

/** By unknown, the places of the patients it counts: what the attacker has not. */
export function whoseUnknowns(patients: readonly Patient[]): ReadonlyMap<number, readonly number[]> {
  const whose = new Map<number, number[]>();
  patients.forEach(({ hospital, municipality, part, outcomes, journey }, patient) =>
    [...outcomes, journey].forEach((kind, among) => {
      const unknown = unknownAt(among, hospital, municipality, part, kind);
      whose.set(unknown, [...(whose.get(unknown) ?? []), patient]);
    }),
  );
  return whose;
}

/** Every count of every table, of credits, coverage and transitions, for all periods, levels and contexts there are. */
export function everyChannel(patients: readonly Patient[], secret: string, exit: Exit): Observation[] {
  const cases = casesOfPatients(patients, secret);
  const travelled = withJourneys(patients, recordKeysOf(secret));
  return PERIODS.flatMap((period) => [
    ...journeyCounts(travelled, exit, period),
    ...LEVELS.flatMap((level) =>
      CONTEXTS_OF[level].flatMap((context) => [
        ...tableCounts(cases, exit, period, level, context),
        ...creditCounts(cases, exit, period, level, context),
      ]),
    ),
  ]);
}

/** What coverage and transitions tell of a period. */
function journeyCounts(travelled: readonly PathwayWithJourney[], exit: Exit, period: Period): Observation[] {
  const told = new Map(countsOfJourneys(travelled, period, organisations, exit));
  return [...whoseJourneys(period)].map(([name, unknowns]) => ({
    name: `${period.name} ${name}`,
    shown: told.get(name) ?? 0,
    unknowns,
  }));
}

const WHOSE = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Whose number each of these counts is: found by counting one patient of every kind there can be, exactly. */
function whoseJourneys(period: Period): ReadonlyMap<string, readonly number[]> {
  const known = WHOSE.get(period.name);
  if (known !== undefined) return known;
  const whose = new Map<string, number[]>();
  const exact = new Exit({ view: 'exact' });
  for (const [hospital, municipality, part] of eachPlace()) {
    JOURNEYS.forEach((_, journey) => {
      const alone = withJourneys([{ hospital, municipality, part, journey, outcomes: [] }], () => 0);
      const unknown = unknownAt(AMONG_JOURNEYS, hospital, municipality, part, journey);
      for (const [name, count] of countsOfJourneys(alone, period, organisations, exact)) {
        if (count === 1) whose.set(name, [...(whose.get(name) ?? []), unknown]);
      }
    });
  }
  WHOSE.set(period.name, whose);
  return whose;
}

/** Those that should report what is attacked. */
const SOURCES = ['hospital', 'municipality'] as const;

function tableCounts(cases: Cases, exit: Exit, period: Period, level: Level, context: Context): Observation[] {
  const indicators = INDICATORS.map((key, at) => ({ key, number: at + 1, sources: SOURCES }));
  const question = { indicators, organisations, period, level, context, asOf: AS_OF, interval: 'wilson' } as const;
  return shownTable(cases, question, exit).flatMap((row) => {
    const indicator = row.number - 1;
    const people = peopleIn(period, level, context, row.unit.id);
    if (people.length === 0) return [];
    return Object.entries(countsIn(row)).map(([count, { shown, has }]) => ({
      name: [row.indicator, period.name, level, context, row.unit.id, count].join(' '),
      shown,
      unknowns: people.flatMap(([hospital, municipality, part]) =>
        TEMPLATES.flatMap((_, outcome) =>
          has(MARKS[outcome] as Mark) ? [unknownAt(indicator, hospital, municipality, part, outcome)] : [],
        ),
      ),
    }));
  });
}

type Told = Readonly<Record<string, { readonly shown: number; readonly has: (mark: Mark) => boolean }>>;

/** Every count of a row, as a reader gets at it, and which decisions it counts. */
function countsIn(row: ShownRow): Told {
  const { reported, undisturbed, bounds, unknown, denominatorUnknown, stillOpen, excluded, notApplicable } = row;
  const shown: Record<(typeof SINGLE_COUNTS)[number], number> = {
    ...{ met: reported.numerator, notMet: reported.denominator - reported.numerator },
    ...{ undisturbedMet: undisturbed.numerator, undisturbedNotMet: undisturbed.denominator - undisturbed.numerator },
    ...{ leastMet: bounds.leastMet, leastNotMet: bounds.leastNotMet, perhapsNotMet: 0 },
    // No decision of the templates is perhaps not met, and so what is most tells the others apart.
    ...{ uncertain: bounds.mostNotMet - bounds.leastNotMet },
    ...{ perhapsMet: bounds.mostMet - bounds.leastMet - (bounds.mostNotMet - bounds.leastNotMet) },
    ...{ unknown, denominatorUnknown, ...stillOpen, excluded, notApplicable },
  };
  const single = SINGLE_COUNTS.map(
    (name) => [name, { shown: shown[name], has: (mark: Mark) => singleCountsOf(mark)[name] === 1 }] as const,
  );
  const sectors = (['hospital', 'municipality'] as const).map((sector) => {
    const count = row.sectors.find((share) => share.sector === sector)?.numerator ?? 0;
    const has = (mark: Mark): boolean => singleCountsOf(mark).met === 1 && mark.sector === sector;
    return [sector, { shown: count, has }] as const;
  });
  return Object.fromEntries([...single, ...sectors]);
}

function creditCounts(cases: Cases, exit: Exit, period: Period, level: Level, context: Context): Observation[] {
  const units = new Set(eachPlace().map(([hospital, municipality]) => unitOf(level, context, hospital, municipality)));
  const contributors = [HOSPITALS[0] as string, MUNICIPALITIES[0] as string];
  return INDICATORS.flatMap((indicator, at) =>
    [...units].flatMap((unit) => {
      const credits = creditsOf(cases, { organisations, period, level, context }, { indicator, unit }, exit.count);
      const people = peopleIn(period, level, context, unit);
      const among = (has: (organisations: readonly string[]) => boolean): number[] =>
        people.flatMap(([hospital, municipality, part]) =>
          TEMPLATES.flatMap(({ decisive = [], also = [] }, outcome) =>
            TEMPLATES[outcome]?.outcome === 'met' && has([...decisive, ...also].map(({ source }) => source))
              ? [unknownAt(at, hospital, municipality, part, outcome)]
              : [],
          ),
        );
      const name = (what: string): string => [indicator, period.name, level, context, unit, what].join(' ');
      return [
        ...contributors.flatMap((organisation) => {
          const share = credits.organisations.find(({ credited }) => credited.organisation === organisation);
          return [
            ...[{ name: name(`first ${organisation}`), shown: share?.first ?? 0 }].map((told) => ({
              ...told,
              unknowns: among(([first]) => first === organisation),
            })),
            ...[{ name: name(`any ${organisation}`), shown: share?.any ?? 0 }].map((told) => ({
              ...told,
              unknowns: among((all) => all.includes(organisation)),
            })),
          ];
        }),
        { name: name('several'), shown: credits.documentedBySeveral, unknowns: among((all) => all.length > 1) },
      ];
    }),
  );
}

/** The places of those who are counted in a period under a unit. */
const peopleIn = (period: Period, level: Level, context: Context, unit: string) =>
  eachPlace().filter(
    ([hospital, municipality, part]) =>
      isIn(period, PARTS[part] as string) && unitOf(level, context, hospital, municipality) === unit,
  );

const unitOf = (level: Level, context: Context, hospital: number, municipality: number): string => {
  const places = { hospital: HOSPITALS[hospital] as string, municipality: MUNICIPALITIES[municipality] as string };
  return unitIdOf(level, places, '2023-06-01', organisations, context);
};

/** The marks of the templates. */
const MARKS: readonly Mark[] = TEMPLATES.map(({ outcome, denominator, trouble, possible, window, decisive = [] }) => {
  const sector = outcome === 'met' ? decisive.at(-1)?.sector : undefined;
  return {
    outcome,
    denominatorUnknown: denominator === 'unknown',
    disturbed: trouble !== undefined,
    isOpen: window !== undefined && AS_OF <= window.to,
    ...(sector === undefined ? undefined : { sector }),
    ...(possible === undefined ? undefined : { possible }),
  };
});
