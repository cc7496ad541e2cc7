import type { PersonKey } from '../../kernel/clinical-event';
import { addMonths, danishDay } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import type { Organisation } from '../../kernel/organisation';
import type { Clock } from '../../ports/clock';
import type { JoinedKeys, PersonEventStore } from '../../ports/person-event-store';
import type { RelationBook } from '../../ports/relation-book';
import type { Reader } from '../domain/reader';
import {
  ASSERTED_MONTHS,
  relationOf,
  relationsOn,
  type Relation,
  type RelationKind,
  type RelationStep,
} from '../domain/relation';

/** So often a step is tried again that somebody else came before. */
const MOST_TRIES = 20;

/** An assertion as it is shown to whoever controls looks. */
export interface Assertion {
  readonly person: PersonKey;
  readonly organisation: Organisation;
  /** RFC 3339. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
}

export interface RelationPorts {
  readonly events: Pick<PersonEventStore, 'joinedTo' | 'load' | 'greatestOf'>;
  readonly relationBook: RelationBook;
  readonly clock: Clock;
}

/** Who has a relation with whom: by the facts, by what staff assert with a reason, and by what patients consent to. */
export class Relations {
  constructor(private readonly ports: RelationPorts) {}

  /** The relations of everyone with a person today, by any of the person's keys. */
  async of(person: PersonKey): Promise<readonly Relation[]> {
    const { keys, records } = await this.joinedTo(person);
    const eventsOf = await this.ports.events.load(keys);
    const events = keys.flatMap((key) => eventsOf(key));
    const elsewhere = records.length === 0 ? undefined : await this.ports.events.greatestOf(records);
    return relationsOn(danishDay(this.ports.clock.now()), events, await this.stepsOf(keys), elsewhere);
  }

  /** By which relation an organisation may look at a person today; undefined where it may not. */
  async between(organisation: Organisation, person: PersonKey): Promise<RelationKind | undefined> {
    return relationOf(organisation, await this.of(person));
  }

  /** By which relation an organisation may look at each of some persons today; whom it may not look at is left out. */
  async among(organisation: Organisation, persons: readonly PersonKey[]): Promise<Map<PersonKey, RelationKind>> {
    const { events, relationBook, clock } = this.ports;
    const groups = await events.joinedTo(persons);
    const keys = groups.flatMap((group) => group.keys);
    const eventsOf = await events.load(keys);
    const elsewhere = await events.greatestOf(new Set(groups.flatMap(({ records }) => records)));
    const kept = new Map((await relationBook.find(keys)).map(({ person, steps }) => [person, steps]));
    const today = danishDay(clock.now());
    const found = new Map<PersonKey, RelationKind>();
    for (const group of groups) {
      const steps = stepsIn(group.keys.flatMap((key) => kept.get(key) ?? []));
      const own = group.keys.flatMap((key) => eventsOf(key));
      const kind = relationOf(organisation, relationsOn(today, own, steps, elsewhere));
      if (kind !== undefined) for (const key of group.keys) found.set(key, kind);
    }
    return found;
  }

  /** Whether two keys are of one person's numbers. */
  async areSame(one: PersonKey, other: PersonKey): Promise<boolean> {
    return one === other || (await this.joinedTo(one)).keys.includes(other);
  }

  /** Notes that staff say their organisation treats a person though no fact tells it yet; it ends by itself. */
  async assert(person: PersonKey, { subject, organisation = '' }: Reader, reason: string): Promise<Relation> {
    const at = this.ports.clock.now();
    const until = addMonths(danishDay(at), ASSERTED_MONTHS);
    await this.add(person, { what: 'asserted', organisation, at, by: subject, reason, until });
    return { organisation, kind: 'asserted', until };
  }

  /** Notes that a patient lets an organisation look, or not; effective with the next request. */
  async settle(
    person: PersonKey,
    { subject }: Reader,
    organisation: Organisation,
    what: 'consented' | 'withdrawn',
  ): Promise<void> {
    await this.add(person, { what, organisation, at: this.ports.clock.now(), by: subject });
  }

  /** Everything that staff asserted, the youngest first, for control. */
  async assertions(): Promise<Assertion[]> {
    const kept = await this.ports.relationBook.all();
    return kept
      .flatMap(({ person, steps }) => steps.map((step) => ({ person, step: JSON.parse(step) as RelationStep })))
      .sort((a, b) => b.step.at - a.step.at)
      .flatMap(({ person, step }) => {
        if (step.what !== 'asserted') return [];
        const { organisation, at, by, reason, until } = step;
        return [{ person, organisation, at: formatInstant(at), by, reason, until }];
      });
  }

  /** The keys of all the person's numbers, and the registrations that others were sent under too. */
  private async joinedTo(person: PersonKey): Promise<JoinedKeys> {
    const joined = await this.ports.events.joinedTo([person]);
    return {
      keys: [...new Set([person, ...joined.flatMap(({ keys }) => keys)])],
      records: joined.flatMap(({ records }) => records),
    };
  }

  /** What was said of any of a person's numbers, in the order it was said. */
  private async stepsOf(keys: readonly PersonKey[]): Promise<RelationStep[]> {
    const kept = await this.ports.relationBook.find(keys);
    return stepsIn(kept.flatMap(({ steps }) => steps));
  }

  private async add(person: PersonKey, step: RelationStep): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [kept] = await this.ports.relationBook.find([person]);
      if (await this.ports.relationBook.append(person, kept?.steps.length ?? 0, JSON.stringify(step))) return;
    }
    throw new Error('Others write of the same person all the time.');
  }
}

/** Steps as they are kept, in the order they were said. */
const stepsIn = (kept: readonly string[]): RelationStep[] =>
  kept.map((step) => JSON.parse(step) as RelationStep).sort((a, b) => a.at - b.at);
