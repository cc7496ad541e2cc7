import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../../platform/private-files';
import { writeWholeFile } from '../../../platform/whole-file';
import { receiptOf, type DeliveryReceipt, type HandedIn } from './handed-in';
import { DELIVERY_WORDS } from '../../../kernel/words/formats';

const ID = /^d_[0-9a-f]{24}$/;
/** So many digits together would look like a CPR number. */
const TEN_DIGITS = /\d{10}/;
const PART = '.part';
const FILES = 'files';
const ASKED = 'delivery.json';
const RECEIPT = 'receipt.json';
const REJECTS = 'rejects.ndjson';

/**
 * Deliveries that were handed in, each in a folder of its own beside the store that its owner alone may enter: what was
 * asked, the files until they are read, then the receipt and what was not taken. One is there whole or not at all.
 */
export class HandedInFolder {
  private readonly root: string;

  constructor(dataFolder: string) {
    this.root = join(dataFolder, 'deliveries');
  }

  /** Begins one: the folder its files are written to. It is nothing until it is kept. */
  begin(): { readonly id: string; readonly files: string } {
    let id: string;
    do id = `d_${randomBytes(12).toString('hex')}`;
    while (TEN_DIGITS.test(id));
    makePrivateFolder(this.root);
    const files = join(this.root, `${id}${PART}`, FILES);
    mkdirSync(files, { recursive: true, mode: 0o700 });
    return { id, files };
  }

  /** Keeps one whose files are written. */
  keep(asked: Omit<HandedIn, 'no'>): HandedIn {
    const kept = { ...asked, no: this.nextNo() };
    const aside = join(this.root, `${asked.id}${PART}`);
    writeWholeFile(join(aside, ASKED), `${JSON.stringify(kept)}\n`, PRIVATE_FILE_MODE);
    renameSync(aside, join(this.root, asked.id));
    return kept;
  }

  /** Drops one that is not kept. */
  drop(id: string): void {
    rmSync(join(this.root, `${id}${PART}`), { recursive: true, force: true });
  }

  /** Those that wait to be read, in the order they came. */
  waiting(): readonly HandedIn[] {
    return this.ids()
      .flatMap((id) => (this.isSettled(id) ? [] : (this.askedOf(id) ?? [])))
      .sort((one, other) => one.no - other.no);
  }

  /** The receipt of one; undefined where none of this name was handed in. */
  receipt(id: string): { readonly asked: HandedIn; readonly receipt: DeliveryReceipt } | undefined {
    const asked = ID.test(id) ? this.askedOf(id) : undefined;
    if (asked === undefined) return undefined;
    const waits = receiptOf(asked, { outcome: 'waiting', said: [DELIVERY_WORDS.waiting[asked.language]] });
    return { asked, receipt: this.read<DeliveryReceipt>(id, RECEIPT) ?? waits };
  }

  filesOf({ id }: HandedIn): string {
    return join(this.root, id, FILES);
  }

  /** Where what is not taken of one is told, a line each. */
  rejectsOf({ id }: HandedIn): string {
    return join(this.root, id, REJECTS);
  }

  isSettled(id: string): boolean {
    return existsSync(join(this.root, id, RECEIPT));
  }

  /** Puts the receipt there and takes the files away, which hold what people report. */
  settle(asked: HandedIn, receipt: DeliveryReceipt): void {
    writeWholeFile(join(this.root, asked.id, RECEIPT), `${JSON.stringify(receipt, undefined, 2)}\n`, PRIVATE_FILE_MODE);
    rmSync(this.filesOf(asked), { recursive: true, force: true });
  }

  /** Takes away what broke off before it was whole: nothing was written to it for longer than a body may pause. */
  tidyParts(pauseMs: number): void {
    if (!existsSync(this.root)) return;
    for (const name of readdirSync(this.root).filter((one) => one.endsWith(PART))) {
      const part = join(this.root, name);
      if (lastWritten(part) < Date.now() - pauseMs) rmSync(part, { recursive: true, force: true });
    }
  }

  /** Takes away the files of what is settled, and what was handed in before a moment (RFC 3339) and is settled. */
  tidy(before: string): void {
    for (const id of this.ids()) {
      const receipt = this.read<DeliveryReceipt>(id, RECEIPT);
      if (receipt === undefined) continue;
      const isOld = receipt.handedInAt < before;
      rmSync(isOld ? join(this.root, id) : join(this.root, id, FILES), { recursive: true, force: true });
    }
  }

  private ids(): readonly string[] {
    return existsSync(this.root) ? readdirSync(this.root).filter((name) => ID.test(name)) : [];
  }

  private nextNo(): number {
    return Math.max(0, ...this.ids().map((id) => this.askedOf(id)?.no ?? 0)) + 1;
  }

  private askedOf(id: string): HandedIn | undefined {
    return this.read<HandedIn>(id, ASKED);
  }

  private read<T>(id: string, name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(join(this.root, id, name), 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** When anything in a folder was last written to; 0 where it is gone. */
function lastWritten(folder: string): number {
  const places = [folder, join(folder, FILES)];
  const inside = existsSync(join(folder, FILES)) ? readdirSync(join(folder, FILES)) : [];
  const all = [...places, ...inside.map((name) => join(folder, FILES, name))];
  return Math.max(...all.map((place) => statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
