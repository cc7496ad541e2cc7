import { LineBytes } from './line-bytes';

/** Decisions as lines of NDJSON, those of a person together, and how many of both these are. */
export interface WrittenDecisions {
  readonly bytes: Uint8Array;
  readonly persons: number;
  readonly decisions: number;
}

/** So much is written at once. */
const WRITTEN_AT_ONCE = 1 << 18;
const ROOM = WRITTEN_AT_ONCE + (1 << 16);

/** Gathers persons' lines into large writes. */
export class DecisionsToWrite {
  private readonly lines = new LineBytes(ROOM);
  private persons = 0;
  private decisions = 0;

  add(lines: string | Uint8Array, decisions: number): void {
    if (typeof lines === 'string') this.lines.addText(lines);
    else this.lines.add(lines);
    this.persons += 1;
    this.decisions += decisions;
  }

  get areMany(): boolean {
    return this.lines.length >= WRITTEN_AT_ONCE;
  }

  take(): WrittenDecisions {
    const { persons, decisions } = this;
    this.persons = 0;
    this.decisions = 0;
    return { bytes: this.lines.take(), persons, decisions };
  }
}
