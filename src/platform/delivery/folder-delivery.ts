import { mkdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ReportDelivery, type Parcel } from '../../ports/report-delivery';
import type { Destination } from '../../ports/subscription-book';
import { FileError } from '../file-error';
import { writeWholeFile } from '../whole-file';

type Folder = Extract<Destination, { kind: 'folder' }>;

/** A name of letters, digits, blanks, hyphens, underscores and dots that does not begin with a dot. */
const SAFE_NAME = /^[\p{L}\p{N}_-][\p{L}\p{N} ._-]*$/u;

/** Files in folders below one folder, which is made when it is first needed; a file again takes the place of the first. */
export class FolderDelivery extends ReportDelivery<Folder> {
  constructor(private readonly root: string) {
    super();
  }

  override faultIn({ folder }: Folder): string | undefined {
    const parts = folder.split('/');
    if (folder.length <= 200 && parts.every((part) => SAFE_NAME.test(part))) return undefined;
    return 'must name a folder below REHABSPOR_REPORTS, such as "odense/monthly": letters, digits, blanks and . _ - only';
  }

  override deliver(destination: Folder, { files }: Parcel): Promise<void> {
    return Promise.resolve().then(() => {
      const fault = this.faultIn(destination);
      if (fault !== undefined) throw new Error(`The folder ${fault}.`);
      const folder = this.folderOf(destination);
      for (const { name, content } of files) {
        if (!SAFE_NAME.test(name)) throw new Error('A file’s name cannot be used in a folder.');
        writeWholeFile(join(folder, name), content);
      }
    });
  }

  /** The folder, made if need be; throws when a link leads out of the root. */
  private folderOf({ folder }: Folder): string {
    const wanted = resolve(this.root, folder);
    try {
      mkdirSync(this.root, { recursive: true });
      const root = realpathSync(this.root);
      if (isOutside(root, nearestThere(wanted))) throw new Error(`${folder} leads out of REHABSPOR_REPORTS by a link`);
      mkdirSync(wanted, { recursive: true });
      return wanted;
    } catch (error) {
      throw FileError.writing(wanted, error);
    }
  }
}

/** Where the part of a path that is there really lies. */
function nearestThere(path: string): string {
  for (let at = path; ; at = resolve(at, '..')) {
    try {
      return realpathSync(at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || at === resolve(at, '..')) throw error;
    }
  }
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`);
}
