import type { PersonKey } from '../src/kernel/clinical-event';
import { nameOf } from './cited-events';
import type { SourceLine, SourceProducer } from './source-producer';

const SEND_EVERY_MS = 5;
const LOOK_EVERY_MS = 100;
const MOST_MS = 30_000;

interface PersonAnswer {
  readonly events: readonly { readonly source: string; readonly id: string }[];
}

/** Where one reads, and by what one may. */
export interface Reader {
  readonly reporting: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is done with events that the brokers have just acknowledged. */
type Accepted = (lines: readonly SourceLine[], now: bigint) => void;

/**
 * Sends events at a rate (events a second), in their order; resolves when the brokers have acknowledged the last, with
 * the milliseconds that sending was behind at most.
 */
export async function sendAtRate(
  producer: SourceProducer,
  lines: readonly SourceLine[],
  rate: number,
  accepted: Accepted = () => undefined,
): Promise<number> {
  const begun = process.hrtime.bigint();
  let slip = 0;
  for (let sent = 0; sent < lines.length;) {
    const elapsed = Number(process.hrtime.bigint() - begun) / 1e9;
    const due = Math.min(lines.length, Math.floor(elapsed * rate));
    if (due > sent) {
      slip = Math.max(slip, 1_000 * (elapsed - sent / rate));
      const together = lines.slice(sent, due);
      await producer.send(together);
      accepted(together, process.hrtime.bigint());
      sent = due;
    }
    await new Promise((resolve) => setTimeout(resolve, SEND_EVERY_MS));
  }
  return slip;
}

/** Milliseconds from acceptance to an answer whose decisions were made with the event. */
export async function untilShown(
  { reporting, headers }: Reader,
  person: PersonKey,
  name: string,
  acceptedAt: bigint,
): Promise<number> {
  for (let isShown = false; ;) {
    const response = await fetch(`${reporting}/api/v1/persons/${person}/pathways`, { headers });
    const answer = (await response.json()) as Partial<PersonAnswer>;
    const milliseconds = Number(process.hrtime.bigint() - acceptedAt) / 1e6;
    // Decisions are read before events: those of an answer that is asked for once the event is there are after it.
    if (isShown) return milliseconds;
    isShown = answer.events?.some((event) => nameOf(event) === name) === true;
    if (milliseconds > MOST_MS) return milliseconds;
    if (!isShown) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
