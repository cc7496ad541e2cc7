import { open, rename, type FileHandle } from 'node:fs/promises';
import { PRIVATE_FILE_MODE } from '../private-files';

const SEPARATOR = ';';
const MOST_HELD = 1 << 16;
const NEEDS_QUOTES = /[;"\r\n]/;

/**
 * A CSV file that is written row by row: UTF-8, semicolons, quotation marks where they are needed, every line with its
 * end. It has its name only once it is whole: until then `.part` stands after it.
 */
export class CsvFile {
  private held = '';

  private constructor(
    private readonly path: string,
    private readonly columns: readonly string[],
    private readonly file: FileHandle,
  ) {
    this.hold(columns);
  }

  /** Begins a file that is not there yet, for its owner alone. */
  static async begin(path: string, columns: readonly string[]): Promise<CsvFile> {
    return new CsvFile(path, columns, await open(`${path}.part`, 'wx', PRIVATE_FILE_MODE));
  }

  async write(rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
    for (const row of rows) {
      this.hold(this.columns.map((column) => row[column] ?? ''));
      if (this.held.length > MOST_HELD) await this.flush();
    }
  }

  /** Gives the file its name. */
  async end(): Promise<void> {
    await this.flush();
    await this.file.sync();
    await this.file.close();
    await rename(`${this.path}.part`, this.path);
  }

  /** Leaves a file that will not be whole. */
  async abandon(): Promise<void> {
    await this.file.close().catch(() => undefined);
  }

  private hold(cells: readonly string[]): void {
    this.held += `${cells.map(quoted).join(SEPARATOR)}\n`;
  }

  private async flush(): Promise<void> {
    const { held } = this;
    this.held = '';
    await this.file.writeFile(held);
  }
}

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
