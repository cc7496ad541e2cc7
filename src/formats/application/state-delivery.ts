import { digestOfNormalForm, normalForm } from '../../kernel/digest';
import { typeOfKind, type EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';
import { DELIVERY_WORDS } from '../../kernel/words/formats';
import type { DeliveredStanding, DeliveryBook } from '../../ports/delivery-book';
import type { Sealing } from '../../ports/sealing';
import type { Delivered, Place, Refused, Statement } from '../domain/delivered';
import { DeliveryFault } from '../domain/delivery-fault';

/** Up to so many registrations of a source may be gone from a whole delivery without a word. */
const FEW_GONE = 20;
/** And up to this part of them. */
const USUALLY_GONE = 0.2;

/** How a delivery is taken. */
export interface Taking {
  /** When what the delivery says was drawn from the source (RFC 3339); it dates what the format does not date. */
  readonly time: string;
  /** `full`: what a source in it does not have any more is retracted; `incremental`: it stays. */
  readonly extract: 'full' | 'incremental';
  /** Even where that is much of what the source delivered before. */
  readonly mayRetractMany: boolean;
}

/** What a delivery's statements are remembered by. */
export interface StatingPorts {
  /** Absent where a delivery is looked at alone. */
  readonly book?: DeliveryBook;
  /** Seals what is needed to retract. */
  readonly seal: Pick<Sealing, 'seal' | 'open'>;
  /** Keeps those who read the book from trying what was digested; a text of one length. */
  readonly secret: string;
}

/** An event (CloudEvents 1.0) with where it stands in the delivery; none for what the delivery no longer has. */
export interface StatedEvent {
  readonly place?: Place;
  readonly event: Readonly<Record<string, unknown>>;
}

/** What became of some parts of a delivery. */
export interface Stated {
  readonly events: readonly StatedEvent[];
  readonly refused: readonly Refused[];
}

/** Turns what a delivery says into events: what is new, what is changed, and what is gone from a whole one. */
export class StateDelivery {
  /** Parts that say again what stands. */
  unchanged = 0;
  refused = 0;
  retracted = 0;
  /** What was sound and means nothing here, by what it is. */
  readonly unmapped = new Map<string, number>();
  /** Sources the delivery speaks for, by the digest they have in the book. */
  private readonly sources = new Map<string, Organisation>();

  constructor(
    private readonly taking: Taking,
    private readonly ports: StatingPorts,
  ) {}

  /** The events of the next parts, in their order. */
  of(parts: readonly Delivered[]): Stated {
    const events: StatedEvent[] = [];
    const refused: Refused[] = [];
    for (const part of parts) {
      if (part.is === 'unmapped') this.unmapped.set(part.what, (this.unmapped.get(part.what) ?? 0) + 1);
      else if (part.is === 'refused') refused.push(part);
      else {
        const stated = this.stated(part);
        if (stated === 'unchanged') this.unchanged += 1;
        else if (stated === 'otherwise')
          refused.push({ is: 'refused', place: part.place, reason: DELIVERY_WORDS.saidOtherwise });
        else events.push({ place: part.place, event: stated });
      }
    }
    this.refused += refused.length;
    return { events, refused };
  }

  /**
   * Once everything was read: what the sources in a whole delivery no longer have. Throws `DeliveryFault` where that is
   * much. Nothing is gone while something was refused, for it may be what is missing.
   */
  *gone(): Iterable<StatedEvent> {
    const { book } = this.ports;
    if (book === undefined || this.taking.extract === 'incremental' || this.refused > 0) return;
    const faults = [...this.sources].flatMap(([scope, source]) => {
      const { missing, of } = book.missingIn(scope);
      const isMuch = missing > FEW_GONE && missing > of * USUALLY_GONE;
      return isMuch && !this.taking.mayRetractMany ? [DELIVERY_WORDS.tooManyGone({ missing, of, source })] : [];
    });
    if (faults.length > 0) throw new DeliveryFault(faults);
    for (const scope of this.sources.keys()) {
      for (const entry of book.missing(scope)) {
        const { source, kind, record, cpr } = JSON.parse(this.ports.seal.open(entry.sealed).toString('utf8')) as Named;
        const version = entry.version + 1;
        book.enter({ ...entry, version, status: 'retracted', content: this.digest(['gone', version]) });
        this.retracted += 1;
        yield {
          event: this.event({ source, kind, record, status: 'retracted', values: {}, ...definedCpr(cpr) }, version),
        };
      }
    }
  }

  private stated(statement: Statement): Readonly<Record<string, unknown>> | 'unchanged' | 'otherwise' {
    const { source, kind, record, cpr, status, values, stated } = statement;
    const { book, seal } = this.ports;
    if (book === undefined || stated?.id !== undefined) return this.event(statement, stated?.version);
    const scope = this.digest([source]);
    this.sources.set(scope, source);
    const name = this.digest([source, kind, record]);
    const content = this.digest([cpr, status, values, stated ?? null]);
    const before = book.standingOf(name);
    if (before?.content === content) {
      book.confirm(name);
      return 'unchanged';
    }
    if (before?.isOfThisDelivery === true && stated?.version === undefined && stated?.time === undefined)
      return 'otherwise';
    const version = stated?.version ?? nextVersion(before, stated?.time !== undefined);
    const named: Named = { source, kind, record, ...definedCpr(cpr) };
    if (before === undefined || version >= before.version)
      book.enter({ name, scope, content, version, status, sealed: seal.seal(JSON.stringify(named)) });
    return this.event(statement, version);
  }

  private event(
    { source, kind, record, cpr, status, values, stated }: Omit<Statement, 'is' | 'place'>,
    version: number | undefined,
  ): Readonly<Record<string, unknown>> {
    const time = stated?.time ?? this.taking.time;
    const data = {
      ...definedCpr(cpr),
      recordId: record,
      ...(version === undefined ? {} : { version }),
      ...(status === 'active' && stated?.status === undefined ? {} : { status }),
      ...values,
    };
    return {
      specversion: '1.0',
      id: stated?.id ?? this.digest([source, kind, time, data]),
      source,
      type: typeOfKind(kind),
      time,
      ...(stated?.receivedtime === undefined ? {} : { receivedtime: stated.receivedtime }),
      datacontenttype: 'application/json',
      data,
    };
  }

  private digest(value: unknown): string {
    return digestOfNormalForm(normalForm(value), this.ports.secret);
  }
}

/**
 * One more than before; where the format says when, the moment tells which is the newest in whatever order they come,
 * and a version of its own has only what is back again after it was gone.
 */
function nextVersion(before: DeliveredStanding | undefined, isDated: boolean): number {
  if (before === undefined) return 1;
  return isDated && before.status === 'active' ? before.version : before.version + 1;
}

/** What names a registration, and what its retraction must say. */
interface Named {
  readonly source: Organisation;
  readonly kind: EventKind;
  readonly record: string;
  readonly cpr?: string;
}

const definedCpr = (cpr: string | undefined): { readonly cpr?: string } => (cpr === undefined ? {} : { cpr });
