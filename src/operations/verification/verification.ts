import { foldedBy } from '../../pathways/domain/folded-by';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import { danishDay } from '../../kernel/day';
import { normalForm } from '../../kernel/digest';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import { foldEach, relationsIn } from '../../pathways/domain/fold-group';
import { relatedGroups } from '../../pathways/domain/persons';
import type { EmbeddedStore } from '../embedded-store';
import { nameOfGroup } from '../rebuild/logged-digests';
import { faultsOfSharedRecords } from './shared-records-verified';
import { sayUnreadable } from './unreadable';
import type { VerificationResult } from './verification-result';
import { IntakeVerified } from './intake-verified';

const MESSAGES_AT_A_TIME = 20_000;
const MOST_DIFFERENCES_TOLD = 20;

type EventsByPerson = Map<PersonKey, ClinicalEvent[]>;

/**
 * Folds the whole log again, one partition at a time, and compares every person's pathways and decisions with the
 * store. Sees one moment of the store, so it can run beside the program that writes to it.
 */
export class Verification {
  private readonly differences: string[] = [];
  private readonly setAside: PersonSetAside[] = [];
  private differenceCount = 0;
  private events = 0;
  private persons = 0;
  private decisions = 0;
  private readonly relations: Relation[] = [];
  private readonly intake: IntakeVerified;

  constructor(private readonly embedded: EmbeddedStore) {
    this.intake = new IntakeVerified(embedded, (difference) => this.tell(difference));
  }

  async run(onProgress: (events: number, total: number) => void): Promise<VerificationResult> {
    const { database, deliveries, log } = this.embedded;
    database.beginSnapshot();
    try {
      for (const fault of [...database.sums.faults(), ...deliveries.faults()]) this.tell(fault);
      await this.compare(onProgress);
    } catch (error) {
      this.tell(sayUnreadable(error));
    }
    const lag = log.lags().reduce((sum, { lag: behind }) => sum + behind, 0);
    return {
      events: this.events,
      persons: this.persons,
      decisions: this.decisions,
      notHandledYet: lag,
      differences: this.differences,
      setAside: this.setAside,
    };
  }

  private async compare(onProgress: (events: number, total: number) => void): Promise<void> {
    const { log } = this.embedded;
    const feeds = await this.verifyFeeds();
    const undecided = this.undecidedPersons();
    const total = log.countOf('clinical-events');
    const related: EventsByPerson = new Map();
    for (let partition = 0; partition < log.partitionsOf('clinical-events'); partition += 1) {
      const byPerson = this.readPartition(partition);
      const logged = [...byPerson.values()].flat();
      await this.intake.verify(logged);
      for (const relation of relationsIn(logged)) this.relations.push(relation);
      const alone: PersonKey[] = [];
      for (const group of await this.embedded.events.groupsOf(byPerson.keys())) {
        for (const key of group) {
          const events = byPerson.get(key);
          if (group.length === 1) alone.push(key);
          else if (events !== undefined) related.set(key, events);
        }
      }
      for (const key of alone) await this.verifyGroup([key], byPerson, feeds, undecided);
      onProgress(this.events, total);
    }
    const events = [...related.values()].flat();
    for (const group of relatedGroups(related.keys(), relationsIn(events)))
      await this.verifyGroup(group, related, feeds, undecided);
    await this.verifyRelations(related.keys());
    for (const fault of await faultsOfSharedRecords(this.embedded.events, events)) this.tell(fault);
    await this.verifyNothingElse();
  }

  private readPartition(partition: number): EventsByPerson {
    const { log } = this.embedded;
    const end = log.committed('pathways', 'clinical-events', partition);
    const byPerson: EventsByPerson = new Map();
    for (let from = 0; from < end;) {
      const messages = log.read('clinical-events', partition, from, Math.min(MESSAGES_AT_A_TIME, end - from));
      const last = messages.at(-1);
      if (last === undefined) break;
      for (const { key, value } of messages) {
        const events = byPerson.get(key);
        if (events === undefined) byPerson.set(key, [value]);
        else events.push(value);
      }
      this.events += messages.length;
      from = last.offset + 1;
    }
    return byPerson;
  }

  private async verifyFeeds(): Promise<FeedCalendar> {
    const { log, feedEvents } = this.embedded;
    const end = log.committed('feeds', 'feed-statuses', 0);
    const logged = log
      .read('feed-statuses', 0, 0, Math.max(end, 1))
      .filter(({ offset }) => offset < end)
      .map(({ value }) => value);
    await this.intake.verify(logged);
    const said = feedStatusesInForce(logged);
    if (normalForm(said) !== normalForm(feedStatusesInForce(await feedEvents.all()))) {
      this.tell('the feed statuses are not what the log says');
    }
    return FeedCalendar.of(said);
  }

