import type { Incoming } from '../../kernel/incoming';
import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Delivered } from '../../kernel/delivery';
import type { Language } from '../../kernel/language';
import type { Receipt } from '../../kernel/receipt';
import { reasonOf } from '../../kernel/set-aside';
import type { Message, Topics } from '../../ports/event-log';
import type { LedgerAnswer, LedgerEntry } from '../../ports/intake-ledger';
import type { Rejection } from '../../ports/rejected-events';
import type { NumberedPerson } from '../../ports/vault';
import { classify, type Candidate, type Receiving, type Refused } from '../domain/classify';
import { notHandled } from '../domain/not-handled';
import { deliveredRefused, deliveredSound } from '../domain/delivered';
import { requireOwn } from '../domain/foreign-source';
import type { ReceivingOptions } from '../domain/moment-of-receipt';
import type { Reading } from '../domain/reading';
import { EventClaim } from './event-claim';
import type { IntakePorts } from './intake-ports';
import { isRead, take, type ReadEvent, type Taken } from './read-event';
import { rejectionOf } from './rejection-of';
import { withPersonNotes } from './with-person-notes';
import { settle, type Accepted, type Duplicate, type Reused } from './settle';

/** What became of an event. */
type Result = Refused | Accepted | Duplicate | Reused | Taken;

/** Takes events from sources: checks them, answers each with a receipt, hands the accepted on. */
export class ReceiveEvents {
  constructor(
    private readonly reading: Reading,
    private readonly ports: IntakePorts,
    private readonly classifyOne = classify,
  ) {}

  /**
   * Receives a batch. The receipts stand in the order of the events; undefined only for events passed over by
   * `knownAt`. When it resolves, accepted events are in the log and refused ones are kept. Rejects with `ForeignSource`,
   * and nothing is taken, where one is not of `sentBy`. Events may have been read already, under the same options.
   */
  async receive(
    incoming: readonly (Incoming | ReadEvent)[],
    options: ReceivingOptions,
  ): Promise<(Receipt | undefined)[]> {
    const by = { ...options, now: this.ports.clock.now() };
    const claims: LedgerEntry[] = [];
    const classified = incoming.map((arrival) => {
      if (!isRead(arrival)) return this.classified(arrival, by, claims);
      if (options.sentBy !== undefined) return this.classified(arrival.arrival, by, claims);
      claims.push(arrival.entry);
      return arrival;
    });
    if (options.sentBy !== undefined)
      requireOwn(
        classified.map((one) => (one === undefined || one.result === 'read' ? undefined : one.event)),
        options.sentBy,
      );
    const settled = await this.ports.unit.run(async () => {
      const { answers, confirm } = await this.ports.ledger.claim(claims);
      const inOrder = answers.values();
      const all = classified.map((one) => {
        if (one === undefined || one.result === 'refused') return one;
        const answer = inOrder.next().value as LedgerAnswer;
        if (one.result === 'candidate') return settle(one, answer, by.language);
        return take(one, answer, by.language) ?? settle(this.readAgain(one, by), answer, by.language);
      });
      const results = all.filter((result) => result !== undefined);
      await this.keep(results, by.now);
      await confirm();
      await this.count(results);
      return all;
    });
    const receipts = settled.map((result) => result?.receipt);
    return by.notes === 'of-the-person'
      ? withPersonNotes(this.ports.personNotes, settled, receipts, by.language)
      : receipts;
  }

  /** How an event would be refused if it came at a moment (milliseconds); undefined where it would not. Takes nothing. */
  refusalOf(arrival: Incoming, now: number, language: Language): Receipt | undefined {
    const one = this.classifyOne(arrival, { receivedAt: 'clock', now, language }, this.reading);
    return one?.result === 'refused' ? one.receipt : undefined;
  }

