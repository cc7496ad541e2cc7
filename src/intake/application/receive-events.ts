import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Delivered } from '../../kernel/delivery';
import { digestOfJson } from '../../kernel/digest';
import { kindOfType } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import type { Receipt } from '../../kernel/receipt';
import type { Clock } from '../../ports/clock';
import type { DeliveryStore } from '../../ports/delivery-store';
import type { EventLog, Message } from '../../ports/event-log';
import type { Arrival, Incoming } from '../../ports/incoming';
import type { IntakeLedger, LedgerAnswer } from '../../ports/intake-ledger';
import type { RejectedEvents, Rejection } from '../../ports/rejected-events';
import type { UnitOfWork } from '../../ports/unit-of-work';
import type { NumberedPerson, Vault } from '../../ports/vault';
import { deliveredRefused, deliveredSound } from '../domain/delivered';
import { isJsonObject, isRefusal, readEnvelope, type Envelope } from '../domain/envelope';
import { refuse, type Refusal } from '../domain/refusal';
import { readContent, type Reading, type SoundEvent } from '../domain/source-event';
import { writeJson } from '../domain/write-json';

export interface ReceivingOptions {
  /**
   * What counts as the moment of receipt: the clock (a source sends now), what `receivedtime` states and else the
   * clock (an operator brings a file), or what it states and else `time` (nothing is kept).
   */
  readonly receivedAt: 'clock' | 'stated-or-clock' | 'stated-or-time';
  /** Sound events received later (milliseconds) are passed over and get no receipt. */
  readonly knownAt?: number;
}

/** What receiving needs of the outside. */
export interface IntakePorts {
  readonly ledger: IntakeLedger;
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  /** Counts who delivers what; absent where nothing is kept. */
  readonly deliveries?: DeliveryStore;
  /** Seals unknown fields so that they can be kept; absent where nothing is kept. */
  readonly sealFields?: (fields: Readonly<Record<string, unknown>>) => string;
}

interface Candidate {
  readonly at: number;
  readonly envelope: Envelope;
  readonly sound: SoundEvent;
}

/** Takes events from sources: checks them, answers each with a receipt, hands the accepted on. */
export class ReceiveEvents {
  constructor(
    private readonly reading: Reading,
    private readonly ports: IntakePorts,
  ) {}

  /**
   * Receives a batch. The receipts stand in the order of the events; undefined only for events passed over by
   * `knownAt`. When it resolves, accepted events are in the log and refused ones are kept.
   */
  async receive(incoming: readonly Incoming[], options: ReceivingOptions): Promise<(Receipt | undefined)[]> {
    const now = this.ports.clock.now();
    const receipts = new Array<Receipt | undefined>(incoming.length);
    const candidates: Candidate[] = [];
    const rejections: Rejection[] = [];
    const refused: Delivered[] = [];
    incoming.forEach((arrival, at) => {
      const parsed = parse(arrival);
      const envelope = isFailure(parsed) ? parsed.failure : readEnvelope(parsed.event);
      let refusal: Refusal;
      if (isRefusal(envelope)) {
        refusal = envelope;
      } else {
        const receivedAt = momentOfReceipt(envelope, options, arrival.arrivedAt ?? now);
        if (options.knownAt !== undefined && receivedAt > options.knownAt) return;
        const sound = readContent(envelope, receivedAt, this.reading);
        if (!isRefusal(sound)) {
          candidates.push({ at, envelope, sound });
          return;
        }
        refusal = sound;
      }
      const event = isFailure(parsed) ? undefined : parsed.event;
      const receipt = rejectionReceipt(event, refusal);
      receipts[at] = receipt;
      rejections.push(rejectionOf(receipt, arrival, event, arrival.arrivedAt ?? now));
      const receivedAt = isRefusal(envelope) ? now : momentOfReceipt(envelope, options, arrival.arrivedAt ?? now);
      keepIn(refused, deliveredRefused(event, receivedAt, arrival.origin, this.reading));
    });
    await this.ports.unit.run(async () => {
      await this.admit(incoming, candidates, rejections, receipts, now);
      await this.count(incoming, candidates, receipts, refused);
    });
    return receipts;
  }

  /** Counts what was delivered, once it is known what became of it: what breaks off before is not counted twice. */
  private async count(
    incoming: readonly Incoming[],
    candidates: readonly Candidate[],
    receipts: readonly (Receipt | undefined)[],
    refused: readonly Delivered[],
  ): Promise<void> {
    if (this.ports.deliveries === undefined) return;
    const delivered = [...refused];
    for (const { at, sound } of candidates) {
      const receipt = receipts[at]?.status ?? 'rejected';
      keepIn(delivered, deliveredSound(sound, receipt, incoming[at]?.origin));
    }
    await this.ports.deliveries.count(delivered);
  }

