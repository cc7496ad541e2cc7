import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNamed } from '../src/formats/adapters/delivery-formats';
import { SqliteStaging } from '../src/platform/sqlite/sqlite-staging';

/** Reads the delivery named by the second argument in the format named by the first, and prints what came of it. */
async function main(): Promise<void> {
  const [, , format = '', path = ''] = process.argv;
  const workFolder = mkdtempSync(join(tmpdir(), 'rehabspor-delivery-'));
  const counts = { statement: 0, refused: 0, unmapped: 0 };
  const { read } = await formatNamed(format);
  const asked = { workFolder, staging: () => new SqliteStaging(workFolder), digest: (text: string) => text };
  for await (const batch of read(path, asked)) for (const { is } of batch) counts[is] += 1;
  rmSync(workFolder, { recursive: true });
  process.stdout.write(JSON.stringify(counts));
}

void main();