  /**
   * What events would be answered, in their order, if they came now and none had come before; takes nothing. Rejects with
   * `ForeignSource` where one is not of `sentBy`.
   */
  async check(incoming: readonly Incoming[], options: ReceivingOptions): Promise<Receipt[]> {
    const by = { ...options, now: this.ports.clock.now() };
    const checked = incoming.map((arrival) => this.classified(arrival, by, []));
    const known = checked.filter((one) => one !== undefined);
    const events = known.map(({ event }) => event);
    if (options.sentBy !== undefined) requireOwn(events, options.sentBy);
    const settled = known.map((one) => (one.result === 'candidate' ? settle(one, NEW, by.language) : one));
    const receipts = await withPersonNotes(
      this.ports.personNotes,
      settled,
      settled.map(({ receipt }) => receipt),
      by.language,
    );
    return receipts as Receipt[];
  }

  /**
   * Checks one event and adds what it claims, if it is sound. One that the program fails on is refused by itself, so
   * that the others of its batch go on; it is kept as it came, and tried again at the next start.
   */
  private classified(arrival: Incoming, by: Receiving, claims: LedgerEntry[]): Refused | Candidate | undefined {
    try {
      const one = this.classifyOne(arrival, by, this.reading);
      if (one?.result === 'candidate') claims.push(new EventClaim(one.sound, arrival.origin, this.ports.contentSecret));
      return one;
    } catch (error) {
      this.ports.logger?.error({ reason: reasonOf(error) }, 'An event cannot be handled; it is kept and tried again');
      return notHandled(arrival, by);
    }
  }

  /** The whole of an event that was read already; rejects the batch, of which nothing is taken then, where it reads otherwise. */
  private readAgain({ arrival }: ReadEvent, by: Receiving): Candidate {
    const one = this.classifyOne(arrival, by, this.reading);
    if (one?.result !== 'candidate')
      throw new Error('An event was read one way before it was taken, and another way then.');
    return one;
  }

  /** Hands the new on and keeps what is refused. */
  private async keep(results: readonly Result[], now: number): Promise<void> {
    const numbers: NumberedPerson[] = [];
    const clinical: Message<Topics['clinical-events']>[] = [];
    const feeds: Message<Topics['feed-statuses']>[] = [];
    const rejections: Rejection[] = [];
    for (const result of results) {
      if (result.result === 'refused' || result.result === 'reused')
        rejections.push(rejectionOf(result, now, this.reading.keyOf));
      else if (result.result === 'taken') {
        if (result.receipt.status !== 'accepted') continue;
        clinical.push(result.message);
        numbers.push(result.numbered);
      } else if (result.told !== undefined) {
        const { told } = result;
        if (told.kind === 'registry.feed-status') feeds.push(this.messageOf(told, result));
        else clinical.push(this.messageOf(told, result));
        numbers.push(...result.sound.numbers);
      }
    }
    if (numbers.length > 0) await this.ports.vault.put(numbers);
    if (clinical.length > 0) await this.ports.log.publish('clinical-events', clinical);
    if (feeds.length > 0) await this.ports.log.publish('feed-statuses', feeds);
    if (rejections.length > 0) await this.ports.rejected.keep(rejections);
  }

  private messageOf<E extends ClinicalEvent>(told: E, { sound, arrival }: Accepted | Duplicate): Message<E> {
    const { kept, extensions } = sound;
    const isKnown = kept === undefined && extensions === undefined;
    const sealed = isKnown ? undefined : this.ports.sealFields?.(kept, extensions);
    const value = sealed === undefined ? told : { ...told, sealed };
    return { key: told.person, value, ...(arrival.trace === undefined ? undefined : { trace: arrival.trace }) };
  }

  /** Counts what was delivered, once it is known what became of it: what breaks off before is not counted twice. */
  private async count(results: readonly Result[]): Promise<void> {
    await this.ports.deliveries?.count(
      results
        .filter(({ receipt }) => receipt.code !== 'NOT_HANDLED')
        .map((result) => deliveredAs(result, this.reading))
        .filter((one) => one !== undefined),
    );
  }
}

const NEW: LedgerAnswer = { standing: 'new' };

/** What became of an event as a delivery; undefined for what is none. */
function deliveredAs(result: Result, reading: Reading): Delivered | undefined {
  if (result.result === 'taken') return result.delivered;
  const { origin } = result.arrival;
  return result.result === 'refused'
    ? deliveredRefused(result.event, result.receivedAt, origin, reading)
    : deliveredSound(result.sound, result.receipt.status, origin);
}
