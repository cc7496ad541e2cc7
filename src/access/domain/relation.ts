import type { ClinicalEvent } from '../../kernel/clinical-event';
import { addMonths, danishDay, type Day } from '../../kernel/day';
import { SERVICE_DATE_FIELD, ORGANISATION_FIELD } from '../../kernel/event-kinds';
import { identifierOf, schemeOf, type Organisation } from '../../kernel/organisation';
import { compareVersions, greatestOfEach } from '../../kernel/registration';

/**
 * So long after the last fact an organisation is taken to treat a patient: the longest window of an indicator and the
 * yearly control in general practice lie within it. A working choice, as no law names a number.
 */
const RELATION_MONTHS = 12;

/** So long an assertion by staff stands, unless facts come meanwhile. */
export const ASSERTED_MONTHS = 3;

/** What makes a relation, the strongest first. `consent` and `asserted` are said by people, the rest is told by facts. */
const RELATION_KINDS = ['reported', 'referred', 'lives-there', 'consent', 'asserted'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Why an organisation may look at a person, and through which day. */
export interface Relation {
  readonly organisation: Organisation;
  readonly kind: RelationKind;
  /** Absent while there is no end in sight: for as long as they live there, or until a consent is withdrawn. */
  readonly until?: Day;
}

/** What people said of an organisation and a person, in the order they said it. */
export type RelationStep = {
  readonly organisation: Organisation;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Who said it, as the sign-in names them. */
  readonly by: string;
} & (
  | { readonly what: 'asserted'; readonly reason: string; readonly until: Day }
  | { readonly what: 'consented' | 'withdrawn' }
);

/** The relation by which an organisation may look: the strongest there is, what is only said last; undefined for none. */
export function relationOf(organisation: Organisation, relations: readonly Relation[]): RelationKind | undefined {
  const own = relations.filter((relation) => relation.organisation === organisation).map(({ kind }) => kind);
  return RELATION_KINDS.find((kind) => own.includes(kind));
}

/** The greatest event of each registration that several persons were sent under, by the registration's name. */
export type GreatestElsewhere = ReadonlyMap<string, ClinicalEvent>;

/**
 * The relations of a person's organisations on a day, one of each kind at most: facts of the person's events (all of the
 * person's numbers) and what people said of it. An organisation whose consent was withdrawn has none, whatever the facts
 * say; a registration that has moved to another person (`elsewhere`) is no fact of this one.
 */
export function relationsOn(
  day: Day,
  events: readonly ClinicalEvent[],
  steps: readonly RelationStep[],
  elsewhere?: GreatestElsewhere,
): Relation[] {
  const settled = new Map<Organisation, RelationStep['what']>();
  for (const step of steps) if (step.what !== 'asserted') settled.set(step.organisation, step.what);
  const consents = [...settled].flatMap(([organisation, what]): Relation[] =>
    what === 'consented' ? [{ organisation, kind: 'consent' }] : [],
  );
  const asserted = steps.flatMap((step): Relation[] =>
    step.what === 'asserted' ? [{ organisation: step.organisation, kind: 'asserted', until: step.until }] : [],
  );
  return longest([...factual(inForce(events, elsewhere), day), ...asserted, ...consents])
    .filter(({ until = day }) => until >= day)
    .filter(({ organisation }) => settled.get(organisation) !== 'withdrawn');
}

/** The events in force of each registration: the greatest version, unless it retracts or another person has a greater one. */
function inForce(events: readonly ClinicalEvent[], elsewhere: GreatestElsewhere = new Map()): ClinicalEvent[] {
  return [...greatestOfEach(events)].flatMap(([name, event]) => {
    const other = elsewhere.get(name);
    const isHere = other === undefined || compareVersions(event, other) >= 0;
    return event.status === 'active' && isHere ? [event] : [];
  });
}

function factual(events: readonly ClinicalEvent[], day: Day): Relation[] {
  const told = events.flatMap((event): Relation[] => {
    const until = addMonths(dateOf(event), RELATION_MONTHS);
    const other = fieldOf(event, ORGANISATION_FIELD[event.kind]);
    return [
      { organisation: staffOf(event.source), kind: 'reported', until },
      ...(other === undefined ? [] : [{ organisation: staffOf(other), kind: 'referred' as const, until }]),
    ];
  });
  return [...told.filter(({ organisation }) => isTreating(organisation)), ...residence(events, day)];
}

/** Where the person lives on a day; whoever has moved, left or died lives there no more. */
function residence(events: readonly ClinicalEvent[], day: Day): Relation[] {
  const latest = events
    .filter((event) => event.kind === 'person.status')
    .filter(({ data }) => data.from <= day)
    .sort((a, b) => (a.data.from < b.data.from ? -1 : a.data.from > b.data.from ? 1 : compareVersions(a, b)))
    .at(-1);
  if (latest === undefined || latest.data.state !== 'alive' || latest.data.municipality === undefined) return [];
  return [{ organisation: `municipality:${latest.data.municipality}`, kind: 'lives-there' }];
}

/** DanHeart's forms are the hospitals'. */
export const staffOf = (organisation: Organisation): Organisation =>
  schemeOf(organisation) === 'danheart' ? `hospital:${identifierOf(organisation)}` : organisation;

/** Registers and laboratories report on persons, but treat none. */
const isTreating = (organisation: Organisation): boolean =>
  ['hospital', 'municipality', 'general-practice'].includes(schemeOf(organisation) ?? '');

const dateOf = (event: ClinicalEvent): Day => fieldOf(event, SERVICE_DATE_FIELD[event.kind]) ?? danishDay(event.time);

function fieldOf({ data }: ClinicalEvent, field: string | undefined): string | undefined {
  const value = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
}

/** Of relations of one kind and organisation the one that lasts longest. */
function longest(relations: readonly Relation[]): Relation[] {
  const found = new Map<string, Relation>();
  for (const relation of relations) {
    const name = `${relation.organisation} ${relation.kind}`;
    const known = found.get(name);
    if (known === undefined || (known.until ?? NO_END) < (relation.until ?? NO_END)) found.set(name, relation);
  }
  return [...found.values()];
}

/** Greater than every day. */
const NO_END = '~';
