import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../private-files';
import { Snapshots } from '../../ports/snapshots';

/** Snapshots as files of a folder, written beside and then put in place; `refuse` throws when none may be written there. */
export class FileSnapshots extends Snapshots {
  constructor(
    private readonly folder: string,
    private readonly refuse: () => void = () => undefined,
  ) {
    super();
  }

  override async read(name: string): Promise<unknown> {
    try {
      return deserialize(await readFile(this.fileOf(name))) as unknown;
    } catch {
      return undefined; // Missing, cut short or of another program version: made again.
    }
  }

  override async write(name: string, value: object): Promise<void> {
    this.refuse();
    makePrivateFolder(this.folder);
    const draft = `${this.fileOf(name)}.draft`;
    try {
      const file = await open(draft, 'w', PRIVATE_FILE_MODE);
      try {
        await file.writeFile(serialize(value));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.fileOf(name));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.snapshot`);
  }
}