  /** Persons folded but not decided yet. */
  private undecidedPersons(): ReadonlySet<PersonKey> {
    const { log } = this.embedded;
    const undecided = new Set<PersonKey>();
    for (let partition = 0; partition < log.partitionsOf('pathway-changes'); partition += 1) {
      const from = log.committed('indicators', 'pathway-changes', partition);
      for (const { key } of log.read('pathway-changes', partition, from, Infinity)) undecided.add(key);
    }
    return undecided;
  }

  private async verifyGroup(
    keys: readonly PersonKey[],
    byPerson: ReadonlyMap<PersonKey, readonly ClinicalEvent[]>,
    feeds: FeedCalendar,
    undecided: ReadonlySet<PersonKey>,
  ): Promise<void> {
    const { states, definitions, law } = this.embedded;
    await this.verifyEvents(keys, byPerson);
    const stored = await states.load(keys);
    const group = { keys, eventsOf: (key: PersonKey) => byPerson.get(key) ?? [] };
    for (const one of foldEach(group, (person) => law.fold(person, foldedBy(definitions.set)))) {
      if (one.result === 'set-aside') {
        this.setAside.push(one.setAside);
        for (const number of one.numbers) {
          if (stored.has(number)) this.tell(`${number} cannot be folded but has a pathway state`);
        }
      }
      if (one.result !== 'folded') continue;
      const { folded, numbers } = one;
      const state = stored.get(folded.person);
      if (state === undefined) this.tell(`${folded.person} has no pathway state`);
      else if (normalForm(state.folded) !== normalForm(folded)) this.tell(`${folded.person} has another pathway state`);
      for (const number of numbers) {
        if (number !== folded.person && stored.has(number)) this.tell(`${number} was replaced but still has a state`);
      }
      this.persons += 1;
      if (!undecided.has(folded.person)) await this.verifyDecisions(folded, feeds);
    }
  }

  /** What later foldings read is what the log says; sealed fields, and what was stated, stay in the log alone. */
  private async verifyEvents(
    keys: readonly PersonKey[],
    byPerson: ReadonlyMap<PersonKey, readonly ClinicalEvent[]>,
  ): Promise<void> {
    const eventsOf = await this.embedded.events.load(keys);
    for (const key of keys) {
      const logged = (byPerson.get(key) ?? []).map(({ sealed: _sealed, stated: _stated, ...event }) => event);
      if (normalForm(logged) !== normalForm(eventsOf(key))) this.tell(`${key} has other events`);
    }
  }

  private async verifyDecisions(folded: PersonPathways, feeds: FeedCalendar): Promise<void> {
    const { decisions, definitions, indicators, law } = this.embedded;
    const stored = (await decisions.load([folded.person])).get(folded.person);
    if (folded.pathways.length === 0) {
      if (stored !== undefined) this.tell(`${folded.person} has decisions without a pathway`);
      return;
    }
    const decidedOn = stored?.decidedOn ?? danishDay(this.embedded.clock.now());
    const pure = () => {
      if (stored === undefined) law.deadline(definitions, folded, feeds, decidedOn); // Nobody is decided without.
      return law.decide(definitions, folded, feeds, decidedOn);
    };
    const decided = attemptFor(folded.person, 'deciding', pure, (one) => void this.setAside.push(one));
    if (decided === undefined) {
      if (stored !== undefined) this.tell(`${folded.person} cannot be decided but has decisions`);
      return;
    }
    if (stored === undefined) {
      this.tell(`${folded.person} has no decisions`);
      return;
    }
    if (stored.basisDigest !== (await indicators.basisDigest()) || stored.deadline === '') return;
    this.decisions += decided.length;
    if (JSON.stringify(decided) !== JSON.stringify(stored.decisions)) this.tell(`${folded.person} has other decisions`);
  }

  /** Who is related by the log is related in the store, and nobody else. */
  private async verifyRelations(related: Iterable<PersonKey>): Promise<void> {
    const groups = relatedGroups([], this.relations);
    const inLog = new Set(groups.map(nameOfGroup));
    for (const group of groups) {
      const [stored = []] = await this.embedded.events.groupsOf(group.slice(0, 1));
      if (nameOfGroup(stored) !== nameOfGroup(group)) this.tell(`${group[0]} is related to others than the log says`);
    }
    for (const group of await this.embedded.events.groupsOf(related)) {
      if (!inLog.has(nameOfGroup(group))) this.tell(`${group[0]} is related to others than the log says`);
    }
  }

  /** There are no more persons in the store than in the log. */
  private async verifyNothingElse(): Promise<void> {
    const stored = await this.embedded.states.count();
    if (stored !== this.persons) this.tell(`the store holds ${stored} persons, the log ${this.persons}`);
  }

  private tell(difference: string): void {
    this.differenceCount += 1;
    if (this.differenceCount <= MOST_DIFFERENCES_TOLD) this.differences.push(difference);
  }
}
