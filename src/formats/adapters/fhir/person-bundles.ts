import { closeSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../../../platform/file-error';
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
    try {
      const output = await open(part, 'w', PRIVATE_FILE_MODE);
      try {
        for (let at = 0; at < PARTITIONS; at += 1) {
          this.spill(at);
          for (const text of inChunks(bundlesOf(this.read(at), opening))) await output.appendFile(text);
        }
      } finally {
        await output.close();
      }
      renameSync(part, this.target);
    } catch (error) {
      throw error instanceof FileError ? error : FileError.writing(this.target, error);
    }
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

/** A partition's Bundles, one a line. */
function* bundlesOf(text: string, opening: (person: string) => string | undefined): Generator<string> {
  for (const [person, entries] of byPerson(text)) {
    const first = opening(person);
    const all = first === undefined ? entries : [first, ...entries];
    yield `{"resourceType":"Bundle","type":"collection","entry":[${all.join(',')}]}\n`;
  }
}

/** Texts together, so that few writes are made. */
function* inChunks(texts: Iterable<string>): Generator<string> {
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < MOST_GATHERED) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
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
