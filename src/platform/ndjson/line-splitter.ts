import { isUtf8 } from 'node:buffer';
import type { Incoming } from '../../kernel/incoming';
import { UNREADABLE_WORDS } from '../../kernel/words/receipts';

/** A line that is not blank, with its number counted from 1, blank lines included. */
export interface Line {
  readonly number: number;
  readonly incoming: Incoming;
}

export interface LineLimits {
  /** A longer line is no event; it is answered, not parsed. */
  readonly maxEventBytes: number;
  /** Of a line longer than this only the beginning is kept. */
  readonly maxKeptBytes: number;
}

const DEFAULT_LINE_LIMITS: LineLimits = { maxEventBytes: 1 << 20, maxKeptBytes: 64 << 20 };

const NEWLINE = 10;
const IS_BLANK = /^\s*$/;

/**
 * Cuts a stream of bytes into lines of JSON text, whatever the chunks. Nothing makes it throw: bytes that are not
 * UTF-8 and lines that are too long come out as unreadable, with the remedy, and the lines around them as they are.
 */
export class LineSplitter {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private droppedBytes = 0;
  private lineNumber = 0;

  constructor(private readonly limits: LineLimits = DEFAULT_LINE_LIMITS) {}

  /** What is kept of a line that has not ended yet. */
  get heldBytes(): number {
    return this.pendingBytes;
  }

  /** Takes the next bytes and gives the lines they complete. */
  push(chunk: Buffer): Line[] {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.hold(chunk);
      return [];
    }
    const lines: Line[] = [];
    let whole = chunk.subarray(0, end);
    if (this.pendingBytes > 0 || this.droppedBytes > 0) {
      const first = chunk.indexOf(NEWLINE);
      this.hold(chunk.subarray(0, first));
      this.emitPending(lines);
      if (first === end) {
        this.hold(chunk.subarray(end + 1));
        return lines;
      }
      whole = chunk.subarray(first + 1, end);
    }
    this.emitWhole(whole, lines);
    if (end + 1 < chunk.length) this.hold(chunk.subarray(end + 1));
    return lines;
  }

  /** Gives the last line when the stream ends without a newline. */
  end(): Line[] {
    const lines: Line[] = [];
    if (this.pendingBytes > 0 || this.droppedBytes > 0) this.emitPending(lines);
    return lines;
  }

  private hold(bytes: Buffer): void {
    const room = this.limits.maxKeptBytes - this.pendingBytes;
    const kept = bytes.length <= room ? bytes : bytes.subarray(0, Math.max(0, room));
    if (kept.length > 0) this.pending.push(kept);
    this.pendingBytes += kept.length;
    this.droppedBytes += bytes.length - kept.length;
  }

  private emitPending(lines: Line[]): void {
    const bytes = Buffer.concat(this.pending, this.pendingBytes);
    const dropped = this.droppedBytes;
    this.pending = [];
    this.pendingBytes = 0;
    this.droppedBytes = 0;
    this.emitLine(bytes, dropped, lines);
  }

  /** The usual case: many whole lines at once, turned into text in one go. */
  private emitWhole(bytes: Buffer, lines: Line[]): void {
    if (!isUtf8(bytes)) {
      this.emitOneByOne(bytes, lines);
      return;
    }
    const text = bytes.toString('utf8');
    const { maxEventBytes } = this.limits;
    for (let from = 0; from <= text.length;) {
      let to = text.indexOf('\n', from);
      if (to < 0) to = text.length;
      if ((to - from) * 3 > maxEventBytes && Buffer.byteLength(text.slice(from, to)) > maxEventBytes) {
        this.emitLine(Buffer.from(text.slice(from, to)), 0, lines);
      } else {
        this.emitText(text.slice(from, to), lines);
      }
      from = to + 1;
    }
  }

  private emitOneByOne(bytes: Buffer, lines: Line[]): void {
    for (let from = 0; from <= bytes.length;) {
      let to = bytes.indexOf(NEWLINE, from);
      if (to < 0) to = bytes.length;
      this.emitLine(bytes.subarray(from, to), 0, lines);
      from = to + 1;
    }
  }

  private emitLine(bytes: Buffer, dropped: number, lines: Line[]): void {
    const size = bytes.length + dropped;
    if (size > this.limits.maxEventBytes) {
      const unreadable = UNREADABLE_WORDS.lineTooLong({ bytes: size, most: this.limits.maxEventBytes });
      this.lineNumber += 1;
      lines.push({ number: this.lineNumber, incoming: { unreadable, bytes } });
    } else if (!isUtf8(bytes)) {
      this.lineNumber += 1;
      const unreadable = UNREADABLE_WORDS.lineNotText;
      lines.push({ number: this.lineNumber, incoming: { unreadable, bytes: Buffer.from(bytes) } });
    } else {
      this.emitText(bytes.toString('utf8'), lines);
    }
  }

  private emitText(text: string, lines: Line[]): void {
    this.lineNumber += 1;
    const line = this.lineNumber === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (line.charCodeAt(0) === 123 || !IS_BLANK.test(line)) {
      lines.push({ number: this.lineNumber, incoming: { text: line } });
    }
  }
}