  /** Claims the sound events, publishes the new ones and keeps what is refused. */
  private async admit(
    incoming: readonly Incoming[],
    candidates: readonly Candidate[],
    rejections: Rejection[],
    receipts: (Receipt | undefined)[],
    now: number,
  ): Promise<void> {
    const { answers, confirm } = await this.ports.ledger.claim(
      candidates.map(({ at, envelope, sound: { event } }) => ({
        source: event.source,
        id: event.id,
        content: digestOfJson(envelope.event, 'receivedtime'),
        kind: event.kind,
        recordId: event.recordId,
        person: event.person,
        receivedAt: event.receivedAt,
        ...originOf(incoming[at]),
      })),
    );
    const clinical: Message[] = [];
    const feeds: Message[] = [];
    const numbers: NumberedPerson[] = [];
    candidates.forEach(({ at, envelope, sound }, index) => {
      const answer = answers[index];
      const arrival = incoming[at] as Incoming;
      const { id, source } = sound.event;
      if (answer?.standing === 'reused') {
        const remedy = 'This `id` was used for an event with other content; send changed content under a new `id`.';
        const receipt = rejectionReceipt(envelope.event, refuse('ID_REUSED', 'id', remedy));
        receipts[at] = receipt;
        rejections.push(rejectionOf(receipt, arrival, envelope.event, arrival.arrivedAt ?? now));
        return;
      }
      receipts[at] = { id, source, status: answer?.standing === 'duplicate' ? 'duplicate' : 'accepted' };
      if (answer?.standing === 'duplicate' && answer.receivedEarlier !== true) return;
      const event = this.completed(sound, answer);
      const message = { key: event.person, value: event, ...traceOf(arrival) };
      if (event.kind === 'registry.feed-status') feeds.push(message);
      else clinical.push(message);
      for (const number of sound.numbers) numbers.push(number);
    });
    if (numbers.length > 0) await this.ports.vault.put(numbers);
    if (clinical.length > 0) await this.ports.log.publish('clinical-events', clinical);
    if (feeds.length > 0) await this.ports.log.publish('feed-statuses', feeds);
    if (rejections.length > 0) await this.ports.rejected.keep(rejections);
    await confirm();
  }

  private completed({ event, kept }: SoundEvent, answer: LedgerAnswer | undefined): ClinicalEvent {
    const sealed = kept === undefined ? undefined : this.ports.sealFields?.(kept);
    const { sharedWith, firstReceivedAt } = answer ?? {};
    if (sealed === undefined && sharedWith === undefined && firstReceivedAt === undefined) return event;
    return {
      ...event,
      ...(sealed === undefined ? undefined : { sealed }),
      ...(sharedWith === undefined ? undefined : { sharedWith }),
      ...(firstReceivedAt === undefined ? undefined : { receivedAt: firstReceivedAt }),
    };
  }
}

function keepIn(delivered: Delivered[], one: Delivered | undefined): void {
  if (one !== undefined) delivered.push(one);
}

const originOf = (arrival: Incoming | undefined): Pick<Arrival, 'origin'> =>
  arrival?.origin === undefined ? {} : { origin: arrival.origin };
const traceOf = ({ trace }: Incoming): Pick<Arrival, 'trace'> => (trace === undefined ? {} : { trace });

type Parsed = { readonly event: unknown } | { readonly failure: Refusal };

function isFailure(parsed: Parsed): parsed is { readonly failure: Refusal } {
  return 'failure' in parsed;
}

function parse(arrival: Incoming): Parsed {
  if ('value' in arrival) return { event: arrival.value };
  if ('unreadable' in arrival) return { failure: refuse('INVALID_EVENT', undefined, arrival.unreadable) };
  try {
    return { event: JSON.parse(arrival.text) as unknown };
  } catch {
    const remedy = 'This line is not JSON; it may be cut off. Send one whole JSON object a line.';
    return { failure: refuse('INVALID_EVENT', undefined, remedy) };
  }
}

function momentOfReceipt({ receivedAt, time }: Envelope, options: ReceivingOptions, now: number): number {
  if (options.receivedAt === 'clock') return now;
  return receivedAt ?? (options.receivedAt === 'stated-or-clock' ? now : time);
}

/** A rejected receipt names id and source where the event has them as text. */
function rejectionReceipt(event: unknown, { code, path, message }: Refusal): Receipt {
  const { id, source } = isJsonObject(event) ? event : {};
  return {
    ...(typeof id === 'string' ? { id } : undefined),
    ...(typeof source === 'string' ? { source } : undefined),
    status: 'rejected',
    code,
    ...(path === undefined ? undefined : { path }),
    message,
  };
}

function rejectionOf(receipt: Receipt, arrival: Incoming, event: unknown, receivedAt: number): Rejection {
  const payload = 'text' in arrival ? arrival.text : 'unreadable' in arrival ? arrival.bytes : writeJson(arrival.value);
  const registration = registrationNamed(event);
  return {
    receipt,
    receivedAt,
    payload,
    ...originOf(arrival),
    ...(registration === undefined ? undefined : { registration }),
  };
}

/** The registration a refused event speaks of, where it can be made out. */
function registrationNamed(event: unknown): Rejection['registration'] {
  if (!isJsonObject(event) || !isJsonObject(event['data'])) return undefined;
  const { source, type, time } = event;
  const { recordId, version } = event['data'];
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined || typeof source !== 'string' || typeof recordId !== 'string') return undefined;
  return {
    source,
    kind,
    recordId,
    version: typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1,
    time: (typeof time === 'string' ? parseInstant(time) : undefined) ?? 0,
  };
}
