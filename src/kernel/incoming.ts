import type { Bilingual, Language } from './language';
import type { Organisation } from './organisation';

/** An event as it arrives: a line of text, a value already parsed from a batch, or bytes that are no text. */
export type Incoming = Arrival &
  (
    | { readonly text: string }
    | { readonly value: unknown }
    | { readonly unreadable: Bilingual; readonly bytes: Uint8Array }
  );

/** What a transport knows of an event beside what it says. */
interface Arrival {
  /** When the transport took it (milliseconds), where it keeps that; else the clock counts. */
  readonly arrivedAt?: number;
  /** Its place in the transport, when it comes from there again until it was handled. */
  readonly origin?: string;
  /** W3C `traceparent`. */
  readonly trace?: string;
  /** What its sender asks to be answered in, where each event can say it; else whoever receives says. */
  readonly language?: Language;
  /** Who sent it, where the way it came by is one source's alone: what it says must be of that source. */
  readonly sentBy?: Organisation;
}
