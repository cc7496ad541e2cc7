import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../formats/domain/delivered';
import { PRIVATE_FILE_MODE } from '../../platform/private-files';

const CHUNK_BYTES = 1 << 18;
/** A number of the file and one of the row, of 32 bits each, for every line. */
const PLACE_BYTES = 8;

/** The events of a delivery in a file of lines, with where each stands in the delivery; in a folder of their own. */
export class StagedDelivery {
  readonly file: string;
  lines = 0;
  private readonly events: number;
  private readonly places: number;
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  private text = '';
  private packed = Buffer.alloc(CHUNK_BYTES);
  private packedBytes = 0;

  constructor(folder: string) {
    this.file = join(folder, 'events.ndjson');
    this.events = openSync(this.file, 'wx', PRIVATE_FILE_MODE);
    this.places = openSync(join(folder, 'places'), 'wx+', PRIVATE_FILE_MODE);
  }

  add(event: Readonly<Record<string, unknown>>, place: Place | undefined): void {
    this.text += `${JSON.stringify(event)}\n`;
    this.lines += 1;
    this.packedBytes = this.packed.writeUInt32LE(this.numberOf(place?.file), this.packedBytes);
    this.packedBytes = this.packed.writeUInt32LE(place?.row ?? 0, this.packedBytes);
    if (this.text.length >= CHUNK_BYTES || this.packedBytes === CHUNK_BYTES) this.flush();
  }

  /** Writes what is gathered, so that the file is whole. */
  flush(): void {
    writeSync(this.events, this.text);
    writeSync(this.places, this.packed, 0, this.packedBytes);
    this.text = '';
    this.packedBytes = 0;
  }

  /** Where a line, counted from 1, stands in the delivery; undefined where it stands for what is gone from it. */
  placeOf(line: number): Place | undefined {
    const found = Buffer.alloc(PLACE_BYTES);
    if (readSync(this.places, found, 0, PLACE_BYTES, (line - 1) * PLACE_BYTES) < PLACE_BYTES) return undefined;
    const file = this.names[found.readUInt32LE(0) - 1];
    return file === undefined ? undefined : { file, row: found.readUInt32LE(4) };
  }

  close(): void {
    closeSync(this.events);
    closeSync(this.places);
  }

  private numberOf(file: string | undefined): number {
    if (file === undefined) return 0;
    let number = this.numbers.get(file);
    if (number === undefined) {
      number = this.names.push(file);
      this.numbers.set(file, number);
    }
    return number;
  }
}
