import type { PersonKey, Relation } from '../../kernel/clinical-event';
import type { FindingCode } from '../../kernel/finding';
import type { Organisation } from '../../kernel/organisation';
import { PathwayStateStore, type GonePerson, type PathwayState } from '../../ports/pathway-state-store';
import {
  PersonEventStore,
  type DaysOfReceipt,
  type FoldedGroup,
  type GreatestChange,
  type PlacedEvent,
} from '../../ports/person-event-store';

/** A store of persons' events that holds some in memory. */
type Forgetting = PersonEventStore & { forget(): void };

/** Persons' events of whichever generation is in use at the moment of a call. */
export class FollowingPersonEvents extends PersonEventStore {
  constructor(private readonly now: () => Forgetting) {
    super();
  }

  override append(events: readonly PlacedEvent[]) {
    return this.now().append(events);
  }

  override relate(relations: readonly Relation[]) {
    return this.now().relate(relations);
  }

  override groupsOf(persons: Iterable<PersonKey>) {
    return this.now().groupsOf(persons);
  }

  override joinedTo(persons: Iterable<PersonKey>) {
    return this.now().joinedTo(persons);
  }

  override greatestOf(records: Iterable<string>) {
    return this.now().greatestOf(records);
  }

  override keepGreatest(changes: readonly GreatestChange[]) {
    return this.now().keepGreatest(changes);
  }

  override load(persons: Iterable<PersonKey>) {
    return this.now().load(persons);
  }

  override reportedBy(source: Organisation, after: PersonKey | undefined, limit: number, received?: DaysOfReceipt) {
    return this.now().reportedBy(source, after, limit, received);
  }

  override overtaken(groups: readonly FoldedGroup[]) {
    return this.now().overtaken(groups);
  }

  override relations() {
    return this.now().relations();
  }

  override sharings() {
    return this.now().sharings();
  }

  override scan(groupsAtATime: number) {
    return this.now().scan(groupsAtATime);
  }

  /** Forgets what is held in memory. */
  forget(): void {
    this.now().forget();
  }
}

/** Pathway states of whichever generation is in use at the moment of a call. */
export class FollowingPathwayStates extends PathwayStateStore {
  constructor(private readonly now: () => PathwayStateStore) {
    super();
  }

  override replace(states: readonly PathwayState[], gone: readonly GonePerson[]) {
    return this.now().replace(states, gone);
  }

  override load(persons: Iterable<PersonKey>) {
    return this.now().load(persons);
  }

  override scan(atATime: number) {
    return this.now().scan(atATime);
  }

  override foldedUnder() {
    return this.now().foldedUnder();
  }

  override noteFoldedUnder(population: string) {
    return this.now().noteFoldedUnder(population);
  }

  override misfiled(persons: Iterable<PersonKey>) {
    return this.now().misfiled(persons);
  }

  override count() {
    return this.now().count();
  }

  override findings(from: string | undefined, limit: number, code?: FindingCode) {
    return this.now().findings(from, limit, code);
  }
}
