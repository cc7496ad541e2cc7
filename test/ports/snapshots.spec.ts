import { truncateSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForgettingSnapshots } from '../../src/platform/memory/forgetting-snapshots';
import { FileSnapshots } from '../../src/platform/snapshots/file-snapshots';
import { temporaryFolder } from '../support/temporary-folder';
import { describeKeptSnapshots, describeSnapshots } from './snapshots.suite';

const inFiles = async (): Promise<FileSnapshots> => new FileSnapshots(temporaryFolder());

describeSnapshots('files', inFiles);
describeKeptSnapshots('files', inFiles);
describeSnapshots('nothing', async () => new ForgettingSnapshots());

/** A folder with one snapshot, and its file. */
async function written(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  await new FileSnapshots(folder).write('cases', { units: Array.from({ length: 1_000 }, (_, at) => `unit ${at}`) });
  const [file = ''] = readdirSync(folder);
  return { folder, file: join(folder, file) };
}

test('a file cut short or of something else is as if nothing was there, and can be written again', async () => {
  const { folder, file } = await written();
  truncateSync(file, 700);
  const snapshots = new FileSnapshots(folder);
  expect(await snapshots.read('cases')).toBeUndefined();

  writeFileSync(file, 'no snapshot');
  expect(await snapshots.read('cases')).toBeUndefined();

  await snapshots.write('cases', { whole: true });
  expect(await snapshots.read('cases')).toEqual({ whole: true });
});

test('a process started later reads what an earlier one wrote, and a value that cannot be written leaves it', async () => {
  const { folder } = await written();
  const later = new FileSnapshots(folder);
  await expect(later.write('cases', { closure: () => 1 })).rejects.toThrow();

  expect(await later.read('cases')).toMatchObject({ units: expect.arrayContaining(['unit 999']) });
  expect(readdirSync(folder)).toHaveLength(1);
});
