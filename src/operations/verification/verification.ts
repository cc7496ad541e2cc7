import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { PersonKey, Relation } from '../../kernel/clinical-event';
import { relationsIn } from '../../pathways/domain/fold-group';
import { relatedGroups } from '../../pathways/domain/persons';
import { offsetFaults } from '../../platform/sqlite/offset-faults';
import type { LoggedMessage, Topics } from '../../ports/event-log';
import type { EmbeddedStore } from '../embedded-store';
import { DecisionsCompared } from './decisions-compared';
import { Differences } from './differences';
import { verifyFeeds } from './feeds-verified';
import { IntakeVerified } from './intake-verified';
import { readHead, verifyLooks } from './looks-verified';
import { byPerson, readPartition, type LoggedEvents } from './logged-partition';
import { PersonsVerified } from './persons-verified';
import { verifyRelations } from './relations-verified';
import { verifySetAside } from './set-aside-verified';
import { verifySharedRecords } from './shared-records-verified';
import { sayUnreadable } from './unreadable';
import type { VerificationResult } from './verification-result';

type Progress = (events: number, total: number) => void;

/**
 * Folds the whole log again, one partition at a time, and compares everything with the store that is kept beside it. Sees
 * one moment of the store, so it can run beside the program that writes to it.
 */
export class Verification {
  private readonly differences = new Differences();
  private readonly intake: IntakeVerified;
  private result = { events: 0, persons: 0, decisions: 0, notHandledYet: 0 };
  private setAside: VerificationResult['setAside'] = [];

  constructor(private readonly embedded: EmbeddedStore) {
    this.intake = new IntakeVerified(embedded, this.differences.tell);
  }

  async run(onProgress: Progress): Promise<VerificationResult> {
    const { database, deliveries, log } = this.embedded;
    const head = await readHead(this.embedded);
    database.beginSnapshot();
    this.result.notHandledYet = log.lags().reduce((sum, { lag }) => sum + lag, 0);
    let unreadable: readonly string[] = [];
    try {
      const faults = [...database.sums.faults(), ...deliveries.faults(), ...offsetFaults(database, log)];
      for (const fault of faults) this.differences.tell(fault, 'restore');
      await verifyLooks(this.embedded, head, this.differences.tell);
      await this.compare(onProgress);
    } catch (error) {
      unreadable = [sayUnreadable(error)];
    }
    return { ...this.result, differences: [...this.differences.told(), ...unreadable], setAside: this.setAside };
  }

  private async compare(onProgress: Progress): Promise<void> {
    const { embedded } = this;
    const feeds = await this.verifyFeeds();
    const undecided = this.undecidedPersons();
    const basisDigest = await embedded.indicators.basisDigest();
    const decisions = new DecisionsCompared({ ...embedded, feeds, basisDigest }, this.differences.tell);
    const persons = new PersonsVerified(embedded, decisions, undecided, this.differences.tell);
    await this.verifyPersons(persons, onProgress);
    await persons.verifyNothingElse();
    await this.intake.verifyNothingElse();
    this.setAside = [...persons.setAside, ...decisions.setAside];
    await verifySetAside(this.setAside, embedded.setAside, undecided, this.differences.tell);
    this.result.persons = persons.persons;
    this.result.decisions = decisions.compared;
    this.result.notHandledYet += decisions.outdated;
  }

  /** Whoever is related to others is verified with them, when the whole log has said who that is. */
  private async verifyPersons(persons: PersonsVerified, onProgress: Progress): Promise<void> {
    const { log, events } = this.embedded;
    const total = log.countOf('clinical-events');
    const related = new Map<PersonKey, LoggedEvents>();
    const relations: Relation[] = [];
    for (let partition = 0; partition < log.partitionsOf('clinical-events'); partition += 1) {
      const handled = await this.handledOf(partition);
      for (const relation of relationsIn(handled.map(({ value }) => value))) relations.push(relation);
      const logged = byPerson(handled);
      for (const keys of await events.groupsOf(logged.keys())) {
        if (keys.length === 1) await persons.verify(keys, logged);
        else for (const key of keys) related.set(key, logged.get(key) ?? related.get(key) ?? []);
      }
      this.result.events += handled.length;
      onProgress(this.result.events, total);
    }
    const among = [...related.values()].flat().map(({ value }) => value);
    for (const keys of relatedGroups(related.keys(), relationsIn(among))) await persons.verify(keys, related);
    await verifyRelations(relations, events, this.differences.tell);
    await verifySharedRecords(relations, among, events, this.differences.tell);
  }

  /** Of a partition, what pathways have come to; intake is verified by all of it. */
  private async handledOf(partition: number): Promise<LoggedEvents> {
    const logged = readPartition(this.embedded, 'clinical-events', partition);
    await this.intake.verify(logged.map(({ value }) => value));
    const end = this.embedded.log.committed('pathways', 'clinical-events', partition);
    return logged.filter(({ offset }) => offset < end);
  }

  private async verifyFeeds(): Promise<FeedCalendar> {
    const { log, feedEvents } = this.embedded;
    const logged = readPartition(this.embedded, 'feed-statuses', 0) as LoggedMessage<Topics['feed-statuses']>[];
    await this.intake.verify(logged.map(({ value }) => value));
    const end = log.committed('feeds', 'feed-statuses', 0);
    const handled = logged.filter(({ offset }) => offset < end).map(({ value }) => value);
    await verifyFeeds(handled, feedEvents, this.differences.tell);
    return FeedCalendar.of(feedStatusesInForce(handled));
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
}
