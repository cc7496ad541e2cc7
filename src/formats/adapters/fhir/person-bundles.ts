import {
  closeSync,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FileError } from '../../../platform/file-error';
import { TextOutput } from '../../../platform/ndjson/text-output';
import { PRIVATE_FILE_MODE } from '../../../platform/private-files';

const PARTITIONS = 64;
const MOST_GATHERED = 1 << 18;

/** Gathers entries by person in working files, and writes one Bundle a line when all have come. */
export class PersonBundles {
  private readonly folder: string;
  private readonly gathered: string[] = new Array<string>(PARTITIONS).fill('');
  private readonly files: number[];

  constructor(private readonly target: string) {
    try {
      this.folder = mkdtempSync(join(dirname(target), '.gathering-'));
      this.files = this.gathered.map((_, at) => openSync(this.fileOf(at), 'wx', PRIVATE_FILE_MODE));
    } catch (error) {
      throw FileError.writing(target, error);
    }
  }

  /** Takes an entry, as JSON, of a person; '' is of nobody. */
  add(person: string, entry: string): void {
    const at = partitionOf(person);
    const text = (this.gathered[at] ?? '') + `${person}\t${entry}\n`;
    this.gathered[at] = text;
    if (text.length >= MOST_GATHERED) this.spill(at);
  }

  /** Writes all Bundles, each with the first entry that `opening` gives for its person. */
  async finish(opening: (person: string) => string | undefined): Promise<void> {
    const part = `${this.target}.part`;
    const output = new TextOutput(createWriteStream(part, { mode: PRIVATE_FILE_MODE }), this.target);
    for (let at = 0; at < PARTITIONS; at += 1) {
      this.spill(at);
      for (const [person, entries] of byPerson(this.read(at))) {
        const first = opening(person);
        const all = first === undefined ? entries : [first, ...entries];
        output.write(`{"resourceType":"Bundle","type":"collection","entry":[${all.join(',')}]}\n`);
        await output.flushed();
      }
    }
    await output.end();
    renameSync(part, this.target);
  }

  /** Removes the working files. */
  close(): void {
    for (const file of this.files) closeSync(file);
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(`${this.target}.part`, { force: true });
  }

  private fileOf(at: number): string {
    return join(this.folder, `${at}.tsv`);
  }

  private spill(at: number): void {
    try {
      const bytes = Buffer.from(this.gathered[at] ?? '', 'utf8');
      for (let from = 0; from < bytes.length;) from += writeSync(this.files[at] ?? -1, bytes, from);
      this.gathered[at] = '';
    } catch (error) {
      throw FileError.writing(this.target, error);
    }
  }

  private read(at: number): string {
    return readFileSync(this.fileOf(at), 'utf8');
  }
}

function byPerson(text: string): ReadonlyMap<string, string[]> {
  const persons = new Map<string, string[]>();
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const tab = text.indexOf('\t', from);
    const person = text.slice(from, tab);
    const entries = persons.get(person);
    if (entries === undefined) persons.set(person, [text.slice(tab + 1, end)]);
    else entries.push(text.slice(tab + 1, end));
    from = end + 1;
  }
  return persons;
}

/** The same for the same person everywhere. */
function partitionOf(person: string): number {
  let hash = 0;
  for (let at = 0; at < person.length; at += 1) hash = (hash * 31 + person.charCodeAt(at)) >>> 0;
  return hash % PARTITIONS;
}
